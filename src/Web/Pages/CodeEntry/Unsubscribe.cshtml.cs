using Medborgardialog.Application.Sends;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Medborgardialog.Web.Pages.CodeEntry;

/// <summary>No more messages about one dialogue. Opening the address does nothing; the form does.</summary>
public sealed class UnsubscribeModel(StopMessagesHandler stop) : AppPage
{
    /// <summary>Null until it is done.</summary>
    public MessagesStopped? Stopped { get; private set; }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers.CacheControl = "no-store";
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        var stopped = await stop.HandleAsync(new StopMessagesCommand(token), cancellationToken);
        if (!stopped.IsSuccess)
        {
            ModelState.AddModelError("", T["send.unsubscribe.unknown"]);
            return ShowErrors();
        }

        Stopped = stopped.Value;
        return Page();
    }
}
