using Medborgardialog.Domain.Reports;
using Medborgardialog.Domain.Traces;
using Xunit;
using static Medborgardialog.Domain.Traces.TraceState;

namespace Medborgardialog.Domain.Tests;

/// <summary>A rådslag that closes on 14 June, is public on 17 June and promised an answer by 30 September 2026.</summary>
public class ContributionTraceTests
{
    private static readonly DateOnly Closing = new(2026, 6, 14);
    private static readonly DateOnly Promised = new(2026, 9, 30);
    private static readonly DateOnly Counted = new(2026, 6, 15);
    private static readonly DateOnly Reported = new(2026, 6, 20);
    private static readonly DateOnly Answered = new(2026, 9, 22);

    private static readonly TraceFacts Open = new()
    {
        ClosesAt = new DateTimeOffset(2026, 6, 14, 22, 0, 0, TimeSpan.Zero), ClosingDay = Closing, ResultsAt = new DateTimeOffset(2026, 6, 17, 6, 0, 0, TimeSpan.Zero), PromisedAt = Promised,
    };

    private static readonly TraceFacts WithReport = Open with { CountedOn = Counted, ReportedOn = Reported, Themes = 2 };
    private static readonly TraceFacts WithAnswer = WithReport with { AnsweredOn = Answered, DecidedOn = new DateOnly(2026, 9, 20) };

    /// <summary>Received, counted, reported, themes, answered, decided, followed up.</summary>
    public static TheoryData<string, string, TraceState[]> Phases => new()
    {
        { "open", "2026-06-01", [Done, Coming, Coming, Coming, Coming, Coming, Coming] },
        { "open", "2026-06-15", [Done, Underway, Coming, Coming, Coming, Coming, Coming] },
        { "counted", "2026-06-15", [Done, Done, Underway, Underway, Coming, Coming, Coming] },
        { "reported", "2026-06-16", [Done, Done, Underway, Underway, Coming, Coming, Coming] },
        { "reported", "2026-06-21", [Done, Done, Done, Done, Underway, Coming, Coming] },
        { "reported", "2026-09-30", [Done, Done, Done, Done, Underway, Coming, Coming] },
        { "reported", "2026-10-01", [Done, Done, Done, Done, Late, Coming, Coming] },
        { "counted", "2026-10-01", [Done, Done, Late, Late, Late, Coming, Coming] },
        { "answered", "2026-10-01", [Done, Done, Done, Done, Done, Done, Coming] },
        { "begun", "2026-10-01", [Done, Done, Done, Done, Done, Done, Underway] },
        { "begun", "2027-12-01", [Done, Done, Done, Done, Done, Done, Late] },
        { "kept", "2027-12-01", [Done, Done, Done, Done, Done, Done, Done] },
        { "refused", "2026-10-01", [Done, Done, Done, Done, Done, Done, Done] },
        { "cancelled", "2026-06-01", [Done, Never, Never, Never, Never, Never, Never] },
    };

