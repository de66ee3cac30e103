using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Discussions;

/// <param name="Page">From 1; pages of <see cref="ListThemesHandler.PageSize"/> posts.</param>
public sealed record ListThemesQuery(string Slug, int Page = 1);

public sealed record ThemeListed(Guid Id, string Name, int Posts);

/// <param name="Address">Path of the thread, below the rådslag.</param>
public sealed record PostToTag(
    Guid Id, int Number, string Thread, string Address, string AuthorName, bool IsOfficial, string Text, IReadOnlyList<Guid> ThemeIds);

/// <param name="Untagged">Residents' posts without any theme, in the whole talk.</param>
public sealed record ThemeList(string Title, IReadOnlyList<ThemeListed> Themes, IReadOnlyList<PostToTag> Posts, int Untagged, int Page, int Pages);

/// <summary>
/// The themes of a rådslag with how many posts each has, and a page of the posts, in the order of threads and numbers. Three
/// statements. <see cref="ConsultationNotFound"/> for others than officers.
/// </summary>
public sealed class ListThemesHandler(IAppDbContext db, TalkDesk desk) : IUseCase
{
    public const int PageSize = 30;

    public async Task<Result<ThemeList>> HandleAsync(ListThemesQuery query, CancellationToken cancellationToken)
    {
        var place = await desk.FindAsync(query.Slug, threadNumber: null, cancellationToken);
        if (!place.IsSuccess)
        {
            return place.Error;
        }

        if (!ConsultationAccess.MayBuild(desk.User))
        {
            return new ConsultationNotFound();
        }

        var consultation = place.Value.Consultation;
        var themes = await db.Set<TalkTheme>().AsNoTracking()
            .Where(t => t.ConsultationId == consultation.Id).OrderBy(t => t.Order).ToListAsync(cancellationToken);
        var posts = await db.Set<Post>()
            .Where(p => p.ConsultationId == consultation.Id && p.State == PostState.Visible)
            .Join(db.Set<TalkThread>(), p => p.ThreadId, t => t.Id, (p, t) => new { Post = p, t.Title, Thread = t.Number })
            .OrderBy(r => r.Thread).ThenBy(r => r.Post.Number)
            .Select(r => new { r.Thread, r.Title, r.Post.Id, r.Post.Number, r.Post.AuthorName, r.Post.IsOfficial, r.Post.Text, r.Post.ThemeIds })
            .ToListAsync(cancellationToken);
        var counts = posts.SelectMany(p => p.ThemeIds).CountBy(t => t).ToDictionary();
        var pages = Math.Max(1, (posts.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(query.Page, 1, pages);
        return new ThemeList(
            consultation.Title,
            themes.ConvertAll(t => new ThemeListed(t.Id, t.Name, counts.GetValueOrDefault(t.Id))),
            [.. posts.Skip((page - 1) * PageSize).Take(PageSize).Select(p => new PostToTag(
                p.Id, p.Number, p.Title, ThreadAddress.Of(p.Title, p.Thread), p.AuthorName, p.IsOfficial, p.Text, p.ThemeIds))],
            posts.Count(p => !p.IsOfficial && p.ThemeIds.Count == 0), page, pages);
    }
}
