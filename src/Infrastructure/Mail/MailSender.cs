using MailKit.Net.Smtp;
using MailKit.Security;
using Medborgardialog.Application.Common;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Medborgardialog.Infrastructure.Mail;

/// <summary>
/// Hands a mail to the SMTP server. The Message-ID comes from the message's key, so that a mail handed over twice is shown
/// once by most readers. One open connection is kept; a broken one is replaced at the next try of the outbox.
/// </summary>
internal sealed class MailSender(SmtpConnection connection, IOptions<MailOptions> options, IOptions<AppOptions> app, TimeProvider clock) : IOutboxHandler<SendMail>
{
    public async Task HandleAsync(SendMail message, CancellationToken cancellationToken)
    {
        if (message.Until < clock.GetUtcNow())
        {
            return;
        }

        var mail = new MimeMessage { Subject = message.Subject };
        mail.From.Add(new MailboxAddress(app.Value.Municipality, options.Value.From));
        mail.To.Add(MailboxAddress.Parse(message.To));
        mail.MessageId = $"{message.Key.Replace('/', '.')}@{new Uri(app.Value.BaseUrl).Host}";
        mail.Body = new TextPart("plain") { Text = message.Text };
        await connection.SendAsync(mail, cancellationToken);
    }
}

internal sealed class SmtpConnection(IOptions<MailOptions> options) : IAsyncDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private SmtpClient? _client;

    public async Task SendAsync(MimeMessage mail, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            _client = await IsAliveAsync(cancellationToken) ? _client : await ConnectAsync(cancellationToken);
            await _client!.SendAsync(mail, cancellationToken);
        }
        catch
        {
            _client?.Dispose();
            _client = null;
            throw;
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is { IsConnected: true })
        {
            await _client.DisconnectAsync(quit: true);
        }

        _client?.Dispose();
        _one.Dispose();
    }

    private async Task<SmtpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var client = new SmtpClient();
        try
        {
            await client.ConnectAsync(
                settings.Host, settings.Port, settings.Encrypted ? SecureSocketOptions.Auto : SecureSocketOptions.None, cancellationToken);
            if (settings.User.Length > 0)
            {
                await client.AuthenticateAsync(settings.User, settings.Password, cancellationToken);
            }

            return client;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            client.Dispose();
            throw new NoMailConnectionException(error);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Servers close a connection that has been idle; better found before a message is on its way than half-way through it.</summary>
    private async Task<bool> IsAliveAsync(CancellationToken cancellationToken)
    {
        if (_client is null)
        {
            return false;
        }

        try
        {
            await _client.NoOpAsync(cancellationToken);
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            _client.Dispose();
            _client = null;
            return false;
        }
    }
}
