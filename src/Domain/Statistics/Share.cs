namespace Medborgardialog.Domain.Statistics;

/// <summary>
/// A share with what it rests on. The design travels with the figure, so that an interval or a test about people who chose
/// themselves to answer cannot be made by mistake.
/// </summary>
public sealed record Share
{
    /// <param name="numerator">Persons with the answer, 0 to <paramref name="denominator"/>.</param>
    /// <param name="denominator">Persons who answered the question, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the numerator is larger than the denominator.</exception>
    public Share(int numerator, int denominator, SampleDesign design)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numerator, denominator);
        Numerator = numerator;
        Denominator = denominator;
        Design = design;
    }

    public int Numerator { get; }

    public int Denominator { get; }

    public SampleDesign Design { get; }

    /// <summary>0 to 1; null when nobody answered.</summary>
    public double? Value => Denominator == 0 ? null : (double)Numerator / Denominator;

    /// <summary>Whole percent, halves upwards, reckoned in whole numbers so that 57 of 200 is 29 and never 28. Null when nobody answered.</summary>
    public int? Percent => Denominator == 0 ? null : (int)(((200L * Numerator) + Denominator) / (2L * Denominator));

    /// <summary>An interval, or a test, may be made: the sample is not open and not empty.</summary>
    public bool AllowsInference => Design != SampleDesign.Open && Denominator > 0;

    /// <summary>The Wilson interval, or null where none may be shown: an open sample, or no answers.</summary>
    /// <param name="population">
    /// Give N, the number of persons in the group that the share is about, only when the sentence is about exactly these persons now
    /// ("of the 563 who have home care"). The finite population correction is then right for a simple random sample without replacement
    /// (Cochran 1977, theorem 3.2), and for a total survey if those who did not answer can be taken as missing at random, which is
    /// an assumption and not a result. Leave it out, as the reports do, when units, years or municipalities are compared: the question
    /// is then how things work, not who happened to be there, and the correction would make chance look like a difference
    /// (Deming 1953, JASA 48, 244–255; Cochran 1977, ch. 2, on comparing domain means). Leave it out also for a share among a part
    /// whose size in the population is unknown, such as those who complained. Without it the interval is wider, never narrower.
    /// </param>
    /// <param name="designEffect">
    /// Kish's deff, the variance relative to a simple random sample of the same size, above 0: n is divided by it (Kish 1965, Survey Sampling, 8.2).
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The population is smaller than the number who answered, or the design effect not above 0.</exception>
    public ConfidenceInterval? Interval(int? population = null, double designEffect = 1, double confidence = Certainty.Standard)
    {
        Beta.Above(designEffect, 0, nameof(designEffect));
        if (population is { } all)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(all, Denominator, nameof(population));
        }

        if (!AllowsInference)
        {
            return null;
        }

        var size = population is { } known ? Wilson.FiniteSize(Denominator, known) : Denominator;
        return Wilson.Interval(Value!.Value, size / designEffect, confidence);
    }
}
