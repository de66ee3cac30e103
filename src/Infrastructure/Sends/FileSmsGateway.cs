using System.Text.Json;
using Medborgardialog.Application.Sends;
using Medborgardialog.Domain.Common;
using Medborgardialog.Application.Common;
using Microsoft.Extensions.Options;

namespace Medborgardialog.Infrastructure.Sends;

/// <summary>
/// Writes text messages to a file instead of sending them: one JSON object on a line, one file a day. Off without a folder.
/// </summary>
internal sealed class FileSmsGateway(IOptions<SmsOptions> options, TimeProvider clock) : ISmsGateway, IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    public bool IsOn => options.Value.Folder.Length > 0;

    public async Task<Delivery> SendAsync(string to, string text, string key, CancellationToken cancellationToken)
    {
        if (!IsOn)
        {
            return new Delivery(DeliveryOutcome.Unreachable);
        }

        var line = JsonSerializer.Serialize(new { key, at = CanonicalJson.Instant(clock.GetUtcNow()), to, text }) + "\n";
        await _one.WaitAsync(cancellationToken);
        try
        {
            Directory.CreateDirectory(options.Value.Folder);
            await File.AppendAllTextAsync(Path.Combine(options.Value.Folder, $"sms-{clock.SwedishToday():yyyy-MM-dd}.jsonl"), line, cancellationToken);
        }
        finally
        {
            _one.Release();
        }

        return new Delivery(DeliveryOutcome.HandedOver);
    }

    public void Dispose() => _one.Dispose();
}
