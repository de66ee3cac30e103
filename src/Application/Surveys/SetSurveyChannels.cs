using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Surveys;

public sealed record SetSurveyChannelsCommand(string Slug, uint Version, string OtherWays, string PrivacyText);

/// <summary>Other ways to answer and the text about personal data. Errors: those of <see cref="SurveyDesk"/>, <see cref="SurveyFrozen"/>.</summary>
public sealed class SetSurveyChannelsHandler(SurveyDesk desk) : IUseCase
{
    public Task<Result<SurveySaved>> HandleAsync(SetSurveyChannelsCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "survey.channels", "", survey => survey.SetChannels(command.OtherWays, command.PrivacyText), cancellationToken);
}
