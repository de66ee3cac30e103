using CsCheck;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Statistics;

/// <summary>Shares after rounding, and top coding.</summary>
public class ProtectedShareTests
{
    private static readonly Gen<(int Numerator, int Denominator)> Counts = Gen.Int[1, 200].SelectMany(n => Gen.Int[0, n].Select(x => (x, n)));

    /// <summary>12 of 30 after rounding to 3: the truth lies from 10/32 to 14/28. Wilson's lower end at 10 of 32 is 0.1795, its upper at 14 of 28 is 0.6736 (Python 3).</summary>
    [Fact]
    public void By_hand()
    {
        var share = new RoundedShare(12, 30, 3, SampleDesign.TotalSurvey);

        Assert.Equal(0.4, share.Value, 1e-12);
        Assert.Equal(new ConfidenceInterval(10 / 32.0, 14 / 28.0), share.Rounding);
        Assert.Equal(0.1795, share.Interval()!.Lower, 1e-4);
        Assert.Equal(0.6736, share.Interval()!.Upper, 1e-4);
        Assert.True(share.IsShown);
    }

    /// <summary>Oracle: every pair of true counts that can have been rounded to the published ones, one by one.</summary>
    [Fact]
    public void No_feasible_pair_of_counts_lies_outside_and_the_ends_are_reached() =>
        Gen.Select(Counts, Gen.Int[1, 5], Gen.Long[0, long.MaxValue], Gen.Long[0, long.MaxValue]).Sample((counts, b, key, other) =>
        {
            var numerator = Breakdown.Round(counts.Numerator, key, b);
            var denominator = Math.Max(b, Breakdown.Round(counts.Denominator, other, b));
            var share = new RoundedShare(numerator, denominator, b, SampleDesign.TotalSurvey);
            var feasible =
                (from n in Enumerable.Range(1, denominator + b)
                 where Math.Abs(n - denominator) < b
                 from x in Enumerable.Range(0, n + 1)
                 where Math.Abs(x - numerator) < b
                 select new Share(x, n, SampleDesign.TotalSurvey)).ToList();

            Assert.Equal(feasible.Min(s => s.Value!.Value), share.Rounding.Lower, 1e-12);
            Assert.Equal(feasible.Max(s => s.Value!.Value), share.Rounding.Upper, 1e-12);
            Assert.Equal(feasible.Min(s => s.Interval()!.Lower), share.Interval()!.Lower, 1e-12);
            Assert.Equal(feasible.Max(s => s.Interval()!.Upper), share.Interval()!.Upper, 1e-12);
            Assert.True(share.Rounding.Contains(share.Value) && share.Rounding.Contains((double)counts.Numerator / counts.Denominator));
        });

    [Fact]
    public void Counts_that_were_not_rounded_have_the_plain_interval() =>
        Counts.Sample(c =>
        {
            var share = new RoundedShare(c.Numerator, c.Denominator, 1, SampleDesign.ProbabilitySample);

            Assert.Equal(0, share.Rounding.Width);
            Assert.Equal(new Share(c.Numerator, c.Denominator, SampleDesign.ProbabilitySample).Interval(), share.Interval());
        });

    /// <summary>
    /// 6 of 12 with b = 3: Wilson from 4/14 to 8/10 is 0.12–0.94, far over 50 points. Open, only rounding counts: 0.29–0.80 is 51 points, still too wide;
    /// 6 of 15: 4/17 to 8/13 is 38 points. Not rounded, 0 of 3 has Wilson 0–0.56.
    /// </summary>
    [Fact]
    public void Too_wide_is_not_shown()
    {
        Assert.False(new RoundedShare(6, 12, 3, SampleDesign.TotalSurvey).IsShown);
        Assert.False(new RoundedShare(6, 12, 3, SampleDesign.Open).IsShown);
        Assert.False(new RoundedShare(6, 15, 3, SampleDesign.TotalSurvey).IsShown);
        Assert.True(new RoundedShare(6, 15, 3, SampleDesign.Open).IsShown);
        Assert.Null(new RoundedShare(6, 15, 3, SampleDesign.Open).Interval());
        Assert.False(new RoundedShare(0, 3, 1, SampleDesign.TotalSurvey).IsShown);
    }

