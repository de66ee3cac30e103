using Medborgardialog.Application.Common;
using Medborgardialog.Application.Discussions;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Themes;
using Medborgardialog.Domain.Traces;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Traces;

public sealed record GetPostTraceQuery(string Slug, int Thread, int Number);

/// <param name="Address">Path of the post in its thread.</param>
/// <param name="Text">What was written; its author alone sees it here.</param>
/// <param name="Themes">Names of the report's themes that the post is in; empty before the report is public and when it is withdrawn.</param>
/// <param name="OwnPoints">Ids of the points of the committee's answer that answer one of them.</param>
public sealed record PostTrace(
    DialogueTrace Trace, int Number, string ThreadTitle, string Address, string Text, PostState State, HouseRule? HiddenRule, IReadOnlyList<string> Themes,
    IReadOnlyList<Guid> OwnPoints);

/// <summary>
/// What has come of a post, for whoever wrote it. A post is public, and so is what it was said to be about. Errors: those of <see cref="GetPostHandler"/>,
/// <see cref="SignInToPost"/>, and <see cref="PostNotFound"/> for the post of another.
/// </summary>
public sealed class GetPostTraceHandler(IAppDbContext db, GetPostHandler posts, DialogueTraces traces, ICurrentUser user) : IUseCase
{
    public async Task<Result<PostTrace>> HandleAsync(GetPostTraceQuery query, CancellationToken cancellationToken)
    {
        if (user.Id is null)
        {
            return new SignInToPost();
        }

        var found = await posts.HandleAsync(new GetPostQuery(query.Slug, query.Thread, query.Number), cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var post = found.Value.Post;
        if (post.Own is not { IsMine: true })
        {
            return new PostNotFound();
        }

        var traced = new TracedPost(post.At.SwedishDate(), post.State == PostState.Held, post.State == PostState.Hidden ? (post.HiddenAt ?? post.At).SwedishDate() : null);
        if (await traces.FindAsync(found.Value.ConsultationId, traced, cancellationToken) is not { } trace)
        {
            return new PostNotFound();
        }

        // A hidden post is in no theme, and nothing is said of it before everyone can read the report or after it is withdrawn.
        var isCoded = trace.Report is { IsWithdrawn: false } && post.State == PostState.Visible;
        var themes = isCoded ? trace.Themes.Where(t => found.Value.ThemeIds.Contains(t.Id)).ToList() : [];
        var coded = isCoded ? await CodedAsync(post.Id, cancellationToken) : [];
        var ids = themes.Select(t => t.Id).ToHashSet();
        return new PostTrace(
            trace, post.Number, found.Value.ThreadTitle,
            $"/radslag/{query.Slug}/diskussion/{found.Value.ThreadAddress}?till={post.Number}#inlagg-{post.Number}", post.Text, post.State, post.HiddenRule,
            [.. themes.Select(t => t.Name).Union(coded, StringComparer.OrdinalIgnoreCase)],
            [.. trace.Points.Where(p => p.ThemeId is { } theme && ids.Contains(theme)).Select(p => p.Point.Id)]);
    }

    /// <summary>Themes of released codings that the post is in, as they stand.</summary>
    private async Task<IReadOnlyList<string>> CodedAsync(Guid postId, CancellationToken cancellationToken)
    {
        var codings = await db.Set<CodingInput>().Where(i => i.SourceId == postId && i.PostNumber > 0)
            .Where(i => db.Set<CodingSet>().Any(s => s.Id == i.SetId && s.ReleasedAt != null))
            .Join(db.Set<ThemeCoding>().Where(c => !c.IsReplaced), i => i.Id, c => c.InputId, (i, c) => c)
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var said = codings.GroupBy(c => c.SetId).Select(ThemeCoding.InForce).OfType<ThemeCoding>().SelectMany(c => c.Marks).Select(m => m.ThemeId).ToList();
        return said.Count == 0
            ? []
            : await db.Set<CodingTheme>().Where(t => said.Contains(t.Id)).OrderBy(t => t.Order).Select(t => t.Name).ToListAsync(cancellationToken);
    }
}
