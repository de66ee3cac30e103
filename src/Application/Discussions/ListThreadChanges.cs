using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Discussions;

public sealed record ListThreadChangesQuery(Guid ThreadId, long After);

/// <summary>
/// What everyone may see that has changed in a thread, in the order of the changes, for the broadcast: it serves those who
/// were let in by <see cref="FollowThreadHandler"/>. One statement.
/// </summary>
public sealed class ListThreadChangesHandler(IAppDbContext db) : IUseCase
{
    public async Task<Result<IReadOnlyList<PostView>>> HandleAsync(ListThreadChangesQuery query, CancellationToken cancellationToken) =>
        await db.Set<Post>()
            .Where(p => p.ThreadId == query.ThreadId && p.ChangedSequence > query.After && p.State != PostState.Held)
            .OrderBy(p => p.ChangedSequence)
            .Take(GetThreadHandler.MostChanges)
            .Select(PostView.FromPost)
            .ToListAsync(cancellationToken);
}
