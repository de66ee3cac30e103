using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Application.Ballots;

/// <summary>Finds a participant's <see cref="OwnerTag"/> by the mode of the rådslag.</summary>
public sealed class OwnerTags(IDialogueKeys keys)
{
    /// <summary>As the other one, of somebody who takes part by themselves.</summary>
    public ValueTask<byte[]?> FindAsync(AnswerDefinition definition, Participant participant, string? editKey, CancellationToken cancellationToken) =>
        participant.OwnerSecret is { } secret && definition.Mode != AnswerMode.Anonymous
            ? ValueTask.FromResult<byte[]?>(OwnerTag.Classroom(secret))
            : FindAsync(definition, participant.Id, editKey, cancellationToken);

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
