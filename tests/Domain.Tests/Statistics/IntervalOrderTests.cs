using CsCheck;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Statistics;

public class IntervalOrderTests
{
    [Fact]
    public void Units_whose_intervals_overlap_stand_in_one_tier_by_name()
    {
        var tiers = IntervalOrder.Tiers([Unit("Söder", 0.34, 0.56), Unit("Norr", 0.50, 0.71), Unit("Ö", 0.40, 0.73)]);

        Assert.Equal([["Norr", "Söder", "Ö"]], tiers.Select(t => t.Select(u => u.Name)));
    }

    [Fact]
    public void A_line_is_drawn_only_where_all_above_lie_above_all_below()
    {
        var tiers = IntervalOrder.Tiers([Unit("a", 0.1, 0.2), Unit("b", 0.8, 0.9), Unit("c", 0.85, 0.95), Unit("d", 0.15, 0.3)]);

        Assert.Equal([["b", "c"], ["a", "d"]], tiers.Select(t => t.Select(u => u.Name)));
        Assert.Equal(4, IntervalOrder.Separated([Unit("a", 0.1, 0.2), Unit("b", 0.8, 0.9), Unit("c", 0.85, 0.95), Unit("d", 0.15, 0.3)]).Count);
    }

    [Fact]
    public void Every_pair_across_tiers_is_separated_and_no_unit_is_lost() =>
        Gen.Double[0, 1].Select(Gen.Double[0, 1], (a, b) => new ConfidenceInterval(Math.Min(a, b), Math.Max(a, b))).Array[1, 8].Sample(intervals =>
        {
            var units = intervals.Select((interval, i) => new UnitInterval($"{i}", interval)).ToList();
            var tiers = IntervalOrder.Tiers(units);
            var separated = IntervalOrder.Separated(units).Select(p => (p.Higher.Name, p.Lower.Name)).ToHashSet();

            Assert.Equal(units.Count, tiers.Sum(t => t.Count));
            for (var high = 0; high < tiers.Count; high++)
            {
                foreach (var lower in tiers.Skip(high + 1).SelectMany(t => t))
                {
                    Assert.All(tiers[high], unit => Assert.Contains((unit.Name, lower.Name), separated));
                }
            }
        });

    private static UnitInterval Unit(string name, double lower, double upper) => new(name, new ConfidenceInterval(lower, upper));
}
