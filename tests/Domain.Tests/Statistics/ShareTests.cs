using CsCheck;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Statistics;

public class ShareTests
{
    /// <summary>Newcombe 1998, Statistics in Medicine 17, 857–872, table I, method 3.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_as_published(int numerator, int denominator, double lower, double upper)
    {
        var interval = Random(numerator, denominator).Interval()!;

        Assert.Equal(lower, Math.Round(interval.Lower, 4));
        Assert.Equal(upper, Math.Round(interval.Upper, 4));
    }

    /// <summary>Oracle: the score equation (p̂ − P)² = z²P(1 − P)/n solved by halving in Python 3, with n = 83.7, and n = 360/1.5.</summary>
    [Fact]
    public void Wilson_with_a_fractional_size()
    {
        Close(0.21238047529680087, 0.40517216260731426, Wilson.Interval(0.3, 83.7));
        Close(0.18963031004200961, 0.4397487974819645, Wilson.Interval(0.3, 83.7, 0.99));
        Close(0.2662996509601781, 0.3837461872412651, Random(116, 360).Interval(designEffect: 1.5)!);
    }

    /// <summary>Oracle: the same equation with the variance of draws without replacement, P(1 − P)/n·(N − n)/(N − 1), solved by halving.</summary>
    [Theory]
    [InlineData(199, 360, 549, 0.522475990947013, 0.5826925203288301)]
    [InlineData(116, 360, 549, 0.29456822460225596, 0.3511799479422726)]
    [InlineData(9, 10, 40, 0.6389001916581432, 0.9786235104584983)]
    public void Finite_population(int numerator, int denominator, int population, double lower, double upper)
    {
        Close(lower, upper, new Share(numerator, denominator, SampleDesign.TotalSurvey).Interval(population)!);
        Close(lower, upper, Random(numerator, denominator).Interval(population)!);
    }

    [Fact]
    public void When_everybody_answered_nothing_is_uncertain_about_them()
    {
        var everyone = new Share(30, 40, SampleDesign.TotalSurvey);

        Assert.Equal(new ConfidenceInterval(0.75, 0.75), everyone.Interval(population: 40));
        Assert.True(everyone.Interval()!.Width > 0.2);
    }

    [Fact]
    public void An_open_sample_has_a_share_and_no_interval()
    {
        var open = new Share(421, 1312, SampleDesign.Open);

        Assert.Equal(32, open.Percent);
        Assert.False(open.AllowsInference);
        Assert.Null(open.Interval());
        Assert.Null(open.Interval(population: 18_000));
    }

    [Fact]
    public void A_share_of_nobody_is_nothing()
    {
        var empty = Random(0, 0);

        Assert.Null(empty.Value);
        Assert.Null(empty.Percent);
        Assert.Null(empty.Interval());
        Assert.False(empty.AllowsInference);
    }

    [Theory]
    [InlineData(57, 200, 29)]
    [InlineData(1, 200, 1)]
    [InlineData(1, 201, 0)]
    [InlineData(2, 3, 67)]
    [InlineData(0, 5, 0)]
    [InlineData(5, 5, 100)]
    public void Whole_percent_rounds_halves_upwards(int numerator, int denominator, int expected) =>
        Assert.Equal(expected, Random(numerator, denominator).Percent);

    [Fact]
    public void Impossible_counts_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Random(-1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Random(6, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Random(3, 5).Interval(population: 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Random(3, 5).Interval(designEffect: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Wilson.Interval(0.5, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Wilson.Interval(1.01, 10));
    }

    [Fact]
    public void The_interval_holds_the_share_and_stays_within_0_and_1() =>
        Gens.Share.Sample(share =>
        {
            var interval = share.Interval()!;

            Assert.True(interval.Contains(share.Value!.Value));
            Assert.True(interval.Lower >= 0 && interval.Upper <= 1 && interval.Width > 0);
        });

    [Fact]
    public void The_interval_of_those_who_did_not_is_the_mirror() =>
        Gens.Share.Sample(share =>
        {
            var other = new Share(share.Denominator - share.Numerator, share.Denominator, share.Design).Interval()!;

            Close(1 - other.Upper, 1 - other.Lower, share.Interval()!);
        });

    [Fact]
    public void The_interval_shrinks_with_answers_and_widens_with_confidence() =>
        Gens.Share.Sample(share =>
        {
            var more = new Share(share.Numerator * 2, share.Denominator * 2, share.Design);

            Assert.True(more.Interval()!.Width < share.Interval()!.Width);
            Assert.True(share.Interval(confidence: 0.99)!.Width > share.Interval()!.Width);
            Assert.True(share.Interval(designEffect: 1.3)!.Width > share.Interval()!.Width);
        });

    [Fact]
    public void The_finite_population_correction_never_widens() =>
        Gen.Select(Gens.Share, Gen.Int[0, 5000]).Sample((share, missing) =>
        {
            var plain = share.Interval()!;
            var corrected = share.Interval(share.Denominator + missing)!;

            Assert.True(corrected.Lower >= plain.Lower - 1e-12 && corrected.Upper <= plain.Upper + 1e-12);
            Assert.True(share.Denominator < 2 || corrected.Width < plain.Width);
            Assert.True(corrected.Contains(share.Value!.Value));
        });

    private static Share Random(int numerator, int denominator) => new(numerator, denominator, SampleDesign.ProbabilitySample);

    private static void Close(double lower, double upper, ConfidenceInterval actual)
    {
        Assert.Equal(lower, actual.Lower, 1e-10);
        Assert.Equal(upper, actual.Upper, 1e-10);
    }
}
