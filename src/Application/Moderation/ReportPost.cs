using Medborgardialog.Application.Common;
using Medborgardialog.Application.Discussions;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Moderation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Moderation;

/// <param name="Text">What is wrong with it, in the reader's words; may be empty.</param>
public sealed record ReportPostCommand(string Slug, int Thread, int Number, string Text);

/// <summary>
/// A reader asks a moderator to look (anmälan). Nothing is hidden by it, however many they are (trust T46); the same person
/// reporting again changes nothing. Errors: those of <see cref="TalkDesk"/> but the closing, <see cref="SignInToPost"/>,
/// <see cref="PostNotFound"/>, <see cref="PostHiddenMeanwhile"/>, <see cref="OwnPostReported"/>, <see cref="TooManyComplaints"/>.
/// </summary>
public sealed class ReportPostHandler(IAppDbContext db, TalkDesk desk) : IUseCase
{
    private const int MostAnHour = 10;

    public async Task<Result<Done>> HandleAsync(ReportPostCommand command, CancellationToken cancellationToken)
    {
        var place = await desk.FindAsync(command.Slug, command.Thread, cancellationToken);
        if (!place.IsSuccess)
        {
            return place.Error;
        }

        if (desk.User.Id is not { } me)
        {
            return new SignInToPost();
        }

        var (threadId, hourAgo) = (place.Value.ThreadId, desk.Now.AddHours(-1));
        var row = await db.Set<Post>()
            .Where(p => p.ThreadId == threadId && p.Number == command.Number)
            .Select(p => new
            {
                Post = p,
                Reported = db.Set<Complaint>().Any(c => c.PostId == p.Id && c.PersonId == me),
                Recent = db.Set<Complaint>().Count(c => c.PersonId == me && c.At > hourAgo),
                Case = db.Set<ModerationCase>().FirstOrDefault(c => c.PostId == p.Id && c.Outcome == CaseOutcome.Waiting),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null || row.Post.State == PostState.Held)
        {
            return new PostNotFound();
        }

        if (row.Reported)
        {
            return Done.Value;
        }

        if (WhyNot(row.Post, me, row.Recent) is { } why)
        {
            return (Result<Done>)why;
        }

        var opened = row.Case ?? db.Set<ModerationCase>().Add(new ModerationCase(row.Post, [], desk.Now)).Entity;
        opened.AddComplaint();
        db.Set<Complaint>().Add(new Complaint(row.Post.Id, me, command.Text, desk.Now));
        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }

    private static Error? WhyNot(Post post, Guid me, int recent) =>
        post.State == PostState.Hidden ? new PostHiddenMeanwhile()
        : post.AuthorId == me ? new OwnPostReported()
        : recent >= MostAnHour ? new TooManyComplaints()
        : null;
}
