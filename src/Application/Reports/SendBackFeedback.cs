using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Application.Reports;

public sealed record SendBackFeedbackCommand(string Slug, uint Version, string Reason);

/// <summary>
/// The chair gives the answer back to the secretary with a reason. Errors: those of <see cref="FeedbackDesk"/>,
/// <see cref="FeedbackNotSubmitted"/>, <see cref="FeedbackReasonMissing"/>, <see cref="FeedbackTextsTooLong"/>.
/// </summary>
public sealed class SendBackFeedbackHandler(FeedbackDesk desk) : IUseCase
{
    public Task<Result<FeedbackSaved>> HandleAsync(SendBackFeedbackCommand command, CancellationToken cancellationToken) => desk.ChangeAsync(
        command.Slug, command.Version, FeedbackPart.Chair, "feedback.sentBack",
        place => place.Feedback.SendBack(command.Reason, desk.Actor, desk.Now), cancellationToken);
}
