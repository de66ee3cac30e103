using System.Globalization;
using Medborgardialog.Domain.Calendar;
using Medborgardialog.Domain.Evidence.Measures;
using Medborgardialog.Domain.Organisation;
using Xunit;

namespace Medborgardialog.Domain.Tests;

public class MeetingChoiceTests
{
    private static readonly DateOnly[] _meetings = [new(2026, 9, 1), new(2026, 10, 6), new(2026, 11, 3), new(2026, 12, 8)];

    [Theory]
    [InlineData("2026-08-01", "2026-12-31", "2026-09-01")]
    [InlineData("2026-08-05", "2026-12-31", "2026-10-06")]
    [InlineData("2026-09-08", "2026-10-06", "2026-10-06")]
    public void The_first_meeting_that_the_report_can_be_ready_for_is_suggested(string result, string promised, string expected)
    {
        var planned = MeetingChoice.Of(DateOnly.Parse(result, CultureInfo.InvariantCulture), DateOnly.Parse(promised, CultureInfo.InvariantCulture), _meetings, MeetingLead.Usual, chosen: null);

        Assert.Equal(MeetingFit.Fits, planned.Fit);
        Assert.False(planned.IsChosen);
        Assert.Equal(DateOnly.Parse(expected, CultureInfo.InvariantCulture), planned.Days!.Meeting);
    }

    [Fact]
    public void No_meeting_within_the_promise_is_said()
    {
        var planned = MeetingChoice.Of(new DateOnly(2026, 9, 10), new DateOnly(2026, 10, 20), _meetings, MeetingLead.Usual, chosen: null);

        Assert.Equal(new PlannedDays(null, MeetingFit.None, IsChosen: false), planned);
    }

    [Theory]
    [InlineData("2026-12-08", MeetingFit.AfterPromise)]
    [InlineData("2026-10-06", MeetingFit.BeforeResult)]
    [InlineData("2026-11-03", MeetingFit.Fits)]
    public void A_chosen_meeting_stands_and_says_what_is_wrong_with_it(string chosen, MeetingFit fit)
    {
        var planned = MeetingChoice.Of(new DateOnly(2026, 9, 20), new DateOnly(2026, 11, 30), _meetings, MeetingLead.Usual, DateOnly.Parse(chosen, CultureInfo.InvariantCulture));

        Assert.True(planned.IsChosen);
        Assert.Equal(fit, planned.Fit);
        Assert.Equal(DateOnly.Parse(chosen, CultureInfo.InvariantCulture), planned.Days!.Meeting);
    }

    [Fact]
    public void Meetings_that_have_been_are_kept_and_none_is_added_among_them()
    {
        var committee = new Committee("namnden", "Nämnden", "NN");
        committee.SetMeetings([new DateOnly(2026, 9, 1), new DateOnly(2026, 10, 6)]);
        var today = new DateOnly(2026, 9, 15);

        var past = committee.PlanMeetings([new DateOnly(2026, 9, 2)], MeetingLead.Usual, today);
        var lead = committee.PlanMeetings([new DateOnly(2026, 11, 3)], new MeetingLead(10, 5, 20), today);
        var many = committee.PlanMeetings([.. Enumerable.Range(1, Committee.MostMeetings + 1).Select(i => today.AddDays(i))], MeetingLead.Usual, today);
        var planned = committee.PlanMeetings([new DateOnly(2026, 11, 3), new DateOnly(2026, 11, 3)], new MeetingLead(5, 10, 20), today);

        Assert.Equal(new MeetingHasBeen(new DateOnly(2026, 9, 2)), past.Error);
        Assert.IsType<MeetingLeadWrong>(lead.Error);
        Assert.IsType<MeetingsTooMany>(many.Error);
        Assert.True(planned.IsSuccess);
        Assert.Equal([new DateOnly(2026, 9, 1), new DateOnly(2026, 11, 3)], committee.Meetings);
        Assert.Equal(new MeetingLead(5, 10, 20), committee.Lead);
    }
}
