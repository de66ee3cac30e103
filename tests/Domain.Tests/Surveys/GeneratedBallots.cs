using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Domain.Tests.Surveys;

/// <summary>
/// A survey with its counted answers, from a seed: every kind of question, batteries, conditions on conditions, choices outside the base,
/// the questions of exit, voice and loyalty, the users' perspective, add-ons of units that a list or an answer tells, and breakdowns of
/// every source. The answers are those that the logic lets through, and their texts lie apart as after closing.
/// </summary>
internal sealed class GeneratedBallots
{
    private static readonly string[] _units = ["norr", "soder", "vast"];
    private readonly Random _random;
    private readonly List<Question> _questions = [];

    public GeneratedBallots(int seed)
    {
        _random = new Random(seed);
        var asksUnit = _random.Next(2) == 0;
        Breakdowns = [.. MakeBreakdowns(asksUnit).OrderBy(_ => _random.Next()).Take(_random.Next(0, 5))];
        Ask(asksUnit);
        Questionnaire = new Questionnaire(Guid.Empty);
        Questionnaire.Ask(_questions, _random.Next(3) == 0 ? new ChoiceIs("q0", ["a0", "a1"]) : null);
        Population = _random.Next(3) == 0 ? _random.Next(20, 120) : null;
        Invited = _units.Where(_ => _random.Next(4) > 0).ToDictionary(u => u, _ => _random.Next(30, 300), StringComparer.Ordinal);
        var written = new Dictionary<(string, string?), int>();
        var n = (int)Math.Round(5 * Math.Pow(80, _random.NextDouble()));
        Ballots = [.. Enumerable.Range(0, n).Select(_ => Ballot(written))];
        Written = [.. written.Select(w => new WrittenCount(w.Key.Item1, w.Key.Item2, w.Value))];
    }

    public Questionnaire Questionnaire { get; }

    public IReadOnlyList<BreakdownVariable> Breakdowns { get; }

    public IReadOnlyList<CountedBallot> Ballots { get; }

    public IReadOnlyList<WrittenCount> Written { get; }

    public int? Population { get; }

    public IReadOnlyDictionary<string, int> Invited { get; }

    private static IEnumerable<BreakdownVariable> MakeBreakdowns(bool asksUnit)
    {
        yield return new("age", "Ålder", BreakdownSource.Background, [.. Categories("ung", "mellan", "äldre")], Ordered: true);
        yield return new("area", "Område", BreakdownSource.Background, [.. Categories("a", "b", "c", "d", "e")], Ordered: false);
        yield return new("door", "Väg", BreakdownSource.Door, [.. Categories("1", "3")], Ordered: false);
        yield return new("q0", "Svar", BreakdownSource.Question, [.. Categories("a0", "a1", "a2")], Ordered: false);
        yield return new(Question.UnitKey, "Enhet", asksUnit ? BreakdownSource.Question : BreakdownSource.Background, [.. Categories(_units)], Ordered: false);
    }

    private static IEnumerable<BreakdownCategory> Categories(params string[] keys) => keys.Select(k => new BreakdownCategory(k, $"Gruppen {k}"));

    private void Ask(bool asksUnit)
    {
        if (asksUnit)
        {
            _questions.Add(Bare(Question.UnitKey, QuestionKind.Single) with { Choices = [.. _units.Select(u => new Choice(u, u))] });
        }

        for (var i = 0; i < _random.Next(2, 9); i++)
        {
            _questions.Add(Core($"q{i}", i));
        }

        foreach (var measure in _random.Next(2) == 0 ? Enum.GetValues<LoopMeasure>() : [])
        {
            if (measure == LoopMeasure.Satisfied || _random.Next(4) > 0)
            {
                _questions.Add(Bare($"m{(int)measure}", QuestionKind.YesNo) with
                {
                    Measures = measure, ShowIf = Sometimes(4), Choices = [new("ja", "Ja", Positive: true), new("nej", "Nej"), new("vet", "Vet inte", OutsideBase: true)],
                });
            }
        }

        for (var i = _random.Next(0, 4); i > 0; i--)
        {
            _questions.Add(Core($"t{i}", 100) with { AskedOf = [.. _units.Where(_ => _random.Next(3) > 0).DefaultIfEmpty("norr")] });
        }
    }

    private Question Core(string key, int at)
    {
        var kind = at == 0 ? QuestionKind.Single : (QuestionKind)_random.Next(1, 13);
        kind = kind is QuestionKind.Image ? QuestionKind.Single : kind;
        var question = Bare(key, kind) with { ShowIf = at == 0 ? null : Sometimes(2), Perspective = at > 0 && _random.Next(4) == 0 ? Perspective.User : Perspective.Citizen };
        if (question.IsText || kind is QuestionKind.Number or QuestionKind.Date)
        {
            return question with { Decimals = kind == QuestionKind.Number ? _random.Next(0, 3) : 0, Choices = _random.Next(2) == 0 ? [new("ingen", "Ingen", NoExperience: true)] : [] };
        }

        if (kind == QuestionKind.Place)
        {
            question = question with { Place = (PlaceForm)_random.Next(0, 3) };
        }

        var choices = question.Kind == QuestionKind.Place && question.Place != PlaceForm.List ? 0 : _random.Next(3, 8);
        return question with
        {
            Choices = [.. Enumerable.Range(0, choices).Select(c => new Choice($"a{c}", $"Val {c}", OutsideBase: c == 3, NoExperience: c == 4, Positive: c < 2))],
            MaxChoices = kind is QuestionKind.Multiple or QuestionKind.Ranking ? _random.Next(1, 4) : 1,
            Items = kind == QuestionKind.Battery ? [.. Enumerable.Range(0, _random.Next(1, 4)).Select(i => new BatteryItem($"i{i}", $"Påstående {i}"))] : [],
        };
    }

