using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;

namespace Medborgardialog.Application.Panels;

/// <param name="Week">The Monday of the week that is wanted now.</param>
public sealed record MoveSlotCommand(string Slug, Guid BookingId, DateOnly Week);

/// <summary>A booking gets another week, or one that was refused takes the week it is offered. Errors: those of <see cref="SlotDesk"/> and of <see cref="SlotCalendar.Move"/>.</summary>
public sealed class MoveSlotHandler(SlotDesk desk) : IUseCase
{
    public Task<Result<Done>> HandleAsync(MoveSlotCommand command, CancellationToken cancellationToken) =>
        desk.LeaveOneAsync(
            command.Slug, command.BookingId, "panel.slotMoved",
            (calendar, booking) => calendar.Move(booking, command.Week),
            cancellationToken);
}
