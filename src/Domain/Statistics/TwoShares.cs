namespace Medborgardialog.Domain.Statistics;

/// <summary>Two shares compared.</summary>
/// <param name="Difference">First less second, −1 to 1.</param>
/// <param name="Z">Positive when the first is larger. 0 when everybody, or nobody, in both has the answer.</param>
/// <param name="PValue">Two-sided, 0 to 1.</param>
/// <param name="DifferenceInterval">Of the difference, within [−1, 1].</param>
/// <param name="SmallestExpected">
/// The smallest of the four counts expected if there were no difference. Below 5 the normal approximation is rough
/// (Cochran 1954, Biometrics 10, 417–451) and the page should say that the base is small.
/// </param>
public sealed record ShareComparison(double Difference, double Z, double PValue, ConfidenceInterval DifferenceInterval, double SmallestExpected)
{
    /// <summary>p below 0.05.</summary>
    public bool IsSignificant => PValue < Certainty.Significance;
}

/// <summary>Compares two independent shares.</summary>
public static class TwoShares
{
    /// <summary>
    /// z test with the pooled share, z = (p₁ − p₂)/√(p(1 − p)(1/n₁ + 1/n₂)), which is the root of Pearson's χ² without continuity correction
    /// (Fleiss, Levin and Paik 2003, Statistical Methods for Rates and Proportions, 3rd ed., 3.1; ux 10.9 fixes this test), and the hybrid
    /// score interval of the difference (Newcombe 1998, Statistics in Medicine 17, 873–890, method 10). The two answer slightly different
    /// questions and can disagree close to the border; the word "established" follows the test. No finite population correction, see
    /// <see cref="Share.Interval"/>.
    /// </summary>
    /// <returns>Null when one of them is open or empty: nothing can then be tested.</returns>
    public static ShareComparison? Compare(Share first, Share second, double confidence = Certainty.Standard)
    {
        if (!first.AllowsInference || !second.AllowsInference)
        {
            return null;
        }

        var (p1, p2) = (first.Value!.Value, second.Value!.Value);
        double n1 = first.Denominator, n2 = second.Denominator;
        var all = (double)first.Numerator + second.Numerator;
        var pooled = all / (n1 + n2);
        var error = Math.Sqrt(pooled * (1 - pooled) * ((1 / n1) + (1 / n2)));
        var z = error == 0 ? 0 : (p1 - p2) / error;
        var expected = Math.Min(n1, n2) * Math.Min(all, n1 + n2 - all) / (n1 + n2);
        return new ShareComparison(p1 - p2, z, Normal.TwoSidedP(z), Newcombe(p1, n1, p2, n2, confidence), expected);
    }

    private static ConfidenceInterval Newcombe(double p1, double n1, double p2, double n2, double confidence)
    {
        var first = Wilson.Interval(p1, n1, confidence);
        var second = Wilson.Interval(p2, n2, confidence);
        var below = double.Hypot(p1 - first.Lower, second.Upper - p2);
        var above = double.Hypot(first.Upper - p1, p2 - second.Lower);
        return new ConfidenceInterval(Math.Max(-1, p1 - p2 - below), Math.Min(1, p1 - p2 + above));
    }
}
