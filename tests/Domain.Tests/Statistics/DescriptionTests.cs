using CsCheck;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Statistics;

/// <summary>Dissimilarity and response rates.</summary>
public class DescriptionTests
{
    private static readonly Gen<double[]> Distribution = Gen.Double[0, 10].Array[6].Where(v => v.Sum() > 1);

    /// <summary>20, 30, 50 % of participants against 30, 30, 40 % of the population: (10 + 0 + 10)/2 = 10 %.</summary>
    [Fact]
    public void Dissimilarity_by_hand()
    {
        Assert.Equal(0.1, Dissimilarity.Between([20, 30, 50], [3000, 3000, 4000]), 1e-12);
        Assert.Equal(1, Dissimilarity.Between([1, 0], [0, 1]));
        Assert.Equal(Skew.AboutAsPopulation, Dissimilarity.Classify(Dissimilarity.Between([20, 30, 50], [3000, 3000, 4000])));
    }

    [Theory]
    [InlineData(0, Skew.AboutAsPopulation)]
    [InlineData(0.1, Skew.AboutAsPopulation)]
    [InlineData(0.1001, Skew.Some)]
    [InlineData(0.2, Skew.Some)]
    [InlineData(0.2001, Skew.Clear)]
    [InlineData(1, Skew.Clear)]
    public void Skew_in_words(double dissimilarity, Skew expected) => Assert.Equal(expected, Dissimilarity.Classify(dissimilarity));

    /// <summary>The border is met with counts whose quotients end in different last digits; one person more is over it.</summary>
    [Fact]
    public void Exactly_a_tenth_is_never_called_skewed() =>
        Gen.Select(Gen.Int[1, 400], Gen.Int[0, 400], Gen.Int[1, 400]).Sample((a, b, c) =>
        {
            var all = 10 * (a + b + c);
            var moved = all / 10;

            Assert.Equal(Skew.AboutAsPopulation, Dissimilarity.Classify(Dissimilarity.Between([moved + a, b, all - moved - a - b], [a, b, all - a - b])));
            Assert.Equal(Skew.Some, Dissimilarity.Classify(Dissimilarity.Between([moved + 1 + a, b, all - moved - 1 - a - b], [a, b, all - a - b])));
        });

    [Fact]
    public void Dissimilarity_is_a_distance() =>
        Gen.Select(Distribution, Distribution, Distribution).Sample((a, b, c) =>
        {
            var there = Dissimilarity.Between(a, b);

            Assert.InRange(there, 0, 1);
            Assert.Equal(there, Dissimilarity.Between(b, a), 1e-12);
            Assert.Equal(0, Dissimilarity.Between(a, [.. a.Select(x => x * 7)]), 1e-12);
            Assert.True(there <= Dissimilarity.Between(a, c) + Dissimilarity.Between(c, b) + 1e-12);
        });

    /// <summary>The meaning of the index: the most that can be left where they are is the sum of the smaller shares.</summary>
    [Fact]
    public void Dissimilarity_is_the_share_who_would_have_to_move() =>
        Gen.Select(Distribution, Distribution).Sample((a, b) =>
            Assert.Equal(1 - a.Zip(b, (x, y) => Math.Min(x / a.Sum(), y / b.Sum())).Sum(), Dissimilarity.Between(a, b), 1e-12));

    [Fact]
    public void What_is_not_a_distribution_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Dissimilarity.Between([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => Dissimilarity.Between([0, 0], [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dissimilarity.Between([-1, 2], [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dissimilarity.Classify(1.1));
    }

    /// <summary>Of 1,000 invited 40 letters came back and 10 had moved: base 950; 500 complete and 30 partial of it; 500 of 990 at the least.</summary>
    [Fact]
    public void Response_rates_by_hand()
    {
        var rate = new ResponseRate(invited: 1000, undeliverable: 40, ineligible: 10, completed: 500, partial: 30);

        Assert.Equal((950, 420), (rate.Base, rate.Missing));
        Assert.Equal(500 / 950.0, rate.Rate!.Value, 1e-12);
        Assert.Equal(530 / 950.0, rate.RateWithPartial!.Value, 1e-12);
        Assert.Equal(500 / 990.0, rate.Minimum!.Value, 1e-12);
    }

    [Fact]
    public void The_parts_make_up_the_invited() =>
        Gen.Select(Gen.Int[0, 50], Gen.Int[0, 50], Gen.Int[0, 50], Gen.Int[0, 50], Gen.Int[0, 50]).Sample((back, outside, full, part, silent) =>
        {
            var rate = new ResponseRate(back + outside + full + part + silent, back, outside, full, part);

            Assert.Equal(silent, rate.Missing);
            Assert.Equal(rate.Base == 0, rate.Rate is null);
            Assert.True(rate.Rate is null || (rate.Minimum <= rate.Rate && rate.Rate <= rate.RateWithPartial && rate.RateWithPartial <= 1));
        });

    [Fact]
    public void Impossible_counts_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ResponseRate(10, 3, 3, 3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ResponseRate(10, -1, 3, 3, 2));
    }
}
