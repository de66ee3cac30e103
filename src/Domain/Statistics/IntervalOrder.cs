namespace Medborgardialog.Domain.Statistics;

/// <summary>A unit with the interval of its share.</summary>
public sealed record UnitInterval(string Name, ConfidenceInterval Interval);

/// <summary>
/// Orders units whose counts are published rounded, where no test of the true counts can be made again by the reader: a line is drawn
/// between two tiers only where every interval above it lies wholly above every interval below it (requirement N3). Two intervals of
/// 95 % that do not overlap differ at a level well under 5 % (Schenker and Gentleman 2001, The American Statistician 55, 182–186), and
/// these are widened by what rounding can hide, so the order errs on the side of saying nothing.
/// </summary>
public static class IntervalOrder
{
    /// <returns>Highest first; one tier when nothing can be told apart. Within a tier by name.</returns>
    public static IReadOnlyList<IReadOnlyList<UnitInterval>> Tiers(IReadOnlyList<UnitInterval> units)
    {
        var sorted = units.OrderByDescending(u => u.Interval.Lower).ThenBy(u => u.Name, StringComparer.Ordinal).ToList();
        var (tiers, start) = (new List<IReadOnlyList<UnitInterval>>(), 0);
        for (var border = 1; border <= sorted.Count; border++)
        {
            if (border == sorted.Count || sorted[start..border].Min(u => u.Interval.Lower) > sorted[border..].Max(u => u.Interval.Upper))
            {
                tiers.Add([.. sorted[start..border].OrderBy(u => u.Name, StringComparer.Ordinal)]);
                start = border;
            }
        }

        return tiers;
    }

    /// <summary>The pairs whose intervals do not overlap, the higher first; also where they give no tier.</summary>
    public static IReadOnlyList<(UnitInterval Higher, UnitInterval Lower)> Separated(IReadOnlyList<UnitInterval> units) =>
        [.. units.SelectMany(_ => units, (high, low) => (high, low)).Where(p => p.high.Interval.Lower > p.low.Interval.Upper)];
}
