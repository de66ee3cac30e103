using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;

namespace Medborgardialog.Application.Panels;

/// <param name="Slug">Of the panel.</param>
public sealed record AcceptSlotCommand(string Slug, Guid BookingId);

/// <summary>The week is the committee's for good. Errors: those of <see cref="SlotDesk"/>, <see cref="SlotNotAsked"/>.</summary>
public sealed class AcceptSlotHandler(SlotDesk desk) : IUseCase
{
    public Task<Result<Done>> HandleAsync(AcceptSlotCommand command, CancellationToken cancellationToken) =>
        desk.ChangeOneAsync(
            command.Slug, command.BookingId, "panel.slotAccepted",
            (_, booking) => booking.Accept(desk.OfficerName, desk.Now),
            cancellationToken);
}
