using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Discussions;

/// <param name="ThemeIds">All themes of the post; none takes them away.</param>
public sealed record TagPostCommand(string Slug, Guid PostId, IReadOnlyList<Guid> ThemeIds);

/// <summary>Says what a post is about. Errors: <see cref="ConsultationNotFound"/>, <see cref="PostNotFound"/>, <see cref="ThemeNotFound"/>.</summary>
public sealed class TagPostHandler(IAppDbContext db, TalkDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(TagPostCommand command, CancellationToken cancellationToken)
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

        var id = place.Value.Consultation.Id;
        var post = await db.Set<Post>().SingleOrDefaultAsync(p => p.Id == command.PostId && p.ConsultationId == id, cancellationToken);
        if (post is null)
        {
            return new PostNotFound();
        }

        var wanted = command.ThemeIds.Distinct().ToArray();
        if (await db.Set<TalkTheme>().CountAsync(t => t.ConsultationId == id && wanted.Contains(t.Id), cancellationToken) != wanted.Length)
        {
            return new ThemeNotFound();
        }

        post.Tag(wanted);
        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }
}
