using Medborgardialog.Application.Ballots;

namespace Medborgardialog.Application.Registration;

/// <summary>
/// The side of the ballot box that staff register through. While one form is cast nobody else answers the same dialogue, for a few
/// milliseconds, so that what is found of an earlier answer still holds when the new one is stored.
/// </summary>
public interface IRegistrationBox
{
    /// <summary>
    /// In one transaction: takes the entry away, looks whether an answer by the participant's own hand stands, and otherwise stores the
    /// registered one. <see cref="CastStatus.OwnAnswerStands"/> and <see cref="CastStatus.AlreadyAnswered"/> take the entry away too;
    /// all other refusals leave everything as it was.
    /// </summary>
    /// <param name="cast">With the door paper or telephone.</param>
    /// <param name="batch">Number of the batch that counts it.</param>
    /// <param name="entryId">The entry that was compared, or null when the form is typed once.</param>
    /// <param name="anonymous">Mode A: the first answer stands, whoever gave it.</param>
    /// <returns>Null when the entry is gone.</returns>
    Task<CastOutcome?> RegisterAsync(Cast cast, int batch, Guid? entryId, bool anonymous, CancellationToken cancellationToken);

    /// <summary>The receipt of the cast with that form, or null when there is none.</summary>
    /// <param name="idempotencyHash">SHA-256 of the form's key.</param>
    Task<string?> FindReceiptAsync(Guid dialogueId, byte[] idempotencyHash, CancellationToken cancellationToken);

    /// <summary>Forms that were never typed by another when the box was sealed, and are not counted; null before that.</summary>
    Task<int?> CountLeftAsync(Guid dialogueId, CancellationToken cancellationToken);
}
