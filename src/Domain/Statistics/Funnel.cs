namespace Medborgardialog.Domain.Statistics;

/// <summary>Where a unit lies in the funnel. Two-sided: chance alone puts one unit of twenty outside 95 % and one of five hundred outside 99.8 %.</summary>
public enum FunnelFlag
{
    /// <summary>Below the 99.8 % limit.</summary>
    FarBelow,

    /// <summary>Below the 95 % limit.</summary>
    Below,

    Within,

    /// <summary>Above the 95 % limit.</summary>
    Above,

    /// <summary>Above the 99.8 % limit.</summary>
    FarAbove,
}

/// <summary>Control limits for one size of unit, as shares.</summary>
/// <param name="Warning">95 %.</param>
/// <param name="Alarm">99.8 %, at least as wide.</param>
public sealed record FunnelLimits(ConfidenceInterval Warning, ConfidenceInterval Alarm);

/// <summary>
/// Funnel plot: is a unit further from the whole than its size makes likely? Source: Spiegelhalter 2005, Statistics in Medicine 24, 1185–1202, appendix A.1.1,
/// exact binomial limits with interpolation. One deviation: there the upper limit is read off the same distribution function as the lower, which puts the line
/// up to one person too low and would flag a count that chance exceeds or equals more often than 2.5 %. Here the upper limit is the lower limit of those who did
/// not give the answer, mirrored, so that the funnel is the same whichever of the two is plotted, and a unit is outside exactly when the probability of its
/// count or a more extreme one is at most 2.5 % (0.1 %).
/// Limits: no adjustment for many units, for which the 99.8 % line is meant, nor for different users; with a few large units the whole is made of them.
/// </summary>
public static class Funnel
{
    private const double WarningTail = 0.025;
    private const double AlarmTail = 0.001;

    /// <summary>The share over all units together.</summary>
    /// <returns>Null when one of them is open, or nobody answered.</returns>
    public static double? Overall(IReadOnlyList<Share> units)
    {
        var all = units.Sum(u => (long)u.Denominator);
        return all == 0 || units.Any(u => u.Design == SampleDesign.Open) ? null : (double)units.Sum(u => (long)u.Numerator) / all;
    }

    /// <param name="size">Answers of the unit, 1 or more.</param>
    /// <param name="overall">The share to compare with, 0 to 1.</param>
    /// <returns>Within [0, 1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter lies outside its range.</exception>
    public static FunnelLimits Limits(int size, double overall)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        Beta.Within(overall, 0, 1, nameof(overall));
        return new FunnelLimits(Limits(size, overall, WarningTail), Limits(size, overall, AlarmTail));
    }

    /// <summary>By the exact tail probabilities, with which the limits agree.</summary>
    /// <returns>Null when the unit is open or has no answers.</returns>
    public static FunnelFlag? Judge(Share unit, double overall)
    {
        Beta.Within(overall, 0, 1, nameof(overall));
        if (!unit.AllowsInference)
        {
            return null;
        }

        var below = Beta.BinomialCdf(unit.Numerator, unit.Denominator, overall);
        var above = Beta.BinomialCdf(unit.Denominator - unit.Numerator, unit.Denominator, 1 - overall);
        return below <= AlarmTail ? FunnelFlag.FarBelow
            : below <= WarningTail ? FunnelFlag.Below
            : above <= AlarmTail ? FunnelFlag.FarAbove
            : above <= WarningTail ? FunnelFlag.Above
            : FunnelFlag.Within;
    }

    private static ConfidenceInterval Limits(int size, double overall, double tail) =>
        new(Lower(size, overall, tail), 1 - Lower(size, 1 - overall, tail));

    /// <summary>(r − α)/n, where r is the smallest count with P(R ≤ r) above the tail and α how far into its step the tail lies.</summary>
    private static double Lower(int size, double overall, double tail)
    {
        var (low, high) = (0, size);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = Beta.BinomialCdf(middle, size, overall) > tail ? (low, middle) : (middle + 1, high);
        }

        var at = Beta.BinomialCdf(low, size, overall);
        var step = at - Beta.BinomialCdf(low - 1, size, overall);
        return Math.Clamp((low - ((at - tail) / step)) / size, 0, 1);
    }
}
