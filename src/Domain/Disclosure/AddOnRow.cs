using System.Numerics;

namespace Medborgardialog.Domain.Disclosure;

/// <summary>
/// What may be told of a question that a unit alone asks (N4): one group of a breakdown, so rules R9, R13 and R15 as for any other group.
/// There is no headline that its counts could be subtracted from, hence nothing for rule R14 to guard beside the rounding. Pure.
/// </summary>
public static class AddOnRow
{
    /// <param name="name">Of the unit.</param>
    /// <param name="choices">How many choices there are, 1 to 64.</param>
    /// <param name="answers">Of those in the base: bit c for choice c, never 0.</param>
    /// <param name="respondents">Of the unit, whether they are in the base or not.</param>
    /// <param name="routed">An answer decided who of them got the question.</param>
    /// <param name="roundingBase">3 or more, of the size and of every count.</param>
    public static PublishedRow Protect(
        string name, int choices, IReadOnlyList<(ulong Chosen, Tally People)> answers, int respondents, bool routed, ProtectionLimits limits,
        int roundingBase)
    {
        var (counts, all) = (new Tally[choices], default(Tally));
        foreach (var (chosen, people) in answers)
        {
            all += people;
            for (var left = chosen; left != 0; left &= left - 1)
            {
                counts[BitOperations.TrailingZeroCount(left)] += people;
            }
        }

        var members = all.Persons;
        if (members < limits.SmallestGroup)
        {
            return Hidden(name, Withheld.TooFew);
        }

        var isLedAlike = routed && members < respondents && respondents - members < limits.LeastOutside;
        return isLedAlike || members - counts.Max(c => c.Persons) < limits.LeastOutside
            ? Hidden(name, Withheld.TooAlike)
            : new PublishedRow(
                [name], Breakdown.Round(members, all.RecordKey, roundingBase), [.. counts.Select(c => Breakdown.Round(c.Persons, c.RecordKey, roundingBase))], null);
    }

    /// <summary>A row of which not even the size is told.</summary>
    public static PublishedRow Hidden(string name, Withheld reason) => new([name], 0, [], reason);
}
