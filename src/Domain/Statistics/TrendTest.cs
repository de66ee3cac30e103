namespace Medborgardialog.Domain.Statistics;

/// <param name="Rise">One-sided p-value of "it rises", 0 to 1.</param>
/// <param name="Fall">One-sided p-value of "it falls", 0 to 1.</param>
/// <param name="Unevenness">χ² of what a straight line leaves over, 0 or more. Expected to be about <paramref name="Degrees"/> when the shares differ by chance only.</param>
/// <param name="Degrees">Degrees of freedom of it, the periods less 2, 1 or more.</param>
public sealed record TrendTestResult(double Rise, double Fall, double Unevenness, int Degrees)
{
    /// <summary>
    /// The p-values when shares jump from period to period <paramref name="dispersion"/> times as much (in variance) as chance makes them: z is divided by
    /// its root, as with quasi-likelihood (McCullagh and Nelder 1989, Generalized Linear Models, 2nd ed., 4.5). Nothing becomes smaller by it.
    /// </summary>
    /// <param name="dispersion">1, nothing beyond chance, or more.</param>
    public TrendTestResult Widened(double dispersion)
    {
        Beta.Within(dispersion, 1, double.MaxValue, nameof(dispersion));
        return this with { Rise = Wider(Rise), Fall = Wider(Fall) };

        double Wider(double p) => p is 0 or >= 0.5 ? p : Normal.Cdf(Normal.Quantile(p) / Math.Sqrt(dispersion));
    }
}

/// <summary>
/// Does a share rise or fall over three or more periods? Cochran–Armitage test with the period's number as score (Cochran 1954, Biometrics 10, 417–451;
/// Armitage 1955, Biometrics 11, 375–386), conditional on how many there are of each answer in all: T = Σ i·kᵢ has mean k·Σ i·nᵢ/N and variance
/// k(N − k)/(N(N − 1))·Σ nᵢ(i − ī)². Up to <see cref="MostExact"/> persons with the rarer answer the exact distribution of T is summed, above that it is taken as normal
/// with half a step of continuity correction. Limits: periods count as equally far apart; it sees a slope and not a bend; and respondents count as drawn
/// independently within each period.
/// </summary>
public static class TrendTest
{
    public const int FewestPeriods = 3;

    /// <summary>The exact sum is over at most so many persons with the rarer answer.</summary>
    public const int MostExact = 30;

    /// <param name="series">In order of time.</param>
    /// <returns>Null for fewer than three periods, or when one of them is open or empty. Where everybody says the same both p-values are 1.</returns>
    public static TrendTestResult? Of(IReadOnlyList<Share> series)
    {
        if (series.Count < FewestPeriods || series.Any(s => !s.AllowsInference))
        {
            return null;
        }

        var (all, hits) = (series.Sum(s => (long)s.Denominator), series.Sum(s => (long)s.Numerator));
        if (hits == 0 || hits == all)
        {
            return new TrendTestResult(1, 1, 0, series.Count - 2);
        }

        var share = (double)hits / all;
        var mean = series.Select((s, i) => (double)i * s.Denominator).Sum() / all;
        var spread = series.Select((s, i) => s.Denominator * Square(i - mean)).Sum();
        var slope = series.Select((s, i) => (i - mean) * s.Numerator).Sum();
        var total = series.Sum(s => Square(s.Numerator - (s.Denominator * share)) / (s.Denominator * share * (1 - share)));
        var uneven = Math.Max(0, total - (Square(slope) / (share * (1 - share) * spread)));
        var deviation = Math.Sqrt(share * (1 - share) * spread * all / (all - 1));
        var (rise, fall) = Math.Min(hits, all - hits) > MostExact
            ? (Normal.Cdf((0.5 - slope) / deviation), Normal.Cdf((0.5 + slope) / deviation))
            : Exact(series, rareIsHit: hits <= all - hits);
        return new TrendTestResult(rise, fall, uneven, series.Count - 2);
    }

    private static (double Rise, double Fall) Exact(IReadOnlyList<Share> series, bool rareIsHit)
    {
        int[] rare = [.. series.Select(s => rareIsHit ? s.Numerator : s.Denominator - s.Numerator)];
        var observed = rare.Select((k, i) => i * k).Sum();
        var ways = Ways(series, rare.Sum());
        var all = ways.Sum();
        var (atLeast, atMost) = (ways[observed..].Sum() / all, ways[..(observed + 1)].Sum() / all);

        // More of the rare answer late is a rise of it, and a fall of the other.
        var (rise, fall) = rareIsHit ? (atLeast, atMost) : (atMost, atLeast);
        return (Math.Min(1, rise), Math.Min(1, fall));
    }

    /// <summary>In how many ways <paramref name="hits"/> persons can be chosen among all so that their period numbers sum to each value: the hypergeometric weights.</summary>
    private static double[] Ways(IReadOnlyList<Share> series, int hits)
    {
        double[][] ways = [.. Enumerable.Range(0, hits + 1).Select(chosen => new double[(chosen * (series.Count - 1)) + 1])];
        ways[0][0] = 1;
        for (var period = 0; period < series.Count; period++)
        {
            // From many to few, so that what is added comes from the periods before this one.
            for (var chosen = hits; chosen >= 1; chosen--)
            {
                var choose = 1.0;
                for (var here = 1; here <= Math.Min(chosen, series[period].Denominator); here++)
                {
                    choose *= (series[period].Denominator - here + 1.0) / here;
                    var from = ways[chosen - here];
                    var to = ways[chosen].AsSpan(here * period);
                    var highest = Math.Max(0, period - 1) * (chosen - here);
                    for (var sum = 0; sum <= highest; sum++)
                    {
                        to[sum] += choose * from[sum];
                    }
                }
            }
        }

        return ways[hits];
    }

    private static double Square(double x) => x * x;
}
