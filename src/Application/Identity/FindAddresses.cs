using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Identity;

public sealed record FindAddressesQuery(IReadOnlyList<Guid> ResidentIds);

/// <summary>E-mail addresses by resident, for mail that people have asked for. Called by outbox handlers and jobs, never by a page.</summary>
public sealed class FindAddressesHandler(IAppDbContext db) : IUseCase
{
    public async Task<Result<IReadOnlyDictionary<Guid, string>>> HandleAsync(FindAddressesQuery query, CancellationToken cancellationToken) =>
        await db.Set<Resident>()
            .Where(r => query.ResidentIds.Contains(r.Id))
            .ToDictionaryAsync(r => r.Id, r => r.Email, cancellationToken);
}
