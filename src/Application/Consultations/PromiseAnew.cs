using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

public sealed record PromiseAnewCommand(string Slug, uint Version, DateOnly PromisedAt, string Reason);

/// <summary>The committee needs more time; everyone sees the new day and why. Errors: those of <see cref="ConsultationDesk"/>, <see cref="WrongPhase"/>, <see cref="ReasonMissing"/>, <see cref="ScheduleWrong"/>.</summary>
public sealed class PromiseAnewHandler(ConsultationDesk desk) : IUseCase
{
    public Task<Result<ConsultationSaved>> HandleAsync(PromiseAnewCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "consultation.promisedAnew", command.Reason,
            consultation => consultation.PromiseAnew(command.PromisedAt, command.Reason, desk.OfficerName, desk.Now),
            cancellationToken);
}
