using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Moderation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Discussions;

public sealed record EditPostCommand(string Slug, int Thread, int Number, string Text);

/// <summary>
/// Changes one's own post within fifteen minutes, while talk is open. Errors: those of <see cref="TalkDesk"/>, <see cref="PostNotFound"/>,
/// <see cref="NotYourPost"/>, <see cref="EditWindowPassed"/>, <see cref="PostHiddenMeanwhile"/>, <see cref="EditNamesPerson"/>, <see cref="PostEmpty"/>, <see cref="PostTooLong"/>.
/// </summary>
public sealed class EditPostHandler(IAppDbContext db, TalkDesk desk, IThreadTurn turn, IOutbox outbox) : IUseCase
{
    public async Task<Result<PostWritten>> HandleAsync(EditPostCommand command, CancellationToken cancellationToken)
    {
        var place = await desk.FindAsync(command.Slug, command.Thread, cancellationToken);
        if (!place.IsSuccess)
        {
            return place.Error;
        }

        return desk.WhyNotPost(place.Value.Phase) is { } why
            ? (Result<PostWritten>)why
            : await turn.TakeAsync(place.Value.ThreadId, thread => EditAsync(thread, command, cancellationToken), cancellationToken);
    }

    private async Task<Result<PostWritten>> EditAsync(TalkThread thread, EditPostCommand command, CancellationToken cancellationToken)
    {
        var post = await db.Set<Post>().SingleOrDefaultAsync(p => p.ThreadId == thread.Id && p.Number == command.Number, cancellationToken);
        if (post is null)
        {
            return new PostNotFound();
        }

        var before = post.ChangedSequence;
        var edited = thread.Edit(post, desk.User.Id, command.Text, desk.Now);
        if (!edited.IsSuccess)
        {
            return edited.Error;
        }

        await FlagAsync(post, cancellationToken);
        if (post.ChangedSequence != before)
        {
            outbox.Add(new ThreadChanged(thread.Id));
        }

        return new PostWritten(thread.Number, thread.Title, post.Number, post.State == PostState.Held);
    }

    /// <summary>An edit may bring in what a new post would have been looked at for.</summary>
    private async Task FlagAsync(Post post, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> flags = post.AuthorTitle is null ? TextFlags.Of(post.Text) : [];
        if (flags.Count == 0)
        {
            return;
        }

        var open = await db.Set<ModerationCase>()
            .SingleOrDefaultAsync(c => c.PostId == post.Id && c.Outcome == CaseOutcome.Waiting, cancellationToken);
        if (open is null)
        {
            db.Set<ModerationCase>().Add(new ModerationCase(post, flags, desk.Now));
        }
        else
        {
            open.AddFlags(flags);
        }
    }
}
