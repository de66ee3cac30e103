using MailKit.Net.Smtp;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Sends;
using Medborgardialog.Domain.Sends;
using Medborgardialog.Infrastructure.Mail;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Medborgardialog.Infrastructure.Sends;

/// <summary>
/// Mail by SMTP and text messages by the gateway. What the mail server answers decides: 5yz for the receiver or the message is a refusal
/// for good, 4yz is for later (RFC 5321 4.2.1), no connection is for nobody now, and a connection that breaks while a message is sent
/// is thrown on.
/// </summary>
internal sealed class MessageDelivery(SmtpConnection connection, ISmsGateway sms, IOptions<MailOptions> options, IOptions<AppOptions> app) : IMessageDelivery
{
    private const int FirstPermanent = 500;

    public Task<Delivery> DeliverAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        message.Channel == SendChannel.Sms ? sms.SendAsync(message.To, message.Text, message.Key, cancellationToken) : MailAsync(message, cancellationToken);

    private async Task<Delivery> MailAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (!MailboxAddress.TryParse(message.To, out var to))
        {
            return new Delivery(DeliveryOutcome.Refused, message.To);
        }

        var mail = new MimeMessage { Subject = message.Subject };
        mail.From.Add(new MailboxAddress(app.Value.Municipality, options.Value.From));
        mail.To.Add(to);
        mail.MessageId = $"{message.Key}@{new Uri(app.Value.BaseUrl).Host}";
        mail.Headers.Add(HeaderId.ListUnsubscribe, $"<{message.StopAddress}>");

        // So that holiday replies do not come back by the thousand (RFC 3834).
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        mail.Body = new TextPart("plain") { Text = message.Text };
        try
        {
            await connection.SendAsync(mail, cancellationToken);
            return new Delivery(DeliveryOutcome.HandedOver);
        }
        catch (NoMailConnectionException)
        {
            return new Delivery(DeliveryOutcome.Unreachable);
        }
        catch (SmtpCommandException refused)
        {
            return new Delivery(
                refused.ErrorCode is SmtpErrorCode.SenderNotAccepted ? DeliveryOutcome.Unreachable
                : (int)refused.StatusCode >= FirstPermanent ? DeliveryOutcome.Refused
                : DeliveryOutcome.Later,
                $"{(int)refused.StatusCode} {refused.Message}");
        }
    }
}
