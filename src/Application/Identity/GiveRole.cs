using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Identity;

/// <param name="CommitteeId">For committee roles.</param>
public sealed record GiveRoleCommand(Guid StaffId, Role Role, Guid? CommitteeId, string? Reason);

/// <summary>Errors: <see cref="StaffNotFound"/>, <see cref="RoleReasonMissing"/>, <see cref="RoleWrong"/>, <see cref="RoleAlreadyHeld"/>.</summary>
public sealed class GiveRoleHandler(IAppDbContext db, StaffDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(GiveRoleCommand command, CancellationToken cancellationToken)
    {
        var committeeId = command.Role.IsCommittees() ? command.CommitteeId : null;
        var committee = committeeId is null
            ? null
            : await db.Set<Committee>().SingleOrDefaultAsync(c => c.Id == committeeId, cancellationToken);
        if (committeeId is not null && committee is null)
        {
            return new RoleWrong();
        }

        return await desk.ChangeAsync(
            command.StaffId, $"staff.given.{StaffDesk.Key(command.Role)}", committee?.Name ?? "", command.Reason ?? "",
            staff => Task.FromResult(staff.Give(new StaffRole(command.Role, committeeId))), cancellationToken);
    }
}
