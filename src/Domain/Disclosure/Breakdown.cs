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
            var small = left.MinBy(g => g.Count)!;
            var at = left.IndexOf(small);
            var other = ordered
                ? Neighbour(left, at)
                : left.Where(g => !ReferenceEquals(g, small)).MinBy(g => g.Count)!;
            var (first, second) = at < left.IndexOf(other) ? (small, other) : (other, small);
            left[left.IndexOf(first)] = new BreakdownGroup(
                [.. first.Names, .. second.Names], first.Count + second.Count, unchecked(first.CellKey + second.CellKey) & long.MaxValue);
            left.Remove(second);
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

    private static BreakdownGroup Neighbour(List<BreakdownGroup> groups, int at)
    {
        var before = at > 0 ? groups[at - 1] : null;
        var after = at < groups.Count - 1 ? groups[at + 1] : null;
        return before is null ? after! : after is null || before.Count <= after.Count ? before : after;
    }
}
