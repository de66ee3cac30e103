using CsCheck;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Statistics;

public class TrendTests
{
    private static readonly Gen<TrendPoint[]> Series =
        Gen.Select(Gens.Share, Gen.Bool, Gen.Bool).Array[0, 8]
            .Select(p => p.Select((x, i) => new TrendPoint($"{2000 + i}", x.Item2 ? x.Item1 : new Share(x.Item1.Numerator, x.Item1.Denominator, SampleDesign.Open), x.Item3)).ToArray());

    /// <summary>z for 50 → 65 of 100 is 15/√(57.5·42.5·2/100) = 2.15, for 65 → 64 it is −0.15, for 64 → 40 it is −3.4 (by hand).</summary>
    [Fact]
    public void Each_step_is_tested_within_its_segment()
    {
        var steps = Trend.Steps([Point("2018", 50), Point("2020", 65), Point("2022", 64), Point("2024", 40), Point("2026", 90, breaks: true)]);

        Assert.Equal([TrendVerdict.Rise, TrendVerdict.NotEstablished, TrendVerdict.Fall, TrendVerdict.NotComparable], steps.Select(s => s.Verdict));
        Assert.Equal([2.15, -0.15, -3.4], steps.Take(3).Select(s => Math.Round(s.Comparison!.Z, s.Comparison.Z < -1 ? 1 : 2)));
        Assert.Null(steps[3].Comparison);
    }

    [Fact]
    public void An_open_edition_is_not_tested_and_a_break_goes_before_that()
    {
        var open = new Share(90, 100, SampleDesign.Open);

        Assert.Equal(TrendVerdict.NotTestable, Assert.Single(Trend.Steps([Point("2024", 10), new TrendPoint("2026", open)])).Verdict);
        Assert.Equal(TrendVerdict.NotComparable, Assert.Single(Trend.Steps([Point("2024", 10), new TrendPoint("2026", open, BreaksBefore: true)])).Verdict);
    }

    [Fact]
    public void A_small_slide_each_time_is_never_compared_with_its_beginning()
    {
        var slide = new[] { Point("1", 60), Point("2", 55), Point("3", 50), Point("4", 45), Point("5", 40) };

        Assert.All(Trend.Steps(slide), s => Assert.Equal(TrendVerdict.NotEstablished, s.Verdict));
        Assert.True(TwoShares.Compare(slide[0].Share, slide[4].Share)!.IsSignificant);
    }

    [Fact]
    public void Segments_hold_every_point_once_and_steps_within_them_are_the_comparable_ones() =>
        Series.Sample(points =>
        {
            var segments = Trend.Segments(points);
            var steps = Trend.Steps(points);

            Assert.Equal(points, segments.SelectMany(s => s));
            Assert.All(segments, s => Assert.DoesNotContain(s.Skip(1), p => p.BreaksBefore));
            Assert.Equal(Math.Max(0, points.Length - 1), steps.Count);
            Assert.Equal(segments.Sum(s => s.Count - 1), steps.Count(s => s.Verdict != TrendVerdict.NotComparable));
            Assert.All(steps, s => Assert.Equal(s.Comparison is null, s.Verdict is TrendVerdict.NotComparable or TrendVerdict.NotTestable));
        });

    private static TrendPoint Point(string edition, int of100, bool breaks = false) => new(edition, new Share(of100, 100, SampleDesign.ProbabilitySample), breaks);
}
