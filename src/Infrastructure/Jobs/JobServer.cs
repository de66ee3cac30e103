using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Medborgardialog.Infrastructure.Jobs;

/// <summary>Carries jobs out. Hangfire's own hosted server would open the job store before the first page can be served.</summary>
internal sealed class JobServer(
    IServiceProvider services, IOptions<BackgroundJobServerOptions> options, IHostApplicationLifetime lifetime) : AfterStart(lifetime)
{
    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        var storage = services.GetRequiredService<JobStorage>();
        options.Value.Activator = services.GetRequiredService<JobActivator>();
        using var server = new BackgroundJobServer(options.Value, storage);
        await CancelledAsync(stoppingToken, CancellationToken.None);
        server.SendStop();
        await server.WaitForShutdownAsync(CancellationToken.None);
    }
}
