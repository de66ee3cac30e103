using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Ballots;

public sealed record ListPopulationGroupsQuery;

/// <summary>The groups people may place themselves in, in order.</summary>
public sealed record PopulationGroups(IReadOnlyList<string> Ages, IReadOnlyList<string> Areas);

public sealed class ListPopulationGroupsHandler(IAppDbContext db) : IUseCase
{
    public async Task<Result<PopulationGroups>> HandleAsync(ListPopulationGroupsQuery query, CancellationToken cancellationToken)
    {
        _ = query;
        var groups = await db.Set<Population>().OrderBy(p => p.Order).Select(p => new { p.Variable, p.Category }).ToListAsync(cancellationToken);
        return new PopulationGroups(
            [.. groups.Where(g => g.Variable == AboutYou.Age).Select(g => g.Category)],
            [.. groups.Where(g => g.Variable == AboutYou.Area).Select(g => g.Category)]);
    }
}
