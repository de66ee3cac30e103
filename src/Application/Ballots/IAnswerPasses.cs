namespace Medborgardialog.Application.Ballots;

/// <summary>
/// What a letter code is swapped for: the right to answer one dialogue, in this browser, for at most 24 hours. The code itself is not
/// kept and never stands in an address (trust T07).
/// </summary>
public interface IAnswerPasses
{
    /// <summary>Who answers this dialogue with a code: the id in its frame, or null when no code has been given here.</summary>
    Guid? Find(Guid dialogueId);

    /// <summary>Keeps, in the answer that is being sent, that this browser answers for <paramref name="personId"/>.</summary>
    void Give(Guid dialogueId, Guid personId);
}
