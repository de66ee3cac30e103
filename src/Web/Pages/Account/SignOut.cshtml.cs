using Medborgardialog.Application.Ballots;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Account;

public sealed class SignOutModel(ICurrentUser me, IAnswerPasses passes) : AppPage
{
    public IActionResult OnGet() => me.Id is null ? Redirect(Local("/")) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        // The way to one's own answers as a member of a panel ends with the account that opened it.
        passes.Forget(AnswerDoor.Panel);
        await HttpContext.SignOutAsync(Session.Scheme);
        return RedirectDone("/", "signIn.signedOut");
    }
}
