using Medborgardialog.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Account;

/// <summary>S16 for staff: on to the municipality's own sign-in.</summary>
public sealed class StaffModel(IAuthenticationSchemeProvider schemes) : AppPage
{
    [FromQuery(Name = "till")]
    public string? Back { get; set; }

    [FromQuery(Name = "avbrutet")]
    public bool WasBroken { get; set; }

    public bool IsConfigured { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        IsConfigured = await schemes.GetSchemeAsync(StaffSignIn.Scheme) is not null;
        if (WasBroken)
        {
            ModelState.AddModelError("", T["staff.broken"]);
        }

        return Page();
    }

    public async Task<IActionResult> OnGetGoAsync() =>
        await schemes.GetSchemeAsync(StaffSignIn.Scheme) is null
            ? NotFound()
            : Challenge(
                new AuthenticationProperties { RedirectUri = Local($"/logga-in/personal/klart?till={Uri.EscapeDataString(BackAddress.Safe(Back))}") },
                StaffSignIn.Scheme);
}
