using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Classrooms;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Application.Frames;
using Medborgardialog.Application.Registration;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medborgardialog.Infrastructure.Persistence;

internal static class PersistenceRegistration
{
    /// <summary>
    /// One data source for EF Core and for the hot paths. <c>No Reset On Close</c>: nothing here sets session state
    /// (a test forbids SET outside SET LOCAL), and the reset costs a quarter of the throughput or more.
    /// </summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var configured = provider.GetRequiredService<IConfiguration>().GetConnectionString("Database")
                ?? throw new InvalidOperationException("ConnectionStrings:Database is not set.");
            var builder = new NpgsqlDataSourceBuilder(configured);
            builder.ConnectionStringBuilder.NoResetOnClose = true;
            builder.ConnectionStringBuilder.MaxAutoPrepare = 100;
            builder.ConnectionStringBuilder.AutoPrepareMinUsages = 2;
            builder.ConnectionStringBuilder.IncludeErrorDetail = false;
            return builder.Build();
        });
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OutboxInterceptor>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxDispatcher>());
        services.AddDbContextPool<AppDbContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(provider.GetRequiredService<OutboxInterceptor>()));
        services.AddScoped<IAppDbContext>(provider => provider.GetRequiredService<AppDbContext>());
        services.AddScoped<IOutbox, Outbox>();
        services.AddSingleton<IBallotBox, BallotBox>();
        services.AddScoped<Application.Panels.IPanelLock, PanelLock>();
        services.AddScoped<Application.Evidence.IEvidenceLock, EvidenceLock>();
        services.AddSingleton<IRegistrationBox, RegistrationBox>();
        services.AddSingleton<IAnswerDrafts, AnswerDrafts>();
        services.AddSingleton<IDialogueKeys, DialogueKeys>();
        services.AddScoped<Application.Promises.IPromiseBox, PromiseBox>();
        services.AddSingleton<ICodeGate, CodeGate>();
        services.AddSingleton<ILessonGate, LessonGate>();
        services.AddSingleton<ITaskProgress, TaskProgress>();
        services.AddSingleton<AnswerDefinitions>();
        services.AddSingleton<IAnswerDefinitions>(provider => provider.GetRequiredService<AnswerDefinitions>());
        services.AddSingleton<IPublishedCopies>(provider => provider.GetRequiredService<AnswerDefinitions>());
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.AddDataProtection().SetApplicationName("Medborgardialog").PersistKeysToDbContext<AppDbContext>();
        return services;
    }
}
