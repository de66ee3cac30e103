using Hangfire;
using Medborgardialog.Application.Reports;

namespace Medborgardialog.Infrastructure.Jobs;

/// <summary>Mails those who follow a rådslag, a batch at a time, with room for other messages between the batches. Carries only the id.</summary>
[AutomaticRetry(Attempts = 10)]
internal sealed class TellFollowersJob(TellFollowersHandler tell, IBackgroundJobClient jobs)
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    public async Task ExecuteAsync(Guid consultationId, CancellationToken cancellationToken)
    {
        var told = await tell.HandleAsync(new TellFollowersCommand(consultationId), cancellationToken);
        if (told.Value!.More)
        {
            jobs.Schedule<TellFollowersJob>(job => job.ExecuteAsync(consultationId, CancellationToken.None), _pause);
        }
    }
}
