using Medborgardialog.Application.Sends;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Sends;

/// <summary>Whom a send did not reach, or perhaps did not.</summary>
public sealed class BouncesModel(ListSendsHandler list, ListBouncesHandler bounces) : SendPage(list)
{
    public BouncesView Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string kind, string slug, Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(kind, slug, T["send.bounces"], cancellationToken) is { } refused)
        {
            return refused;
        }

        var found = await bounces.HandleAsync(new ListBouncesQuery(kind, slug, id), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        // Names and addresses, on a page without a form.
        Response.Headers.CacheControl = "no-store";
        Found = found.Value;
        return Page();
    }
}
