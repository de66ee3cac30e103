using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

public sealed record PauseCommand(string Slug, uint Version, string Reason, DateOnly? Until);

/// <summary>Stops talk and answers for a while, with a public notice. Errors: those of <see cref="ConsultationDesk"/>, <see cref="WrongPhase"/>, <see cref="ReasonMissing"/>.</summary>
public sealed class PauseHandler(ConsultationDesk desk) : IUseCase
{
    public Task<Result<ConsultationSaved>> HandleAsync(PauseCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "consultation.paused", command.Reason,
            consultation => consultation.Pause(command.Reason, command.Until, desk.OfficerName, desk.Now),
            cancellationToken);
}
