using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

/// <param name="Title">At most 80 characters.</param>
/// <param name="Slug">Address part; empty means made from the title.</param>
public sealed record CreateSurveyCommand(string Title, string Slug);

/// <summary>Starts a draft. Errors: <see cref="SurveyForbidden"/>, <see cref="SurveyTitleWrong"/>, <see cref="SlugWrong"/>, <see cref="SurveySlugTaken"/>.</summary>
public sealed class CreateSurveyHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    /// <summary>Addresses under the officers' list of surveys that are no survey.</summary>
    private static readonly string[] _taken = ["ny", "fragebank", "importera", "enheter", "program"];

    public async Task<Result<SurveySaved>> HandleAsync(CreateSurveyCommand command, CancellationToken cancellationToken)
    {
        if (!SurveyAccess.MayBuild(user) || user.Id is not { } officer)
        {
            return new SurveyForbidden();
        }

        if (command.Title.Trim().Length is 0 or > Survey.MaxTitle)
        {
            return new SurveyTitleWrong(Survey.MaxTitle);
        }

        var slug = Slugs.From(command.Slug.Trim().Length > 0 ? command.Slug : command.Title);
        if (!Consultation.IsSlug(slug))
        {
            return new SlugWrong();
        }

        if (_taken.Contains(slug) || await db.Set<Survey>().AnyAsync(s => s.Slug == slug, cancellationToken)
            || await db.Set<Consultation>().AnyAsync(c => c.Slug == slug, cancellationToken))
        {
            return new SurveySlugTaken();
        }

        var now = clock.GetUtcNow();
        var survey = new Survey(slug, command.Title, officer, now);
        survey.Touch(user.DisplayName ?? "", now);
        db.Set<Survey>().Add(survey);
        db.Set<Questionnaire>().Add(new Questionnaire(survey.Id));
        db.Set<AuditEntry>().Add(new AuditEntry(officer, user.DisplayName ?? "", "survey.created", survey.Id, "", now));
        await db.SaveChangesAsync(cancellationToken);
        return new SurveySaved(slug, survey.Version);
    }
}
