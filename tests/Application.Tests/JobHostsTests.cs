using Hangfire;
using Medborgardialog.Infrastructure.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Application.Tests;

/// <summary>Hangfire keeps its settings in statics. Two hosts in one process must not meet there.</summary>
public sealed class JobHostsTests
{
    [Fact]
    public void A_host_goes_on_opening_jobs_when_the_one_that_started_last_has_ended()
    {
        using var first = Host();
        var last = Host();
        _ = first.GetRequiredService<IGlobalConfiguration>();
        _ = last.GetRequiredService<IGlobalConfiguration>();
        var activator = first.GetRequiredService<JobActivator>();
        last.Dispose();

        using var opened = activator.BeginScope((JobActivatorContext?)null);

        Assert.IsType<Mark>(opened.Resolve(typeof(Mark)));
    }

    private static ServiceProvider Host() => new ServiceCollection()
        .AddLogging()
        .AddSingleton<Mark>()
        .AddJobs(new ConfigurationBuilder().Build())
        .BuildServiceProvider();

    private sealed class Mark;
}
