using CsCheck;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Statistics;

public class MultipleTestingTests
{
    private static readonly Gen<double[]> PValues = Gen.OneOf(Gen.Double[0, 1], Gen.Int[0, 4].Select(i => i / 4.0)).Array[1, 30];

    /// <summary>
    /// The fifteen tests of Benjamini and Hochberg 1995, section 4, of which the procedure keeps the first four at 5 %. Adjusted values by the definition, Python 3.
    /// </summary>
    [Fact]
    public void As_published()
    {
        double[] p = [.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1.0];

        var adjusted = MultipleTesting.Adjust(p);

        Assert.Equal(4, adjusted.Count(a => a < Certainty.Significance));
        double[] expected = [0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0638571428571, 0.0638571428571, 0.0645, 0.0765, 0.486, 0.581181818182, 0.714875, 0.753230769231, 0.813214285714, 1];
        Assert.All(expected.Zip(adjusted), e => Assert.Equal(e.First, e.Second, 1e-12));
    }

    /// <summary>A finding is kept at level q by the adjusted value exactly when the step-up procedure keeps it.</summary>
    [Fact]
    public void The_same_as_stepping_up() =>
        Gen.Select(PValues, Gen.Double[0.01, 0.5]).Sample((p, q) =>
        {
            var adjusted = MultipleTesting.Adjust(p);
            if (adjusted.Any(a => Math.Abs(a - q) < 1e-12))
            {
                // Exactly on the border the last digit of two different quotients decides.
                return;
            }

            var sorted = p.Order().ToArray();
            var last = Array.FindLastIndex(sorted, v => v <= q * (Array.LastIndexOf(sorted, v) + 1) / sorted.Length);
            var kept = p.Select(v => last >= 0 && v <= sorted[last]);

            Assert.Equal(kept, adjusted.Select(a => a <= q));
        });

    [Fact]
    public void Order_is_kept_and_nothing_gets_smaller() =>
        PValues.Sample(p =>
        {
            var adjusted = MultipleTesting.Adjust(p);

            for (var i = 0; i < p.Length; i++)
            {
                Assert.InRange(adjusted[i], p[i], 1);
                for (var j = 0; j < p.Length; j++)
                {
                    Assert.True(p[i] > p[j] || adjusted[i] <= adjusted[j]);
                }
            }

            Assert.Equal(adjusted.Reverse(), MultipleTesting.Adjust([.. p.Reverse()]));
        });

    [Fact]
    public void The_ends()
    {
        Assert.Empty(MultipleTesting.Adjust([]));
        Assert.Equal([0.03], MultipleTesting.Adjust([0.03]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MultipleTesting.Adjust([0.5, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MultipleTesting.Adjust([-0.1]));
    }
}
