using Medborgardialog.Application.Panels;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Panels;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class PanelSlotTests : UseCaseTest
{
    private static readonly DateOnly Week = SlotBooking.MondayOf(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date)).AddDays(14);

    public PanelSlotTests() => User.Roles.Add(Role.Officer);

    [Fact]
    public async Task Of_many_who_want_the_same_week_at_once_one_gets_it()
    {
        var panel = await Data.PanelAsync();

        var booked = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<BookSlotHandler>().HandleAsync(Command(panel, Week), CancellationToken);
        }));

        Assert.Single(booked, b => b.IsSuccess);
        Assert.All(booked.Where(b => !b.IsSuccess), b => Assert.Equal(Week, Assert.IsType<SlotTaken>(b.Error).Week));
        Assert.Equal(1, await Db.Set<SlotBooking>().CountAsync(CancellationToken));
    }

    [Fact]
    public async Task One_of_higher_priority_takes_the_week_and_the_other_takes_the_week_it_is_offered()
    {
        var panel = await Data.PanelAsync();
        var wish = await BookAsync(panel, Week, SlotPriority.Wish);

        var decision = await Use<BookSlotHandler>().HandleAsync(Command(panel, Week, SlotPriority.Decision), CancellationToken);
        var refused = Assert.Single((await CalendarAsync(panel)).Refused);
        var moved = await Use<MoveSlotHandler>().HandleAsync(new(panel.Slug, wish, refused.Offer!.Value), CancellationToken);

        Assert.Equal("Buss", decision.Value!.GaveWay);
        Assert.Equal(wish, refused.Booking.Id);
        Assert.True(moved.IsSuccess);
        var calendar = await CalendarAsync(panel);
        Assert.Equal(decision.Value.Id, calendar.Slots.HolderOf(Week)?.Id);
        Assert.Equal(wish, calendar.Slots.HolderOf(refused.Offer.Value)?.Id);
        Assert.Equal([SlotPriority.Decision, SlotPriority.Wish], calendar.Waiting.Select(b => b.Priority));
    }

    [Fact]
    public async Task What_is_decided_stands_in_the_log_and_is_not_decided_twice()
    {
        var panel = await Data.PanelAsync();
        var first = await BookAsync(panel, Week);
        var accepted = await Use<AcceptSlotHandler>().HandleAsync(new(panel.Slug, first), CancellationToken);
        var again = await Use<RefuseSlotHandler>().HandleAsync(new(panel.Slug, first, "Nej"), CancellationToken);
        var cancelled = await Use<CancelSlotHandler>().HandleAsync(new(panel.Slug, first), CancellationToken);
        var second = await BookAsync(panel, Week);
        var refused = await Use<RefuseSlotHandler>().HandleAsync(new(panel.Slug, second, "Panelen har nyss fått frågor."), CancellationToken);

        Assert.True(accepted.IsSuccess && cancelled.IsSuccess && refused.IsSuccess);
        Assert.IsType<SlotNotAsked>(again.Error);
        var log = await Db.Set<AuditEntry>().Where(a => a.SubjectId == panel.Id).OrderBy(a => a.Id).Select(a => $"{a.Action}: {a.Reason}").ToListAsync(CancellationToken);
        Assert.Equal(
            ["panel.slotBooked: Buss", "panel.slotAccepted: Buss", "panel.slotCancelled: Buss", "panel.slotBooked: Buss", "panel.slotRefused: Buss: Panelen har nyss fått frågor."],
            log);
    }

    [Fact]
    public async Task What_is_wrong_is_said_by_name_and_others_than_officers_find_nothing()
    {
        var panel = await Data.PanelAsync(TestData.PanelSettings(perQuarter: 1));
        var booked = await BookAsync(panel, Week);
        var right = Command(panel, Week);

        Assert.IsType<SlotCommitteeUnknown>((await TryAsync(right with { Committee = "finns-inte" })).Error);
        Assert.IsType<SlotPriorityUnknown>((await TryAsync(right with { Priority = (SlotPriority)9 })).Error);
        Assert.IsType<WaveNotFound>((await TryAsync(right with { Wave = 7 })).Error);
        Assert.IsType<SlotPurposeWrong>((await TryAsync(right with { Purpose = " " })).Error);
        Assert.IsType<SlotWeekWrong>((await TryAsync(right with { Week = Week.AddYears(-1) })).Error);
        Assert.IsType<SlotNotFound>((await Use<AcceptSlotHandler>().HandleAsync(new(panel.Slug, Guid.CreateVersion7()), CancellationToken)).Error);
        User.Roles.Clear();
        User.Roles.Add(Role.Moderator);
        Assert.IsType<PanelNotFound>((await TryAsync(right)).Error);
        Assert.IsType<PanelNotFound>((await Use<CancelSlotHandler>().HandleAsync(new(panel.Slug, booked), CancellationToken)).Error);
        Assert.IsType<PanelNotFound>((await Use<GetPanelCalendarHandler>().HandleAsync(new(panel.Slug), CancellationToken)).Error);
        Assert.IsType<PanelForbidden>((await Use<ListMyPanelsHandler>().HandleAsync(new(), CancellationToken)).Error);

        Assert.Equal(1, await Db.Set<SlotBooking>().CountAsync(CancellationToken));
    }

    [Fact]
    public async Task A_panel_that_has_ended_takes_no_bookings_and_is_not_opened_again()
    {
        var panel = await Data.PanelAsync();
        var ended = await Use<TurnPanelHandler>().HandleAsync(new(panel.Slug, panel.Version, PanelState.Ended), CancellationToken);
        var opened = await Use<TurnPanelHandler>().HandleAsync(new(panel.Slug, panel.Version, PanelState.Open), CancellationToken);

        Assert.True(ended.IsSuccess);
        Assert.IsType<PanelHasEnded>(opened.Error);
        Assert.IsType<PanelHasEnded>((await TryAsync(Command(panel, Week))).Error);
    }

    private static BookSlotCommand Command(Panel panel, DateOnly week, SlotPriority priority = SlotPriority.Planned) =>
        new(panel.Slug, $"{panel.Slug}-namnden", week, null, "Buss", priority);

    private Task<Result<SlotBooked>> TryAsync(BookSlotCommand command) => Use<BookSlotHandler>().HandleAsync(command, CancellationToken);

    private async Task<Guid> BookAsync(Panel panel, DateOnly week, SlotPriority priority = SlotPriority.Planned)
    {
        var booked = await TryAsync(Command(panel, week, priority));
        Assert.Null(booked.Error);
        return booked.Value!.Id;
    }

    private async Task<PanelCalendar> CalendarAsync(Panel panel) => (await Use<GetPanelCalendarHandler>().HandleAsync(new(panel.Slug), CancellationToken)).Value!;
}
