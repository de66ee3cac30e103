namespace Medborgardialog.Domain.Statistics;

/// <summary>One background variable that weights are to agree with.</summary>
/// <param name="Categories">Names, in order.</param>
/// <param name="Targets">The population in each category, in persons or shares: 0 or more, not all 0.</param>
/// <param name="Members">For each respondent the place of their category, or <see cref="Unknown"/>.</param>
public sealed record RakingMargin(string Name, IReadOnlyList<string> Categories, IReadOnlyList<double> Targets, IReadOnlyList<int> Members)
{
    /// <summary>
    /// The respondent's category is missing. Their weight is left alone in this margin and the known ones share the rest in the proportions
    /// of the population: nothing is assumed of where they belong.
    /// </summary>
    public const int Unknown = -1;
}

/// <summary>Why no weights can be made.</summary>
public enum RakingRefusal
{
    /// <summary>The population has people in the category and nobody of them answered: no weight can stand for them. Merge categories.</summary>
    NoRespondents,

    /// <summary>Somebody answered from a category that the population table says is empty: the table and the answers do not belong together.</summary>
    NotInPopulation,
}

/// <summary>Weights, or the named reason why there are none.</summary>
public abstract record RakingOutcome
{
    private RakingOutcome()
    {
    }

    /// <param name="Weights">One for each respondent, in order; mean 1, all above 0.</param>
    /// <param name="Iterations">Rounds over all margins that were made.</param>
    /// <param name="LargestError">The largest difference left between a weighted share and its target, 0 to 1.</param>
    /// <param name="Converged">The largest error is at most <see cref="Raking.Tolerance"/>. False also when the cap stands in the way; the figure then has to say so.</param>
    /// <param name="AtCap">Respondents whose weight was held at the cap.</param>
    /// <param name="EffectiveSize">Kish's effective size.</param>
    public sealed record Weighted(IReadOnlyList<double> Weights, int Iterations, double LargestError, bool Converged, int AtCap, double EffectiveSize) : RakingOutcome;

    /// <param name="Margin">Name of the margin.</param>
    /// <param name="Category">Name of the category.</param>
    public sealed record Refused(RakingRefusal Reason, string Margin, string Category) : RakingOutcome;
}

/// <summary>
/// Post-stratification to several margins at once, by iterative proportional fitting (Deming and Stephan 1940, Annals of Mathematical Statistics 11,
/// 427–444). Among all weights that hit the margins it finds those closest to the starting weights in the sense of Kullback and Leibler
/// (Ireland and Kullback 1968, Biometrika 55, 179–188). Requirement L3.
/// </summary>
public static class Raking
{
    /// <summary>A margin is met when no share is further than this from its target: a hundredth of a hundredth of a percent unit.</summary>
    public const double Tolerance = 1e-6;

    /// <summary>Five times the mean weight, as the American National Election Studies recommend (DeBell and Krosnick 2009, nes012427).</summary>
    public const double StandardCap = 5;

    /// <summary>
    /// With a cap nobody counts for less than a twentieth of the mean either. Without it a tight cap can press the weights of those who are many towards 0,
    /// which would strike their answers without saying so.
    /// </summary>
    public const double LeastWeight = 0.05;

    private const int MostIterations = 500;

    // Where no weights can meet all margins, going on would not bring them closer but press some weights towards 0.
    private const int PatienceInRounds = 20;
    private const double LeastGain = 0.01;

    /// <summary>
    /// Rakes and trims. After each round over the margins, weights outside the bounds are set to them and the rest are scaled to keep the sum; that is a projection of
    /// the same kind as a margin step, so the rounds end at weights that keep both if such exist (Bregman 1967, USSR Computational Mathematics 7,
    /// 200–217). Where none exist the cap is kept, the rounds end when twenty of them have not made the largest error a hundredth smaller, and the error left
    /// in the margins is reported.
    /// </summary>
    /// <param name="margins">Any number, all for the same respondents.</param>
    /// <param name="cap">Largest weight relative to the mean weight, above 1; null for no trimming and no <see cref="LeastWeight"/>.</param>
    /// <param name="startWeights">Design weights above 0, one per respondent; null when all had the same chance.</param>
    /// <exception cref="ArgumentException">Lists of different length, a category that does not exist, a target that is negative, or nobody at all.</exception>
    public static RakingOutcome Rake(IReadOnlyList<RakingMargin> margins, double? cap = StandardCap, IReadOnlyList<double>? startWeights = null)
    {
        var weights = Start(margins, startWeights);
        Beta.Above(cap ?? 2, 1, nameof(cap));
        if (Refusal(margins) is { } refused)
        {
            return refused;
        }

        var (error, best, bestAt, iterations) = (double.PositiveInfinity, double.PositiveInfinity, 0, 0);
        while (error > Tolerance && iterations < MostIterations && iterations - bestAt < PatienceInRounds)
        {
            iterations++;
            foreach (var margin in margins)
            {
                Fit(weights, margin);
            }

            Trim(weights, cap);
            error = margins.Count == 0 ? 0 : margins.Max(m => Errors(weights, m).Max());
            (best, bestAt) = error < best * (1 - LeastGain) ? (error, iterations) : (best, bestAt);
        }

        var atCap = cap is { } c ? weights.Count(w => w >= c * (1 - 1e-9)) : 0;
        return new RakingOutcome.Weighted(weights, iterations, error, error <= Tolerance, atCap, EffectiveSize.Kish(weights));
    }

