using Medborgardialog.Application.Discussions;
using Medborgardialog.Application.Traces;
using Medborgardialog.Domain.Discussions;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Consultations.Discussions;

/// <summary>F2 for a post: what has come of it, for whoever wrote it. Others do not find the page.</summary>
public sealed class FollowPostModel(GetPostTraceHandler get) : AppPage
{
    public PostTrace Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, string thread, int number, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        if (ThreadAddress.Number(thread) is not { } threadNumber)
        {
            return NotFound();
        }

        var found = await get.HandleAsync(new GetPostTraceQuery(slug, threadNumber, number), cancellationToken);
        if (found.Error is SignInToPost)
        {
            return RedirectDone($"/logga-in?till={Uri.EscapeDataString($"/radslag/{slug}/diskussion/{thread}/{number}/folj")}", "write.signInAndBack");
        }

        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Found = found.Value;
        return Page();
    }
}
