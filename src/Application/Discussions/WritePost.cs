using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Moderation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Discussions;

/// <param name="ReplyTo">Number of the post commented on; null for a post of its own.</param>
/// <param name="FormKey">Made when the form was shown: the same form sent twice gives one post.</param>
public sealed record WritePostCommand(string Slug, int Thread, string Text, int? ReplyTo, Guid FormKey);

/// <param name="IsHeld">It waits for a moderator before others see it.</param>
public sealed record PostWritten(int Thread, string ThreadTitle, int Number, bool IsHeld);

/// <summary>
/// Says something in a thread; an official's post is marked as such. Errors: those of <see cref="TalkDesk"/>, <see cref="PostEmpty"/>,
/// <see cref="PostTooLong"/>, <see cref="PostHiddenMeanwhile"/>.
/// </summary>
public sealed class WritePostHandler(IAppDbContext db, TalkDesk desk, IThreadTurn turn, IOutbox outbox) : IUseCase
{
    public async Task<Result<PostWritten>> HandleAsync(WritePostCommand command, CancellationToken cancellationToken)
    {
        var place = await desk.FindAsync(command.Slug, command.Thread, cancellationToken);
        if (!place.IsSuccess)
        {
            return place.Error;
        }

        return desk.WhyNotPost(place.Value.Phase) is { } why
            ? (Result<PostWritten>)why
            : await turn.TakeAsync(place.Value.ThreadId, thread => WriteAsync(thread, command, cancellationToken), cancellationToken);
    }

    private async Task<Result<PostWritten>> WriteAsync(TalkThread thread, WritePostCommand command, CancellationToken cancellationToken)
    {
        var author = desk.Author();
        var found = await db.Set<Post>()
            .Where(p => p.AuthorId == author.Id && p.FormKey == command.FormKey || p.ThreadId == thread.Id && p.Number == command.ReplyTo)
            .ToListAsync(cancellationToken);
        if (found.Find(p => p.AuthorId == author.Id && p.FormKey == command.FormKey) is { } earlier)
        {
            return new PostWritten(thread.Number, thread.Title, earlier.Number, earlier.State == PostState.Held);
        }

        var replyTo = found.Find(p => p.Number == command.ReplyTo && p.ThreadId == thread.Id);
        if (command.ReplyTo is not null && replyTo is null)
        {
            return new PostNotFound();
        }

        var written = Add(db, outbox, thread, author, command.Text, replyTo, command.FormKey, desk.Now);
        return written.IsSuccess
            ? new PostWritten(thread.Number, thread.Title, written.Value.Number, written.Value.State == PostState.Held)
            : written.Error;
    }

    /// <summary>Also for the first post of a new thread, whose <paramref name="title"/> is looked at together with the text.</summary>
    internal static Result<Post> Add(
        IAppDbContext db, IOutbox outbox, TalkThread thread, Author author, string text, Post? replyTo, Guid formKey, DateTimeOffset now, string title = "")
    {
        IReadOnlyList<string> flags = author.Title is null ? TextFlags.Of($"{title}\n{text}") : [];
        var written = thread.Write(author, text, replyTo, formKey, TextFlags.MustWait(flags), now);
        if (!written.IsSuccess)
        {
            return written.Error;
        }

        db.Set<Post>().Add(written.Value);
        if (flags.Count > 0)
        {
            db.Set<ModerationCase>().Add(new ModerationCase(written.Value, flags, now));
        }

        if (written.Value.State == PostState.Visible)
        {
            outbox.Add(new ThreadChanged(thread.Id));
        }

        return written;
    }
}
