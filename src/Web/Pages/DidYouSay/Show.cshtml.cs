using Medborgardialog.Application.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.DidYouSay;

/// <summary>The short address of an answer; it stands on the page of the dialogue.</summary>
public sealed class ShowModel(GetAnswerHandler get) : AppPage
{
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetAnswerQuery(slug), cancellationToken);
        return found.IsSuccess ? Redirect(Local($"{found.Value.Address}/beslut")) : Fail(found.Error);
    }
}
