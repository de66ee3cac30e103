using CsCheck;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Statistics;

public class TwoSharesTests
{
    /// <summary>Newcombe 1998, Statistics in Medicine 17, 873–890, table II, method 10.</summary>
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0000)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void Newcombe_as_published(int a, int m, int b, int n, double lower, double upper)
    {
        var interval = Compare(a, m, b, n).DifferenceInterval;

        Assert.Equal(lower, Math.Round(interval.Lower, 4));
        Assert.Equal(upper, Math.Round(interval.Upper, 4));
    }

    /// <summary>30/50 against 20/50: pooled 1/2, error √(1/4·2/50) = 0.1, z = 2, p = 0.0455 (normal table); 25 expected in every cell.</summary>
    [Fact]
    public void By_hand()
    {
        var comparison = Compare(30, 50, 20, 50);

        Assert.Equal(0.2, comparison.Difference, 1e-15);
        Assert.Equal(2, comparison.Z, 1e-12);
        Assert.Equal(0.0455, comparison.PValue, 5e-5);
        Assert.Equal(25, comparison.SmallestExpected, 1e-12);
        Assert.True(comparison.IsSignificant);
        Assert.False(Compare(29, 50, 20, 50).IsSignificant);
    }

    [Fact]
    public void Z_squared_is_the_chi_square_of_the_four_cells() =>
        Gen.Select(Gens.Share, Gens.Share).Sample((a, b) =>
        {
            var comparison = TwoShares.Compare(a, b)!;
            double n = a.Denominator + b.Denominator, yes = a.Numerator + b.Numerator;
            var cells = new[]
            {
                (a.Numerator, a.Denominator * yes / n), (a.Denominator - a.Numerator, a.Denominator * (n - yes) / n),
                (b.Numerator, b.Denominator * yes / n), (b.Denominator - b.Numerator, b.Denominator * (n - yes) / n),
            };
            var square = cells.Where(c => c.Item2 > 0).Sum(c => (c.Item1 - c.Item2) * (c.Item1 - c.Item2) / c.Item2);

            Assert.Equal(square, comparison.Z * comparison.Z, 1e-9 * Math.Max(1, square));
            Assert.Equal(cells.Min(c => c.Item2), comparison.SmallestExpected, 1e-9);
        });

    [Fact]
    public void Turning_the_two_round_turns_the_signs() =>
        Gen.Select(Gens.Share, Gens.Share).Sample((a, b) =>
        {
            var (there, back) = (TwoShares.Compare(a, b)!, TwoShares.Compare(b, a)!);

            Assert.Equal(there.Z, -back.Z, 1e-12);
            Assert.Equal(there.PValue, back.PValue, 1e-12);
            Assert.Equal(there.DifferenceInterval.Lower, -back.DifferenceInterval.Upper, 1e-12);
            Assert.Equal(there.DifferenceInterval.Upper, -back.DifferenceInterval.Lower, 1e-12);
        });

    [Fact]
    public void The_interval_holds_the_difference() =>
        Gen.Select(Gens.Share, Gens.Share).Sample((a, b) =>
        {
            var comparison = TwoShares.Compare(a, b)!;

            Assert.True(comparison.DifferenceInterval.Contains(comparison.Difference));
            Assert.True(comparison.DifferenceInterval is { Lower: >= -1, Upper: <= 1 });
            Assert.InRange(comparison.PValue, 0, 1);
        });

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public void Two_groups_that_all_say_the_same_do_not_differ(int numerator)
    {
        var comparison = Compare(numerator, 20, numerator, 20);

        Assert.Equal((0.0, 1.0), (comparison.Z, comparison.PValue));
        Assert.False(comparison.IsSignificant);
    }

    [Fact]
    public void Open_and_empty_samples_are_not_tested()
    {
        var share = new Share(60, 100, SampleDesign.TotalSurvey);

        Assert.Null(TwoShares.Compare(share, new Share(30, 100, SampleDesign.Open)));
        Assert.Null(TwoShares.Compare(new Share(30, 100, SampleDesign.Open), share));
        Assert.Null(TwoShares.Compare(share, new Share(0, 0, SampleDesign.TotalSurvey)));
    }

    private static ShareComparison Compare(int a, int m, int b, int n) =>
        TwoShares.Compare(new Share(a, m, SampleDesign.ProbabilitySample), new Share(b, n, SampleDesign.ProbabilitySample))!;
}
