using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Consultations;

/// <summary>What a saved change leads to. <paramref name="Slug"/> may be new; <paramref name="Version"/> belongs in the next form.</summary>
public sealed record ConsultationSaved(string Slug, uint Version);

/// <summary>
/// The steps that every official change of a rådslag has in common, in their order: load, may this person, has it been
/// changed meanwhile, does the domain allow it, save with a row in the audit log, forget what the answer flow kept.
/// Errors beside those of the domain: <see cref="ConsultationNotFound"/> (also for those who may not build),
/// <see cref="ConsultationChangedMeanwhile"/>.
/// </summary>
public sealed class ConsultationDesk(IAppDbContext db, ICurrentUser user, IPublishedCopies copies, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public Guid OfficerId => user.Id ?? Guid.Empty;

    /// <summary>Name and title as they are shown to everyone beside a decision.</summary>
    public string OfficerName => user.Title is { Length: > 0 } title ? $"{user.DisplayName}, {title}" : user.DisplayName ?? "";

    /// <param name="version">The version that the form showed, or null for an action that does not depend on what was read.</param>
    /// <param name="action">Key of the audit row, for example <c>consultation.paused</c>.</param>
    public async Task<Result<ConsultationSaved>> ChangeAsync(
        string slug, uint? version, string action, string reason, Func<Consultation, Result<Done>> change, CancellationToken cancellationToken)
    {
        var consultation = await db.Set<Consultation>()
            .Include(c => c.Options.OrderBy(o => o.Letter))
            .SingleOrDefaultAsync(c => c.Slug == slug, cancellationToken);
        if (consultation is null || !ConsultationAccess.MayBuild(user))
        {
            return new ConsultationNotFound();
        }

        if (version is not null && consultation.Version != version)
        {
            return new ConsultationChangedMeanwhile();
        }

        var changed = change(consultation);
        if (!changed.IsSuccess)
        {
            return changed.Error;
        }

        consultation.Touch(user.DisplayName ?? "", Now);
        db.Set<AuditEntry>().Add(new AuditEntry(user.Id, OfficerName, action, consultation.Id, reason, Now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Saved by another between the reading and the writing.
            return new ConsultationChangedMeanwhile();
        }

        copies.Forget(new DialogueSlug(DialogueKind.Consultation, slug));
        return new ConsultationSaved(consultation.Slug, consultation.Version);
    }

    /// <summary>As the other one, for changes that also need the questions.</summary>
    public async Task<Result<ConsultationSaved>> ChangeAsync(
        string slug, uint? version, string action, string reason, Func<Consultation, Questionnaire, Result<Done>> change, CancellationToken cancellationToken)
    {
        var questionnaire = await db.Set<Questionnaire>()
            .SingleOrDefaultAsync(q => db.Set<Consultation>().Any(c => c.Slug == slug && c.Id == q.DialogueId), cancellationToken);
        return questionnaire is null
            ? new ConsultationNotFound()
            : await ChangeAsync(slug, version, action, reason, c => change(c, questionnaire), cancellationToken);
    }
}
