using Medborgardialog.Application.Organisation;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Committees;

/// <summary>S12b: what a committee asks, what waits for it and what it has answered.</summary>
public sealed class ShowModel(GetCommitteeHandler get) : AppPage
{
    public CommitteeView Committee { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetCommitteeQuery(slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Committee = found.Value;
        return Page();
    }
}
