namespace Medborgardialog.Application.Common;

/// <summary>Something that must happen after the commit and only then: a mail, a push to readers, a job.</summary>
public interface IOutboxMessage;

/// <summary>
/// Adds a row to the unit of work at hand. It is saved by the same <c>SaveChangesAsync</c> as the change itself and
/// dispatched at once after the commit, at least once, in the order of its stream.
/// </summary>
public interface IOutbox
{
    void Add<TMessage>(TMessage message)
        where TMessage : class, IOutboxMessage;
}

/// <summary>Carries out one kind of message. Must be safe to run twice for the same message.</summary>
public interface IOutboxHandler<in TMessage>
    where TMessage : class, IOutboxMessage
{
    Task HandleAsync(TMessage message, CancellationToken cancellationToken);
}

/// <summary>A mail to send. <paramref name="Key"/> becomes the Message-ID, so that a mail sent twice is merged by the reader's client.</summary>
/// <param name="To">Address.</param>
/// <param name="Subject">What and by when, plain text.</param>
/// <param name="Text">Plain text body; links are absolute.</param>
/// <param name="Key">Unique per mail that should exist, for example <c>decision/{consultation}/{follower}</c>.</param>
/// <param name="Until">After this the mail is of no use and is not sent; null for always.</param>
public sealed record SendMail(string To, string Subject, string Text, string Key, DateTimeOffset? Until = null) : IOutboxMessage;

/// <summary>Queues a job by name with an id as its only argument.</summary>
public sealed record StartJob(string Job, Guid Id) : IOutboxMessage;
