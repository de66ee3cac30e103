using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.Hosting;

namespace Medborgardialog.Infrastructure.Jobs;

/// <summary>The one list of what runs by itself. Whatever else the store holds from earlier versions is removed at start.</summary>
internal sealed class RecurringJobs(IRecurringJobManager manager, JobStorage storage) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        string[] listed = ["closing", "shuffle"];
        using (var connection = storage.GetConnection())
        {
            foreach (var old in connection.GetRecurringJobs().Where(job => !listed.Contains(job.Id)))
            {
                manager.RemoveIfExists(old.Id);
            }
        }

        manager.AddOrUpdate<ClosingJob>("closing", job => job.ExecuteAsync(CancellationToken.None), Cron.Minutely());
        manager.AddOrUpdate<ShuffleJob>("shuffle", job => job.ExecuteAsync(CancellationToken.None), Cron.Hourly());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
