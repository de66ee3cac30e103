using System.Globalization;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Infrastructure.Persistence;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>What is said in the demo rådslag up to the day of the scenario: nine threads, twenty-four posts, tagged by theme.</summary>
internal sealed class TalkStep(AppDbContext db) : ISeedStep
{
    private readonly Dictionary<string, Guid> _authors = new(StringComparer.Ordinal);

    public async Task SeedAsync(SeedContext context, CancellationToken cancellationToken)
    {
        var content = ExempelbyContent.Read<TalkContent>("samtal.json");
        var themes = content.Threads.Select((name, i) => TalkTheme.Create(context.ConsultationId, name, i).Value!).ToList();
        var threads = content.Threads.Select((title, i) => TalkThread.Start(
            context.ConsultationId, i + 1, title, optionLetter: null, context.Staff["Maria Demolund"], context.Scenario.At(context.Now, 0, 8)).Value!).ToList();
        var written = new Dictionary<int, (TalkThread Thread, Post Post)>();
        foreach (var post in content.Posts.OrderBy(p => p.Number))
        {
            var at = At(context, post);
            if (at > context.Now)
            {
                continue;
            }

            Post? replyTo = null;
            var thread = post.Thread is null ? null : threads[content.Threads.ToList().IndexOf(post.Thread)];
            if (post.ReplyTo is { } number)
            {
                (thread, replyTo) = written[number];
            }

            var added = thread!.Write(Author(context, post), post.Text, replyTo, Guid.CreateVersion7(), held: false, at);
            TorgetStep.Must(added);
            added.Value!.TakeOverReactions(post.Good, post.Thoughtful);
            added.Value.Tag([themes[thread.Number - 1].Id]);
            written[post.Number] = (thread, added.Value);
        }

        db.AddRange(themes);
        db.AddRange(threads);
        db.AddRange(written.Values.Select(w => w.Post));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static DateTimeOffset At(SeedContext context, PostContent post)
    {
        var time = TimeOnly.Parse(post.Time, CultureInfo.InvariantCulture);
        return context.Scenario.At(context.Now, post.Day, time.Hour, time.Minute);
    }

    private Author Author(SeedContext context, PostContent post)
    {
        if (context.Staff.TryGetValue(post.Author, out var staff))
        {
            return new Author(staff, post.Author, StaffStep.People.First(p => p.Name == post.Author).Title);
        }

        if (!_authors.TryGetValue(post.Author, out var resident))
        {
            _authors[post.Author] = resident = Guid.CreateVersion7();
        }

        return new Author(resident, post.Author, Title: null);
    }
}
