using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Moderation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Moderation;

/// <summary>Which part of the queue.</summary>
public enum QueueView
{
    /// <summary>Everything that nobody has decided.</summary>
    Waiting = 0,

    /// <summary>Of that, only what readers have reported.</summary>
    Reported = 1,

    /// <summary>What has been decided, latest first.</summary>
    Done = 2,
}

/// <param name="Slug">One rådslag; null for all.</param>
public sealed record ListModerationQueueQuery(string? Slug = null, QueueView View = QueueView.Waiting);

/// <param name="Waiting">How many wait in all, whatever is chosen.</param>
/// <param name="Oldest">Since when the oldest of those has waited.</param>
/// <param name="Places">The rådslag that have cases.</param>
public sealed record ModerationQueue(
    IReadOnlyList<QueueItem> Items, int Waiting, DateTimeOffset? Oldest, IReadOnlyList<QueuePlace> Places);

public sealed record QueuePlace(string Slug, string Name);

public sealed record QueueItem(
    Guid CaseId, int PostNumber, string Thread, string Consultation, IReadOnlyList<string> Flags, int Complaints,
    DateTimeOffset OpenedAt, DateTimeOffset? DecidedAt, PostState State, string? TakenByOther);

/// <summary>What waits: twice reported first, then the oldest. Two statements. <see cref="ModerationForbidden"/>.</summary>
public sealed class ListModerationQueueHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    private const int Most = 100;

    public async Task<Result<ModerationQueue>> HandleAsync(ListModerationQueueQuery query, CancellationToken cancellationToken)
    {
        if (!ConsultationAccess.MayModerate(user))
        {
            return new ModerationForbidden();
        }

        var places = await db.Set<Consultation>()
            .Select(c => new
            {
                c.Slug,
                Name = c.ShortTitle == "" ? c.Title : c.ShortTitle,
                Cases = db.Set<ModerationCase>().Count(k => k.ConsultationId == c.Id),
                Waiting = db.Set<ModerationCase>().Count(k => k.ConsultationId == c.Id && k.Outcome == CaseOutcome.Waiting),
                Oldest = db.Set<ModerationCase>().Where(k => k.ConsultationId == c.Id && k.Outcome == CaseOutcome.Waiting)
                    .Min(k => (DateTimeOffset?)k.OpenedAt),
            })
            .Where(c => c.Cases > 0)
            .OrderBy(c => c.Name)
            .ToListAsync(cancellationToken);
        return new ModerationQueue(
            await ItemsAsync(query, cancellationToken), places.Sum(p => p.Waiting), places.Min(p => p.Oldest),
            places.ConvertAll(p => new QueuePlace(p.Slug, p.Name)));
    }

    private async Task<IReadOnlyList<QueueItem>> ItemsAsync(ListModerationQueueQuery query, CancellationToken cancellationToken)
    {
        var (now, me, done) = (clock.GetUtcNow(), user.Id, query.View == QueueView.Done);
        var cases = db.Set<ModerationCase>()
            .AsNoTracking()
            .Where(c => done ? c.Outcome != CaseOutcome.Waiting : c.Outcome == CaseOutcome.Waiting)
            .Where(c => query.View != QueueView.Reported || c.Complaints > 0);
        var joined = cases
            .Join(db.Set<Post>(), c => c.PostId, p => p.Id, (c, p) => new { Case = c, p.Number, p.State, p.ThreadId })
            .Join(db.Set<TalkThread>(), r => r.ThreadId, t => t.Id, (r, t) => new { r.Case, r.Number, r.State, Thread = t.Title, t.ConsultationId })
            .Join(db.Set<Consultation>().Where(c => query.Slug == null || c.Slug == query.Slug), r => r.ConsultationId, c => c.Id,
                (r, c) => new { r.Case, r.Number, r.State, r.Thread, Consultation = c.ShortTitle == "" ? c.Title : c.ShortTitle });
        var ordered = done
            ? joined.OrderByDescending(r => r.Case.DecidedAt)
            : joined.OrderByDescending(r => r.Case.Complaints >= 2).ThenBy(r => r.Case.OpenedAt);
        var rows = await ordered.Take(Most).ToListAsync(cancellationToken);
        return rows.ConvertAll(r => new QueueItem(
            r.Case.Id, r.Number, r.Thread, r.Consultation, r.Case.Flags, r.Case.Complaints, r.Case.OpenedAt, r.Case.DecidedAt, r.State,
            r.Case.IsTakenByOther(me, now) ? r.Case.TakenByName : null));
    }
}
