namespace Medborgardialog.Domain.Promises;

/// <summary>
/// A reason as the committee reads it: as it stood when the quota was last told, parted from the vote it was written with and from its tag (trust R18: no free
/// text together with a choice of the same person). All of a dialogue are written anew at each telling and by nothing else.
/// </summary>
public sealed class PromiseReason
{
    private PromiseReason()
    {
    }

    /// <summary>128 random bits, which say nothing of order.</summary>
    public Guid Id { get; private set; }

    public Guid DialogueId { get; private set; }

    /// <summary>1 to <see cref="PromiseVote.MaxWhy"/> characters.</summary>
    public string Text { get; private set; } = "";
}
