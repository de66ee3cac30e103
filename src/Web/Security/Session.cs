using System.Globalization;
using System.Security.Claims;
using Medborgardialog.Application.Identity;
using Medborgardialog.Domain.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Medborgardialog.Web.Security;

/// <summary>What the session cookie says about a person. A new one is issued at every sign-in and at every rise in level (trust T02).</summary>
internal static class Session
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    private const string LevelClaim = "niva";
    private const string TitleClaim = "titel";
    private const string StaffClaim = "personal";
    private const string CommitteeClaim = "namnd";

    public static ClaimsPrincipal ForResident(Guid id, string displayName, AssuranceLevel level) => Principal(
        new Claim(ClaimTypes.NameIdentifier, id.ToString("D")),
        new Claim(ClaimTypes.Name, displayName),
        new Claim(LevelClaim, ((int)level).ToString(CultureInfo.InvariantCulture)),
        new Claim(ClaimTypes.Role, nameof(Role.Resident)));

    public static ClaimsPrincipal ForStaff(StaffEntry staff) => Principal(
    [
        new Claim(ClaimTypes.NameIdentifier, staff.Id.ToString("D")),
        new Claim(ClaimTypes.Name, staff.Name),
        new Claim(TitleClaim, staff.Title),
        new Claim(StaffClaim, "1"),
        .. staff.Roles.Select(r => r.Role).Distinct().Select(r => new Claim(ClaimTypes.Role, r.ToString())),
        .. staff.Roles.Where(r => r.CommitteeId is not null).Select(r => new Claim(CommitteeClaim, CommitteeValue(r.Role, r.CommitteeId!.Value))),
    ]);

    public static string CommitteeValue(Role role, Guid committeeId) => $"{role}:{committeeId:D}";

    public static bool HasCommittee(ClaimsPrincipal principal, Role role, Guid committeeId) =>
        principal.HasClaim(CommitteeClaim, CommitteeValue(role, committeeId));

    public static Guid? Id(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    public static string? Title(ClaimsPrincipal principal) => principal.FindFirstValue(TitleClaim);

    public static AssuranceLevel Level(ClaimsPrincipal principal) =>
        int.TryParse(principal.FindFirstValue(LevelClaim), CultureInfo.InvariantCulture, out var level) ? (AssuranceLevel)level : AssuranceLevel.None;

    /// <summary>Staff are looked up again, at most 60 seconds old, so that a role that is taken away is gone (trust T08).</summary>
    public static async Task RefreshAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal is not { } principal || !principal.HasClaim(StaffClaim, "1"))
        {
            return;
        }

        var directory = context.HttpContext.RequestServices.GetRequiredService<IStaffDirectory>();
        var staff = Id(principal) is { } id ? await directory.FindAsync(id, context.HttpContext.RequestAborted) : null;
        if (staff is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
            return;
        }

        context.ReplacePrincipal(ForStaff(staff));
    }

    private static ClaimsPrincipal Principal(params Claim[] claims) => new(new ClaimsIdentity(claims, Scheme));
}
