using CsCheck;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Statistics;

public class PriorityMatrixTests
{
    private static readonly double?[] Overall = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    private static readonly Gen<double[]> Grades = Gen.Int[1, 5].Select(i => (double)i).Array[12];

    /// <summary>Oracle: ranks by counting smaller and equal values, Pearson's formula on them (Python 3).</summary>
    [Fact]
    public void Spearman_with_ties() =>
        Assert.Equal(0.7611619369884611, PriorityMatrix.Spearman([1, 2, 2, 3, 5, 4, 4, 4, 1, 2], [2, 1, 3, 3, 5, 5, 4, 2, 1, 2])!.Value, 1e-12);

    /// <summary>Without ties it is 1 − 6Σd²/(n(n² − 1)): d = 1, 1, 0, 1, 1 gives 1 − 24/120.</summary>
    [Fact]
    public void Spearman_without_ties() => Assert.Equal(0.8, PriorityMatrix.Spearman([10, 20, 30, 40, 50], [2, 1, 3, 5, 4])!.Value, 1e-12);

    [Fact]
    public void Only_the_order_of_grades_matters() =>
        Gen.Select(Grades, Grades).Sample((a, b) =>
        {
            var plain = PriorityMatrix.Spearman(a, b);

            Assert.Equal(plain.HasValue, a.Distinct().Count() > 1 && b.Distinct().Count() > 1);
            if (plain is { } rho)
            {
                Assert.InRange(rho, -1, 1);
                Assert.Equal(rho, PriorityMatrix.Spearman(b, a)!.Value, 1e-12);
                Assert.Equal(rho, PriorityMatrix.Spearman([.. a.Select(x => x * x * x)], b)!.Value, 1e-12);
                Assert.Equal(-rho, PriorityMatrix.Spearman([.. a.Select(x => -x)], b)!.Value, 1e-12);
                Assert.Equal(1, PriorityMatrix.Spearman(a, a)!.Value, 1e-12);
            }
        });

    /// <summary>Importance 1 for two items that follow the whole, about 0 for two that zigzag; levels 3 + 2 high and 3 low.</summary>
    [Fact]
    public void Four_quadrants()
    {
        PriorityItem[] items =
        [
            new("trygg", [5, 5, 5, 5, 5, 6, 6, 6, 6, 6]),
            new("tid", [1, 1, 1, 1, 1, 2, 2, 2, 2, 2]),
            new("lokal", [6, 5, 6, 5, 6, 5, 6, 5, 6, 5]),
            new("broschyr", [2, 1, 2, 1, 2, 1, 2, 1, 2, 1]),
        ];

        var places = PriorityMatrix.Of(items, Overall);

        Assert.Equal([PriorityQuadrant.Keep, PriorityQuadrant.Improve, PriorityQuadrant.Watch, PriorityQuadrant.LowPriority], places.Select(p => p.Quadrant!.Value));
        Assert.Equal([5.5, 1.5, 5.5, 1.5], places.Select(p => p.Level!.Value));
        Assert.All(places, p => Assert.False(p.OnSplit));
        Assert.All(places, p => Assert.Equal(10, p.Pairs));
    }

    /// <summary>Of three levels 1, 2, 3 the middle one is the median: it counts as high, and says that it lies on the line.</summary>
    [Fact]
    public void On_the_median_is_high()
    {
        double?[] Following(double from) => [.. Overall.Select(o => from + (o / 100))];

        var places = PriorityMatrix.Of([new("låg", Following(1)), new("mitt", Following(2)), new("hög", Following(3))], Overall);

        Assert.Equal([PriorityQuadrant.Improve, PriorityQuadrant.Keep, PriorityQuadrant.Keep], places.Select(p => p.Quadrant!.Value));
        Assert.All(places, p => Assert.True(p.OnSplit));
        Assert.All(places, p => Assert.Equal(1, p.Importance!.Value, 1e-12));
    }

    /// <summary>"Vet inte" is left out of the level and of the pairs; nine pairs are too few.</summary>
    [Fact]
    public void Items_that_cannot_be_placed_do_not_move_the_lines()
    {
        PriorityItem good = new("god", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        PriorityItem few = new("få", [null, 100, 100, 100, 100, 100, 100, 100, 100, 101]);
        PriorityItem same = new("lika", [100, 100, 100, 100, 100, 100, 100, 100, 100, 100]);
        PriorityItem none = new("ingen", [null, null, null, null, null, null, null, null, null, null]);

        var places = PriorityMatrix.Of([few, good, same, none], Overall);

        Assert.Equal([null, PriorityQuadrant.Keep, null, null], places.Select(p => p.Quadrant));
        Assert.Equal([9, 10, 10, 0], places.Select(p => p.Pairs));
        Assert.Equal(901 / 9.0, places[0].Level!.Value, 1e-12);
        Assert.Null(places[3].Level);
        Assert.All(PriorityMatrix.Of([few, none], Overall), p => Assert.Null(p.Quadrant));
        Assert.Throws<ArgumentException>(() => PriorityMatrix.Of([new("kort", [1])], Overall));
        Assert.Throws<ArgumentException>(() => PriorityMatrix.Spearman([1], [1, 2]));
    }

    [Fact]
    public void Never_more_than_half_is_low() =>
        Gen.Select(Grades.Array[1, 9], Grades).Where((_, whole) => whole.Distinct().Count() > 1).Sample((items, whole) =>
        {
            var placed = PriorityMatrix.Of([.. items.Select((v, i) => new PriorityItem($"{i}", [.. v.Select(x => (double?)x)]))], [.. whole.Select(x => (double?)x)])
                .Where(p => p.Quadrant is not null).ToList();

            Assert.InRange(placed.Count(p => p.Quadrant is PriorityQuadrant.Improve or PriorityQuadrant.LowPriority), 0, placed.Count / 2);
            Assert.InRange(placed.Count(p => p.Quadrant is PriorityQuadrant.Watch or PriorityQuadrant.LowPriority), 0, placed.Count / 2);
        });
}
