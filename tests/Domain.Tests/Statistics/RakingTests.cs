using CsCheck;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Statistics;

public class RakingTests
{
    /// <summary>Every combination of 2 × 3 × 2 categories occurs, so weights exist for all targets.</summary>
    private static readonly Gen<(int[][] People, double[][] Targets)> Samples =
        Gen.Select(Gen.Int[0, 11].Array[0, 150], Gen.Double[0.15, 1].Array[7]).Select((extra, t) =>
        {
            var cells = Enumerable.Range(0, 12).Concat(extra).ToArray();
            int[][] people = [[.. cells.Select(c => c / 6)], [.. cells.Select(c => c / 2 % 3)], [.. cells.Select(c => c % 2)]];
            return (people, new[] { t[..2], t[2..5], t[5..] });
        });

    /// <summary>
    /// 100 persons in the cells 40, 10 / 20, 30; wanted rows 30/70 and columns 40/60. Raking keeps the odds ratio 40·30/(10·20) = 6, so the first cell a solves
    /// a(0.3 + a) = 6(0.3 − a)(0.4 − a); solved by halving in Python 3, and with it the effective size.
    /// </summary>
    [Fact]
    public void Two_margins_by_the_odds_ratio()
    {
        var cells = Cells([40, 10, 20, 30]);
        var weighted = Weighted(Raking.Rake([Margin("Rad", cells.Select(c => c / 2), 30, 70), Margin("Kolumn", cells.Select(c => c % 2), 0.4, 0.6)]));

        Assert.True(weighted.Converged);
        Assert.InRange(weighted.LargestError, 0, Raking.Tolerance);
        Assert.InRange(weighted.Iterations, 2, 50);
        Assert.Equal(0, weighted.AtCap);
        Assert.Equal(80.81318257376705, weighted.EffectiveSize, 1e-3);
        double[] expected = [0.5203306688776087, 0.918677324489565, 0.9593386622447826, 1.6937742251701449];
        Assert.All(weighted.Weights.Zip(cells), w => Assert.Equal(expected[w.Second], w.First, 1e-4));
    }

    /// <summary>Sixty persons in eight cells, three margins. Oracle: Newton's method on the dual of the entropy problem (Python 3), which shares no step with raking.</summary>
    [Fact]
    public void Three_margins_by_another_method()
    {
        var weighted = Weighted(Raking.Rake(ThreeMargins(), cap: null));

        double[] expected = [0.830812009569, 1.129806937537, 1.462762689526, 1.989185779169, 0.441067793287, 0.599800492819, 0.776562572689, 1.056034063002];
        Assert.All(weighted.Weights.Zip(Cells([12, 7, 9, 4, 3, 8, 11, 6])), w => Assert.Equal(expected[w.Second], w.First, 1e-4));
    }

    [Fact]
    public void The_cap_is_kept_and_the_margins_too_where_both_can_be()
    {
        var weighted = Weighted(Raking.Rake(ThreeMargins(), cap: 1.8));

        Assert.True(weighted.Converged);
        Assert.Equal(1.8, weighted.Weights.Max(), 1e-9);
        Assert.Equal(4, weighted.AtCap);
    }

    /// <summary>Nine men and a woman who should be half: she gets 5, or with a cap of 3 three of ten, which is 20 points short; the men share the other seven.</summary>
    [Fact]
    public void Where_the_cap_stands_in_the_way_the_error_is_told()
    {
        var margins = new[] { Margin("Kön", [0, 0, 0, 0, 0, 0, 0, 0, 0, 1], 1, 1) };

        var free = Weighted(Raking.Rake(margins, cap: null));
        var capped = Weighted(Raking.Rake(margins, cap: 3));

        Assert.Equal(5, free.Weights[9], 1e-12);
        Assert.Equal(3, capped.Weights[9], 1e-12);
        Assert.Equal(7 / 9.0, capped.Weights[0], 1e-12);
        Assert.False(capped.Converged);
        Assert.Equal(0.2, capped.LargestError, 1e-12);
        Assert.Equal(1, capped.AtCap);
    }

    [Fact]
    public void A_category_without_respondents_is_named()
    {
        var age = new RakingMargin("Ålder", ["16–29", "30–64", "65–"], [20, 50, 30], [1, 1, 2, 1]);

        Assert.Equal(new RakingOutcome.Refused(RakingRefusal.NoRespondents, "Ålder", "16–29"), Raking.Rake([Margin("Kön", [0, 1, 0, 1], 1, 1), age]));
        Assert.Equal(new RakingOutcome.Refused(RakingRefusal.NotInPopulation, "Ålder", "30–64"), Raking.Rake([age with { Targets = [0, 0, 30] }]));
        Assert.IsType<RakingOutcome.Weighted>(Raking.Rake([age with { Targets = [0, 50, 30] }]));
    }

