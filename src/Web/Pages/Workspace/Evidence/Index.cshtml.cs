using Medborgardialog.Application.Evidence;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Evidence;

/// <summary>Every source that reports rest on.</summary>
public sealed class IndexModel(ListEvidenceSourcesHandler list) : AppPage
{
    public IReadOnlyList<EvidenceSourceRow> Sources { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await list.HandleAsync(new ListEvidenceSourcesQuery(), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Sources = found.Value;
        return Page();
    }
}
