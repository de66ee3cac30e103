using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Statistics;

public class PostStratificationTests
{
    [Fact]
    public void Groups_weigh_as_the_population_and_the_effective_size_is_that_of_Kish()
    {
        // 300 young of whom 60 % are pleased and 100 old of whom 20 %: unweighted 50 %, in a population of as many of each 40 %.
        var share = PostStratification.Of([Stratum(180, 300, 5000), Stratum(20, 100, 5000)], "age")!;

        // Weights 2/3 and 2: (300·2/3 + 100·2)² / (300·4/9 + 100·4) = 160 000 / 533.3.
        Assert.Equal(0.4, share.Value, 6);
        Assert.Equal(300, share.Size, 3);
        Assert.InRange(share.Interval.Lower, 0.3, 0.36);
        Assert.InRange(share.Interval.Upper, 0.44, 0.5);
    }

    [Fact]
    public void Who_is_in_no_known_group_keeps_their_weight()
    {
        var share = PostStratification.Of([Stratum(180, 300, 5000), Stratum(20, 100, 5000), Stratum(90, 90, null)], "age")!;

        Assert.Equal(((400 * 0.4) + 90) / 490, share.Value, 6);
    }

    [Theory]
    [InlineData(SampleDesign.Open)]
    [InlineData(SampleDesign.TotalSurvey)]
    public void Nothing_but_a_random_sample_is_weighted(SampleDesign design) =>
        Assert.Null(PostStratification.Of([Stratum(180, 300, 5000, design), Stratum(20, 100, 5000, design)], "age"));

    [Fact]
    public void What_is_too_uncertain_by_group_or_belongs_to_no_population_is_not_weighted()
    {
        Assert.Null(PostStratification.Of([Stratum(180, 300, 5000), Stratum(6, 12, 5000)], "age"));
        Assert.Null(PostStratification.Of([Stratum(180, 300, 5000), Stratum(20, 100, 0)], "age"));
        Assert.Null(PostStratification.Of([Stratum(180, 300, 5000), Stratum(20, 100, null)], "age"));
    }

    private static PublishedStratum Stratum(int numerator, int denominator, int? population, SampleDesign design = SampleDesign.ProbabilitySample) =>
        new($"{numerator}/{denominator}", new RoundedShare(numerator, denominator, 3, design), population);
}
