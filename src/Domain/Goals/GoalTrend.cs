using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Domain.Goals;

/// <summary>One reading of a measure: the last day that it is about and what it said.</summary>
/// <param name="Breaks">Measured otherwise than the reading before.</param>
public sealed record GoalReading(DateOnly To, Share Share, bool Breaks);

/// <summary>The latest reading of a measure beside the one before, by the same test as every trend (<see cref="Trend"/>).</summary>
public static class GoalTrend
{
    /// <returns>Null where there is nothing earlier to compare with.</returns>
    public static TrendVerdict? Verdict(IEnumerable<GoalReading> readings)
    {
        var inOrder = readings.OrderBy(r => r.To).TakeLast(2).ToList();
        return inOrder.Count < 2
            ? null
            : Trend.Steps([.. inOrder.Select(r => new TrendPoint(r.To.ToString("O", System.Globalization.CultureInfo.InvariantCulture), r.Share, r.Breaks))])[0].Verdict;
    }
}
