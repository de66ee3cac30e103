using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Identity;

public sealed record TakeRoleCommand(Guid StaffId, Role Role, Guid? CommitteeId, string? Reason);

/// <summary>Errors: <see cref="StaffNotFound"/>, <see cref="RoleReasonMissing"/>, <see cref="RoleNotHeld"/>, <see cref="LastAdministrator"/>.</summary>
public sealed class TakeRoleHandler(IAppDbContext db, StaffDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(TakeRoleCommand command, CancellationToken cancellationToken)
    {
        var committee = await db.Set<Committee>().SingleOrDefaultAsync(c => c.Id == command.CommitteeId, cancellationToken);
        return await desk.ChangeAsync(
            command.StaffId, $"staff.taken.{StaffDesk.Key(command.Role)}", committee?.Name ?? "", command.Reason ?? "",
            async staff => command.Role == Role.Administrator && !await HasOtherAdministratorAsync(staff.Id, cancellationToken)
                ? new LastAdministrator()
                : staff.Take(new StaffRole(command.Role, command.CommitteeId)),
            cancellationToken);
    }

    private async Task<bool> HasOtherAdministratorAsync(Guid staffId, CancellationToken cancellationToken)
    {
        // Roles are a JSON column; staff are few.
        var others = await db.Set<StaffMember>().AsNoTracking().Where(s => s.IsActive && s.Id != staffId).ToListAsync(cancellationToken);
        return others.Exists(s => s.Has(Role.Administrator));
    }
}
