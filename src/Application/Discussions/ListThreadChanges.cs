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

public sealed record ListReactionCountsQuery(Guid ThreadId);

public sealed record PostReactions(int Number, int Good, int Thoughtful);

/// <summary>The counts of a thread's latest posts, for the broadcast. One statement.</summary>
public sealed class ListReactionCountsHandler(IAppDbContext db) : IUseCase
{
    public async Task<Result<IReadOnlyList<PostReactions>>> HandleAsync(ListReactionCountsQuery query, CancellationToken cancellationToken) =>
        await db.Set<Post>()
            .Where(p => p.ThreadId == query.ThreadId && p.State == PostState.Visible && p.Good + p.Thoughtful > 0)
            .OrderByDescending(p => p.Number)
            .Take(200)
            .Select(p => new PostReactions(p.Number, p.Good, p.Thoughtful))
            .ToListAsync(cancellationToken);
}
