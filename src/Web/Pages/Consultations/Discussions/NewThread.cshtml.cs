using Medborgardialog.Application.Consultations;
using Medborgardialog.Application.Discussions;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Consultations.Discussions;

/// <summary>S5: a thread of one's own with its first post.</summary>
public sealed class NewThreadModel(GetConsultationHandler get, StartThreadHandler start, ICurrentUser me, IAntiforgery antiforgery) : TalkPage(me, antiforgery)
{
    public ConsultationView Consultation { get; private set; } = null!;

    [BindProperty(Name = "rubrik")]
    public string? Heading { get; set; }

    [BindProperty(Name = "alternativ")]
    public string? Letter { get; set; }

    [BindProperty(Name = "text")]
    public string? Text { get; set; }

    [BindProperty(Name = "nyckel")]
    public string? FormKey { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, cancellationToken) is { } other)
        {
            return other;
        }

        FormKey = Guid.CreateVersion7().ToString("D");
        (Heading, Letter, Text) = (Kept("rubrik"), Kept("alternativ"), Kept("text"));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (await ForgedAsync() is { } forged)
        {
            return forged;
        }

        if (!Guid.TryParse(FormKey, out var key))
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        var outcome = await start.HandleAsync(new StartThreadCommand(slug, Clean(Heading), Letter, Text ?? "", key), cancellationToken);
        if (outcome.IsSuccess)
        {
            var (number, title, post, held) = outcome.Value;
            return RedirectDone($"/radslag/{slug}/diskussion/{ThreadAddress.Of(title, number)}#inlagg-{post}", held ? "post.held" : "post.sent");
        }

        if (outcome.Error is SignInToPost && Me.Id is null || outcome.Error is NameMissing)
        {
            return FirstDo(outcome.Error, $"/radslag/{slug}/diskussion/ny", ("rubrik", Heading), ("alternativ", Letter), ("text", Text));
        }

        return await LoadAsync(slug, cancellationToken) ?? Fail(outcome.Error, FieldOf(outcome.Error), ArgumentsOf(outcome.Error));
    }

    private static string FieldOf(Error error) => error switch
    {
        ThreadTitleWrong => "rubrik",
        PostEmpty or PostTooLong => "text",
        _ => "",
    };

    private async Task<IActionResult?> LoadAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetConsultationQuery(slug), cancellationToken);
        if (!found.IsSuccess || !ConsultationAccess.MayReadDiscussion(Me, found.Value.Phase))
        {
            return NotFound();
        }

        Consultation = found.Value;
        return null;
    }
}
