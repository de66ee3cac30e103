using Medborgardialog.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Account;

public sealed class SignOutModel(ICurrentUser me) : AppPage
{
    public IActionResult OnGet() => me.Id is null ? Redirect(Local("/")) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(Session.Scheme);
        return RedirectDone("/", "signIn.signedOut");
    }
}
