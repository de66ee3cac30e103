using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

public sealed record OfferAliasesQuery(string Slug);

/// <summary>Names to choose among, none of them taken in the panel. Errors: <see cref="PanelNotFound"/>.</summary>
public sealed class OfferAliasesHandler(IAppDbContext db, MemberDesk desk) : IUseCase
{
    private const int Offered = 4;

    public async Task<Result<IReadOnlyList<string>>> HandleAsync(OfferAliasesQuery query, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(query.Slug, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var taken = await db.Set<Membership>().Where(m => m.PanelId == found.Value.Panel.Id && m.Alias != "").Select(m => m.Alias).ToListAsync(cancellationToken);
        return Alias.Offer(Offered, taken.ToHashSet(StringComparer.Ordinal)).ToList();
    }
}
