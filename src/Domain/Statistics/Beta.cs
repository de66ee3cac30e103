namespace Medborgardialog.Domain.Statistics;

/// <summary>
/// The gamma and beta functions that the distributions are made of; the base library has neither.
/// Sources: Abramowitz and Stegun 1964, 6.1.41 (Stirling's series) and 26.5.8 (continued fraction);
/// Press et al., Numerical Recipes, 3rd ed., 5.2 and 6.4 (modified Lentz, when to swap the tails);
/// Didonato and Morris 1992, ACM TOMS 18, algorithm 708 (ln B without cancellation).
/// </summary>
public static class Beta
{
    private const double HalfLogTwoPi = 0.918938533204672741780329736406;
    private const double LargeEnoughForStirling = 15;
    private const int MostTerms = 100_000;

    /// <summary>ln Γ(x). Error at most 1e-13 relative to the larger of 1 and the value.</summary>
    /// <param name="x">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">x is not above 0.</exception>
    public static double LogGamma(double x)
    {
        Above(x, 0, nameof(x));

        // Γ(x+1) = xΓ(x) until the series is exact to the last digits.
        var product = 1.0;
        while (x < LargeEnoughForStirling)
        {
            product *= x;
            x++;
        }

        return ((x - 0.5) * Math.Log(x)) - x + HalfLogTwoPi + StirlingRest(x) - Math.Log(product);
    }

    /// <summary>ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b), without the loss of digits that the difference has for large parameters.</summary>
    /// <param name="a">Above 0.</param>
    /// <param name="b">Above 0.</param>
    public static double LogComplete(double a, double b)
    {
        Above(a, 0, nameof(a));
        Above(b, 0, nameof(b));
        (a, b) = (Math.Min(a, b), Math.Max(a, b));
        if (b < LargeEnoughForStirling)
        {
            return LogGamma(a) + LogGamma(b) - LogGamma(a + b);
        }

        // ln Γ(b) − ln Γ(a+b), with the large terms cancelled on paper.
        var step = StirlingRest(b) - StirlingRest(a + b) + a - ((a + b - 0.5) * LogOnePlus(a / b)) - (a * Math.Log(b));
        return LogGamma(a) + step;
    }

    /// <summary>
    /// The regularized incomplete beta function I_x(a, b): the distribution function at x of a beta variable.
    /// Relative error at most 1e-10 for a and b from 0.5 to 1e6.
    /// </summary>
    /// <param name="x">0 to 1.</param>
    /// <param name="a">Above 0.</param>
    /// <param name="b">Above 0.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter lies outside its range.</exception>
    public static double Regularized(double x, double a, double b) => Regularized(x, 1 - x, a, b);

    /// <summary>As <see cref="Regularized(double,double,double)"/>, for callers who know 1 − x with more digits than a subtraction leaves.</summary>
    /// <param name="rest">1 − x.</param>
    internal static double Regularized(double x, double rest, double a, double b)
    {
        Within(x, 0, 1, nameof(x));
        Above(a, 0, nameof(a));
        Above(b, 0, nameof(b));
        if (x == 0 || rest == 0)
        {
            return x == 0 ? 0 : 1;
        }

        var front = Math.Exp((a * Math.Log(x)) + (b * Math.Log(rest)) - LogComplete(a, b));

        // The fraction converges fast below the mean only; above it the other tail is computed.
        return x < (a + 1) / (a + b + 2)
            ? Math.Min(1, front * Fraction(x, a, b) / a)
            : Math.Max(0, 1 - (front * Fraction(rest, b, a) / b));
    }

    /// <summary>P(R ≤ r) for R binomial with n trials: I_{1−p}(n − r, r + 1), Abramowitz and Stegun 26.5.24.</summary>
    /// <param name="successes">r. Below 0 gives 0, n or more gives 1.</param>
    /// <param name="trials">n, 0 or more.</param>
    /// <param name="probability">p, 0 to 1.</param>
    public static double BinomialCdf(int successes, int trials, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        Within(probability, 0, 1, nameof(probability));
        return successes < 0 ? 0
            : successes >= trials ? 1
            : Regularized(1 - probability, probability, trials - successes, successes + 1.0);
    }

    /// <summary>ln(1 + x) without loss for small x (Kahan); double.LogP1 of the base library is Log(x + 1).</summary>
    internal static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }

    internal static void Within(double value, double least, double most, string name)
    {
        // Written so that NaN fails too.
        if (!(value >= least && value <= most))
        {
            throw new ArgumentOutOfRangeException(name, value, $"Must lie from {least} to {most}.");
        }
    }

    internal static void Above(double value, double bound, string name)
    {
        if (!(value > bound))
        {
            throw new ArgumentOutOfRangeException(name, value, $"Must be above {bound}.");
        }
    }

    private static double StirlingRest(double x)
    {
        var square = 1 / (x * x);
        return ((1 / 12.0) - (square * ((1 / 360.0) - (square * ((1 / 1260.0) - (square * ((1 / 1680.0) - (square * ((1 / 1188.0) - (square * 691 / 360360.0)))))))))) / x;
    }

    /// <summary>The continued fraction 26.5.8 by the modified method of Lentz.</summary>
    private static double Fraction(double x, double a, double b)
    {
        const double Tiny = 1e-300;
        var c = 1.0;
        var d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        var value = d;
        for (var m = 1; m <= MostTerms; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            value *= d * c;

            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            value *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-16)
            {
                break;
            }
        }

        return value;

        static double NotZero(double v) => Math.Abs(v) < Tiny ? Tiny : v;
    }
}
