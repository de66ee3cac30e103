using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Consultations;

/// <param name="Title">The question in one line, at most 80 characters.</param>
/// <param name="Slug">Address part; empty means made from the title.</param>
public sealed record CreateConsultationCommand(string Title, string Slug);

/// <summary>Starts a draft. Errors: <see cref="ConsultationForbidden"/>, <see cref="TitleWrong"/>, <see cref="SlugWrong"/>, <see cref="SlugTaken"/>.</summary>
public sealed class CreateConsultationHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<ConsultationSaved>> HandleAsync(CreateConsultationCommand command, CancellationToken cancellationToken)
    {
        if (!ConsultationAccess.MayBuild(user) || user.Id is not { } officer)
        {
            return new ConsultationForbidden();
        }

        if (command.Title.Trim().Length is 0 or > Consultation.MaxTitle)
        {
            return new TitleWrong();
        }

        var slug = Slugs.From(command.Slug.Trim().Length > 0 ? command.Slug : command.Title);
        if (!Consultation.IsSlug(slug))
        {
            return new SlugWrong();
        }

        // Committees answer both kinds by their slug.
        if (await db.Set<Consultation>().AnyAsync(c => c.Slug == slug, cancellationToken) || await db.Set<Survey>().AnyAsync(s => s.Slug == slug, cancellationToken))
        {
            return new SlugTaken();
        }

        var now = clock.GetUtcNow();
        var consultation = new Consultation(slug, command.Title, officer, now);
        consultation.Touch(user.DisplayName ?? "", now);
        db.Set<Consultation>().Add(consultation);
        db.Set<Questionnaire>().Add(new Questionnaire(consultation.Id));
        db.Set<AuditEntry>().Add(new AuditEntry(officer, user.DisplayName ?? "", "consultation.created", consultation.Id, "", now));
        await db.SaveChangesAsync(cancellationToken);
        return new ConsultationSaved(slug, consultation.Version);
    }
}
