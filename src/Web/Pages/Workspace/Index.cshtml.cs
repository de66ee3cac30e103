using Medborgardialog.Application.Consultations;
using Medborgardialog.Application.Moderation;
using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Surveys;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace;

/// <summary>What waits for me. Moderators who are no officers are led to their queue.</summary>
public sealed class IndexModel(ListMyConsultationsHandler list, ListMySurveysHandler surveys, ListModerationQueueHandler queue, ICurrentUser me) : AppPage
{
    private static readonly Phase[] _running = [Phase.Scheduled, Phase.OpenTalk, Phase.OpenAnswer, Phase.Closed, Phase.Results];

    private IReadOnlyList<MyConsultation> _all = [];

    public bool IsOfficer => ConsultationAccess.MayBuild(me);

    /// <summary>Something is overdue or stands still until somebody acts.</summary>
    public IReadOnlyList<MyConsultation> Waiting =>
        [.. _all.Where(c => c.ICanApprove || c.Returned.Length > 0 || c.Phase is Phase.AnswerLate or Phase.Paused).OrderBy(c => c.Phase != Phase.AnswerLate)];

    public IReadOnlyList<MyConsultation> Running => [.. _all.Where(c => _running.Contains(c.Phase)).OrderBy(c => c.Schedule!.ClosesAt)];

    public IReadOnlyList<MyConsultation> Drafts =>
        [.. _all.Where(c => c.Phase is Phase.Draft or Phase.InReview && !c.ICanApprove && c.Returned.Length == 0)];

    /// <summary>What committees have promised and not yet kept, nearest first.</summary>
    public IReadOnlyList<MyConsultation> Promises =>
        [.. _all.Where(c => c.PromisedAt is not null && c.Phase is not (Phase.Draft or Phase.InReview or Phase.Answered or Phase.FollowUp or Phase.Archived or Phase.Cancelled))
            .OrderBy(c => c.PromisedAt)];

    /// <summary>Surveys that wait for somebody or run, those that I can approve first.</summary>
    public IReadOnlyList<MySurvey> Surveys { get; private set; } = [];

    /// <summary>Posts to review, or null for those who do not moderate.</summary>
    public int? ToReview { get; private set; }

    public int WaitingCount => Waiting.Count + (ToReview > 0 ? 1 : 0) + Surveys.Count(s => s.ICanApprove || s.Returned.Length > 0);

    public int Late => _all.Count(c => c.Phase == Phase.AnswerLate);

    public int ClosingThisWeek(DateOnly today) =>
        _all.Count(c => c.Phase is Phase.OpenTalk or Phase.OpenAnswer && c.Schedule!.ClosesAt.SwedishDate().DayNumber - today.DayNumber < 7);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!IsOfficer)
        {
            return me.IsInRole(Domain.Identity.Role.Moderator) ? Redirect(Local("/arbetsyta/moderering")) : StatusCode(StatusCodes.Status403Forbidden);
        }

        var found = await list.HandleAsync(new ListMyConsultationsQuery(), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        _all = found.Value;
        Surveys = [.. ((await surveys.HandleAsync(new ListMySurveysQuery(), cancellationToken)).Value ?? [])
            .Where(s => s.Phase is not (SurveyPhase.Results or SurveyPhase.Cancelled)).OrderByDescending(s => s.ICanApprove || s.Returned.Length > 0)];
        if (me.IsInRole(Domain.Identity.Role.Moderator) && await queue.HandleAsync(new ListModerationQueueQuery(), cancellationToken) is { IsSuccess: true } waiting)
        {
            ToReview = waiting.Value.Waiting;
            ViewData["Waiting"] = ToReview;
        }

        return Page();
    }
}
