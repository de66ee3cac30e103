using Medborgardialog.Web.Security;
using Medborgardialog.Web.Security.LocalProvider;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Account;

/// <summary>S16 for staff: on to the municipality's own sign-in.</summary>
public sealed class StaffModel(IAuthenticationSchemeProvider schemes, IServiceProvider services) : AppPage
{
    [FromQuery(Name = "till")]
    public string? Back { get; set; }

    [FromQuery(Name = "avbrutet")]
    public string? Broken { get; set; }

    public bool WasBroken => Broken is not null;

    public bool IsConfigured { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        IsConfigured = await schemes.GetSchemeAsync(StaffSignIn.Scheme) is not null;
        return Page();
    }

    public async Task<IActionResult> OnGetGoAsync(CancellationToken cancellationToken)
    {
        if (await schemes.GetSchemeAsync(StaffSignIn.Scheme) is null)
        {
            return NotFound();
        }

        var back = BackAddress.Safe(Back);
        if (Request.PathBase.HasValue)
        {
            // One answer address is registered at the provider, the one without a language.
            return Redirect($"/logga-in/personal?handler=go&till={Uri.EscapeDataString(Local(back))}");
        }

        if (services.GetService<LocalProvider>() is { } local)
        {
            await local.StartAsync(cancellationToken);
        }

        return Challenge(
            new AuthenticationProperties { RedirectUri = $"/logga-in/personal/klart?till={Uri.EscapeDataString(back)}" }, StaffSignIn.Scheme);
    }
}
