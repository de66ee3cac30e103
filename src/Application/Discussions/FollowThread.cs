using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Discussions;

public sealed record FollowThreadQuery(Guid ThreadId);

/// <param name="Sequence">The latest change; whoever has seen less fetches the rest.</param>
/// <param name="Address">Last part of the thread's address.</param>
public sealed record ThreadFollowed(Guid ThreadId, long Sequence, string Address);

/// <summary>The same check as the thread's page. One statement. <see cref="ThreadNotFound"/> also where the talk may not be read.</summary>
public sealed class FollowThreadHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<ThreadFollowed>> HandleAsync(FollowThreadQuery query, CancellationToken cancellationToken)
    {
        var row = await db.Set<TalkThread>()
            .AsNoTracking()
            .Where(t => t.Id == query.ThreadId)
            .Join(db.Set<Consultation>(), t => t.ConsultationId, c => c.Id, (t, c) => new { Thread = t, Consultation = c })
            .SingleOrDefaultAsync(cancellationToken);
        return row is not null && !TalkDesk.IsWithheldFrom(user, row.Thread) && ConsultationAccess.MayReadDiscussion(user, row.Consultation.PhaseAt(clock.GetUtcNow(), clock.SwedishToday()))
            ? new ThreadFollowed(query.ThreadId, row.Thread.Sequence, ThreadAddress.Of(row.Thread.Title, row.Thread.Number))
            : new ThreadNotFound();
    }
}
