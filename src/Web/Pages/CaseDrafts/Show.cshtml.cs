using Medborgardialog.Application.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.CaseDrafts;

/// <summary>The draft of the paper that a report comes to its committee with (ux 10.8), to read and to take on in a word processor.</summary>
public sealed class ShowModel(GetCaseDraftHandler get) : AppPage
{
    public CaseDraftView Case { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string number, int version, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetCaseDraftQuery(number, version), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Case = found.Value;
        return Page();
    }
}
