using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Medborgardialog.Application.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Medborgardialog.TestSupport;

/// <summary>
/// The real <c>Program</c>, run in this process with the arguments of a command line, on Kestrel and a free port.
/// (WebApplicationFactory would do, but it wraps every host of the process, and the local identity provider's is one.)
/// </summary>
internal sealed class WebHost : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly Task _run;

    private WebHost(string address, IHost host, Task run)
    {
        Address = address;
        _host = host;
        _run = run;
    }

    public string Address { get; }

    public IServiceProvider Services => _host.Services;

    /// <param name="settings">More arguments of the command line.</param>
    public static Task<WebHost> StartAsync(string connection, params IEnumerable<string> settings) => StartAsync(connection, null, settings);

    /// <param name="clock">The clock of the application, or null for the machine's. What the database decides goes by its own.</param>
    public static async Task<WebHost> StartAsync(string connection, TimeProvider? clock, IEnumerable<string> settings)
    {
        var address = $"http://localhost:{FreePort().ToString(CultureInfo.InvariantCulture)}";
        string[] arguments =
        [
            $"--urls={address}", $"--App:BaseUrl={address}", $"--contentRoot={Path.Combine(Root(), "src", "Web")}",
            "--environment=Development", "--applicationName=Medborgardialog.Web", "--Logging:LogLevel:Default=Error",
            "--Logging:LogLevel:Microsoft=Error", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Error", "--Logging:LogLevel:Hangfire=Warning",
            "--Seeding:OnStart=false", $"--ConnectionStrings:Database={connection}",
            .. settings,
        ];
        using var watch = new HostWatch(connection, clock);
        using var all = DiagnosticListener.AllListeners.Subscribe(watch);
        var run = Task.Factory.StartNew(
            () =>
            {
                watch.Mine();
                typeof(Program).Assembly.EntryPoint!.Invoke(null, [arguments]);
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var first = await Task.WhenAny(run, watch.Started.Task);
        if (first == run)
        {
            await run;
            throw new InvalidOperationException("The application ended before it had started.");
        }

        return new WebHost(address, await watch.Started.Task, run);
    }

    public async ValueTask DisposeAsync()
    {
        _host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await _run;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Folder of the repository.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Medborgardialog.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    /// <summary>Sees the host that this start has built; several may start at the same time.</summary>
    private sealed class HostWatch(string connection, TimeProvider? clock) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private static readonly AsyncLocal<HostWatch?> Current = new();
        private readonly List<IDisposable> _subscriptions = [];

        public TaskCompletionSource<IHost> Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Mine() => Current.Value = this;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting")
            {
                _subscriptions.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (Current.Value == this && value is { Key: "HostBuilding", Value: IHostBuilder builder })
            {
                builder.ConfigureServices(services =>
                {
                    AppFixture.ShareModel(services, connection);
                    if (clock is not null)
                    {
                        services.AddSingleton(clock);
                    }
                });
            }

            if (Current.Value == this && value is { Key: "HostBuilt", Value: IHost host } && host.Services.GetService<IStaffDirectory>() is not null)
            {
                host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => Started.TrySetResult(host));
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => _subscriptions.ForEach(s => s.Dispose());
    }
}
