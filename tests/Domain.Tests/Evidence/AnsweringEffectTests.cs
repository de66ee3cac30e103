using CsCheck;
using Medborgardialog.Domain.Evidence.Measures;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Evidence;

public class AnsweringEffectTests
{
    /// <summary>
    /// The diabetes study by age that Rothman, Greenland and Lash 2008, Modern Epidemiology, 3rd ed., ch. 15, give a common difference of 0.035 for. The error
    /// by Sato's formula in Python 3; that of Greenland and Robins differs in the fifth decimal.
    /// </summary>
    [Fact]
    public void The_common_difference_as_published()
    {
        var common = AnsweringEffect.Within([Unit(8, 106, 5, 120), Unit(22, 98, 16, 85)])!;

        Assert.Equal(0.03490026933691816, common.Difference, 1e-12);
        Assert.Equal(0.031902685887271846, common.Error, 1e-12);
        Assert.Equal(2, common.Units);
        Assert.Equal(0.03490026933691816 - (1.959963984540054 * 0.031902685887271846), common.Interval().Lower, 1e-9);
    }

    /// <summary>
    /// Simpson's paradox: Norr answers most and few leave, in Söder it is the other way round, and within each just as many leave whether answered or not (10 % and 40 %).
    /// </summary>
    [Fact]
    public void Units_that_differ_are_not_taken_for_an_effect_of_answering()
    {
        var result = AnsweringEffect.Of([Unit(10, 100, 2, 20), Unit(8, 20, 40, 100)]);

        Assert.True(result.Together!.IsSignificant);
        Assert.Equal(-0.2, result.Together.Difference, 1e-12);
        Assert.Equal(0, result.WithinUnits!.Difference, 1e-12);
        Assert.Equal(AnsweringVerdict.NotEstablished, result.Verdict);
        Assert.Equal("measures.answering.NotEstablished", result.SentenceKey);
    }

    [Theory]
    [InlineData(5, 60, 20, 56, AnsweringVerdict.FewerLeave)]
    [InlineData(20, 56, 5, 60, AnsweringVerdict.MoreLeave)]
    [InlineData(8, 60, 12, 56, AnsweringVerdict.NotEstablished)]
    [InlineData(0, 9, 20, 56, AnsweringVerdict.TooFew)]
    public void One_unit(int answered, int answeredBase, int unanswered, int unansweredBase, AnsweringVerdict expected)
    {
        var result = AnsweringEffect.Of([Unit(answered, answeredBase, unanswered, unansweredBase)]);

        Assert.Equal(expected, result.Verdict);
        Assert.Null(result.WithinUnits);
        Assert.Equal(expected == AnsweringVerdict.TooFew, result.Together is null);
    }

    [Fact]
    public void Open_samples_stand_beside_each_other_without_a_test()
    {
        var open = new AnsweringUnit("a", new Share(5, 60, SampleDesign.Open), new Share(20, 56, SampleDesign.Open));

        var result = AnsweringEffect.Of([open, open]);

        Assert.Equal((AnsweringVerdict.NotTestable, 10, 112), (result.Verdict, result.Answered.Numerator, result.Unanswered.Denominator));
        Assert.True(result is { Together: null, WithinUnits: null });
        Assert.Throws<ArgumentException>(() => AnsweringEffect.Of([open, Unit(5, 60, 20, 56)]));
        Assert.Throws<ArgumentException>(() => AnsweringEffect.Of([]));
    }

    [Fact]
    public void The_same_unit_over_and_over_has_its_own_difference_and_less_error() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((n1, n0, p, q) =>
        {
            var unit = Unit((int)(n1 * p), n1, (int)(n0 * q), n0);
            var (two, eight) = (AnsweringEffect.Within([unit, unit])!, AnsweringEffect.Within([.. Enumerable.Repeat(unit, 8)])!);

            Assert.Equal(unit.Answered.Value!.Value - unit.Unanswered.Value!.Value, two.Difference, 1e-9);
            Assert.Equal(two.Difference, eight.Difference, 1e-9);
            Assert.Equal(two.Error, eight.Error * 2, 1e-9);
        });

    [Fact]
    public void A_unit_that_answered_everybody_says_nothing_of_a_difference()
    {
        Assert.Null(AnsweringEffect.Within([Unit(8, 106, 5, 120), Unit(3, 50, 0, 0)]));
        Assert.Equal(
            AnsweringEffect.Within([Unit(8, 106, 5, 120), Unit(22, 98, 16, 85)]),
            AnsweringEffect.Within([Unit(8, 106, 5, 120), Unit(3, 50, 0, 0), Unit(22, 98, 16, 85)]));
    }

    /// <summary>
    /// A thousand invented municipalities of twelve unequal units in which answering goes with ten units fewer who leave. If 95 % of the intervals hold that, fewer than 927
    /// do with a probability below 0.1 % (binomial).
    /// </summary>
    [Fact]
    public void The_interval_holds_the_true_difference_as_often_as_it_says()
    {
        var random = new Random(11);
        var held = Enumerable.Range(0, 1000).Count(_ =>
            AnsweringEffect.Within([.. Enumerable.Range(0, 12).Select(i => Draw(10 + (3 * i), 8 + (2 * (11 - i)), 0.15 + (0.03 * i)))])!.Interval().Contains(-0.1));

        Assert.Equal(927, Enumerable.Range(0, 1000).First(c => Beta.BinomialCdf(c, 1000, 0.95) >= 0.001));
        Assert.InRange(held, 927, 1000);

        AnsweringUnit Draw(int answered, int unanswered, double leaves) => Unit(Hits(answered, leaves - 0.1), answered, Hits(unanswered, leaves), unanswered);
        int Hits(int of, double share) => Enumerable.Range(0, of).Count(_ => random.NextDouble() < share);
    }

    private static AnsweringUnit Unit(int answered, int answeredBase, int unanswered, int unansweredBase) =>
        new("enhet", new Share(answered, answeredBase, SampleDesign.TotalSurvey), new Share(unanswered, unansweredBase, SampleDesign.TotalSurvey));
}
