using Hangfire;
using Medborgardialog.Application.Calendar;

namespace Medborgardialog.Infrastructure.Jobs;

/// <summary>What the day asks of the committees: reminders of what they have promised, and reports whose evidence is cut off. Every morning, and may run twice.</summary>
internal sealed class CommitteeJob(RemindCommitteesHandler remind, RequestAtCutOffHandler request, IBackgroundJobClient jobs)
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(10);

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var reminded = await remind.HandleAsync(new RemindCommitteesCommand(), cancellationToken);
        if (reminded.Value!.More)
        {
            jobs.Schedule<CommitteeJob>(job => job.ExecuteAsync(CancellationToken.None), _pause);
            return;
        }

        await request.HandleAsync(new RequestAtCutOffCommand(), cancellationToken);
    }
}
