namespace Medborgardialog.Domain.Statistics;

/// <summary>The three answers of one person, each 1 to 10; null for "vet inte" and unanswered.</summary>
/// <param name="Overall">How satisfied, all in all.</param>
/// <param name="Expectations">How well expectations are met.</param>
/// <param name="Ideal">How close to the ideal.</param>
public sealed record SatisfactionAnswer(int? Overall, int? Expectations, int? Ideal);

/// <summary>An index with what it rests on.</summary>
/// <param name="Estimate">Mean 0 to 100 with its spread; null when nobody answered all three.</param>
/// <param name="Incomplete">Persons left out because an answer was missing.</param>
public sealed record SatisfactionResult(MeanEstimate? Estimate, int Incomplete)
{
    /// <summary>The t interval of the mean, cut to 0–100; null where <see cref="MeanEstimate.Interval"/> gives none.</summary>
    public ConfidenceInterval? Interval(double confidence = Certainty.Standard) =>
        Estimate?.Interval(confidence: confidence) is { } t ? new ConfidenceInterval(Math.Max(0, t.Lower), Math.Min(100, t.Upper)) : null;
}

/// <summary>
/// Nöjd-Kund-Index. SCB's model measures satisfaction, as a latent variable, by three questions on a scale from 1 to 10: overall satisfaction, expectations
/// met, closeness to the ideal (SCB, "SCB:s analysmodell med NKI"; the construct is Fornell's, Journal of Marketing 56, 1992, 6–21).
/// This is the version with equal weights: each answer as (x − 1)/9·100, averaged within the person and then over persons.
/// Limits: SCB weighted the three questions by a model estimated in each survey, so its published indices can differ by some units and belong in another
/// segment of a trend. An index is not a percentage of satisfied people. For SCB's citizen survey before 2021 it is a historic series only.
/// </summary>
public static class SatisfactionIndex
{
    public const int Least = 1;
    public const int Most = 10;

    /// <summary>The index of one person, 0 to 100; null when one of the three is missing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An answer lies outside 1 to 10.</exception>
    public static double? OfPerson(SatisfactionAnswer answer)
    {
        foreach (var value in new[] { answer.Overall, answer.Expectations, answer.Ideal })
        {
            Beta.Within(value ?? Least, Least, Most, nameof(answer));
        }

        return (answer.Overall + answer.Expectations + answer.Ideal - (3 * Least)) * 100.0 / (3 * (Most - Least));
    }

    /// <summary>The index of a group.</summary>
    public static SatisfactionResult Of(IReadOnlyList<SatisfactionAnswer> answers, SampleDesign design)
    {
        var complete = answers.Select(OfPerson).OfType<double>().ToList();
        return new SatisfactionResult(Means.Of(complete, design), answers.Count - complete.Count);
    }
}

/// <summary>
/// Balance (net figure): share positive less share negative, as in older Swedish series and in the business tendency surveys
/// (OECD 2003, Business Tendency Surveys: A Handbook). Limits: a balance of 0 can be everyone neutral or half against half, so the two shares
/// must stand beside it; it is a historic series only, and is not compared with an index.
/// </summary>
public sealed record BalanceIndex
{
    /// <param name="positive">Persons with a positive answer.</param>
    /// <param name="negative">Persons with a negative answer.</param>
    /// <param name="answers">All who answered, those in between included.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the two are more than all.</exception>
    public BalanceIndex(int positive, int negative, int answers, SampleDesign design)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(positive);
        ArgumentOutOfRangeException.ThrowIfNegative(negative);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)positive + negative, answers, nameof(answers));
        Positive = new Share(positive, answers, design);
        Negative = new Share(negative, answers, design);
    }

    public Share Positive { get; }

    public Share Negative { get; }

    /// <summary>−1 to 1; null when nobody answered.</summary>
    public double? Value => Positive.Value - Negative.Value;

    /// <summary>
    /// Interval of the balance by the method of variance estimates recovery from the two Wilson intervals, with the correlation −√(p₊p₋/((1 − p₊)(1 − p₋))) that two
    /// shares of the same answers have (Zou and Donner 2008, Statistics in Medicine 27, 1693–1702). Unlike estimate ± 1.96 standard errors it does not shrink
    /// to nothing when all say the same. When one share is 1 the correlation is taken as −1, its value when nobody is in between, which gives the widest interval.
    /// </summary>
    /// <returns>Within [−1, 1]; null for an open sample or no answers.</returns>
    public ConfidenceInterval? Interval(double confidence = Certainty.Standard)
    {
        if (Positive.Interval(confidence: confidence) is not { } plus || Negative.Interval(confidence: confidence) is not { } minus)
        {
            return null;
        }

        var (p, q) = (Positive.Value!.Value, Negative.Value!.Value);
        var correlation = p == 1 || q == 1 ? -1 : -Math.Sqrt(p * q / ((1 - p) * (1 - q)));
        var below = Combine(p - plus.Lower, minus.Upper - q, correlation);
        var above = Combine(plus.Upper - p, q - minus.Lower, correlation);
        return new ConfidenceInterval(Math.Max(-1, p - q - below), Math.Min(1, p - q + above));
    }

    private static double Combine(double a, double b, double correlation) => Math.Sqrt((a * a) + (b * b) - (2 * correlation * a * b));
}
