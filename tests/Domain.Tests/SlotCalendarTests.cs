using Medborgardialog.Domain.Panels;
using Xunit;

namespace Medborgardialog.Domain.Tests;

public class SlotCalendarTests
{
    private static readonly DateOnly Today = new(2026, 1, 7);
    private static readonly DateOnly ThisWeek = new(2026, 1, 5);
    private static readonly DateTimeOffset Now = new(2026, 1, 7, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_week_has_one_booking_and_the_next_is_offered_the_earliest_week_that_is_free()
    {
        var calendar = new SlotCalendar([], cap: 3, Today);
        Assert.True(calendar.Book(Booking(ThisWeek), Now).IsSuccess);
        Assert.True(calendar.Book(Booking(ThisWeek.AddDays(7)), Now).IsSuccess);

        var refused = calendar.Book(Booking(ThisWeek), Now);

        Assert.Equal(new SlotTaken(ThisWeek, ThisWeek.AddDays(14)), refused.Error);
    }

    [Fact]
    public void A_full_quarter_offers_the_first_week_that_lies_wholly_in_the_next()
    {
        var calendar = new SlotCalendar([], cap: 1, Today);
        calendar.Book(Booking(ThisWeek), Now);

        var refused = calendar.Book(Booking(new(2026, 2, 2)), Now);

        // 30 March to 5 April lies in both, so it does not help.
        Assert.Equal(new QuarterFull(new(2026, 2, 2), new(2026, 4, 6)), refused.Error);
    }

    [Fact]
    public void A_higher_priority_takes_the_week_from_one_that_is_not_accepted_and_from_no_other()
    {
        var calendar = new SlotCalendar([], cap: 1, Today);
        var (wish, decision) = (Booking(ThisWeek, SlotPriority.Wish), Booking(ThisWeek.AddDays(7), SlotPriority.Decision));
        calendar.Book(wish, Now);

        var booked = calendar.Book(decision, Now);
        decision.Accept("Maria", Now);
        var late = calendar.Book(Booking(ThisWeek.AddDays(14), SlotPriority.Decision), Now);

        Assert.Same(wish, booked.Value!.Booking);
        Assert.Equal(SlotState.Refused, wish.State);
        Assert.IsType<QuarterFull>(late.Error);
    }

    [Fact]
    public void What_was_accepted_is_asked_for_anew_when_it_moves()
    {
        var calendar = new SlotCalendar([], cap: 1, Today);
        var booking = Booking(ThisWeek);
        calendar.Book(booking, Now);
        booking.Accept("Maria", Now);

        var moved = calendar.Move(booking, ThisWeek.AddDays(7));

        Assert.True(moved.IsSuccess);
        Assert.Equal((SlotState.Asked, ThisWeek.AddDays(7)), (booking.State, booking.Week));
    }

    [Fact]
    public void What_cannot_be_booked_is_said_by_name()
    {
        var calendar = new SlotCalendar([], cap: 1, Today);
        var gone = Booking(ThisWeek);
        gone.Cancel("Maria", Now);

        Assert.IsType<SlotWeekWrong>(calendar.Book(Booking(ThisWeek.AddDays(-7)), Now).Error);
        Assert.IsType<SlotWeekWrong>(calendar.Book(Booking(ThisWeek.AddDays(7 * SlotCalendar.Horizon)), Now).Error);
        Assert.IsType<SlotNotAsked>(calendar.Move(gone, ThisWeek).Error);
        Assert.IsType<SlotNotAsked>(gone.Accept("Maria", Now).Error);
        Assert.IsType<SlotWeekWrong>(SlotBooking.Ask(Guid.Empty, new(Guid.Empty, Today, null, "Buss", SlotPriority.Wish), "", Now).Error);
        Assert.IsType<SlotPurposeWrong>(SlotBooking.Ask(Guid.Empty, new(Guid.Empty, ThisWeek, null, " ", SlotPriority.Wish), "", Now).Error);
        Assert.IsType<SlotReasonWrong>(Booking(ThisWeek).Refuse("Maria", "", Now).Error);
    }

    /// <summary>
    /// Thousands of bookings, decisions, moves and cancellations in three panels with caps of their own, and after each of them the weeks and
    /// the quarters are counted from scratch.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void However_much_is_booked_no_week_has_two_no_quarter_too_many_and_a_refusal_offers_the_earliest_free_week(int seed)
    {
        var random = new Random(seed);
        var (refusals, gaveWay) = (0, 0);
        foreach (var cap in new[] { 1, 2, 5 })
        {
            var calendar = new SlotCalendar([], cap, Today);
            for (var step = 0; step < 500; step++)
            {
                var week = ThisWeek.AddDays(7 * random.Next(SlotCalendar.Horizon));
                var some = calendar.Bookings.Count == 0 ? null : calendar.Bookings[random.Next(calendar.Bookings.Count)];
                var what = random.Next(6);
                var error = what switch
                {
                    3 when some is not null => calendar.Move(some, week).Error,
                    4 when some is not null => (random.Next(2) == 0 ? some.Accept("", Now) : some.Refuse("", "Nej", Now)).Error,
                    5 when some is not null => Cancel(some),
                    _ => Book(week),
                };
                if (error is SlotTaken or QuarterFull)
                {
                    refusals++;
                    AssertIsEarliest(calendar, cap, error is SlotTaken taken ? taken.Next : ((QuarterFull)error).Next, week, what == 3 ? some : null);
                }

                AssertHolds(calendar, cap);

                Domain.Common.Error? Book(DateOnly at)
                {
                    var booked = calendar.Book(Booking(at, (SlotPriority)random.Next(3), step), Now);
                    gaveWay += booked.Value?.Booking is null ? 0 : 1;
                    return booked.Error;
                }
            }
        }

        Assert.True(refusals > 100 && gaveWay > 10, $"{refusals} refusals, {gaveWay} gave way");

        static Domain.Common.Error? Cancel(SlotBooking booking)
        {
            booking.Cancel("", Now);
            return null;
        }
    }

    /// <summary>People in one to three panels, asked in every week that a panel holds, as the budget allows.</summary>
    [Fact]
    public void Nobody_is_asked_more_often_in_a_quarter_than_the_lowest_of_their_panels_promises()
    {
        var random = new Random(7);
        int[] caps = [1, 2, 5];
        var calendars = caps.Select(cap => new SlotCalendar([], cap, Today)).ToList();
        foreach (var calendar in calendars)
        {
            for (var n = 0; n < 400; n++)
            {
                calendar.Book(Booking(ThisWeek.AddDays(7 * random.Next(SlotCalendar.Horizon)), (SlotPriority)random.Next(3)), Now);
            }
        }

        var people = Enumerable.Range(0, 200).Select(_ => Enumerable.Range(0, 3).Where(_ => random.Next(2) == 0).DefaultIfEmpty(random.Next(3)).Select(p => p % 3).Distinct().ToList()).ToList();
        var asked = people.Select(_ => new Dictionary<DateOnly, int>()).ToList();
        foreach (var (panel, day) in calendars.SelectMany((c, panel) => c.Bookings.Where(b => b.Holds).Select(b => (panel, Day: b.Week.AddDays(random.Next(7))))).OrderBy(w => w.Day))
        {
            for (var i = 0; i < people.Count; i++)
            {
                var quarter = WaveInvitation.QuarterOf(day);
                if (people[i].Contains(panel) && InvitationBudget.Allows(asked[i].GetValueOrDefault(quarter), people[i].Select(p => caps[p])))
                {
                    asked[i][quarter] = asked[i].GetValueOrDefault(quarter) + 1;
                }
            }
        }

        Assert.All(people.Zip(asked), p => Assert.All(p.Second.Values, count => Assert.InRange(count, 1, p.First.Min(panel => caps[panel]))));
        Assert.Contains(people.Zip(asked), p => p.First.Count == 1 && p.Second.Values.Max() == 5);
    }

    [Theory]
    [InlineData(50, 0.1, 500)]
    [InlineData(10, 1, 10)]
    [InlineData(7, 0.3, 24)]
    public void Letters_are_seats_over_the_share_that_joins(int seats, double share, int letters) =>
        Assert.Equal(new RecruitmentYield(letters, null, null), RecruitmentYield.Expected(seats, share));

    [Fact]
    public void What_has_been_seen_gives_a_range_around_the_number_of_letters()
    {
        var seen = RecruitmentYield.Observed(seats: 50, joined: 20, sent: 200);

        Assert.Equal(500, seen.Letters);
        Assert.InRange(seen.Fewest!.Value, 300, 499);
        Assert.InRange(seen.Most!.Value, 501, 800);
    }

    private static void AssertHolds(SlotCalendar calendar, int cap)
    {
        var held = calendar.Bookings.Where(b => b.State is SlotState.Asked or SlotState.Accepted).Select(b => b.Week).ToList();
        Assert.Equal(held.Count, held.Distinct().Count());
        foreach (var quarter in held.SelectMany(w => new[] { WaveInvitation.QuarterOf(w), WaveInvitation.QuarterOf(w.AddDays(6)) }).Distinct())
        {
            Assert.InRange(held.Count(w => WaveInvitation.QuarterOf(w) == quarter || WaveInvitation.QuarterOf(w.AddDays(6)) == quarter), 0, cap);
        }
    }

    /// <summary>Counted without the calendar's own help: the week that was offered is free, and none between it and the one that was wanted.</summary>
    private static void AssertIsEarliest(SlotCalendar calendar, int cap, DateOnly? offered, DateOnly wanted, SlotBooking? moving)
    {
        var held = calendar.Bookings.Where(b => b.State is SlotState.Asked or SlotState.Accepted).Where(b => b != moving).Select(b => b.Week).ToHashSet();
        bool IsFree(DateOnly week) => !held.Contains(week)
            && new[] { WaveInvitation.QuarterOf(week), WaveInvitation.QuarterOf(week.AddDays(6)) }
                .All(q => held.Count(w => WaveInvitation.QuarterOf(w) == q || WaveInvitation.QuarterOf(w.AddDays(6)) == q) < cap);
        var weeks = Enumerable.Range(0, SlotCalendar.Horizon).Select(n => ThisWeek.AddDays(7 * n)).Where(w => w >= wanted);

        Assert.Equal(weeks.Where(IsFree).Select(w => (DateOnly?)w).FirstOrDefault(), offered);
    }

    private static SlotBooking Booking(DateOnly week, SlotPriority priority = SlotPriority.Planned, int minute = 0) =>
        SlotBooking.Ask(Guid.Empty, new(Guid.CreateVersion7(), week, null, "Buss", priority), "Maria", Now.AddMinutes(minute)).Value!;
}
