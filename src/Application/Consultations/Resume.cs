using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

/// <param name="NewCloses">Swedish wall clock.</param>
public sealed record ResumeCommand(string Slug, uint Version, DateTime? NewCloses, string Reason);

/// <summary>
/// Opens again after a pause, with a public notice; the closing may move later. Errors: those of <see cref="ConsultationDesk"/>, <see cref="WrongPhase"/>,
/// <see cref="ReasonMissing"/>, <see cref="ScheduleWrong"/>.
/// </summary>
public sealed class ResumeHandler(ConsultationDesk desk) : IUseCase
{
    public Task<Result<ConsultationSaved>> HandleAsync(ResumeCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "consultation.resumed", command.Reason,
            consultation => Change(consultation, command),
            cancellationToken);

    private Result<Done> Change(Consultation consultation, ResumeCommand command)
    {
        if (command.NewCloses is null)
        {
            return consultation.Resume(null, command.Reason, desk.OfficerName, desk.Now);
        }

        var closes = WallClock.Read(command.NewCloses.Value, nameof(Schedule.ClosesAt));
        return closes.IsSuccess ? consultation.Resume(closes.Value, command.Reason, desk.OfficerName, desk.Now) : closes.Error;
    }
}
