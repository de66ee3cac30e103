using Hangfire;
using Medborgardialog.Application.Reports;

namespace Medborgardialog.Infrastructure.Jobs;

/// <summary>Compiles one report. Carries only the id; may run twice and at the same time.</summary>
[AutomaticRetry(Attempts = 5, DelaysInSeconds = [5, 30, 120, 600, 1800])]
internal sealed class ReportJob(BuildReportHandler build)
{
    public Task ExecuteAsync(Guid reportId, CancellationToken cancellationToken) =>
        build.HandleAsync(new BuildReportCommand(reportId), cancellationToken);
}
