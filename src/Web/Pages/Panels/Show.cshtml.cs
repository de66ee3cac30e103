using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Panels;

/// <summary>S14 and the public face of S19: what it means to be a member, what came of earlier waves, and the way in.</summary>
public sealed class ShowModel : PanelPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();
}
