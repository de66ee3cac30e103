using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Discussions;

public sealed record GetPostQuery(string Slug, int Thread, int Number);

/// <param name="Post">With what is the asker's own.</param>
/// <param name="ThemeIds">What the officers say it is about; not public before the report is.</param>
public sealed record PostFound(
    PostView Post, string ThreadAddress, string ThreadTitle, Guid ConsultationId, string ConsultationName, bool IsOpen, IReadOnlyList<Guid> ThemeIds);

/// <summary>
/// One post, for a form about it. Two statements. Errors: those of <see cref="TalkDesk"/> but the closing, <see cref="PostNotFound"/> also
/// where it is somebody else's and held.
/// </summary>
public sealed class GetPostHandler(IAppDbContext db, TalkDesk desk) : IUseCase
{
    public async Task<Result<PostFound>> HandleAsync(GetPostQuery query, CancellationToken cancellationToken)
    {
        var place = await desk.FindAsync(query.Slug, query.Thread, cancellationToken);
        if (!place.IsSuccess)
        {
            return place.Error;
        }

        var (threadId, me) = (place.Value.ThreadId, desk.User.Id);
        var row = await db.Set<Post>()
            .AsNoTracking()
            .Where(p => p.ThreadId == threadId && p.Number == query.Number && (p.State != PostState.Held || p.AuthorId == me))
            .Select(p => new
            {
                Post = p,
                Title = db.Set<TalkThread>().Where(t => t.Id == threadId).Select(t => t.Title).First(),
                Good = me != null && db.Set<PostReaction>().Any(x => x.PostId == p.Id && x.PersonId == me && x.Kind == ReactionKind.Good),
                Thoughtful = me != null && db.Set<PostReaction>().Any(x => x.PostId == p.Id && x.PersonId == me && x.Kind == ReactionKind.Thoughtful),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return new PostNotFound();
        }

        var isOpen = ConsultationAccess.IsTalkOpen(place.Value.Phase);
        DateTimeOffset? until = isOpen && row.Post.MayBeEditedBy(me, desk.Now) ? row.Post.At + Post.EditWindow : null;
        var view = PostView.Of(row.Post) with
        {
            Own = me is null ? null : new OwnView(row.Post.AuthorId == me, row.Good, row.Thoughtful, until),
        };
        return new PostFound(
            view, ThreadAddress.Of(row.Title, query.Thread), row.Title, place.Value.Consultation.Id, place.Value.Consultation.NameInText, isOpen, row.Post.ThemeIds);
    }
}
