using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Identity;

/// <summary>
/// What every change of a member of staff has in common: only administrators, a reason, a row in the audit log, and the kept
/// roles are forgotten, so that the change holds from the next request on this node and within a minute on others (trust T10).
/// Errors beside those of the change: <see cref="StaffNotFound"/> (also for those who are no administrators), <see cref="RoleReasonMissing"/>.
/// </summary>
public sealed class StaffDesk(IAppDbContext db, ICurrentUser user, IStaffDirectory directory, TimeProvider clock)
{
    private const int ShortestReason = 5;

    /// <param name="action">Key of the audit row, for example <c>staff.given.officer</c>.</param>
    /// <param name="about">Goes before the reason in the audit row: the committee, or empty.</param>
    public async Task<Result<Done>> ChangeAsync(
        Guid staffId, string action, string about, string reason, Func<StaffMember, Task<Result<Done>>> change, CancellationToken cancellationToken)
    {
        var staff = await db.Set<StaffMember>().SingleOrDefaultAsync(s => s.Id == staffId && s.IsActive, cancellationToken);
        if (staff is null || !user.IsInRole(Role.Administrator))
        {
            return new StaffNotFound();
        }

        if (reason.Trim().Length < ShortestReason)
        {
            return new RoleReasonMissing();
        }

        var changed = await change(staff);
        if (!changed.IsSuccess)
        {
            return changed.Error;
        }

        Record(action, staffId, about.Length == 0 ? reason : $"{about}: {reason}");
        await db.SaveChangesAsync(cancellationToken);
        directory.Forget(staffId);
        return Done.Value;
    }

    public void Record(string action, Guid staffId, string reason) =>
        db.Set<AuditEntry>().Add(new AuditEntry(user.Id, user.DisplayName ?? "", action, staffId, reason, clock.GetUtcNow()));

    /// <summary>The last part of a key for a role, for example <c>officer</c>.</summary>
    public static string Key(Role role) => role switch
    {
        Role.CommitteeSecretary => "secretary",
        Role.CommitteeMember => "member",
        Role.CommitteeChair => "chair",
        _ => role.ToString().ToLowerInvariant(),
    };
}
