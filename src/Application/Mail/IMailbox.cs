namespace Medborgardialog.Application.Mail;

/// <summary>A mail as it arrived over SMTP.</summary>
public sealed record ReceivedMail(string To, string Subject, string Text, DateTimeOffset At);

/// <summary>What the mail server of development and tests has received. Never registered in Production.</summary>
public interface IMailbox
{
    /// <summary>Latest first, at most 5,000.</summary>
    IReadOnlyList<ReceivedMail> Mails { get; }
}
