using Medborgardialog.Application.Identity;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Account;

/// <summary>S16: the code from the mail.</summary>
public sealed class CodeModel(SignInHandler signIn, SignInTicket ticket) : AppPage
{
    [BindProperty(Name = "kod")]
    public string? Code { get; set; }

    public string Email { get; private set; } = "";

    public IActionResult OnGet() => Load() is null ? Redirect(Local("/logga-in")) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Load() is not { } asked)
        {
            TempData[DoneKey] = T["signIn.tooLate"];
            return Redirect(Local("/logga-in"));
        }

        var signedIn = await signIn.HandleAsync(new SignInCommand(asked.RequestId, Code), cancellationToken);
        if (!signedIn.IsSuccess)
        {
            return Fail(signedIn.Error, "kod");
        }

        SignInTicket.Remove(HttpContext);
        var (id, name) = signedIn.Value;
        await HttpContext.SignInAsync(
            Session.Scheme, Session.ForResident(id, name, AssuranceLevel.Email), new AuthenticationProperties { IsPersistent = !asked.SharedComputer });

        // In a panel one has another name, which is chosen there.
        var back = BackAddress.Safe(asked.Back);
        return Redirect(Local(name.Length == 0 && !PanelPaths.IsOne(back) ? $"/logga-in/namn?till={Uri.EscapeDataString(back)}" : back));
    }

    private SignInTicket.Content? Load()
    {
        var asked = ticket.Read(HttpContext);
        Email = asked?.Email ?? "";
        return asked;
    }
}
