using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Ballots;

public sealed record GetAnswerStartQuery(DialogueSlug Dialogue);

/// <param name="HasAnswered">This person's answer is in the box. Always false for somebody who is not signed in.</param>
/// <param name="Participant">Who would answer; null when more must be proved first.</param>
public sealed record AnswerStart(AnswerDefinition Definition, Openness Openness, bool HasAnswered, Participant? Participant);

/// <summary>Whether answers are taken now, by the application's clock: it only chooses what to show, the database decides.</summary>
public enum Openness
{
    NotYet,
    Open,
    Paused,
    Closed,
    Cancelled,
}

/// <summary>At most one statement. <see cref="DialogueNotFound"/> when it is not published.</summary>
public sealed class GetAnswerStartHandler(
    IAnswerDefinitions definitions, IBallotBox box, Participants participants, TimeProvider clock) : IUseCase
{
    public async Task<Result<AnswerStart>> HandleAsync(GetAnswerStartQuery query, CancellationToken cancellationToken)
    {
        if (await definitions.FindAsync(query.Dialogue, cancellationToken) is not { } definition)
        {
            return new DialogueNotFound();
        }

        var participant = participants.Find(definition);
        var answered = participant is not null && await box.HasTakenPartAsync(definition.DialogueId, participant.Id, cancellationToken);
        return new AnswerStart(definition, OpennessOf(definition, clock.GetUtcNow()), answered, participant);
    }

    private static Openness OpennessOf(AnswerDefinition definition, DateTimeOffset now) => definition.State switch
    {
        BoxState.Paused => Openness.Paused,
        BoxState.Cancelled => Openness.Cancelled,
        BoxState.Published when now < definition.Times.OpenAt => Openness.NotYet,
        BoxState.Published when now < definition.Times.ClosesAt => Openness.Open,
        _ => Openness.Closed,
    };
}
