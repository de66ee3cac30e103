namespace Medborgardialog.Domain.Statistics;

/// <summary>
/// The standard normal distribution. Source: Abramowitz and Stegun 1964, 26.2.11 (series), 26.2.14 (continued fraction)
/// and 26.2.23 (first guess of the quantile, made exact by Newton's method with Halley's correction).
/// </summary>
public static class Normal
{
    private const double LogOfTwoPi = 1.83787706640934548356;

    /// <summary>P(Z ≤ z). Relative error at most 1e-13 for z from −37 to 37.</summary>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">z is not a number.</exception>
    public static double Cdf(double z) => z <= 0 ? UpperTail(-z) : 1 - UpperTail(z);

    /// <summary>P(|Z| ≥ |z|): the two-sided p-value of z. Exact also far out, where 1 − Cdf would be rounded to 0.</summary>
    public static double TwoSidedP(double z) => Math.Min(1, 2 * UpperTail(Math.Abs(z)));

    /// <summary>The z below which the share <paramref name="probability"/> lies. Relative error at most 1e-12.</summary>
    /// <param name="probability">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not between 0 and 1.</exception>
    public static double Quantile(double probability)
    {
        Beta.Above(probability, 0, nameof(probability));
        Beta.Above(1 - probability, 0, nameof(probability));
        return probability < 0.5 ? -UpperQuantile(probability) : UpperQuantile(1 - probability);
    }

    /// <summary>The z of a two-sided interval: 1.96 for 0.95.</summary>
    /// <param name="confidence">Above 0 and below 1.</param>
    public static double Critical(double confidence)
    {
        Beta.Above(confidence, 0, nameof(confidence));
        Beta.Above(1 - confidence, 0, nameof(confidence));
        return UpperQuantile((1 - confidence) / 2);
    }

    private static double Density(double z) => Math.Exp(-0.5 * ((z * z) + LogOfTwoPi));

    /// <summary>P(Z ≥ z) for z of 0 or more.</summary>
    private static double UpperTail(double z)
    {
        Beta.Within(z, 0, double.PositiveInfinity, nameof(z));
        if (z > 40)
        {
            return 0;
        }

        if (z < 2)
        {
            var sum = z;
            var term = z;
            for (var k = 3; term > sum * 1e-17; k += 2)
            {
                term *= z * z / k;
                sum += term;
            }

            return 0.5 - (Density(z) * sum);
        }

        // z + 1/(z + 2/(z + 3/(…))), from the inside out; the number of terms that double precision needs falls with z.
        var fraction = z;
        for (var k = (int)(80 + (400 / z)); k > 0; k--)
        {
            fraction = z + (k / fraction);
        }

        return Density(z) / fraction;
    }

    private static double UpperQuantile(double tail)
    {
        if (tail == 0.5)
        {
            return 0;
        }

        var t = Math.Sqrt(-2 * Math.Log(tail));
        var z = Math.Max(0, t - ((2.515517 + (t * (0.802853 + (t * 0.010328)))) / (1 + (t * (1.432788 + (t * (0.189269 + (t * 0.001308))))))));

        // The guess is off by at most 4.5e-4 and each step makes the error its third power.
        for (var i = 0; i < 3; i++)
        {
            var step = (UpperTail(z) - tail) / Density(z);
            z = Math.Max(0, z + (step / (1 - (0.5 * z * step))));
        }

        return z;
    }
}
