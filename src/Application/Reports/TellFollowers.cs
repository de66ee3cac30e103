using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Medborgardialog.Application.Reports;

public sealed record TellFollowersCommand(Guid ConsultationId);

/// <param name="More">There may be more to tell; run it again.</param>
public sealed record FollowersTold(int Count, bool More);

/// <summary>
/// Run by a job: puts one batch of mails about the latest news of a rådslag in the outbox, in one transaction with the note that
/// they have been told. Safe to run twice, at the same time, and to stop in the middle: nobody is mailed twice or forgotten.
/// </summary>
public sealed class TellFollowersHandler(IAppDbContext db, IOutbox outbox, ITexts texts, IOptions<AppOptions> options) : IUseCase
{
    /// <summary>Name of the job; its argument is the rådslag's id.</summary>
    public const string Job = "tell-followers";

    /// <summary>Small, so that mails to many do not stand in the way of what readers wait for in the same outbox.</summary>
    public const int BatchSize = 100;

    public async Task<Result<FollowersTold>> HandleAsync(TellFollowersCommand command, CancellationToken cancellationToken)
    {
        var news = await NewsAsync(command.ConsultationId, cancellationToken);
        if (news is null)
        {
            return new FollowersTold(0, More: false);
        }

        var batch = await db.Set<Following>()
            .Where(f => f.ConsultationId == command.ConsultationId && f.Since <= news.At && (f.ToldAt == null || f.ToldAt < news.At))
            .OrderBy(f => f.ResidentId)
            .Take(BatchSize)
            .Join(db.Set<Resident>(), f => f.ResidentId, r => r.Id, (f, r) => new { Following = f, r.Email })
            .ToListAsync(cancellationToken);
        foreach (var follower in batch.Where(f => f.Following.Tell(news.At)))
        {
            outbox.Add(new SendMail(follower.Email, news.Subject, news.Text, Key(follower.Following, news.At)));
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another run has told some of them; whoever is left is found next time.
            return new FollowersTold(0, More: true);
        }

        return new FollowersTold(batch.Count, batch.Count == BatchSize);
    }

    private static string Key(Following following, DateTimeOffset newsAt) =>
        string.Create(CultureInfo.InvariantCulture, $"decision/{following.ConsultationId:N}/{following.ResidentId:N}/{newsAt.UtcTicks}");

    /// <summary>The latest news: the newest follow-up, else the answer itself; null while nothing is public.</summary>
    private async Task<News?> NewsAsync(Guid consultationId, CancellationToken cancellationToken)
    {
        var row = await db.Set<DecisionFeedback>().AsNoTracking()
            .Where(f => f.DialogueId == consultationId && f.State == FeedbackState.Published)
            .Join(db.Set<AskedDialogue>(), f => f.DialogueId, c => c.Id, (f, c) => new { Feedback = f, Dialogue = c })
            .Select(r => new { r.Feedback, r.Dialogue, Committee = db.Set<Committee>().First(k => k.Id == r.Feedback.CommitteeId).Name })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        var (feedback, name) = (row.Feedback, row.Dialogue.NameInText);
        var page = options.Value.BaseUrl + row.Dialogue.Address;
        var latest = feedback.FollowUps.Count == 0 ? null : feedback.FollowUps[^1];
        return latest is null
            ? new News(
                feedback.PublishedAt!.Value, texts["mail.answer.subject", row.Committee, name],
                texts["mail.answer.text", row.Committee, name, feedback.Summary, $"{page}/beslut", $"{page}/bevaka"])
            : new News(
                latest.At, texts["mail.followUp.subject", name],
                texts["mail.followUp.text", name, feedback.Points.First(p => p.Id == latest.PointId).Heading, texts[$"pointStatus.{latest.Status}"], latest.Note, $"{page}/beslut", $"{page}/bevaka"]);
    }

    private sealed record News(DateTimeOffset At, string Subject, string Text);
}
