using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Ideas;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>
/// Ideas of the demo's residents: one done with thanks, one on trial, one that got a no, one on its way, one whose first answer is late, and one that nobody has
/// read. Their days are counted back from the present, whatever the scenario.
/// </summary>
internal sealed class IdeasStep(AppDbContext db) : ISeedStep
{
    private const int Hour = 10;

    public async Task SeedAsync(SeedContext context, CancellationToken cancellationToken)
    {
        var content = ExempelbyContent.Read<IdeasContent>("ideer.json");
        var authors = await AuthorsAsync(context, content, cancellationToken);
        var supporters = Enumerable.Range(1, content.Ideas.Max(i => i.Supports))
            .Select(n => new Resident(string.Create(CultureInfo.InvariantCulture, $"idestod{n}@exempelby.example"), Then(context, 220))).ToList();
        db.AddRange(supporters);
        foreach (var written in content.Ideas)
        {
            var idea = Climb(context, written, authors[written.Author], out var entries);
            db.Add(idea);
            db.AddRange(entries);
            db.AddRange(supporters.Take(written.Supports).Select((s, n) => new IdeaSupport(idea.Id, s.Id, Then(context, Math.Max(1, written.DaysAgo - 2 - n)))));

            // One by one, so that their numbers are in the order of the file.
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static DateTimeOffset Then(SeedContext context, int daysAgo) => context.Scenario.At(context.Now, context.Scenario.Day - daysAgo, Hour);

    private static Idea Climb(SeedContext context, IdeaContent written, Guid author, out List<IdeaEntry> entries)
    {
        entries = [];
        var at = Then(context, written.DaysAgo);
        var sent = Idea.Send(author, new IdeaText(written.Title, written.Text, written.Place), written.MayName, RandomId.New(), waiting: 0, at, at.SwedishDate());
        TorgetStep.Must(sent);
        var idea = sent.Value!;
        idea.Assign(written.Committee is { } committee ? context.Committees[committee] : null);
        if (written.ShownAfter is { } days)
        {
            TorgetStep.Must(idea.Show(by: Guid.Empty, Then(context, written.DaysAgo - days)));
        }

        foreach (var step in written.Entries)
        {
            var taken = Then(context, step.DaysAgo);
            var entry = idea.Take(
                new StepTaken(
                    (IdeaStep)step.Step, step.Words, step.Next is { } next ? taken.SwedishDate().AddDays(next) : null, step.For, step.Against, step.Outside, step.Use, step.Cost,
                    step.Responsible, step.Decision is { } decision ? Enum.Parse<IdeaDecision>(decision) : null),
                step.Role, taken, taken.SwedishDate());
            TorgetStep.Must(entry);
            entries.Add(entry.Value!);
        }

        return idea;
    }

    /// <summary>Those who are there already, and the others of the file.</summary>
    private async Task<Dictionary<string, Guid>> AuthorsAsync(SeedContext context, IdeasContent content, CancellationToken cancellationToken)
    {
        var names = content.Ideas.Select(i => i.Author).Distinct(StringComparer.Ordinal).ToList();
        var authors = await db.Set<Resident>().Where(r => names.Contains(r.DisplayName)).ToDictionaryAsync(r => r.DisplayName, r => r.Id, cancellationToken);
        foreach (var (name, n) in names.Where(n => !authors.ContainsKey(n)).Select((name, n) => (name, n)).ToList())
        {
            var resident = new Resident(string.Create(CultureInfo.InvariantCulture, $"ide{n + 1}@exempelby.example"), Then(context, 220));
            TorgetStep.Must(resident.ChooseName(name));
            db.Add(resident);
            authors[name] = resident.Id;
        }

        return authors;
    }
}
