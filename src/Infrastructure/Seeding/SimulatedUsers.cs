using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>
/// Invented users of home care with exactly the figures of the demo, unit by unit: the five groups, who told, who got an answer,
/// what changed, and the share of positive answers to each statement. The same seed gives the same people.
/// </summary>
internal sealed class SimulatedUsers(SurveyContent content, int seed)
{
    private static readonly string[] _items = ["tid", "vem", "kontakt", "trygg", "bemotande"];
    private readonly Random _random = new(seed);

    public IReadOnlyList<SimulatedAnswer> Make()
    {
        var people = content.Units!.SelectMany(Unit).ToArray();
        _random.Shuffle(people);
        Write(people);
        return people;
    }

    private SimulatedAnswer[] Unit(UnitContent unit)
    {
        var groups = Enum.GetValues<LoopGroup>().Zip(unit.Groups).SelectMany(g => Enumerable.Repeat(g.First, g.Second)).ToArray();
        var sheets = groups.Select(Sheet).ToArray();
        Tell(unit, groups, sheets);
        Judge(unit, groups, sheets);
        return [.. sheets.Select(s => new SimulatedAnswer(s, s, About(unit)) { Door = Door() })];
    }

    private AnswerSheet Sheet(LoopGroup group)
    {
        var sheet = new AnswerSheet();
        Set(sheet, "vem", Pick("sjalv", "sjalv", "sjalv", "hjalp", "anhorig"));
        Set(sheet, "nojd", group == LoopGroup.Attached ? Pick("4", "5", "5") : group == LoopGroup.Leaving ? Pick("1", "2", "3", "4") : Pick("1", "2", "3", "3"));
        Set(sheet, "igen", group == LoopGroup.Attached ? "ja" : Pick("nej", "nej", "vetinte"));
        Set(sheet, "byta", group == LoopGroup.Leaving ? Pick("bytt", "bestamt", "letar") : "nej");
        Set(sheet, "val", group switch
        {
            LoopGroup.Captive => Pick("nej", "nej", "vetinte"),
            LoopGroup.Silent => "ja",
            _ => Pick("ja", "ja", "nej", "vetinte"),
        });
        return sheet;
    }

    /// <summary>All who speak up have told; the rest of those who told are satisfied or leaving.</summary>
    private void Tell(UnitContent unit, LoopGroup[] groups, AnswerSheet[] sheets)
    {
        var order = Enumerable.Range(0, sheets.Length).OrderBy(i => groups[i] switch
        {
            LoopGroup.Voicing => 0,
            LoopGroup.Leaving or LoopGroup.Attached => 1,
            _ => 2,
        }).ThenBy(_ => _random.Next()).ToArray();
        var told = order[..unit.Told].OrderBy(_ => _random.Next()).ToArray();
        foreach (var i in order)
        {
            Set(sheets[i], "sagt", "nej");
        }

        for (var t = 0; t < told.Length; t++)
        {
            Set(sheets[told[t]], "sagt", "ja");
            Set(sheets[told[t]], "svar", t < unit.GotAnswer ? "ja" : "nej");
            Set(sheets[told[t]], "andrat", t < unit.Changed ? "ja" : "nej");
        }
    }

    private void Judge(UnitContent unit, LoopGroup[] groups, AnswerSheet[] sheets)
    {
        for (var item = 0; item < _items.Length; item++)
        {
            var positive = (int)Math.Round(unit.Positive[item] * sheets.Length / 100.0, MidpointRounding.AwayFromZero);
            var order = Enumerable.Range(0, sheets.Length).OrderBy(i => _random.NextDouble() + (groups[i] == LoopGroup.Attached ? 0 : 0.6)).ToArray();
            for (var at = 0; at < order.Length; at++)
            {
                Set(sheets[order[at]], "kvalitet." + _items[item], at < positive ? Pick("alltid", "oftast", "oftast") : Pick("ibland", "sallan", "aldrig"));
            }
        }
    }

    /// <summary>Texts that have a unit are written by somebody of it, the others by whoever comes first.</summary>
    private void Write(SimulatedAnswer[] people)
    {
        var silent = people.ToList();
        foreach (var text in new SimulatedTexts(SimulatedTexts.Content()).Make(content.Wrote))
        {
            var writer = silent.First(p => text.Unit is null || p.About["unit"] == text.Unit);
            writer.Final.Set("mer", new Answer([], text.Text));
            silent.Remove(writer);
        }

        foreach (var person in silent)
        {
            person.Final.Keep("mer", Answer.Empty);
        }
    }

    private Dictionary<string, string> About(UnitContent unit) => new(StringComparer.Ordinal)
    {
        ["unit"] = unit.Slug,
        [AboutYou.Area] = unit.Area,
        [AboutYou.Age] = HomeCareStep.Ages[Math.Min(2, _random.Next(5) / 2)],
    };

    private AnswerDoor Door() => _random.Next(100) switch
    {
        < 55 => AnswerDoor.LetterCode,
        < 90 => AnswerDoor.Paper,
        _ => AnswerDoor.Phone,
    };

    private string Pick(params string[] values) => values[_random.Next(values.Length)];

    private static void Set(AnswerSheet sheet, string key, string choice) => sheet.Set(key, new Answer([choice], ""));
}