    /// <summary>Two of six gave no age; the four others should be half and half. The two keep weight 1, the others are 3:1 before and share 4.</summary>
    [Fact]
    public void Who_gave_no_category_keeps_the_weight()
    {
        var weighted = Weighted(Raking.Rake([Margin("Ålder", [0, RakingMargin.Unknown, 0, 0, 1, RakingMargin.Unknown], 1, 1)]));

        double[] expected = [2 / 3.0, 1, 2 / 3.0, 2 / 3.0, 2, 1];
        Assert.All(expected.Zip(weighted.Weights), w => Assert.Equal(w.First, w.Second, 1e-12));
    }

    /// <summary>Start weights 3 and 1 in one category of two persons each: the proportion stays 3:1 within it.</summary>
    [Fact]
    public void Design_weights_are_the_start()
    {
        var weighted = Weighted(Raking.Rake([Margin("Kön", [0, 0, 1, 1], 1, 3)], startWeights: [3, 1, 2, 2]));

        Assert.All(new[] { 0.75, 0.25, 1.5, 1.5 }.Zip(weighted.Weights), w => Assert.Equal(w.First, w.Second, 1e-12));
    }

    [Fact]
    public void The_margins_are_hit_and_weights_stay_positive_with_mean_1() =>
        Samples.Sample(s =>
        {
            var margins = Margins(s.People, s.Targets);
            var weighted = Weighted(Raking.Rake(margins, cap: null));

            Assert.True(weighted.Converged);
            Assert.All(weighted.Weights, w => Assert.True(w > 0));
            Assert.Equal(1, weighted.Weights.Average(), 1e-9);
            Assert.All(margins, m => Assert.InRange(Error(weighted.Weights, m), 0, 2e-6));
            Assert.InRange(weighted.EffectiveSize, 1, weighted.Weights.Count + 1e-9);
        });

    [Fact]
    public void No_weight_passes_the_cap_and_the_error_told_is_the_error_left() =>
        Gen.Select(Samples, Gen.Double[1.05, 3]).Sample((s, cap) =>
        {
            var margins = Margins(s.People, s.Targets);
            var weighted = Weighted(Raking.Rake(margins, cap));

            Assert.All(weighted.Weights, w => Assert.InRange(w, Raking.LeastWeight, cap));
            Assert.Equal(1, weighted.Weights.Average(), 1e-9);
            Assert.Equal(margins.Max(m => Error(weighted.Weights, m)), weighted.LargestError, 1e-12);
            Assert.Equal(weighted.LargestError <= Raking.Tolerance, weighted.Converged);
        });

    [Fact]
    public void The_order_of_rows_does_not_matter() =>
        Gen.Select(Samples, Gen.Int[1, 1000]).Sample((s, seed) =>
        {
            var order = Enumerable.Range(0, s.People[0].Length).OrderBy(i => (i * 7919L + seed) % 1009).ToArray();
            var plain = Weighted(Raking.Rake(Margins(s.People, s.Targets)));
            var mixed = Weighted(Raking.Rake(Margins([.. s.People.Select(p => order.Select(i => p[i]).ToArray())], s.Targets)));

            Assert.All(order.Select(i => plain.Weights[i]).Zip(mixed.Weights), w => Assert.Equal(w.First, w.Second, 1e-9));
        });

    [Fact]
    public void Lists_that_do_not_fit_are_a_mistake_of_the_caller()
    {
        var good = Margin("Kön", [0, 1], 1, 1);

        Assert.Throws<ArgumentException>(() => Raking.Rake([good, Margin("Ålder", [0, 1, 1], 1, 1)]));
        Assert.Throws<ArgumentException>(() => Raking.Rake([good with { Members = [0, 2] }]));
        Assert.Throws<ArgumentException>(() => Raking.Rake([good with { Members = [0, -2] }]));
        Assert.Throws<ArgumentException>(() => Raking.Rake([good with { Targets = [1, -1] }]));
        Assert.Throws<ArgumentException>(() => Raking.Rake([good with { Targets = [0, 0] }]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Raking.Rake([good], cap: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Raking.Rake([good], startWeights: [1, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Raking.Rake([]));
    }

    private static RakingMargin[] ThreeMargins()
    {
        var cells = Cells([12, 7, 9, 4, 3, 8, 11, 6]);
        return [Margin("A", cells.Select(c => c / 4), 65, 35), Margin("B", cells.Select(c => c / 2 % 2), 40, 60), Margin("C", cells.Select(c => c % 2), 55, 45)];
    }

    private static RakingMargin[] Margins(int[][] people, double[][] targets) => [.. people.Select((p, i) => Margin($"M{i}", p, targets[i]))];

    private static RakingMargin Margin(string name, IEnumerable<int> members, params double[] targets) =>
        new(name, [.. targets.Select((_, i) => $"{name}{i}")], targets, [.. members]);

    private static int[] Cells(int[] counts) => [.. counts.SelectMany((n, cell) => Enumerable.Repeat(cell, n))];

    private static RakingOutcome.Weighted Weighted(RakingOutcome outcome) => Assert.IsType<RakingOutcome.Weighted>(outcome);

    private static double Error(IReadOnlyList<double> weights, RakingMargin margin) =>
        margin.Targets.Select((t, c) => Math.Abs((t / margin.Targets.Sum()) - (weights.Where((_, i) => margin.Members[i] == c).Sum() / weights.Sum()))).Max();
}
