using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Calendar;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Promises;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

/// <param name="Latest">At most so many answers, or null for all.</param>
public sealed record ListAnswersQuery(int? Latest);

/// <param name="Answered">Latest first.</param>
/// <param name="Waiting">With a committee, the earliest promised first, so that the late ones come first.</param>
public sealed record AnswerList(IReadOnlyList<AnswerRow> Answered, IReadOnlyList<WaitingRow> Waiting);

/// <param name="Id">Of the answer.</param>
/// <param name="Lead">The point that stands for the answer in a list; null when it has none.</param>
/// <param name="Promise">What those who took part say of the promise.</param>
public sealed record AnswerRow(
    Guid Id, string Slug, string Address, string NameInText, string Committee, string CommitteeSlug, string Summary, DateTimeOffset PublishedAt,
    IReadOnlyList<AnswerPoint> Points, AnswerPoint? Lead, PromiseStanding Promise);

/// <param name="EscalatedAt">When the head of the administration was told that the answer is late; null where it has not been.</param>
public sealed record WaitingRow(string Slug, string Address, string NameInText, string Title, string Committee, Phase Phase, DateOnly PromisedAt, DateTimeOffset? EscalatedAt);

/// <summary>Every public answer, and every dialogue that waits for one.</summary>
public sealed class ListAnswersHandler(IAppDbContext db, TimeProvider clock) : IUseCase
{
    /// <summary>How many answers beyond those shown are looked through for a no.</summary>
    private const int LookedThrough = 12;

    public async Task<Result<AnswerList>> HandleAsync(ListAnswersQuery query, CancellationToken cancellationToken)
    {
        var answered = await db.Set<DecisionFeedback>().AsNoTracking()
            .Where(f => f.State == FeedbackState.Published)
            .OrderByDescending(f => f.PublishedAt)
            .Take(query.Latest + LookedThrough ?? int.MaxValue)
            .Join(db.Set<AskedDialogue>(), f => f.DialogueId, c => c.Id, (f, c) => new
            {
                Feedback = f, Dialogue = c, Committee = db.Set<Committee>().First(k => k.Id == f.CommitteeId),
                Quota = db.Set<PromiseQuota>().FirstOrDefault(q => q.DialogueId == f.DialogueId),
            })
            .ToListAsync(cancellationToken);
        var shownOn = clock.SwedishToday();
        var rows = answered
            .OrderByDescending(r => r.Feedback.PublishedAt)
            .Select(r => (Row: r, Points: AnswerPoint.ListOf(r.Feedback)))
            .Select(r => new AnswerRow(
                r.Row.Feedback.Id, r.Row.Dialogue.Slug, r.Row.Dialogue.Address, r.Row.Dialogue.NameInText, r.Row.Committee.Name, r.Row.Committee.Slug,
                r.Row.Feedback.Summary, r.Row.Feedback.PublishedAt!.Value, r.Points, r.Points.Count == 0 ? null : r.Points[0],
                PromiseStanding.Of(r.Row.Feedback, r.Row.Quota, shownOn)))
            .ToList();
        return new AnswerList(query.Latest is { } shown ? WithANo(rows, shown) : rows, await WaitingAsync(cancellationToken));
    }

    /// <summary>A short list that only shows what was granted would be advertising: where there is a no, one is shown (ux S1).</summary>
    private static List<AnswerRow> WithANo(List<AnswerRow> all, int shown)
    {
        var rows = all.Take(shown).ToList();
        var no = all.FindIndex(r => r.Points.Any(p => p.IsRefused));
        if (no < 0 || rows.Exists(r => r.Lead is { IsRefused: true }))
        {
            return rows;
        }

        // One that was answered earlier takes the place of the oldest of those shown.
        var place = no < shown ? rows.FindLastIndex(r => r.Points.Any(p => p.IsRefused)) : shown - 1;
        var with = no < shown ? rows[place] : all[no];
        rows[place] = with with { Lead = with.Points.First(p => p.IsRefused) };
        return rows;
    }

    private async Task<IReadOnlyList<WaitingRow>> WaitingAsync(CancellationToken cancellationToken)
    {
        var waiting = await db.Set<AskedDialogue>()
            .Where(c => c.CommitteeId != null && (c.State == ConsultationState.WithCommittee || (c.State == ConsultationState.Closed && c.CountedAt != null)))
            .Select(c => new
            {
                Dialogue = c,
                Committee = db.Set<Committee>().Where(k => k.Id == c.CommitteeId).Select(k => k.Name).FirstOrDefault(),
                EscalatedAt = db.Set<Milestone>().Where(m => m.DialogueId == c.Id && m.Kind == MilestoneKind.Escalated && m.Day == c.PromisedAt)
                    .Select(m => (DateTimeOffset?)m.At).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var (now, today) = (clock.GetUtcNow(), clock.SwedishToday());
        return
        [
            .. waiting
                .Select(w => new WaitingRow(
                    w.Dialogue.Slug, w.Dialogue.Address, w.Dialogue.NameInText, w.Dialogue.Title, w.Committee ?? "", w.Dialogue.PhaseAt(now, today), w.Dialogue.PromisedAt, w.EscalatedAt))
                .OrderBy(w => w.PromisedAt),
        ];
    }
}
