using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Identity;

public sealed record ListStaffQuery;

/// <param name="Committee">Name of the committee, or null.</param>
public sealed record HeldRole(Role Role, Guid? CommitteeId, string? Committee);

public sealed record StaffRow(Guid Id, string Name, string Title, string Email, IReadOnlyList<HeldRole> Roles);

public sealed record StaffList(IReadOnlyList<StaffRow> Staff, IReadOnlyList<(Guid Id, string Name)> Committees);

/// <summary>Everybody who works here, by name. <see cref="StaffNotFound"/> for those who are no administrators.</summary>
public sealed class ListStaffHandler(IAppDbContext db, ICurrentUser user) : IUseCase
{
    public async Task<Result<StaffList>> HandleAsync(ListStaffQuery query, CancellationToken cancellationToken)
    {
        if (!user.IsInRole(Role.Administrator))
        {
            return new StaffNotFound();
        }

        var committees = await db.Set<Committee>().OrderBy(c => c.Name).ToDictionaryAsync(c => c.Id, c => c.Name, cancellationToken);
        var staff = await db.Set<StaffMember>().AsNoTracking().Where(s => s.IsActive).OrderBy(s => s.Name).ToListAsync(cancellationToken);
        return new StaffList(
            [.. staff.Select(s => new StaffRow(s.Id, s.Name, s.Title, s.Email, [.. s.Roles.OrderBy(r => r.Role).Select(Held)]))],
            [.. committees.Select(c => (c.Key, c.Value))]);

        HeldRole Held(StaffRole role) =>
            new(role.Role, role.CommitteeId, role.CommitteeId is { } id ? committees.GetValueOrDefault(id) : null);
    }
}
