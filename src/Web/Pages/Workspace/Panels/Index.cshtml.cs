using Medborgardialog.Application.Panels;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Panels;

/// <summary>All panels of the municipality, for those who run them.</summary>
public sealed class IndexModel(ListMyPanelsHandler list) : AppPage
{
    public IReadOnlyList<MyPanel> Panels { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await list.HandleAsync(new ListMyPanelsQuery(), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Panels = found.Value;
        return Page();
    }
}
