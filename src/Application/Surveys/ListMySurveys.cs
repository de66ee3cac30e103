using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

public sealed record ListMySurveysQuery;

/// <param name="Missing">How many tasks are left before it can be sent for review; 0 when it is published.</param>
/// <param name="ICanApprove">It waits for a second person, and the asker may be that one.</param>
/// <param name="Returned">Sent back with a reason that has not been dealt with.</param>
public sealed record MySurvey(
    string Slug, string Title, string Committee, SurveyPhase Phase, SurveyTimes? Times, int Missing, bool ICanApprove, string Returned);

/// <summary>All surveys for those who build them, latest change first, at most 200. Error: <see cref="SurveyForbidden"/>.</summary>
public sealed class ListMySurveysHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<IReadOnlyList<MySurvey>>> HandleAsync(ListMySurveysQuery query, CancellationToken cancellationToken)
    {
        _ = query;
        if (!SurveyAccess.MayBuild(user))
        {
            return new SurveyForbidden();
        }

        var rows = await db.Set<Survey>().AsNoTracking().OrderByDescending(s => s.EditedAt).Take(200)
            .Select(s => new
            {
                Survey = s,
                Committee = db.Set<Committee>().Where(c => c.Id == s.CommitteeId).Select(c => c.Name).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var drafts = rows.Where(r => !r.Survey.IsFrozen).Select(r => r.Survey.Id).ToList();
        var questionnaires = await db.Set<Questionnaire>().AsNoTracking()
            .Where(q => drafts.Contains(q.DialogueId)).ToDictionaryAsync(q => q.DialogueId, cancellationToken);
        return rows.ConvertAll(r => Show(r.Survey, r.Committee ?? "", questionnaires.GetValueOrDefault(r.Survey.Id)));
    }

    private MySurvey Show(Survey survey, string committee, Questionnaire? questionnaire) => new(
        survey.Slug, survey.Title, committee, survey.PhaseAt(clock.GetUtcNow()), survey.Times,
        survey.IsFrozen ? 0 : survey.Missing(questionnaire ?? new Questionnaire(survey.Id)).Count,
        survey.State == SurveyState.InReview && survey.SentForReviewBy != user.Id,
        survey.State == SurveyState.Draft ? survey.StateReason : "");
}
