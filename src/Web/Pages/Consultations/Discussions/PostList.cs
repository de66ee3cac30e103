using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Medborgardialog.Application.Discussions;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Web.Live;
using Medborgardialog.Web.Resources;

namespace Medborgardialog.Web.Pages.Consultations.Discussions;

/// <summary>
/// Posts as list items: each post's public part, rendered once for all and kept, with what is the viewer's own put in.
/// Everything added here is a number, a key of ours or encoded.
/// </summary>
internal sealed class PostList(PostFragments fragments, ICurrentUser me, ITexts texts, Dates dates, HtmlEncoder encoder)
{
    /// <summary>Top posts, each with its comments in a list of their own.</summary>
    public async Task<string> NestedAsync(ThreadView thread)
    {
        var html = new StringBuilder(thread.Posts.Count * 1600);
        var (open, inside) = (false, false);
        foreach (var post in thread.Posts)
        {
            var isTop = post.Under is null;
            if (inside && isTop)
            {
                html.Append("</ol>");
                inside = false;
            }

            if (open && isTop)
            {
                html.Append("</li>");
            }
            else if (!isTop && open && !inside)
            {
                html.Append("<ol class=\"kommentarer\">");
                inside = true;
            }

            await ItemAsync(html, post, thread.Address, thread.IsOpen);
            open |= isTop;
            html.Append(isTop ? "" : "</li>");
        }

        return html.Append(inside ? "</ol>" : "").Append(open ? "</li>" : "").ToString();
    }

    /// <summary>One item per post, without nesting: what has changed, or what was just sent.</summary>
    public async Task<string> FlatAsync(IEnumerable<PostView> posts, string address, bool isOpen)
    {
        var html = new StringBuilder();
        foreach (var post in posts)
        {
            await ItemAsync(html, post, address, isOpen);
            html.Append("</li>");
        }

        return html.ToString();
    }

    private async Task ItemAsync(StringBuilder html, PostView post, string address, bool isOpen)
    {
        html.Append(CultureInfo.InvariantCulture, $"<li data-nr=\"{post.Number}\" data-under=\"{post.Under}\" data-sekvens=\"{post.Sequence}\">");
        var shared = await fragments.GetAsync(post, address, isOpen);
        html.Append(NeedsOwn(post) ? WithOwn(shared, post, address) : shared);
    }

    private bool NeedsOwn(PostView post) =>
        post.State != PostState.Hidden ? post.Own is { } own && (own.Good || own.Thoughtful || own.IsMine) || IsModerator : IsModerator;

    private bool IsModerator => me.IsInRole(Role.Moderator);

    private string WithOwn(string shared, PostView post, string address)
    {
        var html = new StringBuilder(shared);
        if (post.Own is { } own)
        {
            Press(html, own.Good, post.Number, "bra");
            Press(html, own.Thoughtful, post.Number, "tank");
            if (own.IsMine)
            {
                html.Replace(PostFragment.OwnMark, Mine(post, own, address));
            }
        }

        if (IsModerator)
        {
            var button = string.Create(CultureInfo.InvariantCulture,
                $"<button class=\"lank-knapp liten\" form=\"moderera\" name=\"inlagg\" value=\"{post.Id:D}\">{Encode(texts["post.moderate"])}<span class=\"dold\"> {Encode(texts["post.commentHidden", post.Number])}</span></button>");
            html.Replace(PostFragment.ModeratorMark, $"<li>{button}</li>");
            if (post.State == PostState.Hidden)
            {
                html.Replace("</a></p></div>", $"</a> {button}</p></div>");
            }
        }

        return html.ToString();
    }

    /// <summary>Ways on from one's own post: to edit it while that can be done, and to see what comes of it.</summary>
    private string Mine(PostView post, OwnView own, string address)
    {
        var follow = string.Create(CultureInfo.InvariantCulture,
            $"<a href=\"{address}/{post.Number}/folj\">{Encode(texts["trace.follow"])}<span class=\"dold\"> {post.Number}</span></a>");
        return own.MayEditUntil is not { } until ? $"<p class=\"liten eget-val\">{follow}</p>" : string.Create(CultureInfo.InvariantCulture,
            $"<p class=\"liten eget-val\"><a href=\"{address}/{post.Number}/andra\">{Encode(texts["post.edit"])}<span class=\"dold\"> {post.Number}</span></a> <span class=\"svag\">{Encode(texts["post.editUntil", dates.Time(until)])}</span> {follow}</p>");
    }

    private static void Press(StringBuilder html, bool on, int number, string kind)
    {
        if (on)
        {
            html.Replace(PostFragment.Unpressed(number, kind), PostFragment.Pressed(number, kind));
        }
    }

    private string Encode(string text) => encoder.Encode(text);
}
