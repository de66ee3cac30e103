using Medborgardialog.Application.Draws;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Draws;

/// <summary>L11: panels that are drawn by lot.</summary>
public sealed class IndexModel(ListDrawsHandler list) : OfficerPage
{
    public IReadOnlyList<DrawListed> Draws { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var listed = await list.HandleAsync(new ListDrawsQuery(), cancellationToken);
        Draws = listed.Value ?? [];
        return listed.IsSuccess ? Page() : Fail(listed.Error);
    }
}
