using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Medborgardialog.Application.Mail;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Medborgardialog.Infrastructure.Mail.Development;

/// <summary>
/// A mail server for development and tests: speaks enough SMTP for a real client, keeps the mail in memory, sends nothing on.
/// Listens on a free port of the loopback address and tells the sender which.
/// </summary>
internal sealed class MailSink(IOptions<MailOptions> options, TimeProvider clock) : IHostedService, IMailbox, IDisposable
{
    private const string Unknown = "studsar";
    private const int MostKept = 5_000;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<ReceivedMail> _mails = new();
    private readonly CancellationTokenSource _stopping = new();

    public IReadOnlyList<ReceivedMail> Mails => [.. _mails.Reverse()];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listener.Start();
        options.Value.Host = "127.0.0.1";
        options.Value.Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        options.Value.Encrypted = false;
        _ = AcceptAsync();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        _listener.Stop();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!_stopping.IsCancellationRequested)
            {
                _ = ReceiveAsync(await _listener.AcceptTcpClientAsync(_stopping.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ReceiveAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await TalkAsync(client.GetStream());
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
            {
                // The client went away.
            }
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 medborgardialog development mail");
        while (await reader.ReadLineAsync(_stopping.Token) is { } line)
        {
            var verb = line.Split(' ')[0].ToUpperInvariant();
            if (verb == "QUIT")
            {
                await writer.WriteLineAsync("221 bye");
                return;
            }

            // So that bounces can be tried: studsar@exempelby.example does not exist.
            if (verb == "RCPT" && line.Contains($"<{Unknown}", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("550 5.1.1 no such mailbox");
                continue;
            }

            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                Keep(await ReadDataAsync(reader));
            }

            await writer.WriteLineAsync(verb == "EHLO" ? "250 8BITMIME" : "250 ok");
        }
    }

    private async Task<byte[]> ReadDataAsync(StreamReader reader)
    {
        var data = new StringBuilder();
        while (await reader.ReadLineAsync(_stopping.Token) is { } line && line != ".")
        {
            data.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        }

        return Encoding.Latin1.GetBytes(data.ToString());
    }

    private void Keep(byte[] raw)
    {
        using var stream = new MemoryStream(raw);
        using var mail = MimeMessage.Load(stream);
        _mails.Enqueue(new ReceivedMail(mail.To.Mailboxes.First().Address, mail.Subject ?? "", mail.TextBody ?? "", clock.GetUtcNow()));
        while (_mails.Count > MostKept && _mails.TryDequeue(out _))
        {
        }
    }
}
