using System.Globalization;
using System.Numerics;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Domain.Tests.Surveys;

/// <summary>As <see cref="PlainTabulation"/>, of questions that some units ask.</summary>
internal sealed class PlainAddOns
{
    private readonly IReadOnlyList<CountedBallot> _ballots;
    private readonly BreakdownVariable _units;
    private readonly Route _route;
    private readonly HashSet<string> _alone;
    private readonly Dictionary<string, ProtectionLimits> _limits;
    private readonly IReadOnlyDictionary<string, int> _invited;
    private readonly Condition? _experience;

    private PlainAddOns(
        Questionnaire questionnaire, BreakdownVariable units, IReadOnlyList<CountedBallot> ballots, PublishedVariable? published,
        IReadOnlyDictionary<string, int> invited, bool highProtection)
    {
        (_ballots, _units, _route, _invited, _experience) = (ballots, units, questionnaire.Route, invited, questionnaire.Experience);

        // Those whose unit is not known were not asked, so that being put together with them takes nothing from it.
        _alone = [.. (published?.Groups ?? []).Select(g => g.Names.Where(n => n != BackgroundVariable.NotToldName).ToList()).Where(n => n.Count == 1).Select(n => n[0])];
        _limits = units.Categories.ToDictionary(
            c => c.Key, c => ProtectionLimits.For(highProtection || invited.GetValueOrDefault(c.Key) < Survey.HighProtectionUnder), StringComparer.Ordinal);
    }

    /// <param name="published">Who answered, by unit; null where it is not told.</param>
    /// <param name="invited">Persons asked by key of the unit, as far as it is known.</param>
    public static AddOnFigures Of(
        Questionnaire questionnaire, BreakdownVariable? units, IReadOnlyList<CountedBallot> ballots, IReadOnlyList<WrittenCount> written,
        PublishedVariable? published, IReadOnlyDictionary<string, int> invited, bool highProtection) =>
        units is null || !questionnaire.Questions.Any(q => q.IsAddOn)
            ? AddOnFigures.None
            : new PlainAddOns(questionnaire, units, ballots, published, invited, highProtection).Count(written);

    private AddOnFigures Count(IReadOnlyList<WrittenCount> written)
    {
        var steps = _route.Steps.Where(s => s.Question.IsAddOn).ToList();
        return new AddOnFigures(
            [.. steps.Where(s => SurveyTabulation.IsTabulated(s.Question)).Select(Tabulate)],
            [.. steps.Where(s => s.Question.Kind == QuestionKind.Number).SelectMany(Numbers)],
            written.Where(w => w.Choice is null && _route.Find(w.Key) is { Question.IsAddOn: true } step && MayTellTexts(step.Question, w.Count))
                .ToDictionary(w => w.Key, w => w.Count, StringComparer.Ordinal));
    }

    private PublishedQuestion Tabulate(Step step)
    {
        var question = step.Question;
        var asking = Asking(question).ToList();
        var roundingBase = asking.Select(u => _limits[u.Key].RoundingBase).DefaultIfEmpty(ProtectionLimits.High.RoundingBase).Max();
        var own = step.Battery ?? question;
        var routed = own.ShowIf is not null || own.Perspective == Perspective.User && _experience is not null;
        var rows = asking.Select(unit =>
        {
            if (!_alone.Contains(unit.Name))
            {
                return AddOnRow.Hidden(unit.Name, Withheld.TooFew);
            }

            var mine = Of(unit);
            return Protect(
                unit.Name, question.Choices.Count, PlainTabulation.Chosen(question, mine), [.. mine.Select(b => b.RecordKey)], routed, _limits[unit.Key], roundingBase);
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
            var (limits, mine) = (_limits[unit.Key], Of(unit).Where(b => b.Sheet[step.Question.Key].Text.Length > 0).ToList());
            var numbers = mine.Select(b => decimal.Parse(b.Sheet[step.Question.Key].Text, CultureInfo.InvariantCulture)).Order().ToList();
            if (numbers.Count >= limits.SmallestGroup && numbers.Count - numbers.CountBy(n => n).Max(n => n.Value) >= limits.LeastOutside)
            {
                var key = mine.Aggregate(0L, (sum, b) => unchecked(sum + b.RecordKey) & long.MaxValue);
                yield return new AddOnNumber(
                    step.Question.Key, unit.Name, Breakdown.Round(numbers.Count, key, limits.RoundingBase),
                    decimal.Round(numbers.Average(), step.Question.Decimals + 1), (numbers[(numbers.Count - 1) / 2] + numbers[numbers.Count / 2]) / 2);
            }
        }
    }

    /// <summary>What the users of a unit wrote is free text by group.</summary>
    private bool MayTellTexts(Question question, int count) =>
        Asking(question).All(u => _alone.Contains(u.Name) && _limits[u.Key].SmallestGroupForText is { } least && count >= least);

    private IEnumerable<BreakdownCategory> Asking(Question question) => _units.Categories.Where(c => question.AskedOf.Contains(c.Key));

    private List<CountedBallot> Of(BreakdownCategory unit) => [.. _ballots.Where(b => PlainTabulation.ValueOf(_units, b) == unit.Key)];

    private static PublishedRow Protect(
        string name, int choices, ulong[] chosen, IReadOnlyList<long> recordKeys, bool routed, ProtectionLimits limits, int roundingBase)
    {
        var (counts, keys) = (new int[choices], new long[choices]);
        var (members, sizeKey) = (0, 0L);
        for (var i = 0; i < chosen.Length; i++)
        {
            if (chosen[i] == 0)
            {
                continue;
            }

            (members, sizeKey) = (members + 1, Add(sizeKey, recordKeys[i]));
            for (var left = chosen[i]; left != 0; left &= left - 1)
            {
                var c = BitOperations.TrailingZeroCount(left);
                (counts[c], keys[c]) = (counts[c] + 1, Add(keys[c], recordKeys[i]));
            }
        }

        if (members < limits.SmallestGroup)
        {
            return AddOnRow.Hidden(name, Withheld.TooFew);
        }

        var isLedAlike = routed && members < chosen.Length && chosen.Length - members < limits.LeastOutside;
        return isLedAlike || members - counts.Max() < limits.LeastOutside
            ? AddOnRow.Hidden(name, Withheld.TooAlike)
            : new PublishedRow(
                [name], Breakdown.Round(members, sizeKey, roundingBase), [.. counts.Select((n, c) => Breakdown.Round(n, keys[c], roundingBase))], null);
    }

    private static long Add(long sum, long key) => unchecked(sum + key) & long.MaxValue;
}
