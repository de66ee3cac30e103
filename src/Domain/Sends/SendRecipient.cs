namespace Medborgardialog.Domain.Sends;

public enum RecipientState
{
    /// <summary>
    /// Taken, and not known to be handed over: the send is at work, or it was cut off just then. Never sent again by itself.
    /// </summary>
    Claimed = 0,
    Sent = 1,

    /// <summary>The receiving side refused it for good.</summary>
    Bounced = 2,

    /// <summary>Had answered, was taken out of the frame or had asked for no more messages when the turn came.</summary>
    Skipped = 3,
}

/// <summary>One person's message of one kind; there is one row of each kind at most, whatever send it came with.</summary>
public sealed class SendRecipient
{
    private SendRecipient()
    {
    }

    public Guid DialogueId { get; private set; }

    /// <summary>The id in the frame.</summary>
    public Guid PersonId { get; private set; }

    public SendKind Kind { get; private set; }

    public Guid SendId { get; private set; }

    public RecipientState State { get; private set; }

    /// <summary>SHA-256 of the link's token, 32 bytes; null where there is no link.</summary>
    public byte[]? LinkHash { get; private set; }

    /// <summary>SHA-256 of the token that stops messages, 32 bytes; null where there is none.</summary>
    public byte[]? StopHash { get; private set; }

    /// <summary>What the receiving side said when it refused, at most 200 characters; empty otherwise.</summary>
    public string Detail { get; private set; } = "";

    public DateTimeOffset ClaimedAt { get; private set; }
}
