using Medborgardialog.Domain.Evidence.Measures;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Evidence;

public class SilentDiscontentTests
{
    [Fact]
    public void Falling_satisfaction_and_rising_silence_with_voice_as_before_is_found()
    {
        var unit = Assert.Single(SilentDiscontent.Of([Unit("Söder", [84, 77, 70, 62], [20, 21, 19, 20], [6, 8, 9, 11], [10, 14, 22, 27])]));

        Assert.Equal(DiscontentVerdict.Found, unit.Verdict);
        Assert.Equal(("1", "4"), (unit.Tests!.From.Name, unit.Tests.To.Name));
        Assert.Equal(Math.Max(unit.Tests.SatisfactionFalls, 2 * Math.Min(unit.Tests.ExitRises!.Value, unit.Tests.SilenceRises!.Value)), unit.Tests.Joint, 1e-15);
        Assert.Equal(unit.Tests.Joint, unit.Tests.Adjusted);
    }

    [Theory]
    [InlineData("satisfaction stays", new[] { 80, 79, 81, 80 }, new[] { 20, 21, 19, 20 }, new[] { 10, 14, 22, 27 })]
    [InlineData("nobody falls silent", new[] { 84, 77, 70, 62 }, new[] { 20, 21, 19, 20 }, new[] { 14, 15, 14, 15 })]
    [InlineData("more tell", new[] { 84, 77, 70, 62 }, new[] { 20, 30, 38, 44 }, new[] { 10, 14, 22, 27 })]
    [InlineData("satisfaction rises", new[] { 62, 70, 77, 84 }, new[] { 20, 21, 19, 20 }, new[] { 10, 14, 22, 27 })]
    public void Each_of_the_conditions_is_needed(string what, int[] satisfied, int[] voice, int[] silent)
    {
        var unit = Assert.Single(SilentDiscontent.Of([Unit(what, satisfied, voice, [8, 8, 8, 8], silent)]));

        Assert.Equal(DiscontentVerdict.NotShown, unit.Verdict);
        Assert.True(unit.Tests!.Joint > 0.05, what);
        Assert.Equal(what == "more tell", unit.Tests.VoiceRises < 0.05);
    }

    [Fact]
    public void Nothing_is_said_of_open_samples_small_bases_short_series_or_what_is_not_measured()
    {
        DiscontentSeries full = Unit("full", [84, 77, 70, 62], [20, 21, 19, 20], [6, 8, 9, 11], [10, 14, 22, 27]);
        DiscontentSeries Changed(Func<DiscontentPeriod, DiscontentPeriod> change, int at) =>
            full with { Periods = [.. full.Periods.Select((p, i) => i == at ? change(p) : p)] };

        var units = SilentDiscontent.Of(
        [
            full,
            Changed(p => p with { Voice = new Share(20, 120, SampleDesign.Open) }, 1),
            Changed(p => p with { Silence = new Share(2, 9, SampleDesign.TotalSurvey) }, 2),
            Changed(p => p with { BreaksBefore = true }, 2),
            Changed(p => p with { Exit = null, Silence = null }, 3),
            full with { Periods = [] },
        ]);

        Assert.Equal(
            [null, DiscontentSilence.OpenSample, DiscontentSilence.SmallBase, DiscontentSilence.TooFewPeriods, DiscontentSilence.NotMeasured, DiscontentSilence.TooFewPeriods],
            units.Select(u => u.Why));
        Assert.Equal(DiscontentVerdict.Found, units[0].Verdict);
        Assert.All(units.Skip(1), u => Assert.Equal((DiscontentVerdict.NothingSaid, true), (u.Verdict, u.Tests is null)));
    }

    /// <summary>The fall lies before the break: what comes after it is compared with itself alone.</summary>
    [Fact]
    public void What_came_before_a_break_is_not_looked_at()
    {
        var series = Unit("Söder", [110, 62, 63, 62, 61], [20, 20, 21, 19, 20], [2, 10, 11, 10, 11], [3, 27, 26, 28, 27]);
        var broken = series with { Periods = [.. series.Periods.Select((p, i) => p with { BreaksBefore = i == 1 })] };

        Assert.Equal(DiscontentVerdict.Found, SilentDiscontent.Of([series])[0].Verdict);
        var after = SilentDiscontent.Of([broken])[0];
        Assert.Equal((DiscontentVerdict.NotShown, "2"), (after.Verdict, after.Tests!.From.Name));
    }

    [Fact]
    public void Exit_that_is_not_measured_each_time_is_left_out_and_not_paid_for()
    {
        var both = Unit("Söder", [84, 77, 70, 62], [20, 21, 19, 20], [6, 8, 9, 11], [10, 14, 22, 27]);
        var silenceOnly = both with { Periods = [.. both.Periods.Select((p, i) => i == 0 ? p with { Exit = null } : p)] };

        var (two, one) = (SilentDiscontent.Of([both])[0].Tests!, SilentDiscontent.Of([silenceOnly])[0].Tests!);

        Assert.Null(one.ExitRises);
        Assert.Equal(two.SilenceRises, one.SilenceRises);
        Assert.Equal(Math.Max(one.SatisfactionFalls, one.SilenceRises!.Value), one.Joint, 1e-15);
    }

    /// <summary>One of twenty units looks bad by chance, and twenty looks must cost.</summary>
    [Fact]
    public void More_units_make_a_finding_harder()
    {
        var mild = Unit("Söder", [84, 79, 75, 66], [20, 21, 19, 20], [6, 6, 6, 6], [12, 14, 18, 24]);
        var calm = Unit("annan", [84, 84, 84, 84], [20, 20, 20, 20], [6, 6, 6, 6], [12, 12, 12, 12]);

        var alone = SilentDiscontent.Of([mild])[0];
        var among = SilentDiscontent.Of([mild, .. Enumerable.Repeat(calm, 19)]);

        Assert.Equal(DiscontentVerdict.Found, alone.Verdict);
        Assert.All(among, u => Assert.Equal(DiscontentVerdict.NotShown, u.Verdict));
        Assert.Equal(Math.Min(1, 20 * alone.Tests!.Joint), among[0].Tests!.Adjusted, 1e-12);
    }

    private static DiscontentSeries Unit(string name, int[] satisfied, int[] voice, int[] exit, int[] silent) =>
        new(name, [.. satisfied.Select((s, i) => new DiscontentPeriod($"{i + 1}", Of(s), Of(voice[i]), Of(exit[i]), Of(silent[i])))]);

    private static Share Of(int of120) => new(of120, 120, SampleDesign.TotalSurvey);
}
