using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Infrastructure.Identity;

internal sealed class ModeratorDirectory(AppDbContext db) : IModeratorDirectory
{
    public async Task<IReadOnlyList<ModeratorChoice>> ListAsync(CancellationToken cancellationToken)
    {
        // Roles are one JSON column, and a municipality has some dozens of staff here.
        var staff = await db.Set<StaffMember>().AsNoTracking().Where(s => s.IsActive).OrderBy(s => s.Name).ToListAsync(cancellationToken);
        return [.. staff.Where(s => s.Roles.Any(r => r.Role == Role.Moderator)).Select(s => new ModeratorChoice(s.Id, $"{s.Name}, {s.Title}"))];
    }
}
