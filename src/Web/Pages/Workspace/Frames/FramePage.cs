using Medborgardialog.Application.Frames;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Frames;

/// <summary>An officer's page about the frame of one dialogue, of whatever kind.</summary>
public abstract class FramePage(GetFrameHandler get) : AppPage
{
    public FrameView View { get; private set; } = null!;

    /// <summary>Null when the page can be shown.</summary>
    protected async Task<IActionResult?> LoadAsync(string kind, string slug, string title, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetFrameQuery(kind, slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        ViewData["Title"] = title;
        return null;
    }
}
