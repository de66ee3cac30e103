using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Infrastructure.Identity;

/// <summary>
/// A new installation knows nobody, and only an administrator can make people known. The first one is named in the settings;
/// as soon as there is an administrator the settings have no effect.
/// </summary>
internal static class FirstAdministrator
{
    public static async Task AddAsync(AppDbContext db, Guid objectId, string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var staff = await db.Set<StaffMember>().ToListAsync(cancellationToken);
        if (staff.Exists(s => s.IsActive && s.Has(Role.Administrator)))
        {
            return;
        }

        var first = staff.Find(s => s.ObjectId == objectId && s.IsActive);
        if (first is null)
        {
            first = new StaffMember(objectId, name, "systemförvaltare", "", []);
            db.Add(first);
        }

        first.Give(new StaffRole(Role.Administrator));
        db.Add(new AuditEntry(null, "", "staff.given.administrator", first.Id, "Staff:FirstAdministrator", now));
        await db.SaveChangesAsync(cancellationToken);
    }
}
