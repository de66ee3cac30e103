using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

public sealed record PromiseSurveyAnewCommand(string Slug, uint Version, DateOnly PromisedAt, string Reason);

/// <summary>
/// The committee needs more time; everyone sees the new day and why. Errors: those of <see cref="SurveyDesk"/>, <see cref="SurveyWrongPhase"/> (also when the
/// answer is public), <see cref="SurveyReasonMissing"/>, <see cref="SurveyTimesWrong"/>.
/// </summary>
public sealed class PromiseSurveyAnewHandler(SurveyDesk desk, IAppDbContext db) : IUseCase
{
    public async Task<Result<SurveySaved>> HandleAsync(PromiseSurveyAnewCommand command, CancellationToken cancellationToken)
    {
        var isAnswered = await db.Set<DecisionFeedback>().AnyAsync(
            f => f.State == FeedbackState.Published && db.Set<Survey>().Any(s => s.Id == f.DialogueId && s.Slug == command.Slug), cancellationToken);
        return await desk.ChangeAsync(
            command.Slug, command.Version, "survey.promisedAnew", command.Reason,
            survey => isAnswered ? new SurveyWrongPhase() : survey.PromiseAnew(command.PromisedAt, command.Reason, desk.OfficerName, desk.Now), cancellationToken);
    }
}
