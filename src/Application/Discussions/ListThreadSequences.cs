using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Discussions;

public sealed record ListThreadSequencesQuery(IReadOnlyCollection<Guid> ThreadIds);

/// <param name="Sequence">The latest change of what readers see.</param>
public sealed record ThreadSequence(Guid ThreadId, long Sequence);

/// <summary>How far threads have come, for a node that wants to know what other nodes have changed. One statement.</summary>
public sealed class ListThreadSequencesHandler(IAppDbContext db) : IUseCase
{
    public async Task<Result<IReadOnlyList<ThreadSequence>>> HandleAsync(ListThreadSequencesQuery query, CancellationToken cancellationToken) =>
        await db.Set<TalkThread>()
            .Where(t => query.ThreadIds.Contains(t.Id))
            .Select(t => new ThreadSequence(t.Id, t.Sequence))
            .ToListAsync(cancellationToken);
}
