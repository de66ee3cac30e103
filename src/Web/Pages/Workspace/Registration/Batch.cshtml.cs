using Medborgardialog.Application.Registration;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Registration;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Registration;

/// <summary>K7: one batch and what waits in it.</summary>
public sealed class BatchModel(GetBatchHandler get) : RegistrationPage
{
    public BatchView View { get; private set; } = null!;

    [FromRoute(Name = "batch")]
    public int Number { get; set; }

    [BindProperty(Name = "skal")]
    public string? Reason { get; set; }

    /// <summary>The entry whose form was sent with something wrong, or null.</summary>
    public Guid? Dropping { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostDropAsync(Guid entry, CancellationToken cancellationToken)
    {
        var dropped = await Use<DropEntryHandler>().HandleAsync(new DropEntryCommand(Kind, Slug, entry, PlainText.Clean(Reason ?? "")), cancellationToken);
        if (dropped.IsSuccess)
        {
            return RedirectDone($"{Home}/{Number}", "registration.dropped");
        }

        Dropping = entry;
        return await LoadAsync(cancellationToken) ?? Explain(dropped.Error, dropped.Error is DropReasonMissing ? $"skal-{entry:N}" : "");
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetBatchQuery(Kind, Slug, Number), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        ViewData["Title"] = T["registration.batchNumber", Number];
        return null;
    }
}
