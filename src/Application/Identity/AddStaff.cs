using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Identity;

/// <param name="ObjectId">The work account's object id at the identity provider, as text.</param>
public sealed record AddStaffCommand(string? Name, string? Title, string? Email, string? ObjectId);

public sealed record StaffAdded(Guid StaffId);

/// <summary>
/// Makes a work account known here, without any role yet.
/// Errors: <see cref="StaffNotFound"/> for those who are no administrators, <see cref="StaffIncomplete"/>, <see cref="StaffAlreadyKnown"/>.
/// </summary>
public sealed class AddStaffHandler(IAppDbContext db, ICurrentUser user, StaffDesk desk) : IUseCase
{
    private const int Longest = 120;

    public async Task<Result<StaffAdded>> HandleAsync(AddStaffCommand command, CancellationToken cancellationToken)
    {
        if (!user.IsInRole(Role.Administrator))
        {
            return new StaffNotFound();
        }

        var name = (command.Name ?? "").Trim();
        var title = (command.Title ?? "").Trim();
        if (name.Length is 0 or > Longest || title.Length is 0 or > Longest
            || EmailAddress.Normalise(command.Email) is not { } email
            || !Guid.TryParse(command.ObjectId?.Trim(), out var objectId) || objectId == Guid.Empty)
        {
            return new StaffIncomplete();
        }

        if (await db.Set<StaffMember>().AnyAsync(s => s.ObjectId == objectId, cancellationToken))
        {
            return new StaffAlreadyKnown();
        }

        var staff = new StaffMember(objectId, name, title, email, []);
        db.Set<StaffMember>().Add(staff);
        desk.Record("staff.added", staff.Id, "");
        await db.SaveChangesAsync(cancellationToken);
        return new StaffAdded(staff.Id);
    }
}