    /// <summary>Exactly 50 points is shown: 3 of 6, known to ±1, is 2/7 to 4/5; 1 of 3 to ±1 is 0 to 1; 1 of 5 to ±1 is 0 to 2/4.</summary>
    [Fact]
    public void Half_is_shown_and_more_is_not()
    {
        Assert.True(new RoundedShare(1, 5, 2, SampleDesign.Open).IsShown);
        Assert.Equal(0.5, new RoundedShare(1, 5, 2, SampleDesign.Open).Rounding.Width, 1e-12);
        Assert.False(new RoundedShare(3, 6, 2, SampleDesign.Open).IsShown);
    }

    [Fact]
    public void A_numerator_rounded_above_its_base_is_all_of_it()
    {
        var share = new RoundedShare(12, 9, 3, SampleDesign.TotalSurvey);

        Assert.Equal(1, share.Value);
        Assert.Equal(new ConfidenceInterval(10 / 11.0, 1), share.Rounding);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RoundedShare(15, 9, 3, SampleDesign.TotalSurvey));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RoundedShare(0, 0, 3, SampleDesign.TotalSurvey));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RoundedShare(1, 9, 0, SampleDesign.TotalSurvey));
    }

    [Theory]
    [InlineData(1, 37, ShareWording.LessThan, 10)]
    [InlineData(3, 37, ShareWording.LessThan, 10)]
    [InlineData(34, 37, ShareWording.MoreThan, 90)]
    [InlineData(4, 37, ShareWording.LessThan, 20)]
    [InlineData(5, 37, ShareWording.LessThan, 20)]
    [InlineData(6, 37, ShareWording.Plain, null)]
    [InlineData(30, 37, ShareWording.Plain, null)]
    [InlineData(4, 41, ShareWording.LessThan, 10)]
    [InlineData(5, 41, ShareWording.Plain, null)]
    [InlineData(4, 40, ShareWording.LessThan, 20)]
    [InlineData(1, 12, ShareWording.LessThan, 40)]
    [InlineData(11, 12, ShareWording.MoreThan, 60)]
    [InlineData(0, 37, ShareWording.Plain, null)]
    [InlineData(37, 37, ShareWording.Plain, null)]
    [InlineData(5, 9, ShareWording.Hidden, null)]
    [InlineData(0, 0, ShareWording.Hidden, null)]
    public void Top_coding(int numerator, int denominator, ShareWording wording, int? threshold) =>
        Assert.Equal(new TopCodedShare(wording, threshold), TopCodedShare.Of(numerator, denominator));

    /// <summary>Every count of every base to 300: small counts are never plain, what is said is true, and at least two counts would have been worded the same.</summary>
    [Fact]
    public void Top_coding_is_true_and_gives_no_count_away()
    {
        for (var n = TopCodedShare.SmallestBase; n <= 300; n++)
        {
            var worded = Enumerable.Range(0, n + 1).Select(x => (Count: x, Said: TopCodedShare.Of(x, n))).ToList();

            Assert.All(worded, w =>
            {
                var small = w.Count is >= 1 and <= TopCodedShare.LargestSmall || n - w.Count is >= 1 and <= TopCodedShare.LargestSmall;
                Assert.True(!small || w.Said.Wording is ShareWording.LessThan or ShareWording.MoreThan, $"{w}");
                Assert.True(w.Said.Wording != ShareWording.LessThan || 100 * w.Count < w.Said.Threshold * n, $"{w} of {n}");
                Assert.True(w.Said.Wording != ShareWording.MoreThan || 100 * w.Count > w.Said.Threshold * n, $"{w} of {n}");
            });
            Assert.All(worded.GroupBy(w => w.Said), g => Assert.True(g.Count() > 1, $"{g.Key} of {n}"));
            Assert.InRange(worded.Count(w => w.Said.Wording != ShareWording.Plain), 8, 10);
        }
    }

    [Fact]
    public void Top_coding_of_the_complement_is_the_mirror() =>
        Counts.Sample(c =>
        {
            var (said, mirrored) = (TopCodedShare.Of(c.Numerator, c.Denominator), TopCodedShare.Of(c.Denominator - c.Numerator, c.Denominator));

            Assert.Equal(said.Threshold, 100 - mirrored.Threshold);
            Assert.Equal(said.Wording == ShareWording.LessThan, mirrored.Wording == ShareWording.MoreThan);
        });
}
