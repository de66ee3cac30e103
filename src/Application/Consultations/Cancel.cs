using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

public sealed record CancelCommand(string Slug, uint Version, string Reason);

/// <summary>Stops for good before closing. Errors: those of <see cref="ConsultationDesk"/>, <see cref="WrongPhase"/>, <see cref="ReasonMissing"/>.</summary>
public sealed class CancelHandler(ConsultationDesk desk) : IUseCase
{
    public Task<Result<ConsultationSaved>> HandleAsync(CancelCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "consultation.cancelled", command.Reason,
            consultation => consultation.Cancel(command.Reason, desk.OfficerName, desk.Now),
            cancellationToken);
}
