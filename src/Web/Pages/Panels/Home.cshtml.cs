using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Panels;

/// <summary>S18, S19: the wave that waits, what came of the last, and what is good to know.</summary>
public sealed class HomeModel : PanelPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadForMemberAsync(cancellationToken) ?? Page();
}
