using System.Globalization;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Ballots;

/// <summary>One page of the answer flow.</summary>
/// <param name="Number">From 1, in the order of the questionnaire, the same whatever is answered.</param>
/// <param name="Question">The question; for a statement of a battery a question of its own with the key <c>battery.statement</c>.</param>
/// <param name="Battery">The battery that a statement belongs to, or null.</param>
public sealed record Step(int Number, Question Question, Question? Battery)
{
    /// <summary>The page in another language; what has no words there stays Swedish.</summary>
    /// <param name="language">BCP 47.</param>
    public Step In(string language)
    {
        if (Battery is null)
        {
            return this with { Question = Question.In(language) };
        }

        var battery = Battery.In(language);
        return this with { Battery = battery, Question = Route.Statement(battery, Question.Key[(battery.Key.Length + 1)..]) };
    }
}

/// <summary>Where a question stands for one participant. The four ways of not being in the base of a share are never mixed.</summary>
public enum AnswerState
{
    /// <summary>In the base.</summary>
    Answered,

    /// <summary>"Vet inte" or another choice outside the base.</summary>
    OutsideBase,

    /// <summary>"Ingen erfarenhet".</summary>
    NoExperience,

    /// <summary>Asked and left.</summary>
    Left,

    /// <summary>Never asked: the logic led past it.</summary>
    RoutedAway,
}

/// <summary>
/// A questionnaire made ready to run: batteries are laid out statement by statement, and every condition is compiled to a function of
/// the answers by number. Holds no state; one instance serves everyone, and another, from <see cref="For"/>, the users of one unit.
/// </summary>
public sealed class Route
{
    private readonly Func<Answer[], bool>?[] _shown;
    private readonly Dictionary<string, int> _places;

    /// <summary>Whether an answer tells the unit, so that add-ons are conditions like any other.</summary>
    private readonly bool _asksUnit;

    /// <summary>The unit that a list tells of; null where none does.</summary>
    private readonly string? _unit;

    private Route(IReadOnlyList<Step> steps, Func<Answer[], bool>?[] shown, Dictionary<string, int> places, string? unit)
    {
        (Steps, _shown, _places, _unit) = (steps, shown, places, unit);
        _asksUnit = places.ContainsKey(Question.UnitKey);
    }

    /// <summary>Every page there is, whether it is shown or not.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <param name="experience">Who has the experience that questions of <see cref="Perspective.User"/> ask for; null for everyone.</param>
    public static Route Of(IReadOnlyList<Question> questions, Condition? experience = null)
    {
        var steps = questions.SelectMany(LaidOut).Select((s, i) => s with { Number = i + 1 }).ToList();
        var places = steps.ToDictionary(s => s.Question.Key, s => s.Number - 1, StringComparer.Ordinal);
        var shown = steps.Select(s => Compile(Whole((s.Battery ?? s.Question), experience, places.ContainsKey(Question.UnitKey)), places)).ToArray();
        return new Route(steps, shown, places, unit: null);
    }

    /// <summary>
    /// The route of those whose unit is known beforehand, by the list that their code belongs to. Where the questionnaire asks for the unit
    /// the answer decides, and this changes nothing.
    /// </summary>
    /// <param name="unit">Key in the breakdown by unit; null or empty for nobody's, who get the core alone.</param>
    public Route For(string? unit) => string.IsNullOrEmpty(unit) ? this : new Route(Steps, _shown, _places, unit);

    /// <summary>Pages that somebody on this route may get, whatever is answered: not the add-ons of other units.</summary>
    public IEnumerable<Step> Possible => Steps.Where(IsPossible);

    /// <summary>The page with number <paramref name="number"/>, from 1, or null; also null for an add-on of another unit.</summary>
    public Step? Number(int number) => number >= 1 && number <= Steps.Count && IsPossible(Steps[number - 1]) ? Steps[number - 1] : null;

    public Step? Find(string key) => _places.TryGetValue(key, out var place) ? Steps[place] : null;

    /// <summary>Whether each page is shown to somebody with these answers. Answers to pages that are not shown do not count.</summary>
    public bool[] Shown(AnswerSheet sheet)
    {
        var (shown, answers) = (new bool[Steps.Count], new Answer[Steps.Count]);
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = IsShown(i, answers);
            answers[i] = shown[i] ? sheet[Steps[i].Question.Key] : Answer.Empty;
        }

