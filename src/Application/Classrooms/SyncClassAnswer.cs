using System.Security.Cryptography;
using System.Text;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Receipts;

namespace Medborgardialog.Application.Classrooms;

/// <summary>An answer that was given on the device, perhaps without a network, and comes now or again.</summary>
/// <param name="Pass">What the device got when it came in.</param>
/// <param name="Sheet">As the device has it: the logic is run again here.</param>
public sealed record SyncClassAnswerCommand(DialogueSlug Survey, AnswerPass Pass, AnswerSheet Sheet);

/// <summary>
/// Stores what was shown and answered, once: the form's key follows from the pass, so whatever sends it again, from whatever tab, gets the same
/// receipt. Nothing needs a session. In mode A no edit key is made, since the device may be anybody's. Errors:
/// <see cref="DialogueNotFound"/>, <see cref="NotEligible"/>, the first error of the sheet, <see cref="AlreadyAnswered"/> when another answer has come
/// with the pass, and those of a box that takes no answers.
/// </summary>
public sealed class SyncClassAnswerHandler(IAnswerDefinitions definitions, IBallotBox box, CountClassAnswerHandler count) : IUseCase
{
    public async Task<Result<BallotCast>> HandleAsync(SyncClassAnswerCommand command, CancellationToken cancellationToken)
    {
        if (command.Pass is not { Door: AnswerDoor.Classroom, OwnerSecret: { } secret, LessonId: { } lesson } pass)
        {
            return new NotEligible();
        }

        if (await definitions.FindAsync(command.Survey, cancellationToken) is not { } definition)
        {
            return new DialogueNotFound();
        }

        var (sheet, errors) = definition.Questionnaire.Route.Check(command.Sheet);
        if (errors.Count > 0)
        {
            return (Result<BallotCast>)errors[0];
        }

        var key = FormKeyOf(secret);
        var choices = sheet.ChoicesToJson();
        var cast = new Cast(
            definition.DialogueId, pass.PersonId, OwnerTag.Classroom(secret), SHA256.HashData(key), sheet.ToJson(), choices,
            Commitment.ReceiptCode(Commitment.ForForm(definition.DialogueId, key, choices)), DraftId: null, pass.Door);
        var outcome = definition.Mode == AnswerMode.Anonymous
            ? await box.CastAnonymouslyAsync(cast, cancellationToken)
            : await box.CastAsync(cast, cancellationToken);
        if (outcome.Status == CastStatus.Replayed && outcome.ReceiptCode != cast.ReceiptCode)
        {
            // The place has been used for another answer, which stands.
            return new AlreadyAnswered();
        }

        if (outcome.Status == CastStatus.Accepted)
        {
            await count.HandleAsync(new CountClassAnswerCommand(lesson), cancellationToken);
        }

        return outcome.Status switch
        {
            CastStatus.Accepted or CastStatus.Replayed or CastStatus.Changed =>
                new BallotCast(outcome.ReceiptCode, outcome.At, outcome.Status == CastStatus.Changed, pass.PersonId) { Replayed = outcome.Status == CastStatus.Replayed },
            CastStatus.NotOpen => new AnswersNotOpen(),
            CastStatus.Paused => new AnswersPaused(),
            CastStatus.Cancelled => new AnswersCancelled(),
            CastStatus.AlreadyAnswered => new AlreadyAnswered(),
            CastStatus.Revoked => new NotEligible(),
            _ => new AnswersClosed(outcome.At),
        };
    }

    /// <summary>16 bytes, as random as the secret: idempotency key and salt of the receipt.</summary>
    public static byte[] FormKeyOf(string ownerSecret) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.ASCII.GetBytes(ownerSecret), 16, info: "form-of-class"u8.ToArray());
}
