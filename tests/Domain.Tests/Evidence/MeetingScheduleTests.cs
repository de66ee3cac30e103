using CsCheck;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence.Measures;
using Xunit;

namespace Medborgardialog.Domain.Tests.Evidence;

public class MeetingScheduleTests
{
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 36_500].Select(d => new DateOnly(2000, 1, 1).AddDays(d));

    /// <summary>Monday 13 April 2026. A week before is Easter Monday, and 3 April Good Friday, so papers go out on Maundy Thursday. The others are Mondays without anything.</summary>
    [Fact]
    public void Days_off_move_a_deadline_to_the_office_day_before() =>
        Assert.Equal(
            new MeetingDays(new(2026, 3, 16), new(2026, 3, 30), new(2026, 4, 2), new(2026, 4, 13)),
            MeetingSchedule.Backwards(new DateOnly(2026, 4, 13), MeetingLead.Usual).Value);

    [Fact]
    public void In_order_on_office_days_and_never_later_than_asked_for() =>
        Gen.Select(Day, Gen.Int[0, 60], Gen.Int[0, 60], Gen.Int[0, 60]).Sample((meeting, papers, more, most) =>
        {
            var days = MeetingSchedule.Backwards(meeting, new MeetingLead(papers, papers + more, papers + more + most)).Value!;

            Assert.True(days.CutOff <= days.ReportDue && days.ReportDue <= days.PapersOut && days.PapersOut <= days.Meeting);
            Assert.All([days.CutOff, days.ReportDue, days.PapersOut], d => Assert.True(SwedishCalendar.IsOfficeDay(d)));

            // The longest stretch of closed days is that of Christmas or Easter, at most five.
            Assert.InRange(meeting.AddDays(-papers).DayNumber - days.PapersOut.DayNumber, 0, 5);
        });

    [Theory]
    [InlineData(-1, 14, 28)]
    [InlineData(14, 7, 28)]
    [InlineData(7, 28, 14)]
    [InlineData(7, 14, 366)]
    public void A_report_is_done_before_its_papers_go_out(int papers, int report, int cutOff) =>
        Assert.IsType<MeetingLeadWrong>(MeetingSchedule.Backwards(new DateOnly(2026, 4, 13), new MeetingLead(papers, report, cutOff)).Error);

    /// <summary>
    /// Promised Friday 24 July 2026: 30 days before is Wednesday 24 June; 7 before is Friday 17; the day after is a Saturday and still said; 14 after is Friday 7 August.
    /// </summary>
    [Fact]
    public void Around_a_promise() =>
        Assert.Equal(
            [new(PromiseStep.RemindEarly, new(2026, 6, 24)), new(PromiseStep.RemindLate, new(2026, 7, 17)), new(PromiseStep.SayLate, new(2026, 7, 25)), new(PromiseStep.Escalate, new(2026, 8, 7))],
            MeetingSchedule.Around(new DateOnly(2026, 7, 24)));

    /// <summary>Promised 21 July and 11 December: T−30 is Sunday after Midsummer, whose eve is Friday 19 June; T+14 is Christmas Day, then Boxing Day and a Sunday.</summary>
    [Fact]
    public void Midsummer_and_Christmas()
    {
        Assert.Equal(new DateOnly(2026, 6, 18), MeetingSchedule.Around(new DateOnly(2026, 7, 21))[0].Day);
        Assert.Equal(new DateOnly(2026, 12, 28), MeetingSchedule.Around(new DateOnly(2026, 12, 11))[3].Day);
    }

    [Fact]
    public void Reminders_come_no_later_and_the_escalation_no_earlier_than_said() =>
        Day.Sample(promised =>
        {
            var days = MeetingSchedule.Around(promised).ToDictionary(d => d.Step, d => d.Day.DayNumber - promised.DayNumber);

            Assert.InRange(days[PromiseStep.RemindEarly], -35, -30);
            Assert.InRange(days[PromiseStep.RemindLate], -12, -7);
            Assert.Equal(1, days[PromiseStep.SayLate]);
            Assert.InRange(days[PromiseStep.Escalate], 14, 19);
        });
}
