using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Sends;

namespace Medborgardialog.Application.Sends;

/// <summary>The next person's turn, to be taken only if it still may be.</summary>
/// <param name="From">First instant at which messages may leave.</param>
/// <param name="Until">First instant at which they may not.</param>
/// <param name="After">Nobody up to this id is asked for again in this round; null to begin.</param>
/// <param name="LinkHash">Kept with the row that is taken, as is <paramref name="StopHash"/>.</param>
public sealed record Claim(
    Guid SendId, Guid DialogueId, SendKind Kind, SendChannel Channel, DateTimeOffset From, DateTimeOffset Until, Guid? After, byte[]? LinkHash, byte[]? StopHash);

public enum ClaimVerdict
{
    /// <summary>The message is this run's to hand over, at once and once.</summary>
    Claimed = 0,

    /// <summary>Must not get it: has answered, is taken out or wants none.</summary>
    Skipped = 1,

    /// <summary>Another run was faster; ask again.</summary>
    Raced = 2,

    /// <summary>Nobody is left in this round.</summary>
    Nobody = 3,

    /// <summary>The send has been stopped, or waits, or is done.</summary>
    Halted = 4,

    /// <summary>The dialogue has closed or was cancelled.</summary>
    Closed = 5,

    /// <summary>The dialogue is paused, or does not take answers yet.</summary>
    NotOpen = 6,

    /// <summary>Outside the window, by the clock of the database.</summary>
    OutsideHours = 7,
}

/// <param name="Now">The clock of the database when it decided.</param>
/// <param name="PersonId">Whose turn it was; null when it was nobody's.</param>
public sealed record ClaimTurn(ClaimVerdict Verdict, DateTimeOffset Now, Guid? PersonId = null, FrameContact? Contact = null, string Language = "");

/// <param name="Waiting">Would get the message now.</param>
/// <param name="Unreachable">Have not answered and cannot be reached by the channel.</param>
public sealed record SendAudience(int Waiting, int Unreachable);

/// <summary>
/// Who gets what, decided in the database and by its clock. A claim is committed before the message is handed over, so that a message
/// whose run was cut off is never handed over twice; whether the person has answered, is taken out, or wants no messages, and whether
/// the dialogue is open and the hour allowed, is asked in the same statement.
/// </summary>
public interface ISendLedger
{
    Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken);

    Task<ClaimTurn> ClaimAsync(Claim claim, CancellationToken cancellationToken);

    /// <summary>Takes everybody's turn at once, for letters, which do not leave the house until somebody has fetched them.</summary>
    /// <returns>All who are claimed by the send, also by an earlier run of it.</returns>
    Task<IReadOnlySet<Guid>> ClaimAllAsync(Guid sendId, Guid dialogueId, SendKind kind, CancellationToken cancellationToken);

    /// <summary>How it went. Does nothing to one that is not claimed.</summary>
    /// <param name="detail">At most 200 characters are kept.</param>
    Task EndAsync(Guid sendId, Guid personId, RecipientState state, string detail, CancellationToken cancellationToken);

    /// <summary>All that the send has claimed was printed.</summary>
    Task EndAllAsync(Guid sendId, CancellationToken cancellationToken);

    /// <summary>It certainly was not handed over, so the turn may come again.</summary>
    /// <param name="personId">Null for everybody whom the send has claimed.</param>
    Task ReleaseAsync(Guid sendId, Guid? personId, CancellationToken cancellationToken);

    Task<SendAudience> CountAsync(Guid dialogueId, SendKind kind, SendChannel channel, CancellationToken cancellationToken);

    /// <summary>Somebody who would get it, for the preview; null when nobody would.</summary>
    Task<(FrameContact Contact, string Language)?> ExampleAsync(Guid dialogueId, SendKind kind, SendChannel channel, CancellationToken cancellationToken);
}
