namespace Medborgardialog.Application.Promises;

/// <summary>The votes on promises where they lie: what each is kept under, in what order, and what the committee reads of them.</summary>
public interface IPromiseBox
{
    /// <returns>32 bytes: HMAC-SHA-256 of the receipt under the key of the dialogue, which is made when it is missing. The same receipt gives the same.</returns>
    Task<byte[]> TagOfAsync(Guid dialogueId, string receiptCode, CancellationToken cancellationToken);

    /// <summary>
    /// Part of a telling, in its transaction: the reasons as they are now, at most <see cref="ListPromiseReasonsHandler.Most"/>, take the place of those the committee
    /// read before, parted from votes and tags, and the votes since the last telling are rewritten in random order.
    /// </summary>
    Task TellReasonsAsync(Guid dialogueId, CancellationToken cancellationToken);

    /// <summary>Rewrites the votes of each dialogue that has got any since the last time in random order, all in one transaction, as ballots are (rule R5).</summary>
    Task MixAsync(CancellationToken cancellationToken);
}
