using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Identity;

public sealed record ListApiKeysQuery;

/// <param name="Begins">How the key begins.</param>
public sealed record ApiKeyRow(Guid Id, string Name, string Begins, string CreatedBy, DateTimeOffset CreatedAt, DateOnly? UsedOn, DateTimeOffset? RevokedAt);

/// <summary>Keys that work first, the latest first. <see cref="ApiKeyNotFound"/> for those who are no administrators.</summary>
public sealed class ListApiKeysHandler(IAppDbContext db, ICurrentUser user) : IUseCase
{
    public async Task<Result<IReadOnlyList<ApiKeyRow>>> HandleAsync(ListApiKeysQuery query, CancellationToken cancellationToken) => user.IsInRole(Role.Administrator)
        ? (ApiKeyRow[])
        [
            .. (await db.Set<ApiKey>().AsNoTracking().ToListAsync(cancellationToken)).OrderByDescending(k => k.Works).ThenByDescending(k => k.CreatedAt)
                .Select(k => new ApiKeyRow(k.Id, k.Name, k.Begins, k.CreatedBy, k.CreatedAt, k.UsedOn, k.RevokedAt)),
        ]
        : new ApiKeyNotFound();
}
