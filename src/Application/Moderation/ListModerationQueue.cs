using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Moderation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Moderation;

/// <param name="Slug">One rådslag; null for all.</param>
/// <param name="ReportedOnly">Only what readers have reported.</param>
public sealed record ListModerationQueueQuery(string? Slug = null, bool ReportedOnly = false);

public sealed record QueueItem(
    Guid CaseId, int PostNumber, string Thread, string Consultation, IReadOnlyList<string> Flags, int Complaints,
    DateTimeOffset OpenedAt, bool IsHeld, string? TakenByOther);

/// <summary>What waits: twice reported first, then the oldest. One statement. <see cref="ModerationForbidden"/>.</summary>
public sealed class ListModerationQueueHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    private const int Most = 100;

    public async Task<Result<IReadOnlyList<QueueItem>>> HandleAsync(ListModerationQueueQuery query, CancellationToken cancellationToken)
    {
        if (!ConsultationAccess.MayModerate(user))
        {
            return new ModerationForbidden();
        }

        var (now, me) = (clock.GetUtcNow(), user.Id);
        var rows = await db.Set<ModerationCase>()
            .AsNoTracking()
            .Where(c => c.Outcome == CaseOutcome.Waiting && (!query.ReportedOnly || c.Complaints > 0))
            .Join(db.Set<Post>(), c => c.PostId, p => p.Id, (c, p) => new { Case = c, p.Number, p.State, p.ThreadId })
            .Join(db.Set<TalkThread>(), r => r.ThreadId, t => t.Id, (r, t) => new { r.Case, r.Number, r.State, Thread = t.Title, t.ConsultationId })
            .Join(db.Set<Consultation>().Where(c => query.Slug == null || c.Slug == query.Slug), r => r.ConsultationId, c => c.Id,
                (r, c) => new { r.Case, r.Number, r.State, r.Thread, Consultation = c.ShortTitle == "" ? c.Title : c.ShortTitle })
            .OrderByDescending(r => r.Case.Complaints >= 2).ThenBy(r => r.Case.OpenedAt)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(r => new QueueItem(
            r.Case.Id, r.Number, r.Thread, r.Consultation, r.Case.Flags, r.Case.Complaints, r.Case.OpenedAt, r.State == PostState.Held,
            r.Case.IsTakenByOther(me, now) ? r.Case.TakenByName : null));
    }
}
