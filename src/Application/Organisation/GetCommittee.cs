using Medborgardialog.Application.Common;
using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Calendar;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Promises;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Organisation;

public sealed record GetCommitteeQuery(string Slug);

/// <param name="Meetings">Days to come, at most three.</param>
public sealed record CommitteeView(string Slug, string Name, IReadOnlyList<DateOnly> Meetings, IReadOnlyList<CommitteeDialogue> Dialogues)
{
    /// <summary>Promises that have been broken, the longest first.</summary>
    public IEnumerable<CommitteeDialogue> Late => Dialogues.Where(c => c.Phase == Phase.AnswerLate).OrderBy(c => c.PromisedAt);

    /// <summary>Waits for the committee, the earliest promised first.</summary>
    public IEnumerable<CommitteeDialogue> Waiting =>
        Dialogues.Where(c => c.Phase is Phase.Closed or Phase.Results or Phase.WithCommittee).OrderBy(c => c.PromisedAt);

    /// <summary>Open and coming, those that close first before.</summary>
    public IEnumerable<CommitteeDialogue> Open =>
        Dialogues.Where(c => c.Phase is Phase.Scheduled or Phase.OpenTalk or Phase.OpenAnswer or Phase.Paused).OrderBy(c => c.ClosesAt);

    /// <summary>The latest first.</summary>
    public IEnumerable<CommitteeDialogue> Answered =>
        Dialogues.Where(c => c.Phase is Phase.Answered or Phase.FollowUp or Phase.Archived).OrderByDescending(c => c.ClosesAt);
}

/// <summary>A rådslag, a survey or a wave of a panel.</summary>
/// <param name="Address">Path of its page.</param>
/// <param name="EscalatedAt">When the head of the administration was told that the answer is late; null where it has not been.</param>
/// <param name="Points">Of the public answer; empty before.</param>
/// <param name="Promise">What those who took part say of the promise; null before the answer.</param>
public sealed record CommitteeDialogue(
    DialogueKind Kind, string Address, string Title, Phase Phase, Schedule Schedule, DateOnly PromisedAt, DateTimeOffset? EscalatedAt, IReadOnlyList<AnswerPoint> Points,
    PromiseStanding? Promise)
{
    public DateTimeOffset ClosesAt => Schedule.ClosesAt;
}

/// <summary>A committee and its public rådslag, surveys and waves; a wave from the moment it is counted, since it is open to members only. <see cref="CommitteeNotFound"/>.</summary>
public sealed class GetCommitteeHandler(IAppDbContext db, TimeProvider clock) : IUseCase
{
    public async Task<Result<CommitteeView>> HandleAsync(GetCommitteeQuery query, CancellationToken cancellationToken)
    {
        var committee = await db.Set<Committee>().AsNoTracking().SingleOrDefaultAsync(c => c.Slug == query.Slug, cancellationToken);
        if (committee is null)
        {
            return new CommitteeNotFound();
        }

        var consultations = await db.Set<Consultation>().AsNoTracking()
            .Where(c => c.CommitteeId == committee.Id && c.State != ConsultationState.Draft && c.State != ConsultationState.InReview)
            .ToListAsync(cancellationToken);
        var surveys = await db.Set<AskedDialogue>()
            .Where(d => d.CommitteeId == committee.Id && d.Kind == DialogueKind.Survey && d.State != ConsultationState.Cancelled
                && (d.CountedAt != null || !db.Set<PanelWave>().Any(w => w.SurveyId == d.Id)))
            .ToListAsync(cancellationToken);
        var answers = (await db.Set<DecisionFeedback>().AsNoTracking()
                .Where(f => f.CommitteeId == committee.Id && f.State == FeedbackState.Published)
                .Select(f => new { Feedback = f, Quota = db.Set<PromiseQuota>().FirstOrDefault(q => q.DialogueId == f.DialogueId) }).ToListAsync(cancellationToken))
            .ToDictionary(a => a.Feedback.DialogueId);
        List<Guid> ids = [.. consultations.Select(c => c.Id), .. surveys.Select(d => d.Id)];
        var escalated = (await db.Set<Milestone>().AsNoTracking().Where(m => m.Kind == MilestoneKind.Escalated && ids.Contains(m.DialogueId)).ToListAsync(cancellationToken))
            .ToDictionary(m => (m.DialogueId, m.Day), m => m.At);
        var (now, today) = (clock.GetUtcNow(), clock.SwedishToday());
        IReadOnlyList<AnswerPoint> Points(Guid id) => answers.TryGetValue(id, out var answer) ? AnswerPoint.ListOf(answer.Feedback) : [];
        PromiseStanding? Promise(Guid id) => answers.TryGetValue(id, out var answer) ? PromiseStanding.Of(answer.Feedback, answer.Quota, today) : null;
        DateTimeOffset? Escalated(Guid id, DateOnly promised) => escalated.TryGetValue((id, promised), out var at) ? at : null;
        return new CommitteeView(
            committee.Slug, committee.Name, [.. committee.Meetings.Where(d => d >= today).Take(3)],
            [
                .. consultations.Select(c => new CommitteeDialogue(
                    DialogueKind.Consultation, $"/radslag/{c.Slug}", c.Title, c.PhaseAt(now, today), c.Schedule!, c.PromisedAt!.Value, Escalated(c.Id, c.PromisedAt.Value),
                    Points(c.Id), Promise(c.Id))),
                .. surveys.Select(d => new CommitteeDialogue(
                    DialogueKind.Survey, d.Address, d.Title, d.PhaseAt(now, today), new Schedule(d.OpensAt, d.OpensAt, d.ClosesAt, d.ResultsAt, d.PromisedAt), d.PromisedAt,
                    Escalated(d.Id, d.PromisedAt), Points(d.Id), Promise(d.Id))),
            ]);
    }
}
