using Medborgardialog.Application.Sends;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Sends;

/// <summary>An officer's page about the sends of one dialogue, of whatever kind.</summary>
public abstract class SendPage(ListSendsHandler list) : AppPage
{
    public SendsView View { get; private set; } = null!;

    /// <summary>Null when the page can be shown.</summary>
    protected async Task<IActionResult?> LoadAsync(string kind, string slug, string title, CancellationToken cancellationToken)
    {
        var found = await list.HandleAsync(new ListSendsQuery(kind, slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        ViewData["Title"] = title;
        return null;
    }
}
