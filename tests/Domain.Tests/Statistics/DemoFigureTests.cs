using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Statistics;

/// <summary>Every figure of the two demonstration surveys (ux 11.3, 11.4) that these functions give, as printed there.</summary>
public class DemoFigureTests
{
    [Theory]
    [InlineData(199, 360, 55, 50, 60)]
    [InlineData(116, 360, 32, 28, 37)]
    [InlineData(70, 116, 60, 51, 69)]
    [InlineData(38, 116, 33, 25, 42)]
    [InlineData(55, 94, 59, 48, 68)]
    [InlineData(60, 118, 51, 42, 60)]
    [InlineData(81, 129, 63, 54, 71)]
    public void Shares_with_intervals(int numerator, int denominator, int percent, int lower, int upper)
    {
        var share = Total(numerator, denominator);
        var interval = share.Interval()!;

        Assert.Equal((percent, lower, upper), (share.Percent!.Value, Whole(interval.Lower), Whole(interval.Upper)));
    }

    [Fact]
    public void The_five_groups_of_the_total() =>
        Assert.Equal([55, 17, 10, 9, 9], new[] { 199, 62, 37, 31, 31 }.Select(n => Total(n, 360).Percent!.Value));

    /// <summary>The columns of the four units that are shown add up to the total that is shown.</summary>
    [Fact]
    public void The_total_is_the_four_units()
    {
        int[][] units =
        [
            [138, 84, 22, 9, 12, 11, 46, 33, 19],
            [121, 55, 21, 17, 15, 13, 39, 17, 8],
            [64, 36, 13, 7, 3, 5, 20, 13, 7],
            [37, 24, 6, 4, 1, 2, 11, 7, 4],
        ];

        Assert.Equal([360, 199, 62, 37, 31, 31, 116, 70, 38], Enumerable.Range(0, 9).Select(c => units.Sum(u => u[c])));
    }

    [Fact]
    public void The_first_step_from_Norr_to_Soder_is_established()
    {
        var stays = TwoShares.Compare(Total(84, 138), Total(55, 121))!;
        var answered = TwoShares.Compare(Total(33, 46), Total(17, 39))!;

        Assert.Equal((2.48, true), (Math.Round(stays.Z, 2), stays.IsSignificant));
        Assert.Equal((2.63, true), (Math.Round(answered.Z, 2), answered.IsSignificant));
    }

    [Theory]
    [InlineData(0.61, 0.58, 0.55)]
    [InlineData(0.07, 0.09, 0.10)]
    public void No_step_of_the_trend_is_established(double in2022, double in2024, double in2026)
    {
        var points = new[] { ("2022", in2022, 341), ("2024", in2024, 352), ("2026", in2026, 360) }
            .Select(p => new TrendPoint(p.Item1, Total((int)Math.Round(p.Item2 * p.Item3), p.Item3)));

        var steps = Trend.Steps([.. points]);

        Assert.Equal(2, steps.Count);
        Assert.All(steps, s => Assert.Equal(TrendVerdict.NotEstablished, s.Verdict));
    }

    [Fact]
    public void The_last_change_of_the_youth_panel_is_not_established() =>
        Assert.Equal(
            [TrendVerdict.NotEstablished, TrendVerdict.NotEstablished],
            Trend.Steps([new("1", Total(55, 94)), new("2", Total(60, 118)), new("3", Total(81, 129))]).Select(s => s.Verdict));

    [Theory]
    [InlineData(563, 368, 65)]
    [InlineData(186, 129, 69)]
    [InlineData(150, 94, 63)]
    [InlineData(171, 118, 69)]
    public void Response_rates(int invited, int answered, int percent) =>
        Assert.Equal(percent, Whole(new ResponseRate(invited, 0, 0, answered, 0).Rate!.Value));

    [Theory]
    [InlineData(104, 129, 81)]
    [InlineData(54, 129, 42)]
    [InlineData(21, 54, 39)]
    public void Youth_panel(int numerator, int denominator, int percent) => Assert.Equal(percent, Total(numerator, denominator).Percent);

    /// <summary>The table of positive answers: the count nearest to the printed percentage gives it back, and needs no top coding.</summary>
    [Theory]
    [InlineData(138, 78, 60, 68, 88, 94)]
    [InlineData(121, 63, 42, 55, 80, 92)]
    [InlineData(64, 78, 56, 73, 89)]
    [InlineData(37, 81, 73, 76)]
    public void Positive_answers_by_unit(int answers, params int[] percents) =>
        Assert.All(percents, percent =>
        {
            var count = (int)Math.Round(percent * answers / 100.0);

            Assert.Equal(percent, Total(count, answers).Percent);
            Assert.Equal(ShareWording.Plain, TopCodedShare.Of(count, answers).Wording);
        });

    /// <summary>The cells printed as "mer än 90": all but one to three of 37 in Provlyckan, all but one to four of 64 in Exempelomsorg.</summary>
    [Theory]
    [InlineData(37, 1)]
    [InlineData(37, 3)]
    [InlineData(64, 1)]
    [InlineData(64, 4)]
    public void Top_coded_cells(int answers, int others) =>
        Assert.Equal(new TopCodedShare(ShareWording.MoreThan, 90), TopCodedShare.Of(answers - others, answers));

    /// <summary>
    /// Four units, six pairs: Norr above Söder has p = 0.013 by itself and 0.078 among six, so the page may say that these two differ only if it was
    /// the comparison asked for beforehand; as a list of four there is no order.
    /// </summary>
    [Fact]
    public void The_four_units_have_no_order()
    {
        var ranked = Assert.IsType<RankingOutcome.Ranked>(Ranking.Of(
            [new("Norr", Total(84, 138)), new("Söder", Total(55, 121)), new("Exempelomsorg", Total(36, 64)), new("Provlyckan", Total(24, 37))]));
        var pair = Assert.Single(ranked.Pairs, p => p.Higher.Name == "Norr" && p.Lower.Name == "Söder");

        Assert.False(ranked.HasOrder);
        Assert.Equal((0.013, 0.078), (Math.Round(pair.Comparison.PValue, 3), Math.Round(pair.AdjustedP, 3)));
    }

    /// <summary>Exact binomial tails around 199/360 (Python 3, fractions): Norr 0.108 above, Söder 0.019 below, Exempelomsorg 0.49, Provlyckan 0.157.</summary>
    [Fact]
    public void In_the_funnel_only_Soder_lies_outside_the_inner_line()
    {
        Share[] units = [Total(84, 138), Total(55, 121), Total(36, 64), Total(24, 37)];

        Assert.Equal(199 / 360.0, Funnel.Overall(units)!.Value, 1e-12);
        Assert.Equal(
            [FunnelFlag.Within, FunnelFlag.Below, FunnelFlag.Within, FunnelFlag.Within],
            units.Select(u => Funnel.Judge(u, 199 / 360.0)!.Value));
    }

    private static Share Total(int numerator, int denominator) => new(numerator, denominator, SampleDesign.TotalSurvey);

    private static int Whole(double share) => (int)Math.Round(share * 100, MidpointRounding.AwayFromZero);
}
