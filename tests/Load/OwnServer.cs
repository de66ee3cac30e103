using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Medborgardialog.Infrastructure.EmbeddedPostgres;

namespace Medborgardialog.Load;

/// <summary>
/// The built application as a child process on a database and a mail server that outlive it, so that it can be killed and
/// started again. Everything is in a folder of its own and removed at the end.
/// </summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private const int MostStarts = 3;
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(10);
    private readonly PrivatePostgres _postgres;
    private readonly string _folder;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly Lock _waiting = new();
    private Process? _process;
    private Task _ready = Task.CompletedTask;

    private OwnServer(PrivatePostgres postgres, string folder, int port)
    {
        _postgres = postgres;
        _folder = folder;
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => EndProcess();
    }

    public Uri Address { get; }

    public string ConnectionString => _postgres.ConnectionString;

    public OwnMailServer Mail { get; } = new();

    public int Kills { get; private set; }

    private string Log => Path.Combine(_folder, "app.log");

    public static async Task<OwnServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("medborgardialog-load-").FullName;

        // The kept kind of cluster, since what is tried is that nothing confirmed is lost.
        var postgres = await PrivatePostgres.StartDevelopmentAsync(
            new PostgresSettings { BinaryFolder = Environment.GetEnvironmentVariable("PG_BIN"), SearchFrom = Checkout(), DataFolder = folder },
            CancellationToken.None);
        var server = new OwnServer(postgres, folder, FreePort());
        try
        {
            await server.Mail.StartAsync();
            await server.StartProcessAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Waits until the application answers and reaches its database. All who wait share the asking: hundreds that ask ten times
    /// a second would keep an application that has just started from ever being ready.
    /// </summary>
    public Task ReadyAsync()
    {
        lock (_waiting)
        {
            return _ready = _ready.IsCompleted ? AskUntilReadyAsync() : _ready;
        }
    }

    /// <summary>Kills the application as <c>kill -9</c> does, in the middle of whatever it is doing, and starts it again.</summary>
    /// <returns>How long it was gone.</returns>
    public async Task<TimeSpan> KillAndRestartAsync()
    {
        var from = Stopwatch.GetTimestamp();
        EndProcess();
        Kills++;
        await StartProcessAsync();
        return Stopwatch.GetElapsedTime(from);
    }

    public async ValueTask DisposeAsync()
    {
        EndProcess();
        await Mail.DisposeAsync();
        var data = _postgres.Folder;
        await _postgres.DisposeAsync();
        _http.Dispose();
        Directory.Delete(data, recursive: true);
        Directory.Delete(_folder, recursive: true);
    }

    private static string Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Medborgardialog.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task AskUntilReadyAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var from = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(from) < _patience)
        {
            try
            {
                using var answer = await _http.GetAsync(new Uri(Address, "/halsa/redo"));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
            {
                // Not yet.
            }

            await timer.WaitForNextTickAsync();
        }

        throw new LoadException($"The application does not answer at {Address}: {LastOfLog()}");
    }

    private async Task StartProcessAsync()
    {
        var web = Path.Combine(Checkout(), "src", "Web");

        // Built together with this program, hence in the folder of the same configuration and framework.
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(web, "bin", output.Parent!.Name, output.Name, "Medborgardialog.Web.dll");
        string[] settings =
        [
            program, $"--contentRoot={web}", "--environment=Development", $"--urls={Address.GetLeftPart(UriPartial.Authority)}",
            $"--ConnectionStrings:Database={ConnectionString}", "--Seeding:OnStart=true", "--SignIn:CodesPerNetworkAndHour=0",
            "--Mail:Host=127.0.0.1", $"--Mail:Port={Mail.Port.ToString(CultureInfo.InvariantCulture)}", "--Mail:Encrypted=false",
            "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Warning",
        ];
        for (var start = 1; ; start++)
        {
            _process = new Process
            {
                StartInfo = new ProcessStartInfo("dotnet", settings) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true },
            };
            _process.OutputDataReceived += (_, line) => Write(line.Data);
            _process.ErrorDataReceived += (_, line) => Write(line.Data);
            _process.Start();
            _process.BeginOutputReadLine();
            _process.BeginErrorReadLine();
            var (ready, gone) = (ReadyAsync(), _process.WaitForExitAsync());
            if (await Task.WhenAny(ready, gone) == ready)
            {
                await ready;
                return;
            }

            // An application that could not reach its database in time ends, and is started again by what supervises it.
            if (start == MostStarts)
            {
                throw new LoadException($"The application ended by itself {start} times when it was started: {LastOfLog()}");
            }
        }
    }

    private string LastOfLog()
    {
        lock (_http)
        {
            return File.Exists(Log) ? string.Join(' ', File.ReadLines(Log).TakeLast(5)) : "";
        }
    }

    private void Write(string? line)
    {
        if (line is not null)
        {
            lock (_http)
            {
                File.AppendAllLines(Log, [line]);
            }
        }
    }

    private void EndProcess()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            _process.WaitForExit();
        }
    }
}
