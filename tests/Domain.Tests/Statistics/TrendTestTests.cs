using CsCheck;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Statistics;

public class TrendTestTests
{
    private static readonly Gen<Share[]> Series =
        Gen.Select(Gen.Int[5, 60], Gen.Double[0, 1]).Select((n, p) => new Share((int)(n * p), n, SampleDesign.TotalSurvey)).Array[3, 6];

    /// <summary>
    /// Carriers by size of tonsils, Armitage 1955, table 1: χ² for trend 7.19, in all 7.88, so 0.69 is left. The p-values by the formula in Python 3.
    /// </summary>
    [Fact]
    public void As_published()
    {
        var result = TrendTest.Of([Of(19, 516), Of(29, 589), Of(24, 293)])!;

        Assert.Equal(0.69, Math.Round(result.Unevenness, 2));
        Assert.Equal(1, result.Degrees);
        Assert.Equal(0.004665872794515203, result.Rise, 1e-9);
        Assert.Equal(0.9971300946873684, result.Fall, 1e-9);
    }

    /// <summary>Few persons: every way to choose them is counted. Oracle: all ways with exact fractions in Python 3.</summary>
    [Theory]
    [InlineData(new[] { 1, 3, 6 }, new[] { 20, 25, 18 }, 0.01568673747073386, 0.9957394183233023)]
    [InlineData(new[] { 0, 1, 2, 7 }, new[] { 12, 15, 11, 14 }, 0.00036903344260493177, 0.9999175717444003)]
    [InlineData(new[] { 17, 13, 9 }, new[] { 18, 17, 16 }, 0.9979250248438317, 0.0075320593075411234)]
    public void Small_counts_are_exact(int[] hits, int[] bases, double rise, double fall)
    {
        var result = TrendTest.Of([.. hits.Zip(bases, Of)])!;

        Assert.Equal(rise, result.Rise, 1e-12);
        Assert.Equal(fall, result.Fall, 1e-12);
    }

    [Fact]
    public void Turned_round_or_asked_the_other_way_the_two_p_values_change_places() =>
        Series.Sample(series =>
        {
            var result = TrendTest.Of(series)!;
            var backwards = TrendTest.Of([.. series.Reverse()])!;
            var opposite = TrendTest.Of([.. series.Select(s => Of(s.Denominator - s.Numerator, s.Denominator))])!;

            Assert.Equal(result.Rise, backwards.Fall, 1e-9);
            Assert.Equal(result.Rise, opposite.Fall, 1e-9);
            Assert.Equal(result.Unevenness, opposite.Unevenness, 1e-6);
            Assert.InRange(result.Rise + result.Fall, 1 - 1e-9, 2);
        });

    /// <summary>On both sides of the border between the two ways to count, the normal one lies within half a per cent of the exact one.</summary>
    [Fact]
    public void The_two_ways_agree_where_they_meet()
    {
        var exact = TrendTest.Of([Of(3, 120), Of(6, 120), Of(9, 120), Of(12, 120)])!;
        var normal = TrendTest.Of([Of(3, 120), Of(6, 120), Of(9, 120), Of(13, 120)])!;
        var between = TrendTest.Of([Of(3, 120), Of(6, 120), Of(10, 120), Of(12, 120)])!;

        Assert.True(exact.Rise > between.Rise && between.Rise > normal.Rise);
        Assert.Equal(exact.Rise, normal.Rise, 5e-3);
    }

    [Fact]
    public void Allowing_for_jumps_never_makes_a_p_value_smaller() =>
        Gen.Select(Series, Gen.Double[1, 5]).Sample((series, dispersion) =>
        {
            var result = TrendTest.Of(series)!;
            var wide = result.Widened(dispersion);

            Assert.True(wide.Rise >= result.Rise - 1e-12 && wide.Fall >= result.Fall - 1e-12);
            Assert.Equal(result.Rise, result.Widened(1).Rise, 1e-9);
        });

    /// <summary>z of 2 with four times the variance is z of 1: 15.87 % by the normal table.</summary>
    [Fact]
    public void Widened_by_hand() =>
        Assert.Equal(0.158655, new TrendTestResult(Normal.Cdf(-2), 1, 0, 1).Widened(4).Rise, 1e-6);

    [Fact]
    public void The_ends()
    {
        Assert.Null(TrendTest.Of([Of(1, 10), Of(2, 10)]));
        Assert.Null(TrendTest.Of([Of(1, 10), Of(2, 10), new Share(3, 10, SampleDesign.Open)]));
        Assert.Null(TrendTest.Of([Of(1, 10), Of(0, 0), Of(3, 10)]));
        Assert.Equal(new TrendTestResult(1, 1, 0, 1), TrendTest.Of([Of(10, 10), Of(20, 20), Of(5, 5)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrendTestResult(0.1, 0.9, 0, 1).Widened(0.5));
    }

    private static Share Of(int numerator, int denominator) => new(numerator, denominator, SampleDesign.TotalSurvey);
}
