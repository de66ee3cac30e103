using System.Numerics;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Evidence.Measures;
using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Domain.Surveys;

/// <summary>Of those who spoke up: how many leave among those who were answered and among those who were not (E7). Counts of persons, each rounded.</summary>
/// <param name="AnsweredLeave">At most <paramref name="Answered"/>; so also of the unanswered.</param>
/// <param name="RoundingBase">The counts are its multiples.</param>
/// <param name="Verdict">From the exact counts, within units where there are several.</param>
public sealed record AnsweringFigures(int AnsweredLeave, int Answered, int UnansweredLeave, int Unanswered, int RoundingBase, AnsweringVerdict Verdict);

/// <summary>
/// Lays counted answers out for <see cref="AnsweringEffect"/>. Two answers of a person are seen together here, which no headline tells, so it is held to the rules of
/// breakdowns: nothing of groups below the smallest that may be told, and counts rounded (rules R10 and R12).
/// </summary>
public static class SurveyAnswering
{
    /// <summary>Null where it is not measured and where too few spoke up.</summary>
    public static AnsweringFigures? Of(CountedSurvey counted, SampleDesign design, ProtectionLimits limits)
    {
        if (counted.Answering is not { } derived)
        {
            return null;
        }

        var at = counted.Breakdowns.ToList().FindIndex(b => b.Key == Question.UnitKey);
        var cells = new Dictionary<int, int[]>();
        foreach (var ((background, told), people) in derived)
        {
            var unit = at < 0 ? BackgroundVariable.NotTold : counted.CategoriesOf(background)[at];
            if (!cells.TryGetValue(unit, out var cell))
            {
                cells[unit] = cell = new int[4];
            }

            cell[BitOperations.TrailingZeroCount(told)] += people.Persons;
        }

        if (cells.Count == 0)
        {
            return null;
        }

        var result = AnsweringEffect.Of([.. cells.OrderBy(c => c.Key).Select(c => new AnsweringUnit(
            c.Key.ToString(System.Globalization.CultureInfo.InvariantCulture),
            new Share(c.Value[0], c.Value[0] + c.Value[1], design), new Share(c.Value[2], c.Value[2] + c.Value[3], design)))]);
        return Math.Min(result.Answered.Denominator, result.Unanswered.Denominator) < Math.Max(limits.SmallestGroup, AnsweringEffect.SmallestBase) ? null
            : new AnsweringFigures(
                Rounded(result.Answered.Numerator), Rounded(result.Answered.Denominator), Rounded(result.Unanswered.Numerator), Rounded(result.Unanswered.Denominator),
                limits.RoundingBase, result.Verdict);

        // To the nearest multiple, halves up: what is not more than another is not more than it afterwards.
        int Rounded(int count) => (count + (limits.RoundingBase / 2)) / limits.RoundingBase * limits.RoundingBase;
    }
}
