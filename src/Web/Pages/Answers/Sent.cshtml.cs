using Medborgardialog.Application.Panels;
using Medborgardialog.Domain.Panels;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Answers;

/// <summary>S8e: the receipt and what happens next. Shown for half an hour in the browser that sent the answer.</summary>
public sealed class SentModel(GetWaveProgressHandler progress, GetPanelHandler panel) : AnswerPage
{
    /// <summary>A wave of a panel: the panel itself, and how many have answered in whole tens. Null for other dialogues.</summary>
    public (PanelView Panel, int Tens)? Wave { get; private set; }

    public SentAnswer Sent { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } other)
        {
            return other;
        }

        if (ReadReceipt() is not { } sent)
        {
            return Redirect(Local(Step("")));
        }

        Sent = sent;
        if (Definition.Group is { } group)
        {
            var found = await panel.HandleAsync(new GetPanelQuery(group.Path == PanelPaths.Youth ? null : group.Path["/paneler/".Length..]), cancellationToken);
            var answered = await progress.HandleAsync(new GetWaveProgressQuery(Definition.DialogueId), cancellationToken);
            Wave = found.IsSuccess && answered.IsSuccess ? (found.Value, answered.Value.Tens) : null;
        }

        return Page();
    }

    public Task<IActionResult> OnPostLeaveAsync(CancellationToken cancellationToken) => LeaveAsync(cancellationToken);
}
