using Medborgardialog.Application.Identity;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Web;

namespace Medborgardialog.Web.Pages.Account;

/// <summary>Exchanges the provider's answer for a session of ours, if the account is one of our staff.</summary>
public sealed class StaffDoneModel(FindStaffHandler find, IOptionsMonitor<MicrosoftIdentityOptions> provider) : AppPage
{
    [FromQuery(Name = "till")]
    public string? Back { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var answer = await HttpContext.AuthenticateAsync(StaffSignIn.ExternalCookie);
        if (!answer.Succeeded)
        {
            return Redirect(Local("/logga-in/personal"));
        }

        await HttpContext.SignOutAsync(StaffSignIn.ExternalCookie);

        // Only our own tenant's accounts: object ids say nothing elsewhere (trust T08).
        var ours = string.Equals(answer.Principal.GetTenantId(), provider.Get(StaffSignIn.Scheme).TenantId, StringComparison.OrdinalIgnoreCase);
        var found = ours && Guid.TryParse(answer.Principal.GetObjectId(), out var objectId)
            ? await find.HandleAsync(new FindStaffQuery(objectId), cancellationToken)
            : (Domain.Common.Result<StaffEntry>)new StaffNotFound();
        if (!found.IsSuccess)
        {
            Response.StatusCode = StatusCodes.Status403Forbidden;
            return Page();
        }

        await HttpContext.SignInAsync(Session.Scheme, Session.ForStaff(found.Value));
        return Redirect(Local(BackAddress.Safe(Back) is "/" ? StartOf(found.Value) : BackAddress.Safe(Back)));
    }

    private static string StartOf(StaffEntry staff) =>
        staff.Roles.Any(r => r.Role is Role.Officer or Role.Moderator) ? "/arbetsyta"
        : staff.Roles.Any(r => r.CommitteeId is not null) ? "/namndrum"
        : "/system/anvandare";
}
