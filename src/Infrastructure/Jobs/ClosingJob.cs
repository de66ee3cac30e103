using Hangfire;
using Medborgardialog.Application.Classrooms;
using Medborgardialog.Application.Reports;
using Medborgardialog.Application.Surveys;

namespace Medborgardialog.Infrastructure.Jobs;

/// <summary>
/// Seals what has closed. Runs every minute, and plans itself for the very second of each closing in the minute to come. What
/// people see and may send is decided by the clock, not by this job.
/// </summary>
[DisableConcurrentExecution(timeoutInSeconds: 30)]
internal sealed class ClosingJob(CloseConsultationsHandler consultations, CloseSurveysHandler surveys, RequestDueReportsHandler reports, EraseClassListsHandler classes, IBackgroundJobClient jobs)
{
    private static readonly TimeSpan _ahead = TimeSpan.FromSeconds(75);

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var closed = await consultations.HandleAsync(new CloseConsultationsCommand(_ahead), cancellationToken);
        var counted = await surveys.HandleAsync(new CloseSurveysCommand(_ahead), cancellationToken);
        await reports.HandleAsync(new RequestDueReportsCommand(), cancellationToken);
        await classes.HandleAsync(new EraseClassListsCommand(), cancellationToken);
        foreach (var at in closed.Value!.Coming.Concat(counted.Value!.Coming).Distinct())
        {
            jobs.Schedule<ClosingJob>(job => job.ExecuteAsync(CancellationToken.None), at);
        }
    }
}
