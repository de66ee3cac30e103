using CsCheck;
using Medborgardialog.Domain.Disclosure;
using Xunit;

namespace Medborgardialog.Domain.Tests.Disclosure;

public class BreakdownTests
{
    private const int Smallest = 10;

    private static readonly Gen<BreakdownGroup[]> Groups =
        Gen.Select(Gen.Int[0, 60], Gen.Long[0, long.MaxValue]).Array[1, 9]
            .Select(cells => cells.Select((c, i) => new BreakdownGroup([$"g{i}"], c.Item1, c.Item2)).ToArray());

    [Fact]
    public void No_published_group_is_small_and_nobody_is_left_out() =>
        Gen.Select(Groups, Gen.Bool).Sample((groups, ordered) =>
        {
            var merged = Breakdown.Merge(groups, Smallest, ordered);

            Assert.DoesNotContain(merged, g => g.Count < Smallest);
            Assert.NotEqual(1, merged.Count);
            if (merged.Count > 0)
            {
                Assert.Equal(groups.Sum(g => g.Count), merged.Sum(g => g.Count));
                Assert.Equal(groups.Where(g => g.Count > 0).SelectMany(g => g.Names).Order(StringComparer.Ordinal), merged.SelectMany(g => g.Names).Order(StringComparer.Ordinal));
            }
        });

    [Fact]
    public void Ordered_groups_merge_with_a_neighbour_only() =>
        Groups.Sample(groups =>
        {
            var names = Breakdown.Merge(groups, Smallest, ordered: true).SelectMany(g => g.Names).ToList();

            Assert.Equal(names.Order(StringComparer.Ordinal), names);
        });

    [Fact]
    public void Rounding_is_to_the_base_and_never_further_off_than_the_base_less_one() =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Long[0, long.MaxValue], Gen.Int[3, 5]).Sample((count, key, roundingBase) =>
        {
            var rounded = Breakdown.Round(count, key, roundingBase);

            Assert.Equal(0, rounded % roundingBase);
            Assert.InRange(Math.Abs(rounded - count), 0, roundingBase - 1);
            Assert.Equal(rounded, Breakdown.Round(count, key, roundingBase));
        });

    /// <summary>P-23: the mean error lies under 0.02. Keys are spread evenly, so the result is the same in every run.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void Rounding_is_unbiased(int roundingBase)
    {
        const int Keys = 1000;
        var errors = Enumerable.Range(0, roundingBase)
            .SelectMany(rest => Enumerable.Range(0, Keys)
                .Select(k => (double)Breakdown.Round(30 + rest, (long)((k + 0.5) / Keys * long.MaxValue), roundingBase) - (30 + rest)));

        Assert.InRange(errors.Average(), -0.02, 0.02);
    }

    [Fact]
    public void A_lone_group_says_nothing_and_is_not_published() =>
        Assert.Empty(Breakdown.Publish([new BreakdownGroup(["Centrum"], 400, 1), new BreakdownGroup(["Byarna"], 9, 1)], ProtectionLimits.Standard, ordered: false));
}
