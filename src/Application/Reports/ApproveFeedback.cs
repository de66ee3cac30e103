using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Application.Reports;

public sealed record ApproveFeedbackCommand(string Slug, uint Version);

/// <summary>
/// The chair approves: the answer is public, the dialogue is answered, and after the commit those who follow are mailed. Errors:
/// those of <see cref="FeedbackDesk"/>, <see cref="FeedbackNotSubmitted"/>, <see cref="FeedbackNeedsAnotherPerson"/>, <see cref="FeedbackBeforeResult"/>.
/// </summary>
public sealed class ApproveFeedbackHandler(FeedbackDesk desk, IOutbox outbox) : IUseCase
{
    public Task<Result<FeedbackSaved>> HandleAsync(ApproveFeedbackCommand command, CancellationToken cancellationToken) => desk.ChangeAsync(
        command.Slug, command.Version, FeedbackPart.Chair, "feedback.approved", Approve, cancellationToken);

    private Result<Done> Approve(FeedbackPlace place)
    {
        if (desk.Now < place.Dialogue.ResultsAt)
        {
            return new FeedbackBeforeResult();
        }

        var approved = place.Feedback.Approve(desk.Actor, desk.Now);
        if (!approved.IsSuccess)
        {
            return approved;
        }

        outbox.Add(new StartJob(TellFollowersHandler.Job, place.Dialogue.Id));
        return place.Consultation?.Answer(desk.Now) ?? Done.Value;
    }
}
