using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Identity;

namespace Medborgardialog.Application.Ballots;

/// <summary>Who answers, and how they came in.</summary>
/// <param name="Id">Only the participation table ever sees it.</param>
/// <param name="Draft">Where the draft of whoever came with a code lies, whatever the device; null for others.</param>
/// <param name="Code">First four symbols of the code that they came with; null for others.</param>
/// <param name="Unit">See <see cref="AnswerPass"/>.</param>
public sealed record Participant(Guid Id, AnswerDoor Door, DraftToken? Draft = null, string? Code = null, string? Unit = null)
{
    /// <summary>See <see cref="AnswerPass.OwnerSecret"/>.</summary>
    public string? OwnerSecret { get; init; }
}

/// <summary>
/// Whether whoever asks may answer a dialogue, decided in one place for every step of the flow: with a pass for that dialogue, or
/// signed in at the level that it asks for. The database decides the instant.
/// </summary>
public sealed class Participants(ICurrentUser user, IAnswerPasses passes)
{
    /// <returns>Null when what has been proved is not enough.</returns>
    public Participant? Find(AnswerDefinition definition)
    {
        if (passes.Find(definition.DialogueId) is { } pass && IsTheirs(pass) && LevelOf(pass.Door) >= definition.MinimumAssurance)
        {
            return new Participant(
                pass.PersonId, pass.Door, pass.DraftSecret is { } secret ? ResumeCode.TokenOf(definition.DialogueId, secret) : null, pass.Code, pass.Unit) { OwnerSecret = pass.OwnerSecret };
        }

        return !definition.OnlyWithCode && ConsultationAccess.MayAnswer(user, definition.MinimumAssurance) && user.Id is { } id
            ? new Participant(id, user.Assurance == AssuranceLevel.EId ? AnswerDoor.EId : AnswerDoor.Email)
            : null;
    }

    /// <summary>This browser holds what another account came in with, and whose session has run out.</summary>
    public bool IsAnothers(AnswerDefinition definition) => passes.Find(definition.DialogueId) is { } pass && !IsTheirs(pass);

    /// <summary>The questions as whoever asks gets them: with the add-ons of their unit, once it is known whose it is.</summary>
    public Route RouteOf(AnswerDefinition definition) => definition.RouteOf(Find(definition));

    /// <summary>As <see cref="Find"/>; where the door is open a new participant is let in and keeps the pass in the browser.</summary>
    public Participant? FindOrLetIn(AnswerDefinition definition)
    {
        if (Find(definition) is { } known)
        {
            return known;
        }

        if (definition.MinimumAssurance > AssuranceLevel.None)
        {
            return null;
        }

        var pass = new AnswerPass(Domain.Common.RandomId.New(), AnswerDoor.Open);
        passes.Give(definition.DialogueId, pass);
        return new Participant(pass.PersonId, pass.Door);
    }

    private bool IsTheirs(AnswerPass pass) => pass.Account is null || pass.Account == user.Id;

    private static AssuranceLevel LevelOf(AnswerDoor door) => door switch
    {
        AnswerDoor.EId => AssuranceLevel.EId,
        AnswerDoor.Email => AssuranceLevel.Email,
        AnswerDoor.LetterCode or AnswerDoor.Paper or AnswerDoor.Phone or AnswerDoor.Panel or AnswerDoor.Classroom => AssuranceLevel.LetterCode,
        _ => AssuranceLevel.None,
    };
}
