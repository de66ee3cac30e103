namespace Medborgardialog.Domain.Disclosure;

/// <summary>One group of a background variable before protection.</summary>
/// <param name="Names">The categories it is made of, in order.</param>
/// <param name="Count">Persons.</param>
/// <param name="CellKey">Sum of the members' record keys modulo 2⁶³: the same people always get the same rounding.</param>
public sealed record BreakdownGroup(IReadOnlyList<string> Names, int Count, long CellKey);

/// <param name="Count">Rounded count.</param>
public sealed record PublishedGroup(IReadOnlyList<string> Names, int Count);

/// <summary>Makes a breakdown by one background variable publishable: groups are merged, then counts rounded. Pure functions.</summary>
public static class Breakdown
{
    /// <summary>
    /// Rule R11: the smallest group below <paramref name="smallest"/> is merged with its smaller neighbour until none is left.
    /// Empty when only one group remains: such a breakdown says nothing and is not published.
    /// </summary>
    /// <param name="groups">In the order of the variable. Groups without members are dropped first.</param>
    /// <param name="ordered">True for ordered variables such as age; others merge with the next smallest group.</param>
    public static IReadOnlyList<BreakdownGroup> Merge(IReadOnlyList<BreakdownGroup> groups, int smallest, bool ordered)
    {
        var left = groups.Where(g => g.Count > 0).ToList();
        while (left.Count > 1 && left.Min(g => g.Count) < smallest)
        {
            var (first, second) = NextMerge([.. left.Select(g => g.Count)], ordered);
            left[first] = new BreakdownGroup(
                [.. left[first].Names, .. left[second].Names], left[first].Count + left[second].Count,
                unchecked(left[first].CellKey + left[second].CellKey) & long.MaxValue);
            left.RemoveAt(second);
        }

        return left.Count > 1 ? left : [];
    }

    /// <summary>
    /// Rule R13: unbiased random rounding to a multiple of <paramref name="roundingBase"/>, made consistent by the cell key.
    /// The largest error is the base minus one.
    /// </summary>
    public static int Round(int count, long cellKey, int roundingBase)
    {
        var rest = count % roundingBase;
        if (rest == 0)
        {
            return count;
        }

        // The key as a number in [0, 1), compared with rest / base without leaving integers.
        var up = (UInt128)(ulong)cellKey * (ulong)roundingBase < ((UInt128)(ulong)rest << 63);
        return up ? count + roundingBase - rest : count - rest;
    }

    /// <summary>Merges and rounds.</summary>
    public static IReadOnlyList<PublishedGroup> Publish(IReadOnlyList<BreakdownGroup> groups, ProtectionLimits limits, bool ordered) =>
        [.. Merge(groups, limits.SmallestGroup, ordered).Select(g => new PublishedGroup(g.Names, Round(g.Count, g.CellKey, limits.RoundingBase)))];

    /// <summary>
    /// The step of rule R11: which two groups are merged next, the one that stands first in the order of the variable first.
    /// The first of the smallest groups, with the smaller of its neighbours when ordered, otherwise with the next smallest.
    /// </summary>
    /// <param name="counts">Members of each group, at least two groups.</param>
    internal static (int First, int Second) NextMerge(ReadOnlySpan<int> counts, bool ordered)
    {
        var small = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            small = counts[i] < counts[small] ? i : small;
        }

        var other = small > 0 ? small - 1 : 1;
        for (var i = 0; i < counts.Length; i++)
        {
            if (i != small && counts[i] < counts[other] && (!ordered || Math.Abs(i - small) == 1))
            {
                other = i;
            }
        }

        // Unordered: the first of the next smallest, wherever the search began.
        other = ordered ? other : FirstWith(counts, counts[other], except: small);
        return (Math.Min(small, other), Math.Max(small, other));
    }

    private static int FirstWith(ReadOnlySpan<int> counts, int count, int except)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            if (i != except && counts[i] == count)
            {
                return i;
            }
        }

        return except;
    }
}
