using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Discussions;

/// <param name="OptionLetter">The option it is about; null or empty for the whole.</param>
/// <param name="Text">The first post.</param>
public sealed record StartThreadCommand(string Slug, string Title, string? OptionLetter, string Text, Guid FormKey);

/// <summary>A new thread with its first post. Errors: those of <see cref="TalkDesk"/>, <see cref="ThreadTitleWrong"/>, <see cref="PostEmpty"/>, <see cref="PostTooLong"/>.</summary>
public sealed class StartThreadHandler(IAppDbContext db, TalkDesk desk, IOutbox outbox) : IUseCase
{
    public async Task<Result<PostWritten>> HandleAsync(StartThreadCommand command, CancellationToken cancellationToken)
    {
        var place = await desk.FindAsync(command.Slug, threadNumber: null, cancellationToken);
        if (!place.IsSuccess)
        {
            return place.Error;
        }

        if (desk.WhyNotPost(place.Value.Phase) is { } why)
        {
            return (Result<PostWritten>)why;
        }

        var (author, consultationId) = (desk.Author(), place.Value.Consultation.Id);
        var known = await db.Set<TalkThread>()
            .Where(t => t.ConsultationId == consultationId)
            .GroupBy(_ => 1)
            .Select(all => new
            {
                Last = all.Max(t => t.Number),
                Earlier = db.Set<Post>().Where(p => p.AuthorId == author.Id && p.FormKey == command.FormKey).Select(p => (Guid?)p.ThreadId).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (known?.Earlier is { } sent)
        {
            return await db.Set<TalkThread>()
                .Where(t => t.Id == sent)
                .Select(t => new PostWritten(t.Number, t.Title, 1, t.PostCount == 0))
                .SingleAsync(cancellationToken);
        }

        var started = TalkThread.Start(consultationId, (known?.Last ?? 0) + 1, command.Title, command.OptionLetter, author.Id, desk.Now);
        if (!started.IsSuccess)
        {
            return started.Error;
        }

        var thread = started.Value;
        db.Set<TalkThread>().Add(thread);
        var written = WritePostHandler.Add(db, outbox, thread, author, command.Text, replyTo: null, command.FormKey, desk.Now, thread.Title);
        if (!written.IsSuccess)
        {
            return written.Error;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another thread got the number in the same instant, or the same form came twice at once.
            return new ThreadStartedMeanwhile();
        }

        return new PostWritten(thread.Number, thread.Title, written.Value.Number, written.Value.State == PostState.Held);
    }
}
