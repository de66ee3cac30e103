using Microsoft.Extensions.Hosting;

namespace Medborgardialog.Infrastructure.Jobs;

/// <summary>Work that waits until pages are served: setting up the job store takes longer than everything else that a start does.</summary>
internal abstract class AfterStart(IHostApplicationLifetime lifetime) : BackgroundService
{
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await CancelledAsync(lifetime.ApplicationStarted, stoppingToken);
        if (!stoppingToken.IsCancellationRequested)
        {
            await RunAsync(stoppingToken);
        }
    }

    protected abstract Task RunAsync(CancellationToken stoppingToken);

    /// <summary>Returns when one of the tokens is cancelled.</summary>
    protected static async Task CancelledAsync(CancellationToken first, CancellationToken second)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var one = first.Register(() => cancelled.TrySetResult());
        await using var other = second.Register(() => cancelled.TrySetResult());
        await cancelled.Task;
    }
}
