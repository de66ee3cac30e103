using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Application.Ballots;

/// <summary>Finds a participant's <see cref="OwnerTag"/> by the mode of the rådslag.</summary>
public sealed class OwnerTags(IDialogueKeys keys)
{
    /// <returns>32 bytes. Null in mode F when the key has been destroyed, and in mode A without an edit key.</returns>
    public async ValueTask<byte[]?> FindAsync(
        AnswerDefinition definition, Guid participantId, string? editKey, CancellationToken cancellationToken)
    {
        switch (definition.Mode)
        {
            case AnswerMode.Open:
                return OwnerTag.Open(participantId);
            case AnswerMode.Anonymous:
                return editKey is null ? null : OwnerTag.Anonymous(editKey);
            default:
                var key = await keys.FindAsync(definition.DialogueId, cancellationToken);
                return key is null ? null : OwnerTag.Confidential(key, participantId);
        }
    }
}
