using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

/// <param name="NewCloses">Swedish wall clock.</param>
public sealed record PostponeCommand(string Slug, uint Version, DateTime NewCloses, string Reason);

/// <summary>
/// Moves the closing later, with a public notice. Errors: those of <see cref="ConsultationDesk"/>, <see cref="WrongPhase"/>,
/// <see cref="ReasonMissing"/>, <see cref="ScheduleWrong"/>.
/// </summary>
public sealed class PostponeHandler(ConsultationDesk desk) : IUseCase
{
    public Task<Result<ConsultationSaved>> HandleAsync(PostponeCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "consultation.postponed", command.Reason,
            consultation => Change(consultation, command),
            cancellationToken);

    private Result<Done> Change(Consultation consultation, PostponeCommand command)
    {
        var closes = WallClock.Read(command.NewCloses, nameof(Schedule.ClosesAt));
        return closes.IsSuccess ? consultation.Postpone(closes.Value, command.Reason, desk.OfficerName, desk.Now) : closes.Error;
    }
}
