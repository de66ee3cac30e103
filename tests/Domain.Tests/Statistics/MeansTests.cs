using CsCheck;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Statistics;

public class MeansTests
{
    private static readonly Gen<double[]> Values = Gen.Int[1, 10].Select(i => (double)i).Array[2, 60].Where(v => v.Distinct().Count() > 1);

    /// <summary>1, 2, 3, 4: mean 2.5, squares 2.25 + 0.25 + 0.25 + 2.25 = 5, variance 5/3, error √(5/12) = 0.6455, t(3) = 3.1824 (table), half width 2.0543.</summary>
    [Fact]
    public void By_hand()
    {
        var estimate = Means.Of([1, 2, 3, 4], SampleDesign.ProbabilitySample)!;
        var interval = estimate.Interval()!;

        Assert.Equal((4, 2.5), (estimate.Count, estimate.Mean));
        Assert.Equal(5 / 3.0, estimate.Variance!.Value, 1e-12);
        Assert.Equal(2.5 - 2.0543, interval.Lower, 1e-4);
        Assert.Equal(2.5 + 2.0543, interval.Upper, 1e-4);
    }

    /// <summary>Four of sixteen: √(1 − 4/16) = 0.8660 times the half width above.</summary>
    [Fact]
    public void Finite_population() =>
        Assert.Equal(2 * 2.0543 * 0.8660254, Means.Of([1, 2, 3, 4], SampleDesign.TotalSurvey)!.Interval(population: 16)!.Width, 2e-4);

    [Fact]
    public void A_small_spread_beside_a_large_mean_keeps_its_digits() =>
        Assert.Equal(5 / 3.0, Means.Of([1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4], SampleDesign.TotalSurvey)!.Variance!.Value, 1e-9);

    /// <summary>
    /// Two groups of 15. Oracle (Python 3): means and variances with exact fractions, p by Simpson's rule on the t density, t(0.975; 27.88) by halving on it.
    /// </summary>
    [Fact]
    public void Welch()
    {
        var first = Means.Of([27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4], SampleDesign.ProbabilitySample)!;
        var second = Means.Of([27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 30.5, 24.2], SampleDesign.ProbabilitySample)!;

        var comparison = Means.Compare(first, second)!;

        Assert.Equal(-2.82, comparison.Difference, 1e-9);
        Assert.Equal(-2.841322271378381, comparison.T, 1e-9);
        Assert.Equal(27.882509841787968, comparison.Degrees, 1e-9);
        Assert.Equal(0.008303425483323301, comparison.PValue, 1e-9);
        Assert.Equal(-4.85342119608247, comparison.DifferenceInterval.Lower, 1e-8);
        Assert.Equal(-0.7865788039175299, comparison.DifferenceInterval.Upper, 1e-8);
        Assert.True(comparison.IsSignificant);
    }

    [Fact]
    public void Welch_is_symmetric_and_its_interval_leaves_out_0_exactly_when_it_is_significant() =>
        Gen.Select(Values, Values).Sample((a, b) =>
        {
            var (x, y) = (Means.Of(a, SampleDesign.TotalSurvey)!, Means.Of(b, SampleDesign.TotalSurvey)!);
            var (there, back) = (Means.Compare(x, y)!, Means.Compare(y, x)!);

            Assert.Equal(there.T, -back.T, 1e-12);
            Assert.Equal(there.PValue, back.PValue, 1e-12);
            Assert.Equal(there.IsSignificant, !there.DifferenceInterval.Contains(0));
            Assert.InRange(there.Degrees, Math.Min(a.Length, b.Length) - 1 - 1e-9, a.Length + b.Length - 2 + 1e-9);
        });

    [Fact]
    public void The_order_of_answers_and_the_unit_do_not_matter() =>
        Values.Sample(values =>
        {
            var plain = Means.Of(values, SampleDesign.TotalSurvey)!.Interval()!;
            var other = Means.Of([.. values.Reverse().Select(v => 100 - (3 * v))], SampleDesign.TotalSurvey)!.Interval()!;

            Assert.Equal(100 - (3 * plain.Upper), other.Lower, 1e-9);
            Assert.Equal(100 - (3 * plain.Lower), other.Upper, 1e-9);
        });

    [Fact]
    public void What_cannot_be_said_is_not_said()
    {
        var single = Means.Of([7], SampleDesign.TotalSurvey)!;
        var same = Means.Of([7, 7, 7], SampleDesign.TotalSurvey)!;
        var open = Means.Of([1, 2, 3], SampleDesign.Open)!;
        var good = Means.Of([1, 2, 3], SampleDesign.TotalSurvey)!;

        Assert.Null(Means.Of([], SampleDesign.TotalSurvey));
        Assert.Null(single.Variance);
        Assert.All([single, same, open], m => Assert.Null(m.Interval()));
        Assert.Null(Means.Compare(good, open));
        Assert.Null(Means.Compare(single, good));
        Assert.Null(Means.Compare(same, same));
        Assert.NotNull(Means.Compare(same, good));
        Assert.Throws<ArgumentOutOfRangeException>(() => Means.Of([1, double.NaN], SampleDesign.TotalSurvey));
        Assert.Throws<ArgumentOutOfRangeException>(() => good.Interval(population: 2));
    }
}
