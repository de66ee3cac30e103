using CsCheck;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Statistics;

public class RankingTests
{
    private static readonly Gen<RankedUnit[]> Units =
        Gen.Select(Gen.Int[20, 400], Gen.Double[0, 1]).Array[2, 8]
            .Select(u => u.Select((x, i) => Unit($"enhet {i}", (int)(x.Item1 * x.Item2), x.Item1)).ToArray());

    /// <summary>
    /// 180 of 200 and 170 of 200 cannot be told apart (z = 1.51); 60 and 50 of 100 cannot either (z = 1.42); the lower of the first two and the upper of the last
    /// two can (z = 4.83). All by hand.
    /// </summary>
    [Fact]
    public void Two_tiers()
    {
        var ranked = Ranked([Unit("D", 50, 100), Unit("B", 180, 200), Unit("C", 60, 100), Unit("A", 170, 200)]);

        Assert.True(ranked.HasOrder);
        Assert.Equal(["A B", "C D"], ranked.Tiers.Select(t => string.Join(' ', t.Select(u => u.Name))));
        Assert.Equal(6, ranked.Pairs.Count);
        Assert.Equal([1.51, 1.42, 4.83], new[] { Z(ranked, "B", "A"), Z(ranked, "C", "D"), Z(ranked, "A", "C") });
    }

    /// <summary>
    /// A small unit in between that cannot be told from anyone joins all to one tier, although the highest and the lowest differ: the pair says so, the order does not.
    /// </summary>
    [Fact]
    public void No_order_where_one_unit_bridges_the_gap()
    {
        var ranked = Ranked([Unit("hög", 180, 200), Unit("liten", 7, 10), Unit("låg", 100, 200)]);

        Assert.False(ranked.HasOrder);
        Assert.Equal(["hög", "liten", "låg"], Assert.Single(ranked.Tiers).Select(u => u.Name));
        Assert.True(Assert.Single(ranked.Pairs, p => p.Higher.Name == "hög" && p.Lower.Name == "låg").IsEstablished);
    }

    /// <summary>60 of 100 against 46 of 100 is p = 0.047 by itself; among ten pairs that otherwise agree it is chance.</summary>
    [Fact]
    public void Many_pairs_need_more()
    {
        RankedUnit[] two = [Unit("A", 60, 100), Unit("B", 46, 100)];

        Assert.True(Ranked(two).HasOrder);
        Assert.False(Ranked([.. two, Unit("C", 53, 100), Unit("D", 53, 100), Unit("E", 53, 100)]).HasOrder);
    }

    [Fact]
    public void Refusals_are_named()
    {
        var good = Unit("A", 60, 100);

        Assert.Equal(new RankingOutcome.Refused(RankingRefusal.OpenSample, "B"), Ranking.Of([good, new RankedUnit("B", new Share(10, 100, SampleDesign.Open))]));
        Assert.Equal(new RankingOutcome.Refused(RankingRefusal.NoAnswers, "C"), Ranking.Of([good, Unit("C", 0, 0)]));
        Assert.Equal(new RankingOutcome.Refused(RankingRefusal.NothingToRank, ""), Ranking.Of([good]));
        Assert.Equal(new RankingOutcome.Refused(RankingRefusal.NothingToRank, ""), Ranking.Of([]));
    }

    [Fact]
    public void Every_pair_across_a_border_is_established_and_every_possible_border_is_drawn() =>
        Units.Sample(units =>
        {
            var ranked = Ranked(units);
            var sorted = units.OrderByDescending(u => u.Share.Value).ToList();
            bool Established(RankedUnit high, RankedUnit low) => ranked.Pairs.Any(p => p.Higher == high && p.Lower == low && p.IsEstablished);
            var borders = Enumerable.Range(1, units.Length - 1).Count(b => sorted.Take(b).All(h => sorted.Skip(b).All(l => Established(h, l))));

            Assert.Equal(borders + 1, ranked.Tiers.Count);
            Assert.Equal(units.OrderBy(u => u.Name), ranked.Tiers.SelectMany(t => t).OrderBy(u => u.Name));
            for (var t = 1; t < ranked.Tiers.Count; t++)
            {
                Assert.All(ranked.Tiers[t - 1], high => Assert.All(ranked.Tiers[t], low => Assert.True(Established(high, low))));
            }
        });

    [Fact]
    public void The_order_of_the_units_does_not_matter() =>
        Units.Sample(units =>
            Assert.Equal(Ranked(units).Tiers.Select(t => string.Join(' ', t.Select(u => u.Name))), Ranked([.. units.Reverse()]).Tiers.Select(t => string.Join(' ', t.Select(u => u.Name)))));

    private static RankedUnit Unit(string name, int numerator, int denominator) => new(name, new Share(numerator, denominator, SampleDesign.TotalSurvey));

    private static RankingOutcome.Ranked Ranked(IReadOnlyList<RankedUnit> units) => Assert.IsType<RankingOutcome.Ranked>(Ranking.Of(units));

    private static double Z(RankingOutcome.Ranked ranked, string high, string low) =>
        Math.Round(Assert.Single(ranked.Pairs, p => p.Higher.Name == high && p.Lower.Name == low).Comparison.Z, 2);
}
