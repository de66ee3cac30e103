using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Ballots;

public sealed record FindDialogueQuery(DialogueSlug Dialogue);

/// <param name="Participant">Who would answer; null when more must be proved first.</param>
public sealed record DialogueFound(AnswerDefinition Definition, Participant? Participant);

/// <summary>What every step of the answer flow begins with. No statement when the dialogue has been asked for lately. <see cref="DialogueNotFound"/>.</summary>
public sealed class FindDialogueHandler(IAnswerDefinitions definitions, Participants participants) : IUseCase
{
    public async Task<Result<DialogueFound>> HandleAsync(FindDialogueQuery query, CancellationToken cancellationToken) =>
        await definitions.FindAsync(query.Dialogue, cancellationToken) is { } definition
            ? new DialogueFound(definition, participants.Find(definition))
            : new DialogueNotFound();
}
