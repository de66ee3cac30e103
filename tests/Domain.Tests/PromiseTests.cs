using Medborgardialog.Domain.Promises;
using Medborgardialog.Domain.Reports;
using Xunit;

namespace Medborgardialog.Domain.Tests;

public class PromiseTests
{
    private static readonly DateOnly Today = new(2027, 12, 1);
    private static readonly DateTimeOffset Then = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly FeedbackActor Writer = new(Guid.CreateVersion7(), "Karin Mallberg");

    [Theory]
    [InlineData("november 2027", "2027-11-30")]
    [InlineData("Februari 2028", "2028-02-29")]
    [InlineData("senast i maj 2027", "2027-05-31")]
    [InlineData("2027", "2027-12-31")]
    [InlineData("våren 2028", "2028-05-31")]
    [InlineData("sommaren 2028", "2028-08-31")]
    [InlineData("vintern 2027/28", "2028-02-29")]
    [InlineData("vintern 2027–2028", "2028-02-29")]
    [InlineData("kvartal 2 2028", "2028-06-30")]
    [InlineData("tredje kvartalet 2028", "2028-09-30")]
    [InlineData("hösten 2027 till våren 2028", "2028-05-31")]
    [InlineData("2027-03-31", "2027-03-31")]
    [InlineData("senast 2027-03-15.", "2027-03-15")]
    [InlineData("31/3 2027", "2027-03-31")]
    [InlineData("den 15 mars 2027", "2027-03-15")]
    [InlineData("10–15 mars 2027", "2027-03-15")]
    [InlineData("2 maj–5 juni 2027", "2027-06-05")]
    [InlineData("2027-03", "2027-03-31")]
    [InlineData("nov. 2027", "2027-11-30")]
    [InlineData("markarbeten klara 2027", "2027-12-31")]
    [InlineData("vårdcentralen 2027", "2027-12-31")]
    [InlineData("augustinska skolan juni 2027", "2027-06-30")]
    [InlineData("till julen 2027", "2027-12-31")]
    [InlineData("årsskiftet 2027/28", "2027-12-31")]
    [InlineData("årsskiftet 2027", "2027-12-31")]
    [InlineData("2027/28", "2028-12-31")]
    [InlineData("första halvåret 2028", "2028-06-30")]
    [InlineData("Q2 2028", "2028-06-30")]
    [InlineData("vecka 12 2027", "2027-03-28")]
    [InlineData("2027-02-30", null)]
    [InlineData("31 februari 2027", null)]
    [InlineData("3/2027", null)]
    [InlineData("20 platser klara 2027", null)]
    [InlineData("november", null)]
    [InlineData("när pengarna räcker", null)]
    [InlineData("12345", null)]
    [InlineData("", null)]
    public void A_time_in_words_has_a_last_day_where_a_year_is_said(string when, string? day) =>
        Assert.Equal(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), PlannedTime.LastDay(when));

    [Theory]
    [InlineData(PointStatus.NotStarted, "2027-11-30", true)]
    [InlineData(PointStatus.Underway, "2027-12-01", false)]
    [InlineData(PointStatus.Underway, null, false)]
    [InlineData(PointStatus.Changed, "2028-01-31", false)]
    [InlineData(PointStatus.Changed, "2027-10-31", true)]
    [InlineData(PointStatus.Done, "2029-01-31", true)]
    [InlineData(PointStatus.Stopped, null, true)]
    public void It_can_be_said_whether_a_promise_was_kept_when_its_day_has_passed_or_it_has_ended(PointStatus status, string? due, bool open)
    {
        var point = new PointProgress(status, due is null ? null : DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), ToldOn: null);

        var moment = PromiseMoment.Of([point, new PointProgress(Status: null, Due: null, ToldOn: null)], Today);

        Assert.Equal((open, true), (moment.IsOpen, moment.HasPromises));
        Assert.Equal(open ? null : point.Due, moment.OpensOn);
    }

    /// <summary>The vote opens when May 2027 has passed; whatever the rated committee says after that, it does not close.</summary>
    [Theory]
    [InlineData(PointStatus.Underway, "december 2028", "2027-05-31", false)]
    [InlineData(PointStatus.Underway, "december 2028", "2027-06-01", true)]
    [InlineData(PointStatus.Changed, "våren 2029", "2027-06-01", true)]
    [InlineData(PointStatus.NotStarted, "när pengarna räcker", "2027-06-01", true)]
    [InlineData(PointStatus.Underway, "mars 2027", "2027-04-01", true)]
    public void A_new_time_does_not_close_a_vote_that_has_been_opened(PointStatus status, string when, string today, bool open)
    {
        var feedback = Promised("maj 2027");
        Assert.True(feedback.FollowUp(feedback.Points[0].Id, status, "Det dröjer.", when, Writer, Then).IsSuccess);

        var moment = PromiseMoment.Of(PointProgress.ListOf(feedback, At), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal((open, open ? null : new DateOnly(2027, 5, 31)), (moment.IsOpen, moment.OpensOn));
    }

    [Theory]
    [InlineData(PointStatus.Done)]
    [InlineData(PointStatus.Stopped)]
    public void What_was_done_or_stopped_once_can_be_rated_also_when_it_is_taken_up_again(PointStatus ended)
    {
        var feedback = Promised("december 2030");
        Assert.True(feedback.FollowUp(feedback.Points[0].Id, ended, "Så är det.", "", Writer, Then).IsSuccess);
        Assert.True(feedback.FollowUp(feedback.Points[0].Id, PointStatus.Underway, "Det tas upp igen.", "december 2031", Writer, Then).IsSuccess);

        Assert.True(PromiseMoment.Of(PointProgress.ListOf(feedback, At), Today).IsOpen);
    }

    [Fact]
    public void Where_nothing_was_promised_there_is_nothing_to_say() =>
        Assert.Equal(PromiseMoment.None, PromiseMoment.Of([new PointProgress(Status: null, Due: null, ToldOn: null)], Today));

    [Fact]
    public void What_is_said_later_takes_the_place_of_what_was_said_before()
    {
        var vote = PromiseVote.Give(new byte[PromiseVote.TagBytes], Guid.CreateVersion7(), PromiseChoice.Kept, " Det blev bra. ").Value!;

        var changed = vote.Say(PromiseChoice.Broken, "");
        var refused = vote.Say((PromiseChoice)9, "Ny");

        Assert.True(changed.IsSuccess);
        Assert.IsType<PromiseChoiceMissing>(refused.Error);
        Assert.Equal((PromiseChoice.Broken, ""), (vote.Choice, vote.Why));
    }

    [Fact]
    public void A_vote_needs_a_choice_and_a_reason_of_at_most_300_characters()
    {
        var silent = PromiseVote.Give([], Guid.Empty, choice: null, "");
        var long301 = PromiseVote.Give([], Guid.Empty, PromiseChoice.Kept, new string('å', 301));
        var long300 = PromiseVote.Give([], Guid.Empty, PromiseChoice.Kept, new string('å', 300));

        Assert.IsType<PromiseChoiceMissing>(silent.Error);
        Assert.Equal(new PromiseWhyTooLong(1, 300), long301.Error);
        Assert.True(long300.IsSuccess);
    }

    [Fact]
    public void The_quota_is_told_ten_votes_at_a_time_and_never_for_fewer()
    {
        var quota = new PromiseQuota(Guid.CreateVersion7());
        var told = new List<int>();
        for (var votes = 1; votes <= 35; votes++)
        {
            if (quota.Tell(new PromiseCounts(votes, 0, 0, 0), listed: null, Today))
            {
                told.Add(quota.Votes);
            }
        }

        Assert.Equal([10, 20, 30], told);
        Assert.Equal(30, quota.Kept);
    }

    [Fact]
    public void Changed_votes_alone_do_not_change_what_is_told()
    {
        var quota = new PromiseQuota(Guid.CreateVersion7());
        quota.Tell(new PromiseCounts(10, 0, 0, 0), listed: null, Today);

        Assert.False(quota.Tell(new PromiseCounts(9, 0, 1, 0), listed: null, Today));
        Assert.Equal((10, 0), (quota.Kept, quota.Broken));
    }

    /// <summary>Where few were on the list, a neighbour who is known to have voted is known to have said what all said.</summary>
    [Theory]
    [InlineData(10, 0, 0, 34, false)]
    [InlineData(6, 4, 0, 34, false)]
    [InlineData(5, 3, 2, 34, true)]
    [InlineData(6, 3, 2, 34, false)]
    [InlineData(10, 10, 0, 49, true)]
    [InlineData(10, 0, 0, 50, true)]
    [InlineData(10, 0, 0, null, true)]
    public void In_a_small_closed_group_the_quota_is_told_at_each_tenth_vote_and_only_where_five_say_otherwise(int kept, int partly, int broken, int? listed, bool told) =>
        Assert.Equal(told, new PromiseQuota(Guid.CreateVersion7()).Tell(new PromiseCounts(kept, partly, broken, 0), listed, Today));

    private static DateOnly At(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    /// <summary>A public answer with one measure.</summary>
    private static DecisionFeedback Promised(string when)
    {
        var point = new FeedbackPoint(Guid.CreateVersion7(), ThemeId: null, "Bänkar", "Sätt upp bänkar.", CommitteeDecision.Yes, "Sätter upp tio bänkar.", "", when, "Parkchefen");
        var feedback = new DecisionFeedback(Guid.CreateVersion7(), Guid.CreateVersion7());
        Assert.True(feedback.Write(new FeedbackText([point], "Nämnden säger ja.", Changed: false, "Förslaget höll.", "", new DateOnly(2027, 1, 20), "§ 4", "SBN 2027/1"), Writer, Then).IsSuccess);
        Assert.True(feedback.Submit(reportId: null, [], Writer, Then).IsSuccess);
        Assert.True(feedback.Approve(new FeedbackActor(Guid.CreateVersion7(), "Bengt Exempelström"), Then).IsSuccess);
        return feedback;
    }
}
