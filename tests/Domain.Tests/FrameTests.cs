using Medborgardialog.Domain.Frames;
using Xunit;

namespace Medborgardialog.Domain.Tests;

public class FrameTests
{
    private static readonly DateTimeOffset Opens = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Closes = Opens.AddDays(21);
    private static readonly FrameSettings Settings = new("Folkbokföringen", new DateOnly(2026, 3, 1), 16, null, []);

    [Theory]
    [InlineData("2010-03-01", "2026-03-01", 16)]
    [InlineData("2010-03-02", "2026-03-01", 15)]
    [InlineData("2008-02-29", "2026-02-28", 17)]
    [InlineData("2008-02-29", "2026-03-01", 18)]
    [InlineData("2026-03-01", "2026-03-01", 0)]
    public void Age_is_whole_years_at_the_day(string born, string day, int age) =>
        Assert.Equal(age, AgeBand.AgeAt(DateOnly.Parse(born, null), DateOnly.Parse(day, null)));

    [Fact]
    public void The_groups_are_those_of_the_population_with_the_usual_below_them()
    {
        var groups = AgeBand.Groups(["16–24", "25–44", "45–64", "65–79", "80+"]);

        Assert.Equal(["0–12", "13–15", "16–24", "25–44", "45–64", "65–79", "80+"], groups.Select(g => g.Name));
        Assert.Equal(["13–15", "16–24", "80+"], new[] { 15, 16, 101 }.Select(a => AgeBand.Of(a, groups)));
        Assert.Equal(["18-29", "30+"], AgeBand.Groups(["18-29", "30+"]).Where(g => g.From >= 18).Select(g => g.Name));
        Assert.Equal(AgeBand.Usual, AgeBand.Groups(["unga", ""]));
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(null, 131)]
    [InlineData(20, 19)]
    public void Impossible_limits_of_age_are_refused(int? youngest, int? oldest) =>
        Assert.Equal(new FrameSettingsWrong("ages"), (Settings with { Youngest = youngest, Oldest = oldest }).Check(new DateOnly(2026, 3, 1)).Error);

    [Fact]
    public void A_source_and_a_day_near_today_are_asked_for()
    {
        var today = new DateOnly(2026, 3, 1);

        Assert.Equal(new FrameSettingsWrong("source"), (Settings with { Source = " " }).Check(today).Error);
        Assert.Equal(new FrameSettingsWrong("referenceDate"), (Settings with { ReferenceDate = default }).Check(today).Error);
        Assert.Equal(new FrameSettingsWrong("referenceDate"), (Settings with { ReferenceDate = new DateOnly(2062, 3, 1) }).Check(today).Error);
        Assert.True(Settings.Check(today).IsSuccess);
    }

    /// <summary>Instants before and at each border, for a frame without times of its own and for one with them.</summary>
    [Theory]
    [InlineData(-1, false, typeof(CodeNotYetOpen))]
    [InlineData(0, false, null)]
    [InlineData(21 * 86_400 - 1, false, null)]
    [InlineData(21 * 86_400, false, typeof(CodeExpired))]
    [InlineData(86_400 - 1, true, typeof(CodeNotYetOpen))]
    [InlineData(86_400, true, null)]
    [InlineData(2 * 86_400 - 1, true, null)]
    [InlineData(2 * 86_400, true, typeof(CodeExpired))]
    public void A_code_works_while_both_the_dialogue_and_the_frame_say_so(int seconds, bool ownTimes, Type? refused)
    {
        var frame = new Frame(
            Guid.Empty, ownTimes ? Settings with { ValidFrom = Opens.AddDays(1), ValidUntil = Opens.AddDays(2) } : Settings, 1, Guid.Empty, Opens);

        var opened = Frame.Opens(frame, Person(frame), Opens, Closes, Opens.AddSeconds(seconds));

        Assert.Equal(refused, opened.Error?.GetType());
    }

    [Fact]
    public void A_dialogue_without_times_is_not_open_yet_and_one_that_was_cancelled_is_over()
    {
        var frame = new Frame(Guid.Empty, Settings, 1, Guid.Empty, Opens);

        Assert.Equal(new CodeNotYetOpen(null), Frame.Opens(frame, Person(frame), null, null, Opens).Error);
        Assert.IsType<CodeExpired>(Frame.Opens(frame, Person(frame), Opens, Opens.AddHours(1), Opens.AddHours(2)).Error);
    }

    [Fact]
    public void Somebody_who_was_taken_out_is_as_unknown_as_nobody_at_all()
    {
        var frame = new Frame(Guid.Empty, Settings, 1, Guid.Empty, Opens);
        var person = Person(frame);
        Assert.True(person.Revoke().IsSuccess);

        Assert.IsType<CodeUnknown>(Frame.Opens(frame, person, Opens, Closes, Opens).Error);
        Assert.IsType<CodeUnknown>(Frame.Opens(frame, null, Opens, Closes, Closes).Error);
        Assert.IsType<CodeUnknown>(Frame.Opens(null, Person(frame), Opens, Closes, Opens.AddDays(-1)).Error);
        Assert.IsType<CodeNotActive>(person.Revoke().Error);
    }

    private static FramePerson Person(Frame frame) => new(frame.Id, "16–24", "Centrum", "", "sv", FrameContact.None);
}
