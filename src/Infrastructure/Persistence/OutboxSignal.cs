using System.Threading.Channels;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Medborgardialog.Infrastructure.Persistence;

/// <summary>Wakes the dispatcher of this node the moment a commit has added outbox rows, so that readers see a post within a window, not a poll.</summary>
internal sealed class OutboxSignal
{
    private readonly Channel<byte> _channel = Channel.CreateBounded<byte>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise() => _channel.Writer.TryWrite(0);

    /// <summary>Returns when raised or after <paramref name="atMost"/>, whichever comes first.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(atMost);
        try
        {
            await _channel.Reader.ReadAsync(timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The poll interval passed: look anyway, another node or a retry may have left rows.
        }
    }
}

internal sealed class OutboxInterceptor(OutboxSignal signal) : SaveChangesInterceptor
{
    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context!.Database.CurrentTransaction is null && eventData.Context.ChangeTracker.Entries<OutboxRow>().Any())
        {
            signal.Raise();
        }

        return ValueTask.FromResult(result);
    }
}
