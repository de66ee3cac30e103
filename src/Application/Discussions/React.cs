using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Discussions;

/// <param name="On">True to add, false to take back. Asking for what already is changes nothing.</param>
public sealed record ReactCommand(string Slug, int Thread, int Number, ReactionKind Kind, bool On);

/// <summary>One of each kind per person and post. Errors: those of <see cref="TalkDesk"/>, <see cref="PostNotFound"/>, <see cref="PostHiddenMeanwhile"/>.</summary>
public sealed class ReactHandler(IAppDbContext db, TalkDesk desk, IReactionCounter counter, IThreadBroadcast broadcast) : IUseCase
{
    public async Task<Result<ReactionCounts>> HandleAsync(ReactCommand command, CancellationToken cancellationToken)
    {
        var place = await desk.FindAsync(command.Slug, command.Thread, cancellationToken);
        if (!place.IsSuccess)
        {
            return place.Error;
        }

        if (desk.WhyNotPost(place.Value.Phase) is { } why and not NameMissing)
        {
            return (Result<ReactionCounts>)why;
        }

        var threadId = place.Value.ThreadId;
        var post = await db.Set<Post>()
            .Where(p => p.ThreadId == threadId && p.Number == command.Number)
            .Select(p => new { p.Id, p.State })
            .SingleOrDefaultAsync(cancellationToken);
        if (post is null)
        {
            return new PostNotFound();
        }

        if (post.State != PostState.Visible)
        {
            return new PostHiddenMeanwhile();
        }

        var counts = await counter.SetAsync(post.Id, desk.User.Id!.Value, command.Kind, command.On, cancellationToken);
        broadcast.Reacted(threadId);
        return counts;
    }
}
