using System.Security.Cryptography;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Receipts;

namespace Medborgardialog.Application.Ballots;

/// <summary>Sends a checked answer sheet.</summary>
/// <param name="FormKey">16 random bytes made when the form was shown: idempotency key and salt of the receipt.</param>
/// <param name="EditKey">Mode A: the participant's key, new or typed; null in the other modes.</param>
/// <param name="IsNewEditKey">Mode A: true the first time.</param>
public sealed record CastBallotCommand(
    DialogueSlug Dialogue, AnswerSheet Sheet, byte[] FormKey, byte[]? DraftId, string? EditKey, bool IsNewEditKey)
{
    /// <summary>There are signs of a program. Says something only of an answer through the open door.</summary>
    public bool IsSuspect { get; init; }
}

/// <param name="Changed">True when an earlier answer was replaced.</param>
/// <param name="ParticipantId">Who sent it, for the browser that did.</param>
public sealed record BallotCast(string ReceiptCode, DateTimeOffset At, bool Changed, Guid ParticipantId)
{
    /// <summary>The same form had been received before.</summary>
    public bool Replayed { get; init; }
}

/// <summary>
/// One round trip to the database. Errors: <see cref="DialogueNotFound"/>, <see cref="NotEligible"/>, the first
/// error of the sheet, <see cref="AnswersNotOpen"/>, <see cref="AnswersPaused"/>, <see cref="AnswersClosed"/>, <see cref="AnswersCancelled"/>,
/// <see cref="AlreadyAnswered"/>, <see cref="EditKeyUnknown"/>.
/// </summary>
public sealed class CastBallotHandler(
    IAnswerDefinitions definitions, IBallotBox box, OwnerTags ownerTags, Participants participants) : IUseCase
{
    public async Task<Result<BallotCast>> HandleAsync(CastBallotCommand command, CancellationToken cancellationToken)
    {
        var definition = await definitions.FindAsync(command.Dialogue, cancellationToken);
        if (definition is null)
        {
            return new DialogueNotFound();
        }

        if (participants.FindOrLetIn(definition) is not { } participant)
        {
            return new NotEligible();
        }

        var (sheet, errors) = definition.RouteOf(participant).Check(command.Sheet);
        if (errors.Count > 0)
        {
            return (Result<BallotCast>)errors[0];
        }

        var ownerTag = await ownerTags.FindAsync(definition, participant, command.EditKey, cancellationToken);
        if (ownerTag is null)
        {
            // Mode F without a key: the box is sealed.
            return definition.State == BoxState.Cancelled ? new AnswersCancelled() : new AnswersClosed(definition.Times.ClosesAt);
        }

        var choices = sheet.ChoicesToJson();
        var receipt = Commitment.ReceiptCode(Commitment.ForForm(definition.DialogueId, command.FormKey, choices));
        var cast = new Cast(
            definition.DialogueId, participant.Id, ownerTag, SHA256.HashData(command.FormKey),
            sheet.ToJson(), choices, receipt, command.DraftId, command.IsSuspect && participant.Door == AnswerDoor.Open ? AnswerDoor.Suspect : participant.Door, participant.Code);
        var outcome = definition.Mode switch
        {
            AnswerMode.Anonymous when command.IsNewEditKey => await box.CastAnonymouslyAsync(cast, cancellationToken),
            AnswerMode.Anonymous => await box.ChangeAnonymouslyAsync(cast, cancellationToken),
            _ => await box.CastAsync(cast, cancellationToken),
        };
        return outcome.Status switch
        {
            CastStatus.Accepted or CastStatus.Replayed => new BallotCast(outcome.ReceiptCode, outcome.At, Changed: false, participant.Id) { Replayed = outcome.Status == CastStatus.Replayed },
            CastStatus.Changed => new BallotCast(outcome.ReceiptCode, outcome.At, Changed: true, participant.Id),
            CastStatus.Revoked => new NotEligible(),
            CastStatus.NotOpen => new AnswersNotOpen(),
            CastStatus.Paused => new AnswersPaused(),
            CastStatus.Cancelled => new AnswersCancelled(),
            CastStatus.AlreadyAnswered => new AlreadyAnswered(),
            CastStatus.EditKeyUnknown => new EditKeyUnknown(),
            _ => new AnswersClosed(outcome.At),
        };
    }
}
