using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Registration;

namespace Medborgardialog.Application.Registration;

/// <param name="KioskOf">The dialogue that an officer has made the device a kiosk for, or null.</param>
/// <param name="FormKey">16 random bytes made when the check was shown.</param>
/// <param name="Code">As typed, where there are codes.</param>
/// <param name="HasGuessedWrong">True when the network has tried a wrong code in the last hour.</param>
public sealed record CastAtKioskCommand(
    string Kind, string Slug, Guid? KioskOf, AnswerSheet Sheet, byte[] FormKey, string? Code, bool HasGuessedWrong);

/// <summary>
/// Sends an answer from a public screen: without a code as a participant of its own, with a code as whoever it belongs to. In mode A no
/// edit key is made, since whoever comes next would see it. Errors: <see cref="NotAKiosk"/>, <see cref="CodeOfAnother"/>, the first error
/// of the sheet, those of <see cref="OpenDialogueWithCodeHandler"/> and of a box that takes no answers.
/// </summary>
public sealed class CastAtKioskHandler(GetKioskHandler kiosk, OpenDialogueWithCodeHandler codes, OwnerTags ownerTags, IBallotBox box) : IUseCase
{
    public async Task<Result<FormCast>> HandleAsync(CastAtKioskCommand command, CancellationToken cancellationToken)
    {
        var found = await kiosk.HandleAsync(new GetKioskQuery(command.Kind, command.Slug, command.KioskOf), cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var definition = found.Value.Definition;
        var (sheet, errors) = definition.Questionnaire.Route.Check(command.Sheet);
        if (errors.Count > 0)
        {
            return (Result<FormCast>)errors[0];
        }

        var person = RandomId.New();
        if (found.Value.HasCodes)
        {
            var opened = await codes.HandleAsync(new OpenDialogueWithCodeCommand(command.Code, command.HasGuessedWrong), cancellationToken);
            if (!opened.IsSuccess || opened.Value.DialogueId != definition.DialogueId)
            {
                return opened.Error ?? new CodeOfAnother();
            }

            person = opened.Value.PersonId;
        }

        return await CastAsync(definition, new FormToCast(person, AnswerDoor.Kiosk, Batch: 0, sheet, command.FormKey, EntryId: null), cancellationToken);
    }

    private async Task<Result<FormCast>> CastAsync(AnswerDefinition definition, FormToCast form, CancellationToken cancellationToken)
    {
        var anonymous = definition.Mode == AnswerMode.Anonymous;
        var tag = anonymous ? RandomId.Bytes(32) : await ownerTags.FindAsync(definition, form.HolderId, null, cancellationToken);
        if (tag is null)
        {
            return new AnswersClosed(definition.Times.ClosesAt);
        }

        var cast = FormCasting.Of(definition, form, tag);
        var outcome = anonymous ? await box.CastAnonymouslyAsync(cast, cancellationToken) : await box.CastAsync(cast, cancellationToken);
        return outcome.Status switch
        {
            CastStatus.Accepted or CastStatus.Replayed => new FormCast(outcome.ReceiptCode, Changed: false),
            CastStatus.Changed => new FormCast(outcome.ReceiptCode, Changed: true),
            CastStatus.Revoked => new NotEligible(),
            CastStatus.NotOpen => new AnswersNotOpen(),
            CastStatus.Paused => new AnswersPaused(),
            CastStatus.Cancelled => new AnswersCancelled(),
            CastStatus.AlreadyAnswered => new AlreadyAnswered(),
            _ => new AnswersClosed(outcome.At),
        };
    }
}
