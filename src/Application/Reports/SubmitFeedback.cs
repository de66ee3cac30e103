using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Application.Reports;

public sealed record SubmitFeedbackCommand(string Slug, uint Version);

/// <summary>The secretary sends the saved draft to the chair. Errors: those of <see cref="FeedbackDesk"/>, <see cref="FeedbackLocked"/>, <see cref="FeedbackIncomplete"/>.</summary>
public sealed class SubmitFeedbackHandler(FeedbackDesk desk) : IUseCase
{
    public Task<Result<FeedbackSaved>> HandleAsync(SubmitFeedbackCommand command, CancellationToken cancellationToken) => desk.ChangeAsync(
        command.Slug, command.Version, FeedbackPart.Secretary, "feedback.submitted",
        place => place.Feedback.Submit(place.ReportId, place.ThemeNames, desk.Actor, desk.Now), cancellationToken);
}
