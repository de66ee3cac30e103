namespace Medborgardialog.Domain.Statistics;

/// <summary>
/// Student's t distribution, by the incomplete beta function (Abramowitz and Stegun 1964, 26.7.1).
/// Degrees of freedom may be fractional, as Welch's test needs.
/// </summary>
public static class StudentT
{
    /// <summary>P(T ≤ t).</summary>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    /// <returns>0 to 1; relative error of the smaller tail at most 1e-10.</returns>
    public static double Cdf(double t, double degrees)
    {
        var tail = TwoSidedP(t, degrees) / 2;
        return t <= 0 ? tail : 1 - tail;
    }

    /// <summary>P(|T| ≥ |t|): the two-sided p-value of t.</summary>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">t is not a number, or the degrees are not above 0.</exception>
    public static double TwoSidedP(double t, double degrees)
    {
        Beta.Within(t, double.NegativeInfinity, double.PositiveInfinity, nameof(t));
        Beta.Above(degrees, 0, nameof(degrees));
        if (double.IsInfinity(t))
        {
            return 0;
        }

        var square = t * t;
        var all = degrees + square;
        return Beta.Regularized(degrees / all, square / all, degrees / 2, 0.5);
    }

    /// <summary>The t of a two-sided interval: 2.228 for 0.95 and 10 degrees of freedom. Relative error at most 1e-9.</summary>
    /// <param name="confidence">Above 0 and below 1.</param>
    /// <param name="degrees">Degrees of freedom, 0.5 or more: below that the quantiles leave the range of a double.</param>
    public static double Critical(double confidence, double degrees)
    {
        Beta.Above(confidence, 0, nameof(confidence));
        Beta.Above(1 - confidence, 0, nameof(confidence));
        Beta.Within(degrees, 0.5, double.MaxValue, nameof(degrees));
        var outside = 1 - confidence;
        var high = 1.0;
        while (TwoSidedP(high, degrees) > outside)
        {
            high *= 2;
        }

        // Halving is slow and cannot fail.
        var low = 0.0;
        for (var i = 0; i < 200 && high - low > high * 1e-14; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = TwoSidedP(middle, degrees) > outside ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
