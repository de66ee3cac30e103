using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Medborgardialog.Infrastructure.Jobs;

/// <summary>The one list of what runs by itself. Whatever else the store holds from earlier versions is removed at start.</summary>
internal sealed class RecurringJobs(IServiceProvider services, IHostApplicationLifetime lifetime) : AfterStart(lifetime)
{
    protected override Task RunAsync(CancellationToken stoppingToken)
    {
        var manager = services.GetRequiredService<IRecurringJobManager>();
        string[] listed = ["closing", "shuffle", "retention", "sends", "participation", "panels", "panel-reminders", "gone-sources", "committee"];
        using (var connection = services.GetRequiredService<JobStorage>().GetConnection())
        {
            foreach (var old in connection.GetRecurringJobs().Where(job => !listed.Contains(job.Id)))
            {
                manager.RemoveIfExists(old.Id);
            }
        }

        manager.AddOrUpdate<ClosingJob>("closing", job => job.ExecuteAsync(CancellationToken.None), Cron.Minutely());
        manager.AddOrUpdate<ShuffleJob>("shuffle", job => job.ExecuteAsync(CancellationToken.None), Cron.Hourly());
        manager.AddOrUpdate<RetentionJob>("retention", job => job.ExecuteAsync(CancellationToken.None), Cron.Daily(2));
        manager.AddOrUpdate<ParticipationJob>("participation", job => job.ExecuteAsync(CancellationToken.None), Cron.Daily(3));
        manager.AddOrUpdate<PanelRemindersJob>("panel-reminders", job => job.ExecuteAsync(CancellationToken.None), Cron.Hourly(30));
        manager.AddOrUpdate<PanelsJob>("panels", job => job.ExecuteAsync(CancellationToken.None), Cron.Daily(5));
        manager.AddOrUpdate<GoneSourcesJob>("gone-sources", job => job.ExecuteAsync(CancellationToken.None), Cron.Daily(4));
        manager.AddOrUpdate<CommitteeJob>("committee", job => job.ExecuteAsync(CancellationToken.None), Cron.Daily(6));
        manager.AddOrUpdate<DueSendsJob>("sends", job => job.ExecuteAsync(CancellationToken.None), Cron.Minutely());
        return Task.CompletedTask;
    }
}
