using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Surveys;

/// <param name="NewCloses">Swedish wall clock.</param>
public sealed record PostponeSurveyCommand(string Slug, uint Version, DateTime NewCloses, string Reason);

/// <summary>
/// Moves the closing later, with a public reason. Errors: those of <see cref="SurveyDesk"/>, <see cref="SurveyWrongPhase"/>,
/// <see cref="SurveyReasonMissing"/>, <see cref="SurveyTimesWrong"/>, <see cref="ScheduleWrong"/>.
/// </summary>
public sealed class PostponeSurveyHandler(SurveyDesk desk) : IUseCase
{
    public Task<Result<SurveySaved>> HandleAsync(PostponeSurveyCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(command.Slug, command.Version, "survey.postponed", command.Reason, survey => Change(survey, command), cancellationToken);

    private Result<Done> Change(Survey survey, PostponeSurveyCommand command)
    {
        var closes = WallClock.Read(command.NewCloses, nameof(SurveyTimes.ClosesAt));
        return closes.IsSuccess ? survey.Postpone(closes.Value, command.Reason, desk.OfficerName, desk.Now) : closes.Error;
    }
}