    [Theory]
    [MemberData(nameof(Phases))]
    public void Each_step_is_done_under_way_coming_late_or_will_never_come(string facts, string day, TraceState[] states)
    {
        var lines = ContributionTrace.Of(Facts(facts), At(day), DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(states, lines.Select(l => l.State));
        Assert.DoesNotContain(lines, l => l.Step == TraceStep.Moderated);
    }

    [Fact]
    public void An_answer_has_no_day_of_its_own_and_what_is_to_come_says_when_it_is_promised()
    {
        var lines = ContributionTrace.Of(Open, At("2026-06-01"), new DateOnly(2026, 6, 1)).ToDictionary(l => l.Step);

        Assert.Null(lines[TraceStep.Received].Day);
        Assert.Equal(Closing, lines[TraceStep.Counted].Until);
        Assert.Equal(Promised, lines[TraceStep.Reported].Until);
        Assert.Equal(Promised, lines[TraceStep.Answered].Until);
    }

    [Fact]
    public void What_has_happened_says_on_which_day()
    {
        var lines = ContributionTrace.Of(Facts("kept"), At("2027-12-01"), new DateOnly(2027, 12, 1)).ToDictionary(l => l.Step);

        Assert.Equal(
            [Counted, Reported, Answered, new DateOnly(2026, 9, 20), new DateOnly(2027, 11, 3)],
            new[] { TraceStep.Counted, TraceStep.Reported, TraceStep.Answered, TraceStep.Decided, TraceStep.FollowedUp }.Select(s => lines[s].Day!.Value));
    }

    [Fact]
    public void Of_what_is_late_the_earliest_day_is_said_and_of_what_is_to_come_the_next()
    {
        var points = new[] { new PointProgress(PointStatus.NotStarted, new DateOnly(2026, 12, 31), null), new PointProgress(PointStatus.Underway, new DateOnly(2027, 3, 31), null) };
        var facts = WithAnswer with { Points = points };

        var before = ContributionTrace.Of(facts, At("2026-11-01"), new DateOnly(2026, 11, 1))[^1];
        var after = ContributionTrace.Of(facts, At("2027-05-01"), new DateOnly(2027, 5, 1))[^1];

        Assert.Equal((Underway, new DateOnly(2026, 12, 31)), (before.State, before.Until));
        Assert.Equal((Late, new DateOnly(2026, 12, 31)), (after.State, after.Until));
    }

    [Fact]
    public void A_post_is_reviewed_instead_of_counted()
    {
        var posted = new DateOnly(2026, 5, 20);

        var seen = ContributionTrace.Of(WithReport with { Post = new TracedPost(posted, IsHeld: false, HiddenOn: null) }, At("2026-07-01"), new DateOnly(2026, 7, 1));
        var held = ContributionTrace.Of(Open with { Post = new TracedPost(posted, IsHeld: true, HiddenOn: null) }, At("2026-05-21"), new DateOnly(2026, 5, 21));

        Assert.Equal([TraceStep.Received, TraceStep.Moderated, TraceStep.Reported, TraceStep.Themed, TraceStep.Answered, TraceStep.Decided, TraceStep.FollowedUp], seen.Select(l => l.Step));
        Assert.Equal(posted, seen[0].Day);
        Assert.Equal(Underway, held[1].State);
    }

    [Fact]
    public void A_hidden_post_goes_no_further()
    {
        var hidden = new DateOnly(2026, 5, 22);

        var lines = ContributionTrace.Of(WithAnswer with { Post = new TracedPost(new DateOnly(2026, 5, 20), IsHeld: false, hidden) }, At("2026-10-01"), new DateOnly(2026, 10, 1));

        Assert.Equal([TraceStep.Received, TraceStep.Moderated], lines.Select(l => l.Step));
        Assert.Equal((Done, hidden), (lines[1].State, lines[1].Day));
    }

    [Fact]
    public void A_report_without_themes_has_no_such_step()
    {
        var lines = ContributionTrace.Of(WithReport with { Themes = 0 }, At("2026-07-01"), new DateOnly(2026, 7, 1));

        Assert.DoesNotContain(lines, l => l.Step == TraceStep.Themed);
    }

    private static TraceFacts Facts(string name)
    {
        PointProgress Point(PointStatus? status, DateOnly? told = null) => new(status, new DateOnly(2027, 11, 30), told);
        return name switch
        {
            "open" => Open,
            "counted" => Open with { CountedOn = Counted },
            "reported" => WithReport,
            "answered" => WithAnswer with { Points = [Point(null), Point(PointStatus.NotStarted)] },
            "begun" => WithAnswer with { Points = [Point(PointStatus.Underway, new DateOnly(2026, 9, 28)), Point(PointStatus.NotStarted)] },
            "kept" => WithAnswer with { Points = [Point(PointStatus.Done, new DateOnly(2027, 11, 3)), Point(PointStatus.Stopped, new DateOnly(2027, 2, 1)), Point(null)] },
            "refused" => WithAnswer with { Points = [Point(null)] },
            "cancelled" => Open with { IsCancelled = true },
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
    }

    private static DateTimeOffset At(string day) => new(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(23, 0), TimeSpan.Zero);
}
