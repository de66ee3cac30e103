using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Application.Ballots;

/// <summary>What lets somebody answer one dialogue without signing in: a letter code that was typed, or an open door.</summary>
/// <param name="PersonId">The person of the frame, or 128 random bits for an open door.</param>
/// <param name="DraftSecret">Made from the code that was typed: finds and opens the draft on any device where it is typed again. Null for an open door.</param>
/// <param name="Code">First four symbols of the code that gave it: when that code is exchanged, the pass ends with it. Null without a code.</param>
/// <param name="Unit">Key of the unit that the list has for the person, whose add-ons are asked (N4); null or empty for none.</param>
public sealed record AnswerPass(Guid PersonId, AnswerDoor Door, string? DraftSecret = null, string? Code = null, string? Unit = null)
{
    /// <summary>
    /// With the code of a class: 256 random bits that alone find the ballot again. What the participation table holds then leads nowhere, not
    /// even with the key of mode F. Null for others.
    /// </summary>
    public string? OwnerSecret { get; init; }

    /// <summary>The account that the pass was given to, and the only one that it is good for: of a member of a panel. Null for others.</summary>
    public Guid? Account { get; init; }

    /// <summary>The lesson whose code was typed; stored in the browser only. Null for others.</summary>
    public Guid? LessonId { get; init; }
}

/// <summary>The passes that the browser holds, sealed; they say nothing about any other dialogue, and of who it is no more than the account of a member of a panel.</summary>
public interface IAnswerPasses
{
    AnswerPass? Find(Guid dialogueId);

    void Give(Guid dialogueId, AnswerPass pass);

    /// <summary>For shared computers and kiosks.</summary>
    void Forget(Guid dialogueId);

    /// <summary>Every pass that was given at one kind of door.</summary>
    void Forget(AnswerDoor door);
}
