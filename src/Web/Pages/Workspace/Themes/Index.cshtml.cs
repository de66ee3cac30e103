using Medborgardialog.Application.Themes;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Themes;

/// <summary>All codings of free texts.</summary>
public sealed class IndexModel(ListCodingSetsHandler list) : AppPage
{
    public IReadOnlyList<CodingSetListed> Sets { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await list.HandleAsync(new ListCodingSetsQuery(), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Sets = found.Value;
        return Page();
    }
}
