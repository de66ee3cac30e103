using Medborgardialog.Domain.Sends;

namespace Medborgardialog.Application.Sends;

/// <summary>One message to one person.</summary>
/// <param name="To">Mail address or phone number.</param>
/// <param name="Subject">Empty for a text message.</param>
/// <param name="Text">Plain text; links are absolute.</param>
/// <param name="StopAddress">Where messages are stopped, for the reader's mail program; empty for none.</param>
/// <param name="Key">Unique for the message, for example for a Message-ID; says nothing of the person.</param>
public sealed record OutgoingMessage(SendChannel Channel, string To, string Subject, string Text, string StopAddress, string Key);

public enum DeliveryOutcome
{
    /// <summary>The receiving side has it.</summary>
    HandedOver = 0,

    /// <summary>Refused for good: no such address.</summary>
    Refused = 1,

    /// <summary>Certainly not taken now, may be later: a full mailbox.</summary>
    Later = 2,

    /// <summary>Nothing can be handed over to anybody now: the server does not answer.</summary>
    Unreachable = 3,
}

/// <param name="Detail">What the receiving side said, for officers; may be empty.</param>
public sealed record Delivery(DeliveryOutcome Outcome, string Detail = "");

/// <summary>
/// Hands one message over, once. When it cannot be known whether it came across (the connection broke while it was sent) it throws, and
/// the message counts as perhaps delivered.
/// </summary>
public interface IMessageDelivery
{
    Task<Delivery> DeliverAsync(OutgoingMessage message, CancellationToken cancellationToken);
}

/// <summary>Text messages. An operator's own interface is an implementation of this.</summary>
public interface ISmsGateway
{
    /// <summary>False when the installation sends none; the pages say so.</summary>
    bool IsOn { get; }

    /// <summary>As <see cref="IMessageDelivery.DeliverAsync"/>.</summary>
    /// <param name="to">As in the frame, for example "070-174 06 05".</param>
    Task<Delivery> SendAsync(string to, string text, string key, CancellationToken cancellationToken);
}
