using Hangfire;
using Hangfire.Server;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Evidence;

namespace Medborgardialog.Infrastructure.Jobs;

/// <summary>Writes one checked file into the evidence ledger. Carries only the task's id; may run twice.</summary>
[AutomaticRetry(Attempts = Retries, DelaysInSeconds = [5, 30])]
internal sealed class EvidenceImportJob(RunEvidenceImportHandler import, ITaskProgress progress)
{
    private const int Retries = 2;

    /// <param name="context">Given by Hangfire; null when somebody else runs the job.</param>
    public Task ExecuteAsync(Guid taskId, PerformContext? context, CancellationToken cancellationToken) =>
        LastTry.RunAsync(progress, taskId, context, Retries, () => import.HandleAsync(new RunEvidenceImportCommand(taskId), cancellationToken));
}
