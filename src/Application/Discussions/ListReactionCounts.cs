using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Discussions;

public sealed record ListReactionCountsQuery(Guid ThreadId);

public sealed record PostReactions(int Number, int Good, int Thoughtful);

/// <summary>The counts of a thread's latest 200 posts, for the broadcast. One statement.</summary>
public sealed class ListReactionCountsHandler(IAppDbContext db) : IUseCase
{
    public async Task<Result<IReadOnlyList<PostReactions>>> HandleAsync(ListReactionCountsQuery query, CancellationToken cancellationToken) =>
        await db.Set<Post>()
            .Where(p => p.ThreadId == query.ThreadId && p.State == PostState.Visible)
            .OrderByDescending(p => p.Number)
            .Take(200)
            .Select(p => new PostReactions(p.Number, p.Good, p.Thoughtful))
            .ToListAsync(cancellationToken);
}
