using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Medborgardialog.Infrastructure.Jobs;

public static class JobsRegistration
{
    private static readonly PostgreSqlStorageOptions Stored = new()
    {
        QueuePollInterval = TimeSpan.FromSeconds(2),
        UseSlidingInvisibilityTimeout = true,

        // What a killed node held is free again after this long. Living ones say so by themselves, many times within it.
        InvisibilityTimeout = TimeSpan.FromMinutes(2),
        DistributedLockTimeout = TimeSpan.FromMinutes(1),
    };

    /// <summary>
    /// Hangfire in its own schema of the same database. Every node may queue; nodes whose <c>Roles</c> hold
    /// <c>worker</c> (or <c>both</c>, the default) carry jobs out.
    /// </summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        // Each host has a store of its own: Hangfire's way through a static one may hand a host that of another in the same process.
        services.AddSingleton<JobStorage>(_ => new PostgreSqlStorage(
            new NpgsqlConnectionFactory(configuration.GetConnectionString("Database"), Stored),
            Stored));

        // And an activator of its own, for the same reason: a job opened in another host's services fails when that host has ended.
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddHangfire((provider, hangfire) => hangfire
            .UseLogProvider(new JobLog(provider.GetRequiredService<ILoggerFactory>()))
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings());
        services.AddScoped<ReportJob>();
        services.AddScoped<TellFollowersJob>();
        services.AddScoped<PromiseJob>();
        services.AddScoped<FrameImportJob>();
        services.AddScoped<EvidenceImportJob>();
        services.AddScoped<LettersJob>();
        services.AddScoped<DrawJob>();
        services.AddScoped<SendJob>();
        services.AddScoped<DueSendsJob>();
        services.AddScoped<ClosingJob>();
        services.AddScoped<ShuffleJob>();
        services.AddScoped<ParticipationJob>();
        services.AddScoped<GoneSourcesJob>();
        services.AddScoped<PanelsJob>();
        services.AddScoped<PanelRemindersJob>();
        services.AddScoped<CommitteeJob>();
        services.AddScoped<RetentionJob>();
        if ((configuration["Roles"] ?? "both") is "both" or "worker")
        {
            services.AddHostedService<JobServer>();
            services.Configure<BackgroundJobServerOptions>(o =>
            {
                o.WorkerCount = 2;
                o.SchedulePollingInterval = TimeSpan.FromSeconds(1);

                // A job that is waiting for a lock does not hear that the node stops. It runs again on the next one.
                o.ShutdownTimeout = TimeSpan.FromSeconds(5);
            });
            services.AddHostedService<RecurringJobs>();
        }

        return services;
    }
}
