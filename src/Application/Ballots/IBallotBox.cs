using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Application.Ballots;

/// <summary>What a participant sends. Nothing of it is logged.</summary>
/// <param name="DialogueId">The rådslag or survey.</param>
/// <param name="ParticipantId">The signed-in person; only the participation table ever sees it.</param>
/// <param name="OwnerTag">32 bytes that find the ballot again: see <see cref="OwnerTag"/>.</param>
/// <param name="IdempotencyHash">SHA-256 of the form's key.</param>
/// <param name="Body">All answers as canonical JSON.</param>
/// <param name="Choices">The choices alone, as canonical JSON.</param>
/// <param name="ReceiptCode">Kvittokod of this cast.</param>
/// <param name="DraftId">The draft to delete with the cast, or null.</param>
/// <param name="Door">How the participant came in.</param>
/// <param name="Code">First four symbols of the code that the participant came with, or null.</param>
public sealed record Cast(
    Guid DialogueId, Guid ParticipantId, byte[] OwnerTag, byte[] IdempotencyHash,
    string Body, string Choices, string ReceiptCode, byte[]? DraftId, AnswerDoor Door, string? Code = null);

public enum CastStatus
{
    /// <summary>Stored as the participant's answer.</summary>
    Accepted,

    /// <summary>Stored; it replaces an earlier answer.</summary>
    Changed,

    /// <summary>The same form has been received before; nothing was stored again.</summary>
    Replayed,

    NotOpen,
    Paused,
    Closed,
    Cancelled,

    /// <summary>The code that the participant came with has been revoked or exchanged, or its own time is over.</summary>
    Revoked,

    /// <summary>Mode A: the person has answered and did not show an edit key.</summary>
    AlreadyAnswered,

    /// <summary>Mode A: no ballot has that edit key.</summary>
    EditKeyUnknown,

    /// <summary>A registered form only: the participant has answered by themselves, and that answer stands.</summary>
    OwnAnswerStands,
}

/// <param name="At">The database's clock, UTC. For <see cref="CastStatus.Closed"/> the closing instant.</param>
/// <param name="ReceiptCode">The receipt of the stored cast; empty when nothing was stored.</param>
public sealed record CastOutcome(CastStatus Status, DateTimeOffset At, string ReceiptCode);

/// <summary>The participant's own ballot as it stands.</summary>
/// <param name="About">Answers about themselves and the exit questions as a JSON object, or null when not given.</param>
public sealed record OwnBallot(string Body, string ReceiptCode, string? About);

public enum ReceiptStatus
{
    Unknown,

    /// <summary>This answer is the one that is, or will be, counted.</summary>
    Current,

    /// <summary>A later answer by the same participant has taken its place.</summary>
    Replaced,
}

/// <param name="DialogueId">The rådslag or the survey that it was given in; null where the receipt is unknown.</param>
public sealed record CheckedReceipt(ReceiptStatus Status, Guid? DialogueId);

/// <summary>
/// Writes answers: participation and ballot in two tables without a common key. Opening and closing are decided by
/// the database clock while the row of the dialogue is locked in share mode, so the set of acknowledged casts is the set counted.
/// </summary>
public interface IBallotBox
{
    /// <summary>Modes Ö and F: stores or replaces the participant's ballot in one statement, one round trip, one transaction.</summary>
    Task<CastOutcome> CastAsync(Cast cast, CancellationToken cancellationToken);

    /// <summary>Mode A, first time: one ballot per participant, found again only by the edit key behind the owner tag.</summary>
    Task<CastOutcome> CastAnonymouslyAsync(Cast cast, CancellationToken cancellationToken);

    /// <summary>Mode A, later: replaces the ballot that the owner tag opens. Says nothing about who.</summary>
    Task<CastOutcome> ChangeAnonymouslyAsync(Cast cast, CancellationToken cancellationToken);

    /// <summary>The ballot with that owner tag, or null.</summary>
    Task<OwnBallot?> FindAsync(Guid dialogueId, byte[] ownerTag, CancellationToken cancellationToken);

    /// <summary>Whether what the participant came with still holds: false for a code that is revoked, exchanged, or outside its own time.</summary>
    Task<bool> MayTakePartAsync(Guid dialogueId, Participant participant, CancellationToken cancellationToken);

    /// <summary>True when this person has taken part (mode A shows no more than that).</summary>
    Task<bool> HasTakenPartAsync(Guid dialogueId, Guid participantId, CancellationToken cancellationToken);

    /// <summary>Adds what the participant tells about themselves and the exit questions to the ballot. False when there is no such ballot or it is sealed.</summary>
    /// <param name="aboutJson">A JSON object of short strings; merged over what is there.</param>
    Task<bool> DescribeAsync(Guid dialogueId, byte[] ownerTag, string aboutJson, CancellationToken cancellationToken);

    /// <summary>Whether the receipt is of an answer that counts, and of which dialogue. Nothing of the answer.</summary>
    Task<CheckedReceipt> CheckReceiptAsync(string receiptCode, CancellationToken cancellationToken);

    /// <summary>
    /// Closes for good when the closing instant has passed: waits for running casts, marks the dialogue as counted, destroys the
    /// key of mode F, erases owner tags (modes F and A), splits free texts from choices and rewrites the rows in random order. Safe to run twice.
    /// A cancelled dialogue is sealed at once and never counted, and keeps no owner tag whatever its mode.
    /// Returns false when it is not yet time or the state is another.
    /// </summary>
    Task<bool> SealAsync(Guid dialogueId, CancellationToken cancellationToken);

    /// <summary>Cancelled dialogues whose box has not been sealed yet.</summary>
    Task<IReadOnlyList<Guid>> ListCancelledAsync(CancellationToken cancellationToken);

    /// <summary>Rewrites the open ballots, and the log of forms that led to them, in random order when at least 10 have come since the last time (rule R5).</summary>
    Task ShuffleAsync(Guid dialogueId, CancellationToken cancellationToken);
}

/// <summary>Drafts before sending. The body is encrypted under a key that only the participant's browser holds.</summary>
public interface IAnswerDrafts
{
    /// <summary>Keeps nothing when the box is sealed: what can no longer be sent is not stored.</summary>
    Task SaveAsync(byte[] draftId, Guid dialogueId, byte[] body, CancellationToken cancellationToken);

    Task<byte[]?> FindAsync(byte[] draftId, CancellationToken cancellationToken);

    Task RemoveAsync(byte[] draftId, CancellationToken cancellationToken);

    /// <summary>Removes drafts last changed before <paramref name="oldest"/>, and those whose box is sealed.</summary>
    Task RemoveOldAsync(DateOnly oldest, CancellationToken cancellationToken);
}

/// <summary>The key of a dialogue in mode F. Made when it is published, destroyed at closing.</summary>
public interface IDialogueKeys
{
    /// <summary>32 bytes; created when missing and the dialogue is published. Null after closing.</summary>
    Task<byte[]?> FindAsync(Guid dialogueId, CancellationToken cancellationToken);
}
