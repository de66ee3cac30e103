using Medborgardialog.Application.Ballots;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages;

/// <summary>Kvittokod: is the answer in the count? Works without sign-in, shows no choice. The code is posted, never in an address.</summary>
public sealed class ReceiptModel(CheckReceiptHandler check) : AppPage
{
    [BindProperty(Name = "kvittokod")]
    public string? Code { get; set; }

    public ReceiptStatus? Status { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(Code))
        {
            ModelState.AddModelError("kvittokod", T["err.required"]);
            return ShowErrors();
        }

        Status = (await check.HandleAsync(new CheckReceiptQuery(Code), cancellationToken)).Value!.Status;
        return Page();
    }
}
