using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Identity;

public sealed record ChooseDisplayNameCommand(string? Name);

public sealed record DisplayNameChosen(string Name);

/// <summary>Errors: <see cref="ResidentNotFound"/>, <see cref="DisplayNameWrong"/>, <see cref="DisplayNameReserved"/>.</summary>
public sealed class ChooseDisplayNameHandler(IAppDbContext db, ICurrentUser user) : IUseCase
{
    public async Task<Result<DisplayNameChosen>> HandleAsync(ChooseDisplayNameCommand command, CancellationToken cancellationToken)
    {
        var resident = user.IsResident()
            ? await db.Set<Resident>().SingleOrDefaultAsync(r => r.Id == user.Id, cancellationToken)
            : null;
        if (resident is null)
        {
            return new ResidentNotFound();
        }

        var chosen = resident.ChooseName(command.Name ?? "");
        if (!chosen.IsSuccess)
        {
            return chosen.Error;
        }

        // Nobody may speak as one of the municipality's own. Staff are few.
        var staff = await db.Set<StaffMember>().Where(s => s.IsActive).Select(s => s.Name).ToListAsync(cancellationToken);
        if (staff.Exists(s => string.Equals(s, resident.DisplayName, StringComparison.OrdinalIgnoreCase)))
        {
            return new DisplayNameReserved();
        }

        await db.SaveChangesAsync(cancellationToken);
        return new DisplayNameChosen(resident.DisplayName);
    }
}
