using CsCheck;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Statistics;

public class WeightedShareTests
{
    private static readonly Gen<double[]> Weights = Gen.Double[0.1, 6].Array[1, 80];

    /// <summary>1, 1, 2: 4²/(1 + 1 + 4) = 16/6.</summary>
    [Fact]
    public void Kish_by_hand()
    {
        Assert.Equal(16 / 6.0, EffectiveSize.Kish([1, 1, 2]), 1e-12);
        Assert.Equal(3, EffectiveSize.Kish([0.7, 0.7, 0.7]), 1e-12);
        Assert.Equal(0, EffectiveSize.Kish([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => EffectiveSize.Kish([1, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => EffectiveSize.Kish([1, double.PositiveInfinity]));
    }

    [Fact]
    public void The_effective_size_lies_between_1_and_n_and_knows_no_unit() =>
        Gen.Select(Weights, Gen.Double[0.01, 100]).Sample((weights, unit) =>
        {
            var size = EffectiveSize.Kish(weights);

            Assert.InRange(size, 1 - 1e-9, weights.Length + 1e-9);
            Assert.Equal(size, EffectiveSize.Kish([.. weights.Select(w => w * unit)]), 1e-9 * size);
        });

    /// <summary>n/(1 + cv²), with the variance over n.</summary>
    [Fact]
    public void The_effective_size_by_its_other_formula() =>
        Weights.Sample(weights =>
        {
            var mean = weights.Average();
            var variance = weights.Sum(w => (w - mean) * (w - mean)) / weights.Length;

            Assert.Equal(weights.Length / (1 + (variance / (mean * mean))), EffectiveSize.Kish(weights), 1e-9);
        });

    /// <summary>Weights 1, 1, 2 with yes, no, yes: 3/4 against 2/3 without weights; the interval is Wilson's at 3/4 and n = 2.667.</summary>
    [Fact]
    public void By_hand()
    {
        var share = WeightedShare.Of([true, false, true], [1, 1, 2], SampleDesign.TotalSurvey)!;

        Assert.Equal(0.75, share.Value, 1e-12);
        Assert.Equal(67, share.Unweighted.Percent);
        Assert.Equal(Wilson.Interval(0.75, 16 / 6.0), share.Interval());
    }

    [Fact]
    public void Equal_weights_change_nothing_and_unequal_ones_widen() =>
        Gens.Share.Where(s => s.Denominator <= 200).Sample(share =>
        {
            bool[] answers = [.. Enumerable.Range(0, share.Denominator).Select(i => i < share.Numerator)];
            var plain = share.Interval()!;

            var equal = WeightedShare.Of(answers, [.. answers.Select(_ => 2.0)], share.Design)!.Interval()!;

            Assert.Equal(plain.Lower, equal.Lower, 1e-9);
            Assert.Equal(plain.Upper, equal.Upper, 1e-9);
            Assert.True(share.Denominator < 2 || WeightedShare.Of(answers, [.. answers.Select((_, i) => 1.0 + (i % 2))], share.Design)!.Size < share.Denominator);
        });

    [Fact]
    public void Weights_do_not_make_an_open_sample_random()
    {
        Assert.Null(WeightedShare.Of([true, false], [1, 2], SampleDesign.Open)!.Interval());
        Assert.Null(WeightedShare.Of([], [], SampleDesign.TotalSurvey));
        Assert.Throws<ArgumentException>(() => WeightedShare.Of([true], [1, 2], SampleDesign.TotalSurvey));
    }
}
