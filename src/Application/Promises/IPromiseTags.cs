namespace Medborgardialog.Application.Promises;

/// <summary>Turns a receipt into what a vote on a promise is kept under.</summary>
public interface IPromiseTags
{
    /// <returns>32 bytes: HMAC-SHA-256 of the receipt under the key of the dialogue, which is made when it is missing. The same receipt gives the same.</returns>
    Task<byte[]> OfAsync(Guid dialogueId, string receiptCode, CancellationToken cancellationToken);
}
