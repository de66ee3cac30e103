using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Application.Reports;

/// <param name="When">The time it now aims at, or empty where unchanged.</param>
public sealed record FollowUpFeedbackCommand(string Slug, uint Version, Guid PointId, PointStatus Status, string Note, string When);

/// <summary>
/// The secretary says how far a point has come, after publication. Errors: those of <see cref="FeedbackDesk"/>,
/// <see cref="FollowUpNoteMissing"/>, <see cref="FeedbackTextsTooLong"/>.
/// </summary>
public sealed class FollowUpFeedbackHandler(FeedbackDesk desk, IOutbox outbox) : IUseCase
{
    public Task<Result<FeedbackSaved>> HandleAsync(FollowUpFeedbackCommand command, CancellationToken cancellationToken) => desk.ChangeAsync(
        command.Slug, command.Version, FeedbackPart.Secretary, "feedback.followedUp", place => FollowUp(command, place), cancellationToken);

    private Result<Done> FollowUp(FollowUpFeedbackCommand command, FeedbackPlace place)
    {
        if (!Enum.IsDefined(command.Status))
        {
            return new FeedbackNotFound();
        }

        var added = place.Feedback.FollowUp(command.PointId, command.Status, command.Note, command.When, desk.Actor, desk.Now);
        if (!added.IsSuccess)
        {
            return added.Error;
        }

        outbox.Add(new StartJob(TellFollowersHandler.Job, place.Dialogue.Id));

        // What has been archived may still be followed up; it stays archived.
        return place.Consultation is { State: ConsultationState.Answered } consultation ? consultation.StartFollowUp(desk.Now) : Done.Value;
    }
}
