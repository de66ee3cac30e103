using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>One simulated participant: what they answered first, what they ended with, and what they told about themselves.</summary>
/// <param name="First">Sheet of the first cast; the same object as <paramref name="Final"/> when never changed.</param>
/// <param name="About">Keys of <see cref="AboutYou"/>; what was not told is not there.</param>
internal sealed record SimulatedAnswer(AnswerSheet First, AnswerSheet Final, IReadOnlyDictionary<string, string> About)
{
    public AnswerDoor Door { get; init; } = AnswerDoor.Email;

    /// <summary>A person of the dialogue's list; null for one that nobody knows.</summary>
    public Guid? Participant { get; init; }
}

/// <summary>
/// Invented answers with exactly the totals of the demo: choices by area, known ages, and who changed from what to what.
/// The same seed gives the same people.
/// </summary>
internal sealed class SimulatedAnswers(TorgetContent content, int seed)
{
    private static readonly string[] Visits = ["dag", "vecka", "vecka", "vecka", "manad", "manad", "sallan"];
    private static readonly Dictionary<string, string[]> Reasons = new(StringComparer.Ordinal)
    {
        ["a"] = ["trad", "torghandel", "sittplatser", "unga", "tillganglighet"],
        ["b"] = ["trad", "sittplatser", "halka", "tillganglighet", "kvall"],
        ["c"] = ["parkering", "kostnad", "halka", "torghandel"],
        ["inget"] = ["kostnad", "kvall", "tillganglighet"],
        ["vetinte"] = ["halka", "tillganglighet"],
    };

    private readonly Random _random = new(seed);

    // Of its own, so that the answers stay the same people whatever is asked about the rådslag itself.
    private readonly Random _exit = new(seed + 1);
    private readonly Random _doors = new(seed + 2);

    /// <summary>All answers in the order they come in.</summary>
    public IReadOnlyList<SimulatedAnswer> Make()
    {
        var people = content.Result
            .SelectMany(r => r.Value.SelectMany((count, area) => Enumerable.Repeat((Choice: r.Key, Area: content.Areas[area]), count)))
            .ToArray();
        _random.Shuffle(people);
        var ages = Ages(people);
        var firsts = FirstChoices([.. people.Select(p => p.Choice)]);
        return [.. people.Select((person, i) => Answer(person.Choice, firsts[i], person.Area, ages[i]) with { Door = Door() })];
    }

    private AnswerDoor Door() => _doors.Next(100) switch
    {
        < 83 => AnswerDoor.Email,
        < 92 => AnswerDoor.Paper,
        < 96 => AnswerDoor.Kiosk,
        _ => AnswerDoor.Phone,
    };

    private SimulatedAnswer Answer(string choice, string firstChoice, string area, string age)
    {
        var final = Sheet(choice);
        if (firstChoice == choice)
        {
            return new SimulatedAnswer(final, final, About(area, age));
        }

        var first = AnswerSheet.FromJson(final.ToJson());
        first.Set("val", new Answer([firstChoice], ""));
        return new SimulatedAnswer(first, final, About(area, age));
    }

    /// <summary>Roughly two in five also say something about the rådslag itself, after the receipt.</summary>
    private Dictionary<string, string> About(string area, string age)
    {
        var about = new Dictionary<string, string>(StringComparer.Ordinal);
        if (area.Length > 0)
        {
            about[AboutYou.Area] = area;
        }

        if (age.Length > 0)
        {
            about[AboutYou.Age] = age;
        }

        if (_exit.Next(5) < 2)
        {
            about[AboutYou.Again] = Draw(("yes", 78), ("unsure", 15), ("no", 7));
            about[AboutYou.Told] = Draw(("no", 77), ("unanswered", 12), ("answered", 11));
            about[AboutYou.Loyal] = Draw(("yes", 69), ("unsure", 20), ("no", 11));
        }

        return about;
    }

    private string Draw(params (string Choice, int Percent)[] choices)
    {
        var drawn = _exit.Next(100);
        foreach (var (choice, percent) in choices)
        {
            drawn -= percent;
            if (drawn < 0)
            {
                return choice;
            }
        }

        return choices[^1].Choice;
    }

    private AnswerSheet Sheet(string choice)
    {
        var sheet = new AnswerSheet();
        sheet.Set("besok", new Answer([Visits[_random.Next(Visits.Length)]], ""));
        sheet.Set("val", new Answer([choice], ""));
        var reasons = Reasons[choice].ToArray();
        _random.Shuffle(reasons);
        sheet.Set("viktigt", new Answer([.. reasons.Take(_random.Next(1, 4)).Order(StringComparer.Ordinal)], ""));
        foreach (var (question, texts) in content.Texts)
        {
            // Roughly one in twelve writes something.
            if (_random.Next(12) == 0)
            {
                sheet.Set(question, new Answer([], texts[_random.Next(texts.Count)]));
            }
        }

        return sheet;
    }

    /// <summary>Ages go to people with a choice in the base only, so that the known ages sum as published.</summary>
    private string[] Ages((string Choice, string Area)[] people)
    {
        var inBase = Enumerable.Range(0, people.Length).Where(i => people[i].Choice != "vetinte").ToArray();
        _random.Shuffle(inBase);
        var ages = new string[people.Length];
        Array.Fill(ages, "");
        var next = 0;
        foreach (var (band, count) in content.Ages)
        {
            for (var i = 0; i < count; i++)
            {
                ages[inBase[next++]] = band;
            }
        }

        return ages;
    }

    private string[] FirstChoices(string[] finals)
    {
        var firsts = finals.ToArray();
        var taken = new HashSet<int>();
        foreach (var move in content.Moves)
        {
            var candidates = Enumerable.Range(0, finals.Length).Where(i => finals[i] == move.To && !taken.Contains(i)).ToArray();
            _random.Shuffle(candidates);
            foreach (var person in candidates.Take(move.Count))
            {
                firsts[person] = move.From;
                taken.Add(person);
            }
        }

        return firsts;
    }
}
