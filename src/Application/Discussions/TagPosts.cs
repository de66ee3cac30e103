using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Discussions;

/// <param name="Posts">All themes of each post that was on the page; none takes them away. Other posts keep theirs.</param>
public sealed record TagPostsCommand(string Slug, IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> Posts);

/// <summary>
/// Says what posts are about; a report compiled later groups them so. Three statements, however many posts.
/// Errors: <see cref="ConsultationNotFound"/>, <see cref="PostNotFound"/>, <see cref="ThemeNotFound"/>.
/// </summary>
public sealed class TagPostsHandler(IAppDbContext db, TalkDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(TagPostsCommand command, CancellationToken cancellationToken)
    {
        var place = await desk.FindAsync(command.Slug, threadNumber: null, cancellationToken);
        if (!place.IsSuccess)
        {
            return place.Error;
        }

        if (!ConsultationAccess.MayBuild(desk.User))
        {
            return new ConsultationNotFound();
        }

        var (id, wanted) = (place.Value.Consultation.Id, command.Posts.Keys.ToArray());
        var posts = await db.Set<Post>().Where(p => p.ConsultationId == id && wanted.Contains(p.Id)).ToListAsync(cancellationToken);
        if (posts.Count != wanted.Length)
        {
            return new PostNotFound();
        }

        var known = await db.Set<TalkTheme>().Where(t => t.ConsultationId == id).Select(t => t.Id).ToListAsync(cancellationToken);
        if (command.Posts.Values.SelectMany(t => t).Except(known).Any())
        {
            return new ThemeNotFound();
        }

        foreach (var post in posts.Where(p => !p.ThemeIds.ToHashSet().SetEquals(command.Posts[p.Id])))
        {
            post.Tag(command.Posts[post.Id]);
        }

        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }
}
