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
    /// <param name="chosen">Of the unit's respondents: bit c for choice c, 0 outside the base.</param>
    /// <param name="recordKeys">Of the same respondents, 0 to 2⁶³ − 1.</param>
    /// <param name="routed">An answer decided who of them got the question.</param>
    /// <param name="roundingBase">3 or more, of the size and of every count.</param>
    public static PublishedRow Protect(
        string name, int choices, IReadOnlyList<ulong> chosen, IReadOnlyList<long> recordKeys, bool routed, ProtectionLimits limits, int roundingBase)
    {
        var (counts, keys) = (new int[choices], new long[choices]);
        var (members, sizeKey) = (0, 0L);
        for (var i = 0; i < chosen.Count; i++)
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
            return Hidden(name, Withheld.TooFew);
        }

        var isLedAlike = routed && members < chosen.Count && chosen.Count - members < limits.LeastOutside;
        return isLedAlike || members - counts.Max() < limits.LeastOutside
            ? Hidden(name, Withheld.TooAlike)
            : new PublishedRow(
                [name], Breakdown.Round(members, sizeKey, roundingBase), [.. counts.Select((n, c) => Breakdown.Round(n, keys[c], roundingBase))], null);
    }

    /// <summary>A row of which not even the size is told.</summary>
    public static PublishedRow Hidden(string name, Withheld reason) => new([name], 0, [], reason);

    private static long Add(long sum, long key) => unchecked(sum + key) & long.MaxValue;
}
