using System.Globalization;
using Medborgardialog.Application.Sends;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Sends;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Sends;

/// <summary>S27: what has been sent and what waits, how far it has come, and who was drawn.</summary>
public sealed class IndexModel(ListSendsHandler list, StopSendHandler stop, DrawSampleHandler draw) : SendPage(list)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string kind, string slug, CancellationToken cancellationToken) =>
        await LoadAsync(kind, slug, T["send.title"], cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostStopAsync(string kind, string slug, Guid send, CancellationToken cancellationToken)
    {
        var stopped = await stop.HandleAsync(new StopSendCommand(kind, slug, send), cancellationToken);
        return stopped.IsSuccess
            ? RedirectDone($"/arbetsyta/{kind}/{slug}/utskick", "send.done.stopped")
            : await ExplainAsync(kind, slug, stopped.Error, cancellationToken);
    }

    public async Task<IActionResult> OnPostDrawAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        int? size = null;
        if (!string.IsNullOrWhiteSpace(Input.Size))
        {
            size = int.TryParse(Input.Size.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        }

        var drawn = await draw.HandleAsync(new DrawSampleCommand(kind, slug, size, PlainText.Clean(Input.Seed ?? "")), cancellationToken);
        return drawn.IsSuccess
            ? RedirectDone($"/arbetsyta/{kind}/{slug}/utskick", "send.done.drawn", drawn.Value.Size, drawn.Value.Of)
            : await ExplainAsync(kind, slug, drawn.Error, cancellationToken);
    }

    private async Task<IActionResult> ExplainAsync(string kind, string slug, Error error, CancellationToken cancellationToken) =>
        await LoadAsync(kind, slug, T["send.title"], cancellationToken)
        ?? Fail(error, error is SampleSizeWrong ? "Input.Size" : error is SampleSeedWrong ? "Input.Seed" : "");

    public sealed class Form
    {
        public string? Size { get; set; }

        public string? Seed { get; set; }
    }
}
