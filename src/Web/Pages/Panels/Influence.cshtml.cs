using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Panels;

/// <summary>"Så har ni påverkat": every wave whose result has been given back. For everyone.</summary>
public sealed class InfluenceModel : PanelPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();
}
