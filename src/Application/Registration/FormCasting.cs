using System.Security.Cryptography;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Receipts;
using Medborgardialog.Domain.Registration;

namespace Medborgardialog.Application.Registration;

/// <summary>A form whose answers have been decided on.</summary>
/// <param name="HolderId">See <see cref="FormHolder"/>.</param>
/// <param name="Sheet">As the route of questions has checked it.</param>
/// <param name="FormKey">16 bytes: idempotency key and salt of the receipt.</param>
/// <param name="EntryId">The entry that was compared, or null.</param>
public sealed record FormToCast(Guid HolderId, AnswerDoor Door, int Batch, AnswerSheet Sheet, byte[] FormKey, Guid? EntryId);

/// <param name="Changed">True when it took the place of an earlier registered answer.</param>
public sealed record FormCast(string ReceiptCode, bool Changed);

/// <summary>Puts a registered form in the box, with the same receipt as any other answer.</summary>
public sealed class FormCasting(IRegistrationBox box, OwnerTags ownerTags)
{
    /// <summary>
    /// Errors: <see cref="OwnAnswerStands"/>, <see cref="FormAnswered"/>, <see cref="EntryGone"/>, <see cref="NotEligible"/> for a code that
    /// has been revoked, and those of a box that takes no answers.
    /// </summary>
    public async Task<Result<FormCast>> CastAsync(AnswerDefinition definition, FormToCast form, CancellationToken cancellationToken)
    {
        var anonymous = definition.Mode == AnswerMode.Anonymous;

        // Mode A: nobody holds an edit key, so nobody finds the answer again.
        var tag = anonymous ? RandomId.Bytes(32) : await ownerTags.FindAsync(definition, form.HolderId, null, cancellationToken);
        if (tag is null)
        {
            return definition.State == BoxState.Cancelled ? new AnswersCancelled() : new AnswersClosed(definition.Times.ClosesAt);
        }

        var cast = Of(definition, form, tag);
        var outcome = await box.RegisterAsync(cast, form.Batch, form.EntryId, anonymous, cancellationToken);
        return outcome?.Status switch
        {
            null => new EntryGone(),
            CastStatus.Accepted or CastStatus.Replayed => new FormCast(outcome.ReceiptCode, Changed: false),
            CastStatus.Changed => new FormCast(outcome.ReceiptCode, Changed: true),
            CastStatus.OwnAnswerStands => new OwnAnswerStands(),
            CastStatus.AlreadyAnswered => new FormAnswered(),
            CastStatus.Revoked => new NotEligible(),
            CastStatus.NotOpen => new AnswersNotOpen(),
            CastStatus.Paused => new AnswersPaused(),
            CastStatus.Cancelled => new AnswersCancelled(),
            _ => new AnswersClosed(outcome.At),
        };
    }

    /// <summary>What goes in the box.</summary>
    /// <param name="tag">32 bytes, see <see cref="OwnerTag"/>.</param>
    internal static Cast Of(AnswerDefinition definition, FormToCast form, byte[] tag)
    {
        var choices = form.Sheet.ChoicesToJson();
        var receipt = Commitment.ReceiptCode(Commitment.ForForm(definition.DialogueId, form.FormKey, choices));
        return new Cast(
            definition.DialogueId, form.HolderId, tag, SHA256.HashData(form.FormKey), form.Sheet.ToJson(), choices, receipt, DraftId: null, form.Door);
    }
}
