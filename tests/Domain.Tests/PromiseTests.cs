using Medborgardialog.Domain.Promises;
using Medborgardialog.Domain.Reports;
using Xunit;

namespace Medborgardialog.Domain.Tests;

public class PromiseTests
{
    private static readonly DateOnly Today = new(2027, 12, 1);

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
            if (quota.Tell(new PromiseCounts(votes, 0, 0, 0), Today))
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
        quota.Tell(new PromiseCounts(10, 0, 0, 0), Today);

        Assert.False(quota.Tell(new PromiseCounts(9, 0, 1, 0), Today));
        Assert.Equal((10, 0), (quota.Kept, quota.Broken));
    }
}
