using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.TestSupport;

/// <summary>
/// A survey of forty questions with every kind and nested logic, in Swedish and English. Beside each condition stands the same rule
/// written out by hand over plain answers, so that an evaluator that shares nothing with the application can be held against it.
/// </summary>
public static class FortyQuestions
{
    /// <summary>Answers by key, in the order given; a question that was not asked or was left is absent.</summary>
    public delegate bool Rule(IReadOnlyDictionary<string, string[]> given);

    private static readonly Choice[] _yesNo = [new("ja", "Ja", Positive: true), new("nej", "Nej"), new("vetinte", "Vet inte", OutsideBase: true)];

    private static readonly Choice[] _five =
        [new("1", "1 Mycket dåligt"), new("2", "2"), new("3", "3"), new("4", "4", Positive: true), new("5", "5 Mycket bra", Positive: true), new("ingen", "Ingen erfarenhet", NoExperience: true)];

    private static readonly Choice[] _letters = [new("a", "Alfa"), new("b", "Beta"), new("c", "Gamma"), new("d", "Delta"), new("inget", "Inget av dem", OutsideBase: true)];

    private static readonly Dictionary<string, (Condition Condition, Rule Rule)> _logic = new(StringComparer.Ordinal)
    {
        ["q04"] = (new ChoiceIs("q03", ["ja"]), g => Is(g, "q03", "ja")),
        ["q05"] = (new ChoiceIs("q03", ["nej", "vetinte"]), g => Is(g, "q03", "nej") || Is(g, "q03", "vetinte")),
        ["q09"] = (
            new AllOf([new NumberIs("q08", 3, null), new Not(new ChoiceIs("q02", ["ingen"]))]),
            g => Number(g, "q08") >= 3 && !Is(g, "q02", "ingen")),
        ["q12"] = (
            new AnyOf([new ChoiceIs("q11", ["a"]), new AllOf([new ChoiceIs("q11", ["b"]), new ChoiceIs("q03", ["ja"])])]),
            g => Is(g, "q11", "a") || (Is(g, "q11", "b") && Is(g, "q03", "ja"))),
        ["q13"] = (new IsAnswered("q12"), g => g.ContainsKey("q12")),
        ["q18"] = (new DateIs("q17", new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30)), g => Day(g, "q17") is { } day && day >= "2026-01-01" && day <= "2026-06-30"),
        ["q20"] = (new ChoiceIs("q19.tid", ["1", "2"]), g => Is(g, "q19.tid", "1") || Is(g, "q19.tid", "2")),
        ["q23"] = (
            new Not(new AnyOf([new ChoiceIs("q21", ["ja"]), new AllOf([new IsAnswered("q20"), new NumberIs("q08", null, 10)])])),
            g => !(Is(g, "q21", "ja") || (g.ContainsKey("q20") && Number(g, "q08") <= 10))),
        ["q28"] = (new AllOf([new ChoiceIs("q27", ["b"]), new AnyOf([new IsAnswered("q23"), new Not(new IsAnswered("q22"))])]), g => Is(g, "q27", "b") && (g.ContainsKey("q23") || !g.ContainsKey("q22"))),
        ["q33"] = (new ChoiceIs("q32", ["a", "c"]), g => Is(g, "q32", "a") || Is(g, "q32", "c")),
        ["q34"] = (new AllOf([new IsAnswered("q33"), new NumberIs("q24", 2.5m, 7.25m)]), g => g.ContainsKey("q33") && Number(g, "q24") is >= 2.5m and <= 7.25m),
        ["q39"] = (new Not(new IsAnswered("q38")), g => !g.ContainsKey("q38")),
    };

    public static IReadOnlyList<Question> Questions { get; } = [.. Enumerable.Range(1, 40).Select(Make)];

    /// <summary>The pages, a battery statement by statement, each with the rule that decides whether it is asked.</summary>
    public static IEnumerable<(string Key, Question Question, Rule Asked)> Pages => Questions.SelectMany(q =>
        (q.Items.Count > 0 ? q.Items.Select(i => $"{q.Key}.{i.Key}") : [q.Key])
            .Select(key => (key, q, _logic.TryGetValue(q.Key, out var logic) ? logic.Rule : (Rule)(_ => true))));

    private static Question Make(int number)
    {
        var key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"q{number:00}");
        var question = new Question
        {
            Key = key, Kind = QuestionKind.Single, Section = $"Del {number}", Text = $"Fråga nummer {number}?",
            ShowIf = _logic.TryGetValue(key, out var logic) ? logic.Condition : null,
            Languages = new Dictionary<string, QuestionWords>(StringComparer.Ordinal)
            {
                ["en"] = new($"Question number {number}?", $"Part {number}", null, new Dictionary<string, string>(StringComparer.Ordinal) { ["ja"] = "Yes", ["nej"] = "No", ["vetinte"] = "Don't know", ["ingen"] = "No experience", ["inget"] = "None of them" }, new Dictionary<string, string>(StringComparer.Ordinal)),
            },
        };
        return number switch
        {
            1 => question with { Kind = QuestionKind.Number, Lowest = 0, Highest = 1_000_000, Required = true },
            2 or 14 or 25 or 35 => question with { Kind = QuestionKind.Scale, Choices = _five },
            3 or 21 or 29 or 38 => question with { Kind = QuestionKind.YesNo, Choices = _yesNo },
            8 or 36 => question with { Kind = QuestionKind.Number, Lowest = 0, Highest = 365, Unit = "gånger", Choices = [new("vetinte", "Vet inte", OutsideBase: true)] },
            24 => question with { Kind = QuestionKind.Number, Lowest = -10, Highest = 10, Decimals = 2 },
            10 or 22 or 30 => question with { Kind = QuestionKind.Multiple, MaxChoices = 3, Choices = _letters },
            6 or 26 => question with { Kind = QuestionKind.ShortText },
            7 or 40 => question with { Kind = QuestionKind.LongText },
            15 or 31 => question with { Kind = QuestionKind.Ranking, MaxChoices = 3, Choices = _letters[..4] },
            16 => question with { Kind = QuestionKind.Place, Choices = _letters },
            37 => question with { Kind = QuestionKind.Place, Place = PlaceForm.Address, Choices = [new("ingen", "Ingen plats", OutsideBase: true)] },
            5 => question with { Kind = QuestionKind.Place, Place = PlaceForm.Point },
            17 => question with { Kind = QuestionKind.Date },
            19 or 39 => question with { Kind = QuestionKind.Battery, Choices = _five, Items = [new("tid", "Tiden passar"), new("hjalp", "Jag får hjälp"), new("hittar", "Jag hittar")] },
            _ => question with { Choices = _letters },
        };
    }

    private static bool Is(IReadOnlyDictionary<string, string[]> given, string key, string choice) => given.TryGetValue(key, out var v) && v.Contains(choice);

    private static decimal? Number(IReadOnlyDictionary<string, string[]> given, string key) =>
        given.TryGetValue(key, out var v) && decimal.TryParse(v[0], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Days written year first compare as texts.</summary>
    private static Ordinal? Day(IReadOnlyDictionary<string, string[]> given, string key) =>
        given.TryGetValue(key, out var v) && v[0].Length == 10 ? new Ordinal(v[0]) : null;

    private readonly record struct Ordinal(string Text)
    {
        public static bool operator >=(Ordinal left, string right) => string.CompareOrdinal(left.Text, right) >= 0;

        public static bool operator <=(Ordinal left, string right) => string.CompareOrdinal(left.Text, right) <= 0;
    }
}
