using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Identity;

public sealed record FindStaffQuery(Guid ObjectId);

/// <summary>The member of staff behind an account at the identity provider. <see cref="StaffNotFound"/> when there is none that is active.</summary>
public sealed class FindStaffHandler(IAppDbContext db) : IUseCase
{
    public async Task<Result<StaffEntry>> HandleAsync(FindStaffQuery query, CancellationToken cancellationToken)
    {
        var staff = await db.Set<StaffMember>().AsNoTracking()
            .SingleOrDefaultAsync(s => s.ObjectId == query.ObjectId && s.IsActive, cancellationToken);
        return staff is null ? new StaffNotFound() : new StaffEntry(staff.Id, staff.Name, staff.Title, staff.Roles);
    }
}
