using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Surveys;

/// <summary>Times as written by an official: Swedish wall clock.</summary>
public sealed record SetSurveyTimesCommand(
    string Slug, uint Version, DateTime AnswersOpen, DateTime Closes, DateTime Results, DateOnly Promised);

/// <summary>
/// Sets the dates. A time that the clocks skip or show twice is refused (trust T18). Errors: those of <see cref="SurveyDesk"/>,
/// <see cref="SurveyFrozen"/>, <see cref="SurveyTimesWrong"/> and <see cref="ScheduleWrong"/> with the field.
/// </summary>
public sealed class SetSurveyTimesHandler(SurveyDesk desk) : IUseCase
{
    public Task<Result<SurveySaved>> HandleAsync(SetSurveyTimesCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(command.Slug, command.Version, "survey.times", "", survey => Change(survey, command), cancellationToken);

    private static Result<Done> Change(Survey survey, SetSurveyTimesCommand command)
    {
        var answers = WallClock.Read(command.AnswersOpen, nameof(SurveyTimes.AnswersOpenAt));
        var closes = WallClock.Read(command.Closes, nameof(SurveyTimes.ClosesAt));
        var results = WallClock.Read(command.Results, nameof(SurveyTimes.ResultsAt));
        return new[] { answers, closes, results }.FirstOrDefault(r => !r.IsSuccess) is { Error: { } wrong }
            ? wrong
            : survey.SetTimes(new SurveyTimes(answers.Value, closes.Value, results.Value, command.Promised));
    }
}
