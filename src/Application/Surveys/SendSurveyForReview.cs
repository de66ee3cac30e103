using Medborgardialog.Application.Common;
using Medborgardialog.Application.Identity;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Surveys;

public sealed record SendSurveyForReviewCommand(string Slug, uint Version);

/// <summary>Asks a second person to approve. Errors: those of <see cref="SurveyDesk"/>, <see cref="SurveyIncomplete"/> with what is missing,
/// <see cref="EIdNotConfigured"/>, those of <see cref="Survey.FaultOfAddOns"/>.</summary>
public sealed class SendSurveyForReviewHandler(SurveyDesk desk, ISignInWays ways, ITexts texts) : IUseCase
{
    public Task<Result<SurveySaved>> HandleAsync(SendSurveyForReviewCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "survey.sentForReview", "",
            (survey, questionnaire) => survey.TellDoorsApart(SurveyDoors.Variable(texts)) is { IsSuccess: false } refused
                ? refused
                : survey.MinimumAssurance == AssuranceLevel.EId && !ways.HasEId ? new EIdNotConfigured()
                : survey.SendForReview(desk.OfficerId, questionnaire),
            cancellationToken);
}
