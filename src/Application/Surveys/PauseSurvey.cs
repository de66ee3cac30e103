using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Surveys;

public sealed record PauseSurveyCommand(string Slug, uint Version, string Reason);

/// <summary>Takes no answers for a while, with a public reason. Errors: those of <see cref="SurveyDesk"/>, <see cref="SurveyWrongPhase"/>, <see cref="SurveyReasonMissing"/>.</summary>
public sealed class PauseSurveyHandler(SurveyDesk desk) : IUseCase
{
    public Task<Result<SurveySaved>> HandleAsync(PauseSurveyCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "survey.paused", command.Reason,
            survey => survey.Pause(command.Reason, desk.OfficerName, desk.Now),
            cancellationToken);
}
