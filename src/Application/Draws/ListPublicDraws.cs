using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Draws;

public sealed record ListPublicDrawsQuery;

/// <param name="DrawnAt">Null while the seed is waited for.</param>
public sealed record PublicDrawListed(string Slug, string Name, int Size, DateTimeOffset PublishedAt, DateTimeOffset SeedFrom, DateTimeOffset? DrawnAt);

/// <summary>All published draws, the newest first. No errors.</summary>
public sealed class ListPublicDrawsHandler(IAppDbContext db) : IUseCase
{
    public async Task<Result<IReadOnlyList<PublicDrawListed>>> HandleAsync(ListPublicDrawsQuery query, CancellationToken cancellationToken)
    {
        var draws = await db.Set<PanelDraw>().AsNoTracking().Where(d => d.PublishedAt != null).OrderByDescending(d => d.PublishedAt).Take(200)
            .Select(d => new { d.Slug, d.Settings, d.PublishedAt, d.SeedFrom, d.DrawnAt }).ToListAsync(cancellationToken);
        return draws.ConvertAll(d => new PublicDrawListed(d.Slug, d.Settings.Name, d.Settings.Size, d.PublishedAt!.Value, d.SeedFrom!.Value, d.DrawnAt));
    }
}