    private static Question Bare(string key, QuestionKind kind) => new() { Key = key, Kind = kind, Section = key, Text = $"{key}?" };

    private Condition? Sometimes(int outOf) => _random.Next(outOf) == 0 ? Condition(depth: 0) : null;

    private Condition Condition(int depth)
    {
        if (depth < 2 && _random.Next(3) == 0)
        {
            Condition[] inner = [Condition(depth + 1), Condition(depth + 1)];
            return _random.Next(3) switch { 0 => new AllOf(inner), 1 => new AnyOf(inner), _ => new Not(inner[0]) };
        }

        var steps = Route.Of(_questions).Steps.Where(s => !s.Question.IsText && !s.Question.IsAddOn).ToList();
        var about = steps[_random.Next(steps.Count)].Question;
        return about.Kind switch
        {
            QuestionKind.Number => new NumberIs(about.Key, 2, _random.Next(4, 12)),
            QuestionKind.Date => new DateIs(about.Key, new DateOnly(2026, 2, 1), null),
            _ when about.Choices.Count == 0 || _random.Next(4) == 0 => new IsAnswered(about.Key),
            _ => new ChoiceIs(about.Key, [about.Choices[0].Key, about.Choices[_random.Next(about.Choices.Count)].Key]),
        };
    }

    private CountedBallot Ballot(Dictionary<(string, string?), int> written)
    {
        var (given, unit) = (new AnswerSheet(), _random.Next(6) == 0 ? "" : _units[Leaning(_units.Length)]);
        foreach (var question in Questionnaire.Route.Steps.Select(s => s.Question).Where(_ => _random.Next(8) > 0))
        {
            given.Set(question.Key, question.Key == Question.UnitKey && unit.Length > 0 ? new Answer([unit], "") : Answered(question));
        }

        var (sheet, _) = Questionnaire.Route.For(unit).Check(given);
        var kept = new AnswerSheet();
        foreach (var question in Questionnaire.Route.Steps.Select(s => s.Question))
        {
            var answer = sheet[question.Key];
            if (!question.IsText && (!answer.IsEmpty || sheet.Left.Contains(question.Key)))
            {
                kept.Keep(question.Key, answer);
            }
            else if (question.IsText && !answer.IsEmpty)
            {
                var key = (question.Key, answer.Choices.Count > 0 ? answer.Choices[0] : null);
                written[key] = written.GetValueOrDefault(key) + 1;
            }
        }

        return new CountedBallot(kept, About(unit), (AnswerDoor)_random.Next(1, 4), _random.NextInt64());
    }

    private Answer Answered(Question question)
    {
        if (question.Choices.Count > 0 && (!(question.IsText || question.IsTyped) || _random.Next(5) == 0))
        {
            var many = question.Kind is QuestionKind.Multiple or QuestionKind.Ranking ? _random.Next(1, question.MaxChoices + 1) : 1;
            return new Answer([.. Enumerable.Range(0, many).Select(_ => question.Choices[Leaning(question.Choices.Count)].Key).Distinct()], "");
        }

        return question.Kind switch
        {
            QuestionKind.Number => new Answer([], $"{_random.Next(0, 12)}{(question.Decimals > 0 ? $".{_random.Next(0, 10)}" : "")}"),
            QuestionKind.Date => new Answer([], $"2026-0{_random.Next(1, 4)}-1{_random.Next(0, 10)}"),
            QuestionKind.Place when question.IsTyped => new Answer([], $"59.{_random.Next(1000, 9999)},18.{_random.Next(1000, 9999)}"),
            _ => new Answer([], question.IsText ? $"Text \"{_random.Next(0, 1000)}\"" : ""),
        };
    }

    private Dictionary<string, string> About(string unit)
    {
        var about = new Dictionary<string, string>(StringComparer.Ordinal) { ["told"] = "no" };
        if (_random.Next(7) > 0)
        {
            about["age"] = new[] { "ung", "mellan", "äldre", "okänd" }[Leaning(4)];
        }

        if (_random.Next(7) > 0)
        {
            about["area"] = new[] { "a", "b", "c", "d", "e" }[Leaning(5)];
        }

        if (unit.Length > 0)
        {
            about[Question.UnitKey] = unit;
        }

        return _random.Next(9) == 0 ? [] : about;
    }

    /// <summary>The first more often than the last.</summary>
    private int Leaning(int count) => Math.Min(_random.Next(count), _random.Next(count + 1));
}
