using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

public sealed record SendBackCommand(string Slug, uint Version, string Reason);

/// <summary>The second person wants something changed. Errors: those of <see cref="ConsultationDesk"/>, <see cref="WrongPhase"/>, <see cref="ReasonMissing"/>.</summary>
public sealed class SendBackHandler(ConsultationDesk desk) : IUseCase
{
    public Task<Result<ConsultationSaved>> HandleAsync(SendBackCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "consultation.sentBack", command.Reason,
            consultation => consultation.SendBack(command.Reason),
            cancellationToken);
}
