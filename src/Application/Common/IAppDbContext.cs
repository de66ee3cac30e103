using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Common;

/// <summary>
/// The unit of work. EF Core is already a repository, so there is no other. Answer tables are not here:
/// they are written through <c>IBallotBox</c> and read through <c>IDisclosureGate</c> only.
/// </summary>
public interface IAppDbContext
{
    DbSet<TEntity> Set<TEntity>()
        where TEntity : class;

    Task<int> SaveChangesAsync(CancellationToken cancellationToken);
}
