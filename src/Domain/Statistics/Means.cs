namespace Medborgardialog.Domain.Statistics;

/// <summary>A mean with what it rests on.</summary>
/// <param name="Count">Values, 1 or more.</param>
/// <param name="Mean">In the unit of the values.</param>
/// <param name="Variance">Sample variance with n − 1, in the unit squared; null for a single value.</param>
public sealed record MeanEstimate(int Count, double Mean, double? Variance, SampleDesign Design)
{
    /// <summary>
    /// mean ± t·s/√n with n − 1 degrees of freedom (Student 1908, Biometrika 6, 1–25). For scales with few steps the t interval is
    /// an approximation that is good from some thirty answers on. Null for an open sample, for fewer than two values, and where all values are
    /// equal: no spread was seen, which does not mean that there is none.
    /// </summary>
    /// <param name="population">
    /// N, under the conditions of <see cref="Share.Interval"/>: the error is then multiplied by √(1 − n/N) (Cochran 1977, eq. 2.20),
    /// the form of the correction that goes with the sample variance.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The population is smaller than the number of values.</exception>
    public ConfidenceInterval? Interval(int? population = null, double confidence = Certainty.Standard)
    {
        if (population is { } all)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(all, Count, nameof(population));
        }

        if (Design == SampleDesign.Open || Variance is not > 0)
        {
            return null;
        }

        var left = population is { } known ? 1 - ((double)Count / known) : 1;
        var half = StudentT.Critical(confidence, Count - 1) * Math.Sqrt(Variance.Value / Count * left);
        return new ConfidenceInterval(Mean - half, Mean + half);
    }
}

/// <summary>Two means compared by Welch's test.</summary>
/// <param name="Difference">First less second, in the unit of the values.</param>
/// <param name="T">Positive when the first is larger.</param>
/// <param name="Degrees">Degrees of freedom after Welch and Satterthwaite, usually fractional.</param>
/// <param name="PValue">Two-sided, 0 to 1.</param>
public sealed record MeanComparison(double Difference, double T, double Degrees, double PValue, ConfidenceInterval DifferenceInterval)
{
    /// <summary>p below 0.05.</summary>
    public bool IsSignificant => PValue < Certainty.Significance;
}

/// <summary>Means of scale answers, with "vet inte" and the like left out by the caller.</summary>
public static class Means
{
    /// <summary>Mean and sample variance in two passes, which loses no digits when the spread is small beside the mean.</summary>
    /// <returns>Null when there are no values.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not a finite number.</exception>
    public static MeanEstimate? Of(IReadOnlyList<double> values, SampleDesign design)
    {
        foreach (var value in values)
        {
            Beta.Within(value, double.MinValue, double.MaxValue, nameof(values));
        }

        if (values.Count == 0)
        {
            return null;
        }

        var mean = values.Sum() / values.Count;
        double? variance = values.Count == 1 ? null : values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1);
        return new MeanEstimate(values.Count, mean, variance, design);
    }

    /// <summary>
    /// Welch's test for unequal variances: Welch 1947, Biometrika 34, 28–35; degrees of freedom by Satterthwaite 1946, Biometrics Bulletin 2,
    /// 110–114. Chosen over the pooled test since units differ in size and spread. No finite population correction, see <see cref="Share.Interval"/>.
    /// </summary>
    /// <returns>Null when one of them is open or has fewer than two values, or when neither has any spread.</returns>
    public static MeanComparison? Compare(MeanEstimate first, MeanEstimate second, double confidence = Certainty.Standard)
    {
        if (first.Design == SampleDesign.Open || second.Design == SampleDesign.Open || first.Variance is not { } v1 || second.Variance is not { } v2 || v1 + v2 <= 0)
        {
            return null;
        }

        var (e1, e2) = (v1 / first.Count, v2 / second.Count);
        var error = Math.Sqrt(e1 + e2);
        var degrees = (e1 + e2) * (e1 + e2) / ((e1 * e1 / (first.Count - 1)) + (e2 * e2 / (second.Count - 1)));
        var difference = first.Mean - second.Mean;
        var half = StudentT.Critical(confidence, degrees) * error;
        var t = difference / error;
        return new MeanComparison(difference, t, degrees, StudentT.TwoSidedP(t, degrees), new ConfidenceInterval(difference - half, difference + half));
    }
}
