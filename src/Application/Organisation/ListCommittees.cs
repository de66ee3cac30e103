using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Organisation;

public sealed record ListCommitteesQuery;

public sealed record CommitteeRow(string Slug, string Name);

/// <summary>Every committee, by name.</summary>
public sealed class ListCommitteesHandler(IAppDbContext db) : IUseCase
{
    public async Task<Result<IReadOnlyList<CommitteeRow>>> HandleAsync(ListCommitteesQuery query, CancellationToken cancellationToken)
    {
        _ = query;
        return await db.Set<Committee>().OrderBy(c => c.Name).Select(c => new CommitteeRow(c.Slug, c.Name)).ToArrayAsync(cancellationToken);
    }
}
