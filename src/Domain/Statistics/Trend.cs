namespace Medborgardialog.Domain.Statistics;

/// <summary>One edition of a measurement.</summary>
/// <param name="Edition">What stands under the axis, such as the year.</param>
/// <param name="BreaksBefore">The question, the scale or the method was changed since the edition before (requirement N1).</param>
public sealed record TrendPoint(string Edition, Share Share, bool BreaksBefore = false);

/// <summary>What may be said about the step from one edition to the next.</summary>
public enum TrendVerdict
{
    /// <summary>A method break lies between them. No difference may be shown, not even without a test.</summary>
    NotComparable,

    /// <summary>One of them is open or empty.</summary>
    NotTestable,

    /// <summary>The difference can be chance. It is not shown that nothing changed.</summary>
    NotEstablished,

    Rise,

    Fall,
}

/// <param name="Comparison">The later less the earlier; null when not comparable or not testable.</param>
public sealed record TrendStep(TrendPoint From, TrendPoint To, TrendVerdict Verdict, ShareComparison? Comparison);

/// <summary>
/// A series over time. Only neighbours within a segment are compared: picking the pair that differs most among all pairs would find differences that are not
/// there. Each step is tested at 5 % by itself (ux 10.9).
/// </summary>
public static class Trend
{
    /// <param name="points">In order of time.</param>
    /// <returns>One less than the points.</returns>
    public static IReadOnlyList<TrendStep> Steps(IReadOnlyList<TrendPoint> points) =>
        [.. points.Zip(points.Skip(1), Step)];

    /// <summary>Stretches between breaks, each drawn as a line of its own. A break before the very first point says nothing.</summary>
    /// <param name="points">In order of time.</param>
    public static IReadOnlyList<IReadOnlyList<TrendPoint>> Segments(IReadOnlyList<TrendPoint> points)
    {
        var segments = new List<List<TrendPoint>>();
        foreach (var point in points)
        {
            if (segments.Count == 0 || point.BreaksBefore)
            {
                segments.Add([]);
            }

            segments[^1].Add(point);
        }

        return segments;
    }

    private static TrendStep Step(TrendPoint from, TrendPoint to)
    {
        if (to.BreaksBefore)
        {
            return new TrendStep(from, to, TrendVerdict.NotComparable, null);
        }

        var comparison = TwoShares.Compare(to.Share, from.Share);
        var verdict = comparison is null ? TrendVerdict.NotTestable
            : !comparison.IsSignificant ? TrendVerdict.NotEstablished
            : comparison.Difference > 0 ? TrendVerdict.Rise
            : TrendVerdict.Fall;
        return new TrendStep(from, to, verdict, comparison);
    }
}
