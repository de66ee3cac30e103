using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

public sealed record TickCheckCommand(string Slug, PublishCheck Check, bool IsDone);

/// <summary>Marks a check that only a person can make. Errors: those of <see cref="ConsultationDesk"/>, <see cref="ConsultationFrozen"/>.</summary>
public sealed class TickCheckHandler(ConsultationDesk desk) : IUseCase
{
    public Task<Result<ConsultationSaved>> HandleAsync(TickCheckCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, version: null, "consultation.ticked", command.Check.ToString(),
            consultation => consultation.Tick(command.Check, command.IsDone),
            cancellationToken);
}
