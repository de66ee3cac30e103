using Hangfire.Server;
using Medborgardialog.Application.Common;

namespace Medborgardialog.Infrastructure.Jobs;

/// <summary>Tells those who wait for a <c>LongTask</c> when the job has failed for the last time.</summary>
internal static class LastTry
{
    public static async Task RunAsync(ITaskProgress progress, Guid taskId, PerformContext? context, int retries, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception error) when (error is not OperationCanceledException && context?.GetJobParameter<int>("RetryCount") >= retries)
        {
            await progress.FailAsync(taskId, "task.failed", CancellationToken.None);
            throw;
        }
    }
}
