using Hangfire;
using Hangfire.Server;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Frames;

namespace Medborgardialog.Infrastructure.Jobs;

/// <summary>Makes codes and letters for one frame. Carries only the task's id; may run twice.</summary>
[AutomaticRetry(Attempts = Retries, DelaysInSeconds = [10, 60])]
internal sealed class LettersJob(PrintLettersHandler print, ITaskProgress progress)
{
    private const int Retries = 2;

    /// <param name="context">Given by Hangfire; null when somebody else runs the job.</param>
    public Task ExecuteAsync(Guid taskId, PerformContext? context, CancellationToken cancellationToken) =>
        LastTry.RunAsync(progress, taskId, context, Retries, () => print.HandleAsync(new PrintLettersCommand(taskId), cancellationToken));
}
