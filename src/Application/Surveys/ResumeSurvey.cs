using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Surveys;

/// <param name="NewCloses">Swedish wall clock, or null to keep the closing.</param>
public sealed record ResumeSurveyCommand(string Slug, uint Version, DateTime? NewCloses, string Reason);

/// <summary>
/// Takes answers again after a pause; the closing may move later. Errors: those of <see cref="SurveyDesk"/>, <see cref="SurveyWrongPhase"/>,
/// <see cref="SurveyReasonMissing"/>, <see cref="SurveyTimesWrong"/>, <see cref="ScheduleWrong"/>.
/// </summary>
public sealed class ResumeSurveyHandler(SurveyDesk desk) : IUseCase
{
    public Task<Result<SurveySaved>> HandleAsync(ResumeSurveyCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(command.Slug, command.Version, "survey.resumed", command.Reason, survey => Change(survey, command), cancellationToken);

    private Result<Done> Change(Survey survey, ResumeSurveyCommand command)
    {
        if (command.NewCloses is null)
        {
            return survey.Resume(null, command.Reason, desk.OfficerName, desk.Now);
        }

        var closes = WallClock.Read(command.NewCloses.Value, nameof(SurveyTimes.ClosesAt));
        return closes.IsSuccess ? survey.Resume(closes.Value, command.Reason, desk.OfficerName, desk.Now) : closes.Error;
    }
}
