using CsCheck;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Statistics;

public class FunnelTests
{
    /// <summary>Oracle: the definition of Spiegelhalter 2005, A.1.1, with Python's exact fractions; upper limits mirrored, cut at 1.</summary>
    [Theory]
    [InlineData(37, 199, 360, 0.37863303571802204, 0.7254123810325952, 0.2841644404914318, 0.8101141813322078)]
    [InlineData(138, 199, 360, 0.46573244639562267, 0.6390236972020052, 0.4175166977124473, 0.6858744141399102)]
    [InlineData(20, 9, 10, 0.7215323929700755, 1, 0.6148281783147173, 1)]
    [InlineData(5, 99, 100, 0.7000206128276548, 1, 0.6000826586818739, 1)]
    public void Limits(int size, int numerator, int denominator, double lower, double upper, double farLower, double farUpper)
    {
        var limits = Funnel.Limits(size, (double)numerator / denominator);

        Assert.Equal(lower, limits.Warning.Lower, 1e-9);
        Assert.Equal(upper, limits.Warning.Upper, 1e-9);
        Assert.Equal(farLower, limits.Alarm.Lower, 1e-9);
        Assert.Equal(farUpper, limits.Alarm.Upper, 1e-9);
    }

    /// <summary>
    /// Ten fair coins: P(0) = 1/1024, P(≤ 1) = 11/1024 = 1.1 %, P(≤ 2) = 5.5 %. So 0 and 10 are far out, 1 and 9 out, 2 to 8 within.
    /// </summary>
    [Theory]
    [InlineData(0, FunnelFlag.FarBelow)]
    [InlineData(1, FunnelFlag.Below)]
    [InlineData(2, FunnelFlag.Within)]
    [InlineData(8, FunnelFlag.Within)]
    [InlineData(9, FunnelFlag.Above)]
    [InlineData(10, FunnelFlag.FarAbove)]
    public void Ten_coins(int heads, FunnelFlag expected) => Assert.Equal(expected, Funnel.Judge(Unit(heads, 10), 0.5));

    /// <summary>Five of five where 99 % is usual: chance gives that in 95 of 100 cases.</summary>
    [Fact]
    public void A_full_share_is_not_remarkable_where_it_is_usual() => Assert.Equal(FunnelFlag.Within, Funnel.Judge(Unit(5, 5), 0.99));

    [Fact]
    public void Flags_agree_with_the_limits_that_are_drawn() =>
        Gen.Select(Gens.Share, Gen.Double[0.02, 0.98]).Sample((unit, overall) =>
        {
            var limits = Funnel.Limits(unit.Denominator, overall);
            var value = unit.Value!.Value;
            var expected = value < limits.Alarm.Lower ? FunnelFlag.FarBelow
                : value < limits.Warning.Lower ? FunnelFlag.Below
                : value > limits.Alarm.Upper ? FunnelFlag.FarAbove
                : value > limits.Warning.Upper ? FunnelFlag.Above
                : FunnelFlag.Within;

            Assert.Equal(expected, Funnel.Judge(unit, overall));
        });

    [Fact]
    public void The_funnel_holds_the_whole_narrows_and_is_the_same_for_the_opposite_answer() =>
        Gen.Select(Gen.Int[1, 2000], Gen.Double[0.02, 0.98]).Sample((size, overall) =>
        {
            var limits = Funnel.Limits(size, overall);
            var opposite = Funnel.Limits(size, 1 - overall);

            Assert.True(limits.Warning is { Lower: >= 0, Upper: <= 1 });
            Assert.True(limits.Alarm.Lower <= limits.Warning.Lower && limits.Warning.Upper <= limits.Alarm.Upper);
            Assert.Equal(1 - limits.Warning.Upper, opposite.Warning.Lower, 1e-9);

            // The limits of very small units are 0 and 1, and cannot get narrower at once.
            var narrower = Funnel.Limits(size * 4, overall).Warning.Width;
            Assert.True(size < 10 ? narrower <= limits.Warning.Width : narrower < limits.Warning.Width);
        });

    /// <summary>In the long run: the probability of all flagged counts, for which the exact binomial is summed, is at most 2.5 % to each side.</summary>
    [Theory]
    [InlineData(37, 0.55)]
    [InlineData(20, 0.9)]
    [InlineData(150, 0.1)]
    public void Chance_seldom_flags(int size, double overall)
    {
        double Probability(int count) => Beta.BinomialCdf(count, size, overall) - Beta.BinomialCdf(count - 1, size, overall);
        double Flagged(params FunnelFlag[] flags) => Enumerable.Range(0, size + 1).Where(c => flags.Contains(Funnel.Judge(Unit(c, size), overall)!.Value)).Sum(Probability);

        Assert.InRange(Flagged(FunnelFlag.Below, FunnelFlag.FarBelow), 1e-6, 0.025);
        Assert.InRange(Flagged(FunnelFlag.Above, FunnelFlag.FarAbove), 0, 0.025);
        Assert.InRange(Flagged(FunnelFlag.FarBelow) + Flagged(FunnelFlag.FarAbove), 1e-9, 0.002);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Where_all_say_the_same_nobody_stands_out(int overall) => Assert.Equal(FunnelFlag.Within, Funnel.Judge(Unit(12 * overall, 12), overall));

    [Fact]
    public void The_whole_is_of_all_units_and_of_none_that_is_open()
    {
        Assert.Equal(0.4, Funnel.Overall([Unit(1, 5), Unit(7, 15)])!.Value, 1e-12);
        Assert.Null(Funnel.Overall([Unit(1, 5), new Share(7, 15, SampleDesign.Open)]));
        Assert.Null(Funnel.Overall([]));
        Assert.Null(Funnel.Judge(new Share(7, 15, SampleDesign.Open), 0.5));
        Assert.Null(Funnel.Judge(Unit(0, 0), 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Funnel.Limits(0, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Funnel.Judge(Unit(1, 5), 1.5));
    }

    private static Share Unit(int numerator, int denominator) => new(numerator, denominator, SampleDesign.TotalSurvey);
}