        return shown;
    }

    /// <summary>The next page that is shown after <paramref name="number"/> (0 for the first), or null after the last.</summary>
    public Step? Next(int number, AnswerSheet sheet)
    {
        var shown = Shown(sheet);
        return Steps.FirstOrDefault(s => s.Number > number && shown[s.Number - 1]);
    }

    /// <summary>The page shown before <paramref name="number"/>, or null.</summary>
    public Step? Previous(int number, AnswerSheet sheet)
    {
        var shown = Shown(sheet);
        return Steps.LastOrDefault(s => s.Number < number && shown[s.Number - 1]);
    }

    /// <summary>
    /// Runs the logic again and checks what it shows: the answers to store, cleaned, with what was asked and left marked, and every
    /// error in the order of the questions. Nothing that was not asked is kept.
    /// </summary>
    public (AnswerSheet Sheet, IReadOnlyList<Error> Errors) Check(AnswerSheet sheet)
    {
        var (clean, errors, answers) = (new AnswerSheet(), new List<Error>(), new Answer[Steps.Count]);
        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] = Answer.Empty;
            if (!IsShown(i, answers))
            {
                continue;
            }

            var question = Steps[i].Question;
            var given = sheet[question.Key];
            var result = AnswerCheck.Check(question, given.Choices, given.Text);
            if (!result.IsSuccess)
            {
                errors.Add(result.Error);
                continue;
            }

            answers[i] = result.Value;
            clean.Keep(question.Key, result.Value);
        }

        return (clean, errors);
    }

    /// <summary>Where a question stands in a sheet that <see cref="Check"/> has given.</summary>
    public static AnswerState StateOf(Question question, AnswerSheet sheet)
    {
        var answer = sheet[question.Key];
        return answer.IsEmpty && !sheet.Left.Contains(question.Key) ? AnswerState.RoutedAway : StateOf(question, answer);
    }

    /// <summary>Where a question stands for somebody who was asked.</summary>
    internal static AnswerState StateOf(Question question, Answer answer)
    {
        if (answer.IsEmpty)
        {
            return AnswerState.Left;
        }

        var outside = question.Choices.Where(c => answer.Choices.Contains(c.Key)).ToList();
        return outside.Exists(c => c.NoExperience) ? AnswerState.NoExperience
            : outside.Exists(c => c.OutsideBase) ? AnswerState.OutsideBase
            : AnswerState.Answered;
    }

    private bool IsShown(int place, Answer[] answers) => IsPossible(Steps[place]) && (_shown[place] is not { } condition || condition(answers));

    private bool IsPossible(Step step) => _asksUnit || !step.Question.IsAddOn || _unit is not null && step.Question.AskedOf.Contains(_unit);

    /// <summary>When a question is asked of those who belong to no unit; null for always. One of the users' perspective is asked only of those who have the experience.</summary>
    public static Condition? Whole(Question question, Condition? experience) => Whole(question, experience, asksUnit: false);

    /// <summary>Everything that decides whether a question is asked, or null.</summary>
    private static Condition? Whole(Question question, Condition? experience, bool asksUnit)
    {
        Condition[] needed = [.. QuestionLogic.ConditionsOf(question, experience, asksUnit)];
        return needed.Length > 1 ? new AllOf(needed) : needed.FirstOrDefault();
    }

    private static IEnumerable<Step> LaidOut(Question question) => question.Kind != QuestionKind.Battery
        ? [new Step(0, question, null)]
        : question.Items.Select(item => new Step(0, Statement(question, item.Key), question));

    /// <summary>One statement of a battery as a question of its own.</summary>
    internal static Question Statement(Question battery, string itemKey) => battery with
    {
        Key = $"{battery.Key}.{itemKey}", Kind = QuestionKind.Single, Text = battery.Items.First(i => i.Key == itemKey).Text, Items = [],
    };

    private static Func<Answer[], bool>? Compile(Condition? condition, Dictionary<string, int> places)
    {
        switch (condition)
        {
            case null:
                return null;
            case AllOf all:
                var each = all.Conditions.Select(c => Compile(c, places)!).ToArray();
                return answers => Array.TrueForAll(each, c => c(answers));
            case AnyOf any:
                var some = any.Conditions.Select(c => Compile(c, places)!).ToArray();
                return answers => Array.Exists(some, c => c(answers));
            case Not not:
                var inner = Compile(not.Condition, places)!;
                return answers => !inner(answers);
            default:
                return places.TryGetValue(condition.References.First(), out var place) ? Compare(condition, place) : _ => false;
        }
    }

    private static Func<Answer[], bool> Compare(Condition condition, int place)
    {
        switch (condition)
        {
            case ChoiceIs choice:
                var wanted = choice.Choices.ToHashSet(StringComparer.Ordinal);
                return answers => At(answers, place).Choices.Any(wanted.Contains);
            case NumberIs number:
                return answers =>
                    decimal.TryParse(At(answers, place).Text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
                    && (number.From is null || value >= number.From) && (number.To is null || value <= number.To);
            case DateIs date:
                return answers =>
                    DateOnly.TryParseExact(At(answers, place).Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                    && (date.From is null || day >= date.From) && (date.To is null || day <= date.To);
            default:
                return answers => !At(answers, place).IsEmpty;
        }
    }

    /// <summary>What comes later has not been answered yet.</summary>
    private static Answer At(Answer[] answers, int place) => answers[place] ?? Answer.Empty;
}
