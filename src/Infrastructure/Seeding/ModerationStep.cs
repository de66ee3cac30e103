using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Moderation;
using Medborgardialog.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>
/// What waits for the moderators while the demo talk is open, and one post that they have hidden. Adds no post that readers see,
/// so that the demo's own figures stay as they are told.
/// </summary>
internal sealed class ModerationStep(AppDbContext db) : ISeedStep
{
    private const string HiddenReason = "Inlägget angrep en person i stället för en åsikt. Skriv gärna om sakfrågan.";

    public async Task SeedAsync(SeedContext context, CancellationToken cancellationToken)
    {
        if (context.Scenario.Day >= Scenario.Closes)
        {
            return;
        }

        var threads = await db.Set<TalkThread>().Where(t => t.ConsultationId == context.ConsultationId).ToListAsync(cancellationToken);
        Hold(threads, 1, "Kvarnbackaren", "Handläggaren Kalle Låtsasson har sagt att allt redan är klart. Ring honom på 070-174 06 12.", context.Now.AddMinutes(-18));
        Hold(threads, 3, "Trädkramaren", "Jag har ritat ett eget förslag. Mejla tradgruppen@exempelby.example så får du det.", context.Now.AddMinutes(-9));
        Hide(context, threads, 2, "Arg i elva", "Du är ju helt dum i huvudet, Cykelmormor. Håll dig hemma.", HouseRule.Attack);
        await ReportAsync(threads, 7, context.Now, ["Det här är en politisk kampanj, inte ett argument.", "Han skriver hur han ska svara. Får man det?"], cancellationToken);
        await ReportAsync(threads, 4, context.Now.AddMinutes(-4), ["Är det inte reklam för hans egen vagn?"], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private Post Add(List<TalkThread> threads, int number, string author, string text, DateTimeOffset at)
    {
        var written = threads.Single(t => t.Number == number)
            .Write(new Author(Guid.CreateVersion7(), author, Title: null), text, replyTo: null, Guid.CreateVersion7(), held: true, at);
        TorgetStep.Must(written);
        db.Add(written.Value!);
        return written.Value!;
    }

    private void Hold(List<TalkThread> threads, int number, string author, string text, DateTimeOffset at)
    {
        var post = Add(threads, number, author, text, at);
        db.Add(new ModerationCase(post, TextFlags.Of(text), at));
    }

    private void Hide(SeedContext context, List<TalkThread> threads, int number, string author, string text, HouseRule rule)
    {
        var at = context.Scenario.At(context.Now, Math.Min(context.Scenario.Day - 1, 4), 21, 14);
        var post = Add(threads, number, author, text, at);
        var decided = at.AddMinutes(26);
        threads.Single(t => t.Number == number).Hide(post, rule, decided);
        var done = new ModerationCase(post, [], at);
        done.Decide(CaseOutcome.Hidden, decided);
        db.AddRange(done, new ModerationDecision(
            post, CaseOutcome.Hidden, rule, HiddenReason, context.Staff["Nils Mallqvist"], "Nils Mallqvist", decided));
    }

    private async Task ReportAsync(List<TalkThread> threads, int number, DateTimeOffset at, string[] texts, CancellationToken cancellationToken)
    {
        var threadId = threads.Single(t => t.Number == number).Id;
        if (await db.Set<Post>().Where(p => p.ThreadId == threadId).OrderBy(p => p.Number).FirstOrDefaultAsync(cancellationToken) is not { } post)
        {
            return;
        }

        var opened = new ModerationCase(post, [], at.AddMinutes(-6));
        db.Add(opened);
        foreach (var text in texts)
        {
            opened.AddComplaint();
            db.Add(new Complaint(post.Id, Guid.CreateVersion7(), text, at.AddMinutes(-6)));
        }
    }
}
