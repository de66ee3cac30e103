using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

public sealed record GetCommitteeRoomQuery(string CommitteeSlug);

/// <param name="NextMeeting">The next day on which the committee meets; null when none is known.</param>
/// <param name="Rows">What waits for an answer first, the earliest promised first; then what is answered, the latest first.</param>
public sealed record CommitteeRoomView(
    string Slug, string Name, DateOnly? NextMeeting, bool MayWrite, bool MayApprove, IReadOnlyList<RoomRow> Rows);

/// <param name="Report">The latest delivered version; null while it is on its way.</param>
/// <param name="State">Of the answer; null before it has been begun.</param>
/// <param name="Last">What happened last with the answer; null before it has been begun.</param>
/// <param name="MayApprove">Waits for the asker, who is the chair and has not written in it.</param>
public sealed record RoomRow(
    string Slug, string Title, Phase Phase, DateOnly PromisedAt, RoomReport? Report, FeedbackState? State, FeedbackEvent? Last,
    DateTimeOffset? PublishedAt, bool MayApprove)
{
    /// <summary>A version of the report has come since the draft was begun.</summary>
    public bool IsNewerThanDraft { get; init; }
}

/// <param name="IsStale">A source that it rests on has been withdrawn.</param>
/// <param name="IsWithdrawn">It has been taken back, and no later version has come.</param>
public sealed record RoomReport(string Number, string NumberSlug, int Version, DateTimeOffset DeliveredAt, bool IsStale, bool IsWithdrawn);

/// <summary>What lies in a committee's room. <see cref="CommitteeNotFound"/> when there is none or the asker is not of it.</summary>
public sealed class GetCommitteeRoomHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<CommitteeRoomView>> HandleAsync(GetCommitteeRoomQuery query, CancellationToken cancellationToken)
    {
        var committee = await db.Set<Committee>().AsNoTracking().SingleOrDefaultAsync(c => c.Slug == query.CommitteeSlug, cancellationToken);
        if (committee is null || !ConsultationAccess.MayEnterCommitteeRoom(user, committee.Id))
        {
            return new CommitteeNotFound();
        }

        var found = await db.Set<AskedDialogue>()
            .Where(c => c.CommitteeId == committee.Id && c.CountedAt != null)
            .Select(c => new
            {
                Dialogue = c,
                Report = db.Set<Report>().Where(r => r.DialogueId == c.Id && r.State == ReportState.Delivered)
                    .OrderByDescending(r => r.Version).Select(r => new { r.Number, r.Version, r.DeliveredAt, r.StaleAt, r.WithdrawnAt }).FirstOrDefault(),
                Feedback = db.Set<DecisionFeedback>().FirstOrDefault(f => f.DialogueId == c.Id),
            })
            .ToListAsync(cancellationToken);
        var (now, today) = (clock.GetUtcNow(), clock.SwedishToday());
        var chair = ConsultationAccess.MayApproveAnswer(user, committee.Id);
        var rows = found
            .Select(f => new RoomRow(
                f.Dialogue.Slug, f.Dialogue.Title, f.Dialogue.PhaseAt(now, today), f.Dialogue.PromisedAt,
                f.Report is null ? null : new RoomReport(f.Report.Number, Report.SlugOf(f.Report.Number), f.Report.Version, f.Report.DeliveredAt!.Value, f.Report.StaleAt is not null, f.Report.WithdrawnAt is not null),
                f.Feedback?.State, f.Feedback is { History: [.., var last] } ? last : null, f.Feedback?.PublishedAt,
                chair && f.Feedback is { State: FeedbackState.Submitted } waiting && !waiting.HasBeenWrittenBy(user.Id ?? Guid.Empty))
            {
                IsNewerThanDraft = f.Feedback is { State: FeedbackState.Draft, History: [var first, ..] } && f.Report?.DeliveredAt > first.At,
            })
            .ToList();
        return new CommitteeRoomView(
            committee.Slug, committee.Name, committee.Meetings.Where(d => d >= today).Select(d => (DateOnly?)d).FirstOrDefault(),
            ConsultationAccess.MayWriteAnswer(user, committee.Id), chair,
            [
                .. rows.Where(r => r.PublishedAt is null).OrderBy(r => r.PromisedAt),
                .. rows.Where(r => r.PublishedAt is not null).OrderByDescending(r => r.PublishedAt),
            ]);
    }
}
