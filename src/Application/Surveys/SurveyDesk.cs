using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

/// <summary>What a saved change leads to. <paramref name="Version"/> belongs in the next form.</summary>
public sealed record SurveySaved(string Slug, uint Version);

/// <summary>
/// The steps that every official change of a survey has in common, in their order: load, may this person, has it been changed
/// meanwhile, does the domain allow it, save with a row in the audit log, forget what the answer flow kept.
/// Errors beside those of the domain: <see cref="SurveyNotFound"/> (also for those who may not build), <see cref="SurveyChangedMeanwhile"/>.
/// </summary>
public sealed class SurveyDesk(IAppDbContext db, ICurrentUser user, IPublishedCopies copies, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public Guid OfficerId => user.Id ?? Guid.Empty;

    /// <summary>Name and title as they are shown to everyone beside a decision.</summary>
    public string OfficerName => user.Title is { Length: > 0 } title ? $"{user.DisplayName}, {title}" : user.DisplayName ?? "";

    /// <param name="version">The version that the form showed.</param>
    /// <param name="action">Key of the audit row, for example <c>survey.paused</c>.</param>
    public async Task<Result<SurveySaved>> ChangeAsync(
        string slug, uint version, string action, string reason, Func<Survey, Result<Done>> change, CancellationToken cancellationToken)
    {
        var survey = await db.Set<Survey>().SingleOrDefaultAsync(s => s.Slug == slug, cancellationToken);
        if (survey is null || !SurveyAccess.MayBuild(user))
        {
            return new SurveyNotFound();
        }

        if (survey.Version != version)
        {
            return new SurveyChangedMeanwhile();
        }

        var changed = change(survey);
        if (!changed.IsSuccess)
        {
            return changed.Error;
        }

        survey.Touch(user.DisplayName ?? "", Now);
        db.Set<AuditEntry>().Add(new AuditEntry(user.Id, OfficerName, action, survey.Id, reason, Now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Saved by another between the reading and the writing.
            return new SurveyChangedMeanwhile();
        }

        copies.Forget(new DialogueSlug(DialogueKind.Survey, slug));
        return new SurveySaved(survey.Slug, survey.Version);
    }

    /// <summary>As the other one, for changes that also need the questions.</summary>
    public async Task<Result<SurveySaved>> ChangeAsync(
        string slug, uint version, string action, string reason, Func<Survey, Questionnaire, Result<Done>> change, CancellationToken cancellationToken)
    {
        var questionnaire = await db.Set<Questionnaire>()
            .SingleOrDefaultAsync(q => db.Set<Survey>().Any(s => s.Slug == slug && s.Id == q.DialogueId), cancellationToken);
        return questionnaire is null
            ? new SurveyNotFound()
            : await ChangeAsync(slug, version, action, reason, s => change(s, questionnaire), cancellationToken);
    }
}
