namespace Medborgardialog.Domain.Statistics;

/// <summary>How a share of few persons is worded.</summary>
public enum ShareWording
{
    /// <summary>The share may be written as it is.</summary>
    Plain,

    /// <summary>"Mindre än" the threshold.</summary>
    LessThan,

    /// <summary>"Mer än" the threshold.</summary>
    MoreThan,

    /// <summary>The base is too small for a wording that is true and hides anything.</summary>
    Hidden,
}

/// <summary>
/// Top coding (ux 10.5): when 1–4 persons gave the answer, or 1–4 did not, the share is written as less than 10 % or more than 90 %, or the nearest ten that is true.
/// </summary>
/// <param name="Threshold">Whole percent, a multiple of ten from 10 to 90; null for <see cref="ShareWording.Plain"/> and <see cref="ShareWording.Hidden"/>.</param>
public sealed record TopCodedShare(ShareWording Wording, int? Threshold)
{
    /// <summary>Counts from 1 to this are not to be read off.</summary>
    public const int LargestSmall = 4;

    /// <summary>A row with a smaller base is not published at all.</summary>
    public const int SmallestBase = 10;

    /// <summary>
    /// The wording for one share. A reader knows the base, so a ten that fits one single count would give the count away: of 37 persons only 4 lie
    /// between 10 and 20 % among 1–4. The rule of ux 10.5 is therefore kept in the spirit of rule R14 (at least two counts remain possible): where 4 stands alone in its ten,
    /// 5 is coded with it; where that does not help, all of 1–4 get the ten that is true for 4.
    /// </summary>
    /// <param name="numerator">True count, 0 to <paramref name="denominator"/>.</param>
    /// <param name="denominator">True base, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the numerator is larger than the denominator.</exception>
    public static TopCodedShare Of(int numerator, int denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numerator, denominator);
        if (denominator < SmallestBase)
        {
            return new TopCodedShare(ShareWording.Hidden, null);
        }

        return Ceiling(numerator, denominator) is { } less ? new TopCodedShare(ShareWording.LessThan, less)
            : Ceiling(denominator - numerator, denominator) is { } more ? new TopCodedShare(ShareWording.MoreThan, 100 - more)
            : new TopCodedShare(ShareWording.Plain, null);
    }

    /// <summary>The threshold that hides a small count, or null when the count needs none.</summary>
    private static int? Ceiling(int count, int all)
    {
        var small = Enumerable.Range(1, LargestSmall).ToList();
        var codedWithNext = small.Append(LargestSmall + 1).ToList();
        var lastStandsAlone = small.Count(k => Ten(k, all) == Ten(LargestSmall, all)) == 1;
        var coded = lastStandsAlone ? codedWithNext : small;

        // Every ten that is used must fit at least two counts.
        var byCount = coded.GroupBy(k => Ten(k, all)).All(g => g.Count() > 1);
        return count < 1 || count > (byCount ? coded : small).Max() ? null
            : Ten(byCount ? count : LargestSmall, all);
    }

    /// <summary>The smallest multiple of ten percent strictly above the share.</summary>
    private static int Ten(int count, int all) => ((10 * count / all) + 1) * 10;
}
