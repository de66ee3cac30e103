using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Ballots;

public sealed record GetAnswerStartQuery(string Slug);

/// <param name="HasAnswered">This person's answer is in the box. Always false for somebody who is not signed in.</param>
/// <param name="MayAnswer">Signed in at the level that is asked for.</param>
public sealed record AnswerStart(AnswerDefinition Definition, Openness Openness, bool HasAnswered, bool MayAnswer);

/// <summary>Whether answers are taken now, by the application's clock: it only chooses what to show, the database decides.</summary>
public enum Openness
{
    NotYet,
    Open,
    Paused,
    Closed,
    Cancelled,
}

/// <summary>At most one statement. <see cref="ConsultationNotFound"/> when it is not published.</summary>
public sealed class GetAnswerStartHandler(
    IAnswerDefinitions definitions, IBallotBox box, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<AnswerStart>> HandleAsync(GetAnswerStartQuery query, CancellationToken cancellationToken)
    {
        if (await definitions.FindAsync(query.Slug, cancellationToken) is not { } definition)
        {
            return new ConsultationNotFound();
        }

        var mayAnswer = ConsultationAccess.MayAnswer(user, definition.MinimumAssurance);
        var answered = mayAnswer && await box.HasTakenPartAsync(definition.ConsultationId, user.Id!.Value, cancellationToken);
        return new AnswerStart(definition, OpennessOf(definition, clock.GetUtcNow()), answered, mayAnswer);
    }

    private static Openness OpennessOf(AnswerDefinition definition, DateTimeOffset now) => definition.State switch
    {
        ConsultationState.Paused => Openness.Paused,
        ConsultationState.Cancelled => Openness.Cancelled,
        ConsultationState.Published when now < definition.Schedule.AnswersOpenAt => Openness.NotYet,
        ConsultationState.Published when now < definition.Schedule.ClosesAt => Openness.Open,
        _ => Openness.Closed,
    };
}
