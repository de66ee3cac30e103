namespace Medborgardialog.Domain.Statistics;

/// <summary>What unequal weights cost in precision.</summary>
public static class EffectiveSize
{
    /// <summary>
    /// Kish's effective size (Σw)²/Σw² = n/(1 + cv²): the number of equally weighted answers with the same precision
    /// (Kish 1965, Survey Sampling, 11.7; Kish 1992, Journal of Official Statistics 8, 183–200).
    /// Says nothing of what raking gains where the margins explain the answers, so intervals built on it are rather too wide than too narrow.
    /// </summary>
    /// <param name="weights">Above 0 each, in any unit.</param>
    /// <returns>1 to the number of weights; 0 when there are none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A weight is not above 0 or not finite.</exception>
    public static double Kish(IReadOnlyList<double> weights)
    {
        double sum = 0, squares = 0;
        foreach (var weight in weights)
        {
            Weight(weight, nameof(weights));
            sum += weight;
            squares += weight * weight;
        }

        return weights.Count == 0 ? 0 : sum * sum / squares;
    }

    internal static void Weight(double weight, string name)
    {
        Beta.Above(weight, 0, name);
        Beta.Within(weight, 0, double.MaxValue, name);
    }
}

/// <summary>A share with weights, and beside it the same share without (ux 10.7: never only weighted).</summary>
/// <param name="Value">Σw over those with the answer by Σw over all, 0 to 1.</param>
/// <param name="Size">Kish's effective size.</param>
/// <param name="Unweighted">The plain share of the same answers.</param>
public sealed record WeightedShare(double Value, double Size, Share Unweighted)
{
    /// <param name="answers">True for those with the answer; only persons who answered the question.</param>
    /// <param name="weights">As many, above 0, in the same order.</param>
    /// <returns>Null when nobody answered.</returns>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static WeightedShare? Of(IReadOnlyList<bool> answers, IReadOnlyList<double> weights, SampleDesign design)
    {
        if (answers.Count != weights.Count)
        {
            throw new ArgumentException("One weight per answer.", nameof(weights));
        }

        var size = EffectiveSize.Kish(weights);
        if (answers.Count == 0)
        {
            return null;
        }

        var with = answers.Select((yes, i) => yes ? weights[i] : 0).Sum();
        return new WeightedShare(Math.Min(1, with / weights.Sum()), size, new Share(answers.Count(yes => yes), answers.Count, design));
    }

    /// <summary>
    /// The Wilson interval with the effective size as n (the usual practice, see Korn and Graubard 1998, Survey Methodology 24, 193–201).
    /// Null for an open sample: weights correct its make-up in the chosen margins, they do not make it random.
    /// </summary>
    public ConfidenceInterval? Interval(double confidence = Certainty.Standard) =>
        Unweighted.AllowsInference ? Wilson.Interval(Value, Size, confidence) : null;
}
