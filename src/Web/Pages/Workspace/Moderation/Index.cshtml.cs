using Medborgardialog.Application.Moderation;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Moderation;

/// <summary>S25: what waits for a moderator, or what has been decided.</summary>
public sealed class IndexModel(ListModerationQueueHandler list, TimeProvider clock) : QueuePage(list, clock)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadQueueAsync(cancellationToken) is { } error ? Fail(error) : Page();
}
