using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;

namespace Medborgardialog.Application.Panels;

/// <param name="Reason">Shown beside the booking, 1 to <see cref="SlotBooking.LongestReason"/> characters.</param>
public sealed record RefuseSlotCommand(string Slug, Guid BookingId, string Reason);

/// <summary>The committee does not get the week, and is offered the earliest free one. Errors: those of <see cref="SlotDesk"/>, <see cref="SlotNotAsked"/>, <see cref="SlotReasonWrong"/>.</summary>
public sealed class RefuseSlotHandler(SlotDesk desk) : IUseCase
{
    public Task<Result<Done>> HandleAsync(RefuseSlotCommand command, CancellationToken cancellationToken) =>
        desk.ChangeOneAsync(
            command.Slug, command.BookingId, "panel.slotRefused",
            (_, booking) => booking.Refuse(desk.OfficerName, command.Reason, desk.Now),
            cancellationToken);
}
