using Medborgardialog.Application.Discussions;
using Medborgardialog.Application.Moderation;
using Medborgardialog.Domain.Discussions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Consultations.Discussions;

/// <summary>S5: asks a moderator to look at a post (anmälan).</summary>
public sealed class ReportPostModel(GetPostHandler get, ReportPostHandler report, ICurrentUser me, IAntiforgery antiforgery) : TalkPage(me, antiforgery)
{
    private const int Longest = 1000;

    public PostFound Found { get; private set; } = null!;

    public string Back { get; private set; } = "";

    [BindProperty(Name = "text")]
    public string? Text { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, string thread, int number, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, thread, number, cancellationToken) is { } other)
        {
            return other;
        }

        Text = Kept("text");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string thread, int number, CancellationToken cancellationToken)
    {
        if (await ForgedAsync() is { } forged)
        {
            return forged;
        }

        if (await LoadAsync(slug, thread, number, cancellationToken) is { } other)
        {
            return other;
        }

        var text = Clean(Text).Trim();
        if (text.Length > Longest)
        {
            var tooLong = new PostTooLong(text.Length - Longest, Longest);
            return Fail(tooLong, "text", ArgumentsOf(tooLong));
        }

        var reported = await report.HandleAsync(new ReportPostCommand(slug, ThreadAddress.Number(thread)!.Value, number, text), cancellationToken);
        return reported.IsSuccess ? RedirectDone(Back, "ok.reported")
            : reported.Error is SignInToPost ? FirstDo(reported.Error, $"/radslag/{slug}/diskussion/{thread}/{number}/anmal", ("text", Text))
            : Fail(reported.Error);
    }

    private async Task<IActionResult?> LoadAsync(string slug, string thread, int number, CancellationToken cancellationToken)
    {
        if (ThreadAddress.Number(thread) is not { } threadNumber)
        {
            return NotFound();
        }

        var found = await get.HandleAsync(new GetPostQuery(slug, threadNumber, number), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Found = found.Value;
        Back = $"/radslag/{slug}/diskussion/{found.Value.ThreadAddress}?till={number}#inlagg-{number}";
        return null;
    }
}
