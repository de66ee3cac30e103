using System.Collections.Concurrent;
using Medborgardialog.Application.Identity;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medborgardialog.Infrastructure.Identity;

internal sealed class StaffDirectory(IServiceScopeFactory scopes, TimeProvider clock) : IStaffDirectory
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<Guid, (StaffEntry? Entry, DateTimeOffset ReadAt)> _kept = new();

    public async ValueTask<StaffEntry?> FindAsync(Guid staffId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_kept.TryGetValue(staffId, out var kept) && now - kept.ReadAt < Lifetime)
        {
            return kept.Entry;
        }

        await using var scope = scopes.CreateAsyncScope();
        var staff = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<StaffMember>().AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == staffId && s.IsActive, cancellationToken);
        var entry = staff is null ? null : new StaffEntry(staff.Id, staff.Name, staff.Title, staff.Roles);
        _kept[staffId] = (entry, now);
        return entry;
    }

    public void Forget(Guid staffId) => _kept.TryRemove(staffId, out _);
}
