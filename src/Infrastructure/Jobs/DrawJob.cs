using Hangfire;
using Hangfire.Server;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Draws;

namespace Medborgardialog.Infrastructure.Jobs;

/// <summary>Computes the chances of one draw. Carries only the task's id; may be killed and run twice.</summary>
[AutomaticRetry(Attempts = Retries, DelaysInSeconds = [10, 60])]
internal sealed class DrawJob(RunDrawHandler run, ITaskProgress progress)
{
    private const int Retries = 2;

    /// <param name="context">Given by Hangfire; null when somebody else runs the job.</param>
    public Task ExecuteAsync(Guid taskId, PerformContext? context, CancellationToken cancellationToken) =>
        LastTry.RunAsync(progress, taskId, context, Retries, () => run.HandleAsync(new RunDrawCommand(taskId), cancellationToken));
}
