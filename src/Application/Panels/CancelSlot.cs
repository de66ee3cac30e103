using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Panels;

/// <param name="Slug">Of the panel.</param>
public sealed record CancelSlotCommand(string Slug, Guid BookingId);

/// <summary>The committee does not want its week any more, and it becomes free. Errors: those of <see cref="SlotDesk"/>.</summary>
public sealed class CancelSlotHandler(SlotDesk desk) : IUseCase
{
    public Task<Result<Done>> HandleAsync(CancelSlotCommand command, CancellationToken cancellationToken) =>
        desk.LeaveOneAsync(
            command.Slug, command.BookingId, "panel.slotCancelled",
            (_, booking) =>
            {
                booking.Cancel(desk.OfficerName, desk.Now);
                return Done.Value;
            },
            cancellationToken);
}
