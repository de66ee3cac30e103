using Medborgardialog.Application.Identity;
using Medborgardialog.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Account;

/// <summary>S16: where should the code go?</summary>
public sealed class SignInModel(RequestSignInCodeHandler request, SignInTicket ticket, SignInLimits limits) : AppPage
{
    [BindProperty(Name = "adress")]
    public string? Address { get; set; }

    [BindProperty(Name = "delad")]
    public bool SharedComputer { get; set; }

    [BindProperty(Name = "till", SupportsGet = true)]
    public string? Back { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!limits.Allows(HttpContext.Connection.RemoteIpAddress))
        {
            ModelState.AddModelError("adress", T["signIn.tooMany"]);
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }

        var requested = await request.HandleAsync(new RequestSignInCodeCommand(Address), cancellationToken);
        if (!requested.IsSuccess)
        {
            return Fail(requested.Error, "adress");
        }

        ticket.Write(HttpContext, new SignInTicket.Content(requested.Value.RequestId, requested.Value.Email, Back ?? "/", SharedComputer));
        return Redirect(Local("/logga-in/kod"));
    }
}
