using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Panels;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>Somebody who joins a panel of the demo.</summary>
internal sealed record SeededMember(string Email, string Alias, int Age, bool WasDrawn, IReadOnlyDictionary<string, string> Background);

/// <summary>
/// Invented members with exactly the figures of the demo: how many of each age and gender answer the latest wave, and what. Those who
/// leave before it come first, so that they are in the waves before.
/// </summary>
internal sealed class PanelPeople
{
    private readonly PanelContent _content;
    private readonly Random _random;
    private readonly Queue<SeededMember> _waiting;
    private readonly HashSet<string> _answering = new(StringComparer.Ordinal);
    private readonly HashSet<string> _leaving = new(StringComparer.Ordinal);
    private readonly bool _isAdult;

    public PanelPeople(PanelContent content, Random random)
    {
        (_content, _random) = (content, random);
        var last = content.Waves[^1];
        var ages = PanelContent.Spread(content.Ages);
        var genders = PanelContent.Spread(content.Gender);
        random.Shuffle(ages);
        random.Shuffle(genders);
        var taken = content.Aliases.ToHashSet(StringComparer.Ordinal);
        var people = new List<SeededMember>();
        for (var i = 0; i < last.Invited; i++)
        {
            // The first is the one that the demo is shown as: 14 years old, and has not answered.
            var answers = i > 0 && i <= last.Answers;
            var (age, gender) = answers ? (ages[i - 1], genders[i - 1]) : (i == 0 ? "13–15" : Any("13–15", "16–17", "18–20"), i == 0 ? "Tjej" : Any("Tjej", "Kille"));
            var alias = i < content.Aliases.Count ? content.Aliases[i] : NewAlias(taken);
            people.Add(Person(i == 0 ? PanelStep.YoungMember : $"ung{i}@exempelby.example", alias, i == 0 ? 14 : AgeIn(age), true, gender));
            if (answers)
            {
                _answering.Add(alias);
            }
        }

        var leaving = Enumerable.Range(0, content.Left).Select(i =>
            Person($"slutade{i}@exempelby.example", NewAlias(taken), AgeIn(Any("16–17", "18–20")), true, Any("Tjej", "Kille"))).ToList();
        leaving.ForEach(p => _leaving.Add(p.Alias));

        // The young member and those of the conversation have been there from the beginning; the others in any order.
        var rest = people.Skip(content.Aliases.Count).ToArray();
        random.Shuffle(rest);
        _waiting = new Queue<SeededMember>(people.Take(content.Aliases.Count).Concat(leaving).Concat(rest));
    }

    private PanelPeople(PanelContent content, Random random, IEnumerable<SeededMember> people) =>
        (_content, _random, _waiting, _isAdult) = (content, random, new Queue<SeededMember>(people), true);

    public static PanelPeople Adults(PanelContent content, Random random)
    {
        var ages = PanelContent.Spread(content.AdultAges);
        random.Shuffle(ages);
        var people = new PanelPeople(content, random, []);
        foreach (var (age, i) in ages.Select((a, i) => (a, i)))
        {
            var (name, email) = i < StaffStep.Residents.Count ? StaffStep.Residents[i] : ($"Medlem {i + 1}", $"medlem{i + 1}@exempelby.example");
            people._waiting.Enqueue(people.Person(email, name, people.AgeIn(age), i % 2 == 0, ""));
        }

        return people;
    }

    public List<SeededMember> Next(int count) => [.. Enumerable.Range(0, count).Select(_ => _waiting.Dequeue())];

    public bool Leaves(Membership member) => _leaving.Contains(member.Alias);

    /// <summary>By membership.</summary>
    public Dictionary<Guid, AnswerSheet> Answers(WaveContent wave, IReadOnlyList<Membership> joined)
    {
        var isLast = !_isAdult && wave.Number == _content.Waves[^1].Number;
        var who = joined.Where(m => !isLast || _answering.Contains(m.Alias)).ToArray();
        _random.Shuffle(who);
        var sheets = who.Take(wave.Answers).ToDictionary(m => m.Id, _ => new AnswerSheet());
        if (!isLast && !_isAdult)
        {
            Give(sheets.Values, _content.Questions[0].Key, [.. Enumerable.Repeat("4", wave.Positive), .. Enumerable.Repeat("2", wave.Answers - wave.Positive)]);
            return sheets;
        }

        foreach (var (question, counts) in _isAdult ? _content.AdultCounts : _content.Counts)
        {
            var choices = PanelContent.Spread(counts);
            if (question == "storst")
            {
                GiveTwo([.. sheets.Values], question, choices);
            }
            else
            {
                Give(sheets.Values, question, choices[..Math.Min(choices.Length, sheets.Count)]);
            }
        }

        foreach (var (sheet, text) in sheets.Values.Zip(_isAdult ? [] : _content.Texts))
        {
            sheet.Set("mer", new Answer([], text));
        }

        return sheets;
    }

    private void Give(IEnumerable<AnswerSheet> sheets, string question, string[] choices)
    {
        _random.Shuffle(choices);
        foreach (var (sheet, choice) in sheets.Zip(choices))
        {
            sheet.Set(question, new Answer([choice], ""));
        }
    }

    /// <summary>Two different choices each, as far as they go: the commonest are dealt out first, one round after the other.</summary>
    private static void GiveTwo(AnswerSheet[] sheets, string question, string[] choices)
    {
        var given = sheets.Select(_ => new List<string>()).ToArray();
        var at = 0;
        foreach (var choice in choices)
        {
            given[at++ % sheets.Length].Add(choice);
        }

        foreach (var (sheet, two) in sheets.Zip(given))
        {
            sheet.Set(question, new Answer([.. two.Distinct()], ""));
        }
    }

    private SeededMember Person(string email, string alias, int age, bool drawn, string gender)
    {
        var background = new Dictionary<string, string>(StringComparer.Ordinal) { ["area"] = Any("Centrum", "Norrstrand", "Kvarnbacken", "Västerängen", "Byarna") };
        if (gender.Length > 0)
        {
            background["kon"] = gender;
        }

        return new SeededMember(email, alias, age, drawn, background);
    }

    private string NewAlias(HashSet<string> taken)
    {
        var name = Alias.Nth(_random.Next(Alias.Count));
        while (!taken.Add(name))
        {
            name = Alias.Nth(_random.Next(Alias.Count));
        }

        return name;
    }

    private int AgeIn(string group)
    {
        var band = Domain.Frames.AgeBand.Parse(group)!;
        return _random.Next(band.From, (band.To ?? 95) + 1);
    }

    private string Any(params string[] choices) => choices[_random.Next(choices.Length)];
}
