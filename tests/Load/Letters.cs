using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Medborgardialog.Application.Mail;
using Medborgardialog.Infrastructure.Mail;
using Medborgardialog.Infrastructure.Mail.Development;
using Microsoft.Extensions.Options;

namespace Medborgardialog.Load;

/// <summary>Where the residents read their mail.</summary>
internal abstract partial class Letters
{
    // Longer than a killed application needs to come back and send what it had promised.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(90);

    /// <summary>The newest code to the address, other than <paramref name="usedUp"/>; null when none has come in a minute and a half.</summary>
    public async Task<string?> CodeAsync(string address, string? usedUp)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var until = TimeProvider.System.GetUtcNow() + _patience; TimeProvider.System.GetUtcNow() < until;)
        {
            if (await NewestAsync(address) is { } subject && Digits().Match(subject) is { Success: true } code && code.Value != usedUp)
            {
                return code.Value;
            }

            await timer.WaitForNextTickAsync();
        }

        return null;
    }

    /// <summary>Subject of the newest mail to the address.</summary>
    protected abstract Task<string?> NewestAsync(string address);

    [GeneratedRegex("[0-9]{8}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}

/// <summary>The page that shows the mail of an installation in development.</summary>
internal sealed class MailPage(HttpMessageInvoker http, Uri server) : Letters
{
    protected override async Task<string?> NewestAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server, $"/utveckling/brev?till={Uri.EscapeDataString(address)}"));
        request.Headers.Add("Accept", "application/json");
        using var response = await http.SendAsync(request, CancellationToken.None);
        if (!response.IsSuccessStatusCode)
        {
            throw new ArgumentsWrongException("The server does not show its mail at /utveckling/brev, so nobody can sign in: start it in development, without Mail__Host.");
        }

        return (await response.Content.ReadFromJsonAsync<List<ReceivedMail>>())!.FirstOrDefault()?.Subject;
    }
}

/// <summary>A mail server in this process, which outlives the application when that is killed.</summary>
internal sealed class OwnMailServer : Letters, IAsyncDisposable
{
    private readonly MailOptions _options = new();
    private readonly MailSink _sink;
    private readonly Dictionary<string, string> _newest = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private DateTimeOffset _readAt;

    public OwnMailServer() => _sink = new MailSink(Options.Create(_options), TimeProvider.System);

    public int Port => _options.Port;

    public Task StartAsync() => _sink.StartAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _sink.StopAsync(CancellationToken.None);
        _sink.Dispose();
    }

    protected override Task<string?> NewestAsync(string address)
    {
        lock (_lock)
        {
            // Everybody waits for a letter, so the box is sorted once for all of them.
            if (TimeProvider.System.GetUtcNow() - _readAt > TimeSpan.FromMilliseconds(30))
            {
                foreach (var mail in _sink.Mails.Reverse())
                {
                    _newest[mail.To] = mail.Subject;
                }

                _readAt = TimeProvider.System.GetUtcNow();
            }

            return Task.FromResult(_newest.GetValueOrDefault(address));
        }
    }
}
