using Medborgardialog.Application.Moderation;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Moderation;

/// <summary>S25: what waits for a moderator, or what has been decided.</summary>
public sealed class IndexModel(ListModerationQueueHandler list, OpenCaseHandler open, TimeProvider clock) : QueuePage(list, clock)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadQueueAsync(cancellationToken) is { } error ? Fail(error) : Page();

    /// <summary>A moderator wants to look at a post that nobody has reported.</summary>
    public async Task<IActionResult> OnPostOpenAsync([FromForm(Name = "inlagg")] Guid postId, CancellationToken cancellationToken)
    {
        var opened = await open.HandleAsync(new OpenCaseCommand(postId), cancellationToken);
        return opened.IsSuccess ? Redirect(Local(To(opened.Value.CaseId))) : Fail(opened.Error);
    }
}
