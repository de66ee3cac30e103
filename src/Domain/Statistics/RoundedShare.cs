namespace Medborgardialog.Domain.Statistics;

/// <summary>
/// A share from two counts that were published after random rounding (rule R13, decision 26). A rounded count is off by at most b − 1 in either direction, so
/// the true share lies between the lowest feasible numerator over the highest feasible base and the other way round.
/// </summary>
public sealed record RoundedShare
{
    /// <summary>A share whose interval is wider than half of everything is not shown. Exactly 50 percentage points is shown.</summary>
    public const double WidestShown = 0.5;

    private readonly int _lowNumerator;
    private readonly int _highNumerator;
    private readonly int _lowBase;
    private readonly int _highBase;

    /// <param name="numerator">Published count, 0 or more.</param>
    /// <param name="denominator">Published base, above 0. May be below the numerator, since the two were rounded apart.</param>
    /// <param name="roundingBase">b, 1 (not rounded) or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A count lies outside its range, or no true numerator and base with numerator ≤ base can have been rounded to these two.
    /// </exception>
    public RoundedShare(int numerator, int denominator, int roundingBase, SampleDesign design)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(roundingBase);
        (Numerator, Denominator, RoundingBase, Design) = (numerator, denominator, roundingBase, design);
        _lowNumerator = Math.Max(0, numerator - (roundingBase - 1));
        _highBase = denominator + roundingBase - 1;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_lowNumerator, _highBase, nameof(numerator));

        // The base was not 0. That it was not below the numerator either shows in the cut of the share at 1.
        _lowBase = Math.Max(1, denominator - (roundingBase - 1));
        _highNumerator = numerator + roundingBase - 1;
    }

    public int Numerator { get; }

    public int Denominator { get; }

    public int RoundingBase { get; }

    public SampleDesign Design { get; }

    /// <summary>The share of the published counts, 0 to 1; cut at 1 when rounding put the numerator above the base.</summary>
    public double Value => Math.Min(1, (double)Numerator / Denominator);

    /// <summary>What rounding alone can hide, whatever the design. Contains the true share of those who answered, for certain.</summary>
    public ConfidenceInterval Rounding => new((double)_lowNumerator / _highBase, Math.Min(1, (double)_highNumerator / _lowBase));

    /// <summary>
    /// Rounding and chance together: the lower end of the Wilson interval of the lowest share, and the upper end of that of the highest. The lower end of a Wilson
    /// interval rises with the numerator and falls with the base, as does the upper, so no feasible pair of counts has an interval that goes outside.
    /// </summary>
    /// <returns>Null for an open sample, where <see cref="Rounding"/> alone is printed.</returns>
    public ConfidenceInterval? Interval(double confidence = Certainty.Standard)
    {
        if (Design == SampleDesign.Open)
        {
            return null;
        }

        var (lowest, highest) = (Rounding.Lower, Rounding.Upper);
        return new ConfidenceInterval(Wilson.Interval(lowest, _highBase, confidence).Lower, Wilson.Interval(highest, _lowBase, confidence).Upper);
    }

    /// <summary>False when the interval, or for an open sample what rounding can hide, is wider than <see cref="WidestShown"/>: "för osäkert underlag".</summary>
    public bool IsShown => (Interval() ?? Rounding).Width <= WidestShown + 1e-9;
}
