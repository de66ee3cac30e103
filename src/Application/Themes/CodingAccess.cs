using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Identity;

namespace Medborgardialog.Application.Themes;

/// <summary>Who may sort texts into themes: officers. For everybody else there is no coding.</summary>
public static class CodingAccess
{
    public static bool MayCode(ICurrentUser user) => user.IsInRole(Role.Officer);
}