    private static double[] Start(IReadOnlyList<RakingMargin> margins, IReadOnlyList<double>? startWeights)
    {
        var count = startWeights?.Count ?? (margins.Count == 0 ? 0 : margins[0].Members.Count);
        ArgumentOutOfRangeException.ThrowIfZero(count, nameof(margins));
        foreach (var margin in margins)
        {
            if (margin.Members.Count != count || margin.Categories.Count != margin.Targets.Count
                || margin.Members.Any(m => m < RakingMargin.Unknown || m >= margin.Categories.Count))
            {
                throw new ArgumentException($"The lists of {margin.Name} do not fit together.", nameof(margins));
            }

            if (margin.Targets.Any(t => !(t >= 0 && double.IsFinite(t))) || margin.Targets.Sum() <= 0)
            {
                throw new ArgumentException($"The targets of {margin.Name} are not a distribution.", nameof(margins));
            }
        }

        var weights = startWeights is null ? Enumerable.Repeat(1.0, count).ToArray() : [.. startWeights];
        foreach (var weight in weights)
        {
            EffectiveSize.Weight(weight, nameof(startWeights));
        }

        return weights;
    }

    private static RakingOutcome.Refused? Refusal(IReadOnlyList<RakingMargin> margins)
    {
        foreach (var margin in margins)
        {
            var there = margin.Members.ToHashSet();
            for (var c = 0; c < margin.Categories.Count; c++)
            {
                if (there.Contains(c) != margin.Targets[c] > 0)
                {
                    return new RakingOutcome.Refused(there.Contains(c) ? RakingRefusal.NotInPopulation : RakingRefusal.NoRespondents, margin.Name, margin.Categories[c]);
                }
            }
        }

        return null;
    }

    private static void Fit(double[] weights, RakingMargin margin)
    {
        var sums = Sums(weights, margin);
        var (known, population) = (sums.Sum(), margin.Targets.Sum());
        for (var i = 0; i < weights.Length; i++)
        {
            if (margin.Members[i] is var c && c != RakingMargin.Unknown)
            {
                weights[i] *= margin.Targets[c] / population * known / sums[c];
            }
        }
    }

    /// <summary>Sets the mean to 1 and, with a cap, every weight within the bounds, keeping the proportions of all others.</summary>
    private static void Trim(double[] weights, double? cap)
    {
        var mean = weights.Sum() / weights.Length;
        if (cap is not { } most || weights.All(w => w / mean >= LeastWeight && w / mean <= most))
        {
            Replace(weights, w => w / mean);
            return;
        }

        // The factor for those within the bounds: the sum rises with it, so halving finds it.
        var (low, high) = (0.0, most / weights.Min());
        for (var i = 0; i < 200 && high - low > high * 1e-16; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = weights.Sum(w => Math.Clamp(w * middle, LeastWeight, most)) < weights.Length ? (middle, high) : (low, middle);
        }

        Replace(weights, w => Math.Clamp(w * high, LeastWeight, most));
    }

    private static void Replace(double[] weights, Func<double, double> by)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = by(weights[i]);
        }
    }

    private static IEnumerable<double> Errors(double[] weights, RakingMargin margin)
    {
        var sums = Sums(weights, margin);
        var (known, population) = (sums.Sum(), margin.Targets.Sum());
        return sums.Select((s, c) => Math.Abs((s / known) - (margin.Targets[c] / population)));
    }

    private static double[] Sums(double[] weights, RakingMargin margin)
    {
        var sums = new double[margin.Categories.Count];
        for (var i = 0; i < weights.Length; i++)
        {
            if (margin.Members[i] is var c && c != RakingMargin.Unknown)
            {
                sums[c] += weights[i];
            }
        }

        return sums;
    }
}
