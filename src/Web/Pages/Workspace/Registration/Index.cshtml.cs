using Medborgardialog.Application.Registration;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Registration;

/// <summary>K7: how paper and telephone answers of a dialogue are registered, its batches, and public screens.</summary>
public sealed class IndexModel(GetRegistrationHandler get, KioskMode kiosk) : RegistrationPage
{
    public RegistrationView View { get; private set; } = null!;

    [BindProperty(Name = "papper")]
    public bool TwiceOnPaper { get; set; } = true;

    [BindProperty(Name = "telefon")]
    public bool TwiceOnPhone { get; set; }

    [BindProperty(Name = "kanal")]
    public AnswerDoor Door { get; set; } = AnswerDoor.Paper;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostBeginAsync(CancellationToken cancellationToken)
    {
        var begun = await Use<BeginRegistrationHandler>().HandleAsync(
            new BeginRegistrationCommand(Kind, Slug, TwiceOnPaper, TwiceOnPhone), cancellationToken);
        return begun.IsSuccess ? RedirectDone(Home, "registration.begun") : await ShowAsync(begun.Error, cancellationToken);
    }

    public async Task<IActionResult> OnPostBatchAsync(CancellationToken cancellationToken)
    {
        var opened = await Use<OpenBatchHandler>().HandleAsync(new OpenBatchCommand(Kind, Slug, Door), cancellationToken);
        return opened.IsSuccess ? Redirect(Local($"{Home}/{opened.Value.Number}/blankett")) : await ShowAsync(opened.Error, cancellationToken);
    }

    public async Task<IActionResult> OnPostKioskAsync(CancellationToken cancellationToken)
    {
        var started = await Use<StartKioskHandler>().HandleAsync(new StartKioskCommand(Kind, Slug), cancellationToken);
        if (!started.IsSuccess)
        {
            return await ShowAsync(started.Error, cancellationToken);
        }

        // The device stands where anyone comes: nobody of the staff stays signed in on it.
        kiosk.Begin(HttpContext, new KioskDevice(started.Value.DialogueId, started.Value.Path));
        await HttpContext.SignOutAsync(Session.Scheme);
        return Redirect(Local(started.Value.Path));
    }

    private async Task<IActionResult> ShowAsync(Error error, CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ?? Explain(error);

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetRegistrationQuery(Kind, Slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        ViewData["Title"] = T["registration.title"];
        return null;
    }
}
