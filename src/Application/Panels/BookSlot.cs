using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

/// <param name="Committee">Slug of the committee that wants to ask.</param>
/// <param name="Week">The Monday of the week.</param>
/// <param name="Wave">Number of the wave that it is for; null before there is one.</param>
public sealed record BookSlotCommand(string Slug, string Committee, DateOnly Week, int? Wave, string Purpose, SlotPriority Priority);

/// <param name="GaveWay">What the booking that lost its week to this one is about; null when none did.</param>
public sealed record SlotBooked(Guid Id, string? GaveWay);

/// <summary>
/// A committee books a week of a panel (L9). One of lower priority that has not been accepted gives way. Errors: those of
/// <see cref="SlotDesk"/>, of <see cref="SlotBooking.Ask"/> and of <see cref="SlotCalendar.Book"/>, <see cref="SlotCommitteeUnknown"/>,
/// <see cref="SlotPriorityUnknown"/>, <see cref="WaveNotFound"/>, <see cref="PanelHasEnded"/>.
/// </summary>
public sealed class BookSlotHandler(IAppDbContext db, SlotDesk desk) : IUseCase
{
    public async Task<Result<SlotBooked>> HandleAsync(BookSlotCommand command, CancellationToken cancellationToken)
    {
        var committee = await db.Set<Committee>().Where(c => c.Slug == command.Committee).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancellationToken);
        var wave = await db.Set<PanelWave>().Where(w => w.Number == command.Wave && db.Set<Panel>().Any(p => p.Id == w.PanelId && p.Slug == command.Slug))
            .Select(w => (Guid?)w.Id).SingleOrDefaultAsync(cancellationToken);
        return await desk.ChangeAsync(command.Slug, (panel, calendar) => Book(panel, calendar, command, committee, wave), cancellationToken);
    }

    private Result<SlotBooked> Book(Panel panel, SlotCalendar calendar, BookSlotCommand command, Guid? committee, Guid? wave)
    {
        if (panel.State == PanelState.Ended)
        {
            return new PanelHasEnded();
        }

        if (committee is not { } asking)
        {
            return new SlotCommitteeUnknown();
        }

        if (!Enum.IsDefined(command.Priority))
        {
            return new SlotPriorityUnknown();
        }

        if (command.Wave is not null && wave is null)
        {
            return new WaveNotFound();
        }

        var asked = SlotBooking.Ask(panel.Id, new SlotWish(asking, command.Week, wave, command.Purpose, command.Priority), desk.OfficerName, desk.Now);
        if (!asked.IsSuccess)
        {
            return asked.Error;
        }

        var booked = calendar.Book(asked.Value, desk.Now);
        if (!booked.IsSuccess)
        {
            return booked.Error;
        }

        db.Set<SlotBooking>().Add(asked.Value);
        desk.Record("panel.slotBooked", panel, asked.Value.Purpose);
        if (booked.Value.Booking is { } weaker)
        {
            desk.Record("panel.slotGaveWay", panel, weaker.Purpose);
        }

        return new SlotBooked(asked.Value.Id, booked.Value.Booking?.Purpose);
    }
}
