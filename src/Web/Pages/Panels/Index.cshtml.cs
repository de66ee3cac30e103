using Medborgardialog.Application.Panels;

namespace Medborgardialog.Web.Pages.Panels;

/// <summary>S14: every public panel.</summary>
public sealed class IndexModel(ListPanelsHandler list) : AppPage
{
    public IReadOnlyList<PanelRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Rows = (await list.HandleAsync(new ListPanelsQuery(), cancellationToken)).Value!;
}
