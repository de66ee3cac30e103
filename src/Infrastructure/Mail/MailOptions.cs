using System.ComponentModel.DataAnnotations;

namespace Medborgardialog.Infrastructure.Mail;

/// <summary>Outgoing mail. Bound from section <c>Mail</c>.</summary>
internal sealed class MailOptions
{
    /// <summary>SMTP server. Empty: outside Production a server of our own receives the mail, in Production start-up fails.</summary>
    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>True where the server offers STARTTLS or TLS, as it should.</summary>
    public bool Encrypted { get; set; } = true;

    [Required]
    public string From { get; set; } = "";
}
