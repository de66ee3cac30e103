using System.Globalization;
using Medborgardialog.Application.Discussions;
using Medborgardialog.Application.Moderation;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Web.Live;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Medborgardialog.Web.Pages.Consultations.Discussions;

/// <summary>
/// S5: a thread. Complete without script; with it, the same address gives the list alone (<c>?del=lista</c> or the header X-Del), and
/// sending gives the sent post alone.
/// </summary>
[OutputCache(PolicyName = ReadersCache.Name)]
public sealed class TalkModel(
    GetThreadHandler get, WritePostHandler write, ReactHandler react, GetPostHandler getPost, ICurrentUser me, IAntiforgery antiforgery)
    : TalkPage(me, antiforgery)
{
    private const string PartHeader = "X-Del";

    public ThreadView Thread { get; private set; } = null!;

    /// <summary>The post that is commented on, when it can be.</summary>
    public PostView? Target { get; private set; }

    public bool IsSince => Since is not null;

    /// <summary>What was typed and could not be sent, where there is no form any more.</summary>
    public bool IsUnsent { get; private set; }

    [BindProperty(Name = "efter", SupportsGet = true)]
    public long? Since { get; set; }

    [BindProperty(Name = "till", SupportsGet = true)]
    public int? At { get; set; }

    [BindProperty(Name = "sida", SupportsGet = true)]
    public int? PageNumber { get; set; }

    [BindProperty(Name = "ordning", SupportsGet = true)]
    public string? Order { get; set; }

    [BindProperty(Name = "kommentera", SupportsGet = true)]
    public int? ReplyTo { get; set; }

    [BindProperty(Name = "text")]
    public string? Text { get; set; }

    [BindProperty(Name = "nyckel")]
    public string? FormKey { get; set; }

    [BindProperty(Name = "reaktion")]
    public string? Reaction { get; set; }

    public string Path => $"/radslag/{Thread.About.Slug}/diskussion/{Thread.Address}";

    /// <summary>Residents and those who speak for the municipality; others who are signed in read.</summary>
    public bool MayWrite => Thread.IsOpen && (Me.Id is null || Application.Consultations.ConsultationAccess.MayPost(Me, Thread.About.Phase));

    private bool WantsPart => Request.Headers.ContainsKey(PartHeader) || Request.Query["del"] == "lista";

    public async Task<IActionResult> OnGetAsync(string slug, string thread, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, thread, cancellationToken) is { } other)
        {
            return other;
        }

        if (WantsPart)
        {
            return await PartAsync(Thread.Posts, Thread.Sequence, Thread.HasMore);
        }

        if (!string.Equals(thread, Thread.Address, StringComparison.Ordinal))
        {
            return RedirectPermanent(Local(Path + Request.QueryString));
        }

        FormKey = Guid.CreateVersion7().ToString("D");
        Text = Kept("text");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string thread, CancellationToken cancellationToken)
    {
        if (await ForgedAsync() is { } forged)
        {
            return forged;
        }

        if (ThreadAddress.Number(thread) is not { } number)
        {
            return NotFound();
        }

        if (!Guid.TryParse(FormKey, out var key))
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        var written = await write.HandleAsync(new WritePostCommand(slug, number, Text ?? "", ReplyTo, key), cancellationToken);
        if (!written.IsSuccess)
        {
            return await RefuseAsync(written.Error, slug, thread, cancellationToken);
        }

        if (WantsPart)
        {
            var found = await getPost.HandleAsync(new GetPostQuery(slug, number, written.Value.Number), cancellationToken);
            return found.IsSuccess ? await PartAsync([found.Value.Post], found.Value.Post.Sequence, hasMore: false, found.Value) : NotFound();
        }

        var post = written.Value.Number.ToString(CultureInfo.InvariantCulture);
        return RedirectDone($"/radslag/{slug}/diskussion/{thread}?till={post}#inlagg-{post}", written.Value.IsHeld ? "post.held" : "post.sent");
    }

    /// <summary>The button says which post, which reaction, and "av" to take it back: <c>3-bra</c>, <c>3-tank-av</c>.</summary>
    public async Task<IActionResult> OnPostReactAsync(string slug, string thread, CancellationToken cancellationToken)
    {
        if (await ForgedAsync() is { } forged)
        {
            return forged;
        }

        var parts = (Reaction ?? "").Split('-');
        if (ThreadAddress.Number(thread) is not { } number || parts.Length is < 2 or > 3 || KindOf(parts[1]) is not { } kind
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var post))
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        var reacted = await react.HandleAsync(new ReactCommand(slug, number, post, kind, On: parts.Length == 2), cancellationToken);
        if (!reacted.IsSuccess)
        {
            return await RefuseAsync(reacted.Error, slug, thread, cancellationToken, post);
        }

        return WantsPart ? new JsonResult(reacted.Value) : Redirect(Local($"/radslag/{slug}/diskussion/{thread}?till={parts[0]}#inlagg-{parts[0]}"));
    }

    public async Task<IActionResult> OnPostModerateAsync([FromForm(Name = "inlagg")] Guid postId, [FromServices] OpenCaseHandler open, CancellationToken cancellationToken)
    {
        if (await ForgedAsync() is { } forged)
        {
            return forged;
        }

        var opened = await open.HandleAsync(new OpenCaseCommand(postId), cancellationToken);
        return opened.IsSuccess ? Redirect(Local($"/arbetsyta/moderering/{opened.Value.CaseId:D}")) : Fail(opened.Error);
    }

    /// <summary>Address of this view with something changed.</summary>
    public string Address(int page) =>
        $"?sida={page.ToString(CultureInfo.InvariantCulture)}{(Thread.NewestFirst ? "&ordning=nyast" : "")}";

    private static ReactionKind? KindOf(string name) => name switch
    {
        "bra" => ReactionKind.Good,
        "tank" => ReactionKind.Thoughtful,
        _ => null,
    };

    private async Task<IActionResult> RefuseAsync(Error error, string slug, string thread, CancellationToken cancellationToken, int? post = null)
    {
        if (error is NotFoundError)
        {
            return NotFound();
        }

        var comesBack = error is SignInToPost && Me.Id is null || error is NameMissing;
        if (WantsPart)
        {
            var status = comesBack ? StatusCodes.Status401Unauthorized
                : error is ConflictError ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
            return new ContentResult { StatusCode = status, ContentType = "text/plain; charset=utf-8", Content = T[error.Code, ArgumentsOf(error)] };
        }

        if (comesBack)
        {
            var query = post is { } at ? string.Create(CultureInfo.InvariantCulture, $"?till={at}#inlagg-{at}")
                : ReplyTo is { } reply ? string.Create(CultureInfo.InvariantCulture, $"?kommentera={reply}#skriv") : "#skriv";
            return FirstDo(error, $"/radslag/{slug}/diskussion/{thread}{query}", ("text", Text));
        }

        At = post;
        if (await LoadAsync(slug, thread, cancellationToken) is { } other)
        {
            return other;
        }

        IsUnsent = !MayWrite && !string.IsNullOrWhiteSpace(Text);
        return Fail(error, post is null && error is RuleError ? "text" : "", ArgumentsOf(error));
    }

    private async Task<IActionResult?> LoadAsync(string slug, string thread, CancellationToken cancellationToken)
    {
        if (ThreadAddress.Number(thread) is not { } number)
        {
            return NotFound();
        }

        var newest = Order == "nyast";
        var found = await get.HandleAsync(new GetThreadQuery(slug, number, Since, PageNumber ?? 1, newest, At ?? ReplyTo), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Thread = found.Value;
        HttpContext.Features.Get<IOutputCacheFeature>()?.Context.Tags.Add(ReadersCache.Tag(Thread.Id));
        Target = ReplyTo is { } reply ? Thread.Posts.FirstOrDefault(p => p.Number == reply && p.State == PostState.Visible) : null;
        FormKey ??= Guid.CreateVersion7().ToString("D");
        return null;
    }

    private async Task<IActionResult> PartAsync(IReadOnlyList<PostView> posts, long sequence, bool hasMore, PostFound? alone = null)
    {
        var list = HttpContext.RequestServices.GetRequiredService<PostList>();
        var items = await list.FlatAsync(posts, alone?.ThreadAddress ?? Thread.Address, alone?.IsOpen ?? Thread.IsOpen);
        var seen = hasMore ? posts[^1].Sequence : sequence;
        Response.Headers.CacheControl = "no-store";
        return Content(
            string.Create(CultureInfo.InvariantCulture, $"<ol data-sekvens=\"{seen}\" data-fler=\"{(hasMore ? "1" : "")}\">{items}</ol>"), "text/html; charset=utf-8");
    }
}
