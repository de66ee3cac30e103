using Medborgardialog.Application.Discussions;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Consultations.Discussions;

/// <summary>S5: one's own post, within fifteen minutes.</summary>
public sealed class EditPostModel(GetPostHandler get, EditPostHandler edit, ICurrentUser me, IAntiforgery antiforgery) : TalkPage(me, antiforgery)
{
    public PostFound Found { get; private set; } = null!;

    public string Back { get; private set; } = "";

    [BindProperty(Name = "text")]
    public string? Text { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, string thread, int number, CancellationToken cancellationToken)
    {
        if (ThreadAddress.Number(thread) is null)
        {
            return NotFound();
        }

        if (Me.Id is null)
        {
            return FirstDo(new SignInToPost(), Address(slug, thread, number));
        }

        if (await LoadAsync(slug, thread, number, cancellationToken) is { } other)
        {
            return other;
        }

        Text = Kept("text") ?? Found.Post.Text;
        return Found.Post.State == PostState.Hidden ? Fail(new PostHiddenMeanwhile())
            : Found.Post.Own!.MayEditUntil is not null ? Page()
            : Fail(Found.IsOpen ? new EditWindowPassed() : new DiscussionClosed());
    }

    public async Task<IActionResult> OnPostAsync(string slug, string thread, int number, CancellationToken cancellationToken)
    {
        if (await ForgedAsync() is { } forged)
        {
            return forged;
        }

        if (ThreadAddress.Number(thread) is not { } threadNumber)
        {
            return NotFound();
        }

        var edited = await edit.HandleAsync(new EditPostCommand(slug, threadNumber, number, Text ?? ""), cancellationToken);
        if (edited.IsSuccess)
        {
            return RedirectDone($"/radslag/{slug}/diskussion/{thread}?till={number}#inlagg-{number}", edited.Value.IsHeld ? "post.held" : "post.changed");
        }

        if (edited.Error is SignInToPost && Me.Id is null || edited.Error is NameMissing)
        {
            return FirstDo(edited.Error, Address(slug, thread, number), ("text", Text));
        }

        return await LoadAsync(slug, thread, number, cancellationToken)
            ?? Fail(edited.Error, edited.Error is RuleError ? "text" : "", ArgumentsOf(edited.Error));
    }

    private static string Address(string slug, string thread, int number) => $"/radslag/{slug}/diskussion/{thread}/{number}/andra";

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

        if (found.Value.Post.Own is not { IsMine: true })
        {
            return Fail(new NotYourPost());
        }

        Found = found.Value;
        Back = $"/radslag/{slug}/diskussion/{found.Value.ThreadAddress}?till={number}#inlagg-{number}";
        return null;
    }
}
