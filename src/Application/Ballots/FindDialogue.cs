using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Ballots;

public sealed record FindDialogueQuery(DialogueSlug Dialogue);

/// <param name="Participant">Who would answer; null when more must be proved first.</param>
/// <param name="HasCodeEnded">
/// Somebody came with a code that has been revoked or exchanged since, or whose own time is over; or another member has used this browser.
/// </param>
public sealed record DialogueFound(AnswerDefinition Definition, Participant? Participant, bool HasCodeEnded);

/// <summary>
/// What every step of the answer flow begins with. At most one statement when the dialogue has been asked for lately, and that only of those
/// who came with a code: whoever has been given another code has the old one read nothing from that instant (trust T07).
/// <see cref="DialogueNotFound"/>.
/// </summary>
public sealed class FindDialogueHandler(IAnswerDefinitions definitions, IBallotBox box, Participants participants) : IUseCase
{
    public async Task<Result<DialogueFound>> HandleAsync(FindDialogueQuery query, CancellationToken cancellationToken)
    {
        if (await definitions.FindAsync(query.Dialogue, cancellationToken) is not { } definition)
        {
            return new DialogueNotFound();
        }

        return participants.IsAnothers(definition) || participants.Find(definition) is { } participant && !await box.MayTakePartAsync(definition.DialogueId, participant, cancellationToken)
            ? new DialogueFound(definition, null, HasCodeEnded: true)
            : new DialogueFound(definition, participants.Find(definition), HasCodeEnded: false);
    }
}
