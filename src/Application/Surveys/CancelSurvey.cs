using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Surveys;

public sealed record CancelSurveyCommand(string Slug, uint Version, string Reason);

/// <summary>Stops for good before closing; nothing is counted. Errors: those of <see cref="SurveyDesk"/>, <see cref="SurveyWrongPhase"/>, <see cref="SurveyReasonMissing"/>.</summary>
public sealed class CancelSurveyHandler(SurveyDesk desk) : IUseCase
{
    public Task<Result<SurveySaved>> HandleAsync(CancelSurveyCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "survey.cancelled", command.Reason,
            survey => survey.Cancel(command.Reason, desk.OfficerName, desk.Now),
            cancellationToken);
}
