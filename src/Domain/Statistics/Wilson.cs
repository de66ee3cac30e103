namespace Medborgardialog.Domain.Statistics;

/// <summary>
/// The score interval of a share. Source: E. B. Wilson 1927, JASA 22, 209–212. Chosen over p ± 1.96·√(pq/n) because that one
/// has too low coverage for small n and shares near 0 or 1, and leaves [0, 1] (Newcombe 1998, Statistics in Medicine 17, 857–872;
/// Brown, Cai and DasGupta 2001, Statistical Science 16, 101–133).
/// </summary>
public static class Wilson
{
    /// <summary>The shares p for which (p̂ − p)² ≤ z²·p(1 − p)/n.</summary>
    /// <param name="share">p̂, 0 to 1.</param>
    /// <param name="size">n, above 0. May be fractional: an effective size after weights or a design effect. Infinity gives the share itself.</param>
    /// <param name="confidence">Above 0 and below 1.</param>
    /// <returns>Within [0, 1]; contains the share.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter lies outside its range.</exception>
    public static ConfidenceInterval Interval(double share, double size, double confidence = Certainty.Standard)
    {
        Beta.Within(share, 0, 1, nameof(share));
        Beta.Above(size, 0, nameof(size));
        var z = Normal.Critical(confidence);
        if (double.IsPositiveInfinity(size))
        {
            return new ConfidenceInterval(share, share);
        }

        var square = z * z / size;
        var centre = share + (square / 2);
        var half = Math.Sqrt((square * share * (1 - share)) + (square * square / 4));

        // Rounding of the last digit must not push the ends past the share, or past 0 and 1.
        var lower = share == 0 ? 0 : Math.Clamp((centre - half) / (1 + square), 0, share);
        var upper = share == 1 ? 1 : Math.Clamp((centre + half) / (1 + square), share, 1);
        return new ConfidenceInterval(lower, upper);
    }

    /// <summary>
    /// The size that a sample of <paramref name="size"/> from a population of <paramref name="population"/> counts as, in an interval
    /// about exactly this population: n·(N − 1)/(N − n), which puts the finite population correction √((N − n)/(N − 1)) on the standard
    /// error. This form belongs to the true variance P(1 − P) that the score interval uses (Cochran 1977, Sampling Techniques, 3rd ed.,
    /// theorem 3.2); with the sample variance s² it is √((N − n)/N) instead, see <see cref="MeanEstimate"/>.
    /// </summary>
    /// <returns>Infinity when everybody answered.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The sample is empty or larger than the population.</exception>
    public static double FiniteSize(int size, int population)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, population);
        return size == population ? double.PositiveInfinity : size * (population - 1.0) / (population - size);
    }
}
