using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

public sealed record ArchiveCommand(string Slug, uint Version, string Reason);

/// <summary>Ends an answered rådslag, with a public notice. Errors: those of <see cref="ConsultationDesk"/>, <see cref="WrongPhase"/>, <see cref="ReasonMissing"/>.</summary>
public sealed class ArchiveHandler(ConsultationDesk desk) : IUseCase
{
    public Task<Result<ConsultationSaved>> HandleAsync(ArchiveCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "consultation.archived", command.Reason,
            consultation => consultation.Archive(command.Reason, desk.OfficerName, desk.Now),
            cancellationToken);
}
