using Medborgardialog.Application.Identity;
using Medborgardialog.Domain.Identity;

namespace Medborgardialog.Web.Pages.Administration;

internal static class RoleText
{
    /// <summary>What can be given to staff, the most common first.</summary>
    public static readonly IReadOnlyList<Role> Given =
        [Role.Officer, Role.Moderator, Role.CommitteeSecretary, Role.CommitteeMember, Role.CommitteeChair, Role.Administrator];

    public static string Key(Role role) => $"role.{StaffDesk.Key(role)}";
}
