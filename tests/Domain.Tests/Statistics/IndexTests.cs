using CsCheck;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Statistics;

/// <summary>The satisfaction index and the balance.</summary>
public class IndexTests
{
    private static readonly Gen<SatisfactionAnswer> Answer =
        Gen.Select(Gen.Int[1, 10], Gen.Int[1, 10], Gen.Int[1, 10]).Select((a, b, c) => new SatisfactionAnswer(a, b, c));

    private static readonly Gen<BalanceIndex> Balance =
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 60], Gen.Int[0, 60]).Where((p, m, n) => p + m + n > 0).Select((p, m, n) => new BalanceIndex(p, m, p + m + n, SampleDesign.TotalSurvey));

    /// <summary>8, 7, 6 is 77.78, 66.67 and 55.56, mean 66.67. SCB's reports translate alike: 8.7 on the scale is an index of 85–86, as 9, 9, 8 here.</summary>
    [Theory]
    [InlineData(1, 1, 1, 0)]
    [InlineData(10, 10, 10, 100)]
    [InlineData(8, 7, 6, 66.666666667)]
    [InlineData(9, 9, 8, 85.185185185)]
    public void One_person(int overall, int expectations, int ideal, double expected) =>
        Assert.Equal(expected, SatisfactionIndex.OfPerson(new SatisfactionAnswer(overall, expectations, ideal))!.Value, 1e-8);

    /// <summary>
    /// Persons at 100, 0, 13/27 and 15/27 of the scale, and one who lacks an answer. With three at 100, 0 and 66.7 the t interval would be 55.6 ± 126 and is cut to the scale.
    /// </summary>
    [Fact]
    public void A_group_by_hand()
    {
        var result = SatisfactionIndex.Of([new(10, 10, 10), new(1, 1, 1), new(10, 1, null), new(10, 1, 5), new(5, 6, 7)], SampleDesign.TotalSurvey);

        Assert.Equal((4, 1), (result.Estimate!.Count, result.Incomplete));
        Assert.Equal((100 + 0 + (13 / 27.0 * 100) + (15 / 27.0 * 100)) / 4, result.Estimate.Mean, 1e-9);
        Assert.Equal(new ConfidenceInterval(0, 100), SatisfactionIndex.Of([new(10, 10, 10), new(1, 1, 1), new(10, 1, null), new(1, 10, 10)], SampleDesign.TotalSurvey).Interval());
    }

    [Fact]
    public void The_index_is_the_mean_of_the_three_means() =>
        Answer.Array[2, 50].Sample(answers =>
        {
            var result = SatisfactionIndex.Of(answers, SampleDesign.TotalSurvey);
            var means = new[] { answers.Average(a => a.Overall!.Value), answers.Average(a => a.Expectations!.Value), answers.Average(a => a.Ideal!.Value) };

            Assert.Equal((means.Average() - 1) / 9 * 100, result.Estimate!.Mean, 1e-9);
            Assert.True(result.Interval() is not { } i || (i.Contains(result.Estimate.Mean) && i.Lower >= 0 && i.Upper <= 100));
        });

    [Fact]
    public void What_is_missing_or_off_the_scale()
    {
        Assert.Null(SatisfactionIndex.OfPerson(new SatisfactionAnswer(5, null, 5)));
        Assert.Null(SatisfactionIndex.Of([new(5, null, 5)], SampleDesign.TotalSurvey).Estimate);
        Assert.Null(SatisfactionIndex.Of([], SampleDesign.TotalSurvey).Interval());
        Assert.Null(SatisfactionIndex.Of([new(5, 5, 5), new(6, 6, 6)], SampleDesign.Open).Interval());
        Assert.Throws<ArgumentOutOfRangeException>(() => SatisfactionIndex.OfPerson(new SatisfactionAnswer(0, 5, 5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => SatisfactionIndex.OfPerson(new SatisfactionAnswer(5, null, 11)));
    }

    /// <summary>
    /// Oracle: the formula of Zou and Donner written out in Python 3 (10 of 10 positive: 1 − 2·0.2775, all that is left to the negative side). By exact enumeration of the
    /// multinomial the interval covers 93.0–98.3 % for n = 20 and 94.0–95.9 % for n = 50 over five pairs of shares.
    /// </summary>
    [Theory]
    [InlineData(60, 25, 100, 0.1734899850604242, 0.5026991535496996)]
    [InlineData(10, 0, 10, 0.4449344002742217, 1)]
    [InlineData(0, 0, 10, -0.27753279986288915, 0.27753279986288915)]
    [InlineData(30, 30, 60, -0.2452995151688846, 0.2452995151688846)]
    public void Interval_of_a_balance(int positive, int negative, int answers, double lower, double upper)
    {
        var balance = new BalanceIndex(positive, negative, answers, SampleDesign.ProbabilitySample);

        Assert.Equal((double)(positive - negative) / answers, balance.Value!.Value, 1e-12);
        Assert.Equal(lower, balance.Interval()!.Lower, 1e-10);
        Assert.Equal(upper, balance.Interval()!.Upper, 1e-10);
    }

    /// <summary>For large groups it must come down to the textbook error √((p + q − (p − q)²)/n): here √((0.85 − 0.1225)/1,000,000)·1.96.</summary>
    [Fact]
    public void A_large_group_has_the_error_of_the_multinomial() =>
        Assert.Equal(2 * 1.959964 * Math.Sqrt(0.7275 / 1e6), new BalanceIndex(600_000, 250_000, 1_000_000, SampleDesign.TotalSurvey).Interval()!.Width, 1e-7);

    [Fact]
    public void A_balance_lies_in_its_interval_and_turns_with_the_words() =>
        Balance.Sample(b =>
        {
            var interval = b.Interval()!;
            var turned = new BalanceIndex(b.Negative.Numerator, b.Positive.Numerator, b.Positive.Denominator, b.Positive.Design);

            Assert.True(interval.Contains(b.Value!.Value) && interval is { Lower: >= -1, Upper: <= 1, Width: > 0 });
            Assert.Equal(-b.Value.Value, turned.Value!.Value, 1e-12);
            Assert.Equal(-interval.Upper, turned.Interval()!.Lower, 1e-12);
        });

    [Fact]
    public void An_open_or_empty_balance_has_no_interval()
    {
        Assert.Null(new BalanceIndex(5, 3, 10, SampleDesign.Open).Interval());
        Assert.Null(new BalanceIndex(0, 0, 0, SampleDesign.TotalSurvey).Value);
        Assert.Null(new BalanceIndex(0, 0, 0, SampleDesign.TotalSurvey).Interval());
        Assert.Throws<ArgumentOutOfRangeException>(() => new BalanceIndex(6, 5, 10, SampleDesign.TotalSurvey));
    }
}
