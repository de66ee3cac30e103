using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Consultations;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Consultations;

/// <summary>S24: the checklist, and the question to a second person.</summary>
public sealed class PublishModel(GetBuilderHandler get, TickCheckHandler tick, SendForReviewHandler send) : BuilderPage(get)
{
    private static readonly PublishCheck[] _byHand = [PublishCheck.TestedOnPhone, PublishCheck.TestedWithoutScript];

    public IReadOnlyList<PublishCheck> Missing => [.. Builder.Checks.Where(c => !c.Value && c.Key != PublishCheck.SecondPerson).Select(c => c.Key)];

    public int DoneCount => Builder.Checks.Count(c => c.Value);

    /// <summary>The one who tried it ticks it; the others follow from what is written.</summary>
    public static bool IsByHand(PublishCheck check) => _byHand.Contains(check);

    private string Title => T["publish.title"];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await LoadAsync(slug, Title, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostTickAsync(string slug, PublishCheck check, bool done, CancellationToken cancellationToken)
    {
        if (!IsByHand(check))
        {
            return BadRequest();
        }

        var ticked = await tick.HandleAsync(new TickCheckCommand(slug, check, done), cancellationToken);
        return await EndAsync(ticked, slug, Title, s => $"/arbetsyta/radslag/{s}/publicera", "builder.saved", cancellationToken);
    }

    public async Task<IActionResult> OnPostSendAsync(string slug, CancellationToken cancellationToken)
    {
        var sent = await send.HandleAsync(new SendForReviewCommand(slug, Version), cancellationToken);
        return await EndAsync(sent, slug, Title, s => $"/arbetsyta/radslag/{s}/godkann", "publish.sent", cancellationToken);
    }
}
