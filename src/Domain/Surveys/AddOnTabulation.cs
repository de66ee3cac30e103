using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;

namespace Medborgardialog.Domain.Surveys;

/// <summary>Numbers that the users of one unit answered an add-on with.</summary>
/// <param name="Unit">Its name.</param>
/// <param name="Answered">Rounded.</param>
/// <param name="Mean">In the unit of the question, one decimal more than the answers.</param>
public sealed record AddOnNumber(string Key, string Unit, int Answered, decimal Mean, decimal Median);

/// <summary>All that may be told of add-ons (N4).</summary>
/// <param name="Questions">One table each, by unit, with a row for each unit that asked; no headline.</param>
/// <param name="Texts">How many wrote, by question; absent where what they wrote is not to be read either.</param>
public sealed record AddOnFigures(
    IReadOnlyList<PublishedQuestion> Questions, IReadOnlyList<AddOnNumber> Numbers, IReadOnlyDictionary<string, int> Texts)
{
    public static AddOnFigures None { get; } = new([], [], new Dictionary<string, int>(StringComparer.Ordinal));
}

/// <summary>
/// Counts the questions that some units asked, each unit by itself: never all together, and never beside other units. Nothing is told of a
/// unit that is put together with another among who answered. Where fewer than 100 of a unit were asked, or it is not known how many, class H
/// holds for it (trust 2.3). A pure function.
/// </summary>
public sealed class AddOnTabulation
{
    private readonly CountedSurvey _counted;
    private readonly BreakdownVariable _units;
    private readonly HashSet<string> _alone;
    private readonly Dictionary<string, ProtectionLimits> _limits;
    private readonly IReadOnlyDictionary<string, int> _invited;
    private readonly int _unitsAt;

    private AddOnTabulation(
        CountedSurvey counted, BreakdownVariable units, PublishedVariable? published, IReadOnlyDictionary<string, int> invited, bool highProtection)
    {
        (_counted, _units, _invited) = (counted, units, invited);
        _unitsAt = counted.Breakdowns.Index().First(b => b.Item.Key == units.Key).Index;

        // Those whose unit is not known were not asked, so that being put together with them takes nothing from it.
        _alone = [.. (published?.Groups ?? []).Select(g => g.Names.Where(n => n != BackgroundVariable.NotToldName).ToList()).Where(n => n.Count == 1).Select(n => n[0])];
        _limits = units.Categories.ToDictionary(
            c => c.Key, c => ProtectionLimits.For(highProtection || invited.GetValueOrDefault(c.Key) < Survey.HighProtectionUnder), StringComparer.Ordinal);
    }

    /// <param name="published">Who answered, by unit; null where it is not told.</param>
    /// <param name="invited">Persons asked by key of the unit, as far as it is known.</param>
    public static AddOnFigures Of(
        CountedSurvey counted, IReadOnlyList<WrittenCount> written, PublishedVariable? published, IReadOnlyDictionary<string, int> invited, bool highProtection) =>
        counted.Breakdowns.FirstOrDefault(b => b.Key == Question.UnitKey) is { } units && counted.Questionnaire.Questions.Any(q => q.IsAddOn)
            ? new AddOnTabulation(counted, units, published, invited, highProtection).Count(written)
            : AddOnFigures.None;

    private AddOnFigures Count(IReadOnlyList<WrittenCount> written)
    {
        var route = _counted.Questionnaire.Route;
        var steps = route.Steps.Where(s => s.Question.IsAddOn).ToList();
        return new AddOnFigures(
            [.. steps.Where(s => SurveyTabulation.IsTabulated(s.Question)).Select(Tabulate)],
            [.. steps.Where(s => s.Question.Kind == QuestionKind.Number).SelectMany(Numbers)],
            written.Where(w => w.Choice is null && route.Find(w.Key) is { Question.IsAddOn: true } step && MayTellTexts(step.Question, w.Count))
                .ToDictionary(w => w.Key, w => w.Count, StringComparer.Ordinal));
    }

    private PublishedQuestion Tabulate(Step step)
    {
        var question = step.Question;
        var asking = Asking(question).ToList();
        var roundingBase = asking.Select(u => _limits[u.Key].RoundingBase).DefaultIfEmpty(ProtectionLimits.High.RoundingBase).Max();
        var routed = SurveyTabulation.IsRouted(step.Battery ?? question, _counted.Questionnaire);
        var answers = _counted.Column(question.Key).ByBackground;
        var rows = asking.Select(unit =>
        {
            if (!_alone.Contains(unit.Name))
            {
                return AddOnRow.Hidden(unit.Name, Withheld.TooFew);
            }

            return AddOnRow.Protect(
                unit.Name, question.Choices.Count, [.. answers.Where(a => IsOf(unit, a.Key.Background)).Select(a => (a.Key.Told, a.Value))],
                Users(unit), routed, _limits[unit.Key], roundingBase);
        });
        return new PublishedQuestion(
            question.Key, new PublishedHeadline(null, [], null),
            [new PublishedTable(_units.Key, roundingBase, [.. question.Choices.Select(c => (IReadOnlyList<string>)[c.Key])], [.. rows], null)]);
    }

    /// <summary>As for all together: where nearly all gave the same number, to tell the mean is to tell what each of them said.</summary>
    private IEnumerable<AddOnNumber> Numbers(Step step)
    {
        foreach (var unit in Asking(step.Question).Where(u => _alone.Contains(u.Name) && _invited.GetValueOrDefault(u.Key) >= ProtectionLimits.ClosedPopulation))
        {
            var (limits, column) = (_limits[unit.Key], _counted.Column(step.Question.Key));
            var mine = column.ByBackground.Where(a => IsOf(unit, a.Key.Background)).ToList();
            var numbers = new NumberCount(mine.Select(a => (column[(int)a.Key.Told].Text, a.Value.Persons)));
            if (numbers.MayBeTold(limits))
            {
                var people = mine.Aggregate(default(Tally), (sum, a) => sum + a.Value);
                yield return new AddOnNumber(
                    step.Question.Key, unit.Name, Breakdown.Round(people.Persons, people.RecordKey, limits.RoundingBase),
                    decimal.Round(numbers.Mean, step.Question.Decimals + 1), numbers.Median);
            }
        }
    }

    /// <summary>What the users of a unit wrote is free text by group.</summary>
    private bool MayTellTexts(Question question, int count) =>
        Asking(question).All(u => _alone.Contains(u.Name) && _limits[u.Key].SmallestGroupForText is { } least && count >= least);

    private IEnumerable<BreakdownCategory> Asking(Question question) => _units.Categories.Where(c => question.AskedOf.Contains(c.Key));

    /// <summary>Everybody of a unit who has answered the survey.</summary>
    private int Users(BreakdownCategory unit) => _counted.Backgrounds.Where((_, b) => IsOf(unit, b)).Sum(b => b.Persons);

    private bool IsOf(BreakdownCategory unit, int background) =>
        _counted.CategoriesOf(background)[_unitsAt] is >= 0 and var place && _units.Categories[place].Key == unit.Key;
}
