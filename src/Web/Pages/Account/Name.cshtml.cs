using Medborgardialog.Application.Identity;
using Medborgardialog.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Account;

/// <summary>S16: the name others see.</summary>
public sealed class NameModel(ChooseDisplayNameHandler choose, ICurrentUser me) : AppPage
{
    [BindProperty(Name = "namn")]
    public string? Name { get; set; }

    [BindProperty(Name = "till", SupportsGet = true)]
    public string? Back { get; set; }

    public IActionResult OnGet()
    {
        Name = me.DisplayName;
        return me.IsResident() ? Page() : Redirect(Local("/logga-in"));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var chosen = await choose.HandleAsync(new ChooseDisplayNameCommand(Name), cancellationToken);
        if (!chosen.IsSuccess)
        {
            return Fail(chosen.Error, "namn");
        }

        // The name is in the session, so it is issued anew.
        var current = await HttpContext.AuthenticateAsync(Session.Scheme);
        await HttpContext.SignInAsync(
            Session.Scheme, Session.ForResident(me.Id!.Value, chosen.Value.Name, me.Assurance), new AuthenticationProperties { IsPersistent = current.Properties?.IsPersistent ?? false });
        return Redirect(Local(BackAddress.Safe(Back)));
    }
}
