using Hangfire;
using Hangfire.Server;
using Medborgardialog.Application.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace Medborgardialog.Infrastructure.Jobs;

/// <summary>Compiles one report. Carries only the id; may run twice and at the same time.</summary>
[AutomaticRetry(Attempts = Retries, DelaysInSeconds = [5, 30, 120, 600, 1800])]
internal sealed class ReportJob(BuildReportHandler build, IServiceScopeFactory scopes)
{
    public const int Retries = 5;

    /// <param name="context">Given by Hangfire; null when somebody else runs the job.</param>
    public async Task ExecuteAsync(Guid reportId, PerformContext? context, CancellationToken cancellationToken)
    {
        try
        {
            await build.HandleAsync(new BuildReportCommand(reportId), cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException && context?.GetJobParameter<int>("RetryCount") >= Retries)
        {
            // Whatever failed may have left its unit of work half done, so the word of it is written by another.
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<FailReportHandler>().HandleAsync(new FailReportCommand(reportId), CancellationToken.None);
            throw;
        }
    }
}
