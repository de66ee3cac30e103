using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Surveys;

public sealed record SendBackSurveyCommand(string Slug, uint Version, string Reason);

/// <summary>The second person wants something changed. Errors: those of <see cref="SurveyDesk"/>, <see cref="SurveyWrongPhase"/>, <see cref="SurveyReasonMissing"/>.</summary>
public sealed class SendBackSurveyHandler(SurveyDesk desk) : IUseCase
{
    public Task<Result<SurveySaved>> HandleAsync(SendBackSurveyCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "survey.sentBack", command.Reason,
            survey => survey.SendBack(command.Reason),
            cancellationToken);
}
