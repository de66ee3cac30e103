using Hangfire;
using Hangfire.Server;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Frames;

namespace Medborgardialog.Infrastructure.Jobs;

/// <summary>Brings in one checked list. Carries only the task's id; may run twice.</summary>
[AutomaticRetry(Attempts = Retries, DelaysInSeconds = [5, 30])]
internal sealed class FrameImportJob(RunFrameImportHandler import, ITaskProgress progress)
{
    private const int Retries = 2;

    /// <param name="context">Given by Hangfire; null when somebody else runs the job.</param>
    public Task ExecuteAsync(Guid taskId, PerformContext? context, CancellationToken cancellationToken) =>
        LastTry.RunAsync(progress, taskId, context, Retries, () => import.HandleAsync(new RunFrameImportCommand(taskId), cancellationToken));
}
