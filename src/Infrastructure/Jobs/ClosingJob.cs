using Hangfire;
using Medborgardialog.Application.Reports;

namespace Medborgardialog.Infrastructure.Jobs;

/// <summary>
/// Seals what has closed. Runs every minute, and plans itself for the very second of each closing in the minute to come. What
/// people see and may send is decided by the clock, not by this job.
/// </summary>
[DisableConcurrentExecution(timeoutInSeconds: 30)]
internal sealed class ClosingJob(CloseConsultationsHandler close, IBackgroundJobClient jobs)
{
    private static readonly TimeSpan _ahead = TimeSpan.FromSeconds(75);

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var closed = await close.HandleAsync(new CloseConsultationsCommand(_ahead), cancellationToken);
        foreach (var at in closed.Value!.Coming)
        {
            jobs.Schedule<ClosingJob>(job => job.ExecuteAsync(CancellationToken.None), at);
        }
    }
}
