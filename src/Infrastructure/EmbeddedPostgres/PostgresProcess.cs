using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Medborgardialog.Infrastructure.EmbeddedPostgres;

/// <summary>
/// A running server. It listens on 127.0.0.1 only and has no socket file (their paths may hold a hundred bytes, ours may
/// be longer). A small shell holds the other end of a pipe to us and stops the server at its end of file, which the
/// system sends even when we are killed.
/// </summary>
internal sealed class PostgresProcess : IAsyncDisposable
{
    private const string StopAtEndOfFile =
        """
        exec 3<&0 </dev/null >>"$1" 2>&1
        shift
        "$@" 3<&- &
        server=$!
        ( while read -r _; do :; done; kill -INT $server ) <&3 &
        watcher=$!
        exec 3<&-
        wait $server
        code=$?
        kill $watcher 2>/dev/null
        exit $code
        """;

    private const int Attempts = 5;
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(30);
    private readonly Process _shell;
    private readonly PostgresCluster _cluster;

    private PostgresProcess(Process shell, PostgresCluster cluster, int port)
    {
        _shell = shell;
        _cluster = cluster;
        Port = port;
    }

    public int Port { get; }

    /// <summary>Starts and waits until connections are accepted. Another program may take the chosen port first; then another is tried.</summary>
    /// <exception cref="PostgresUnavailableException">It did not start; the message ends with its log.</exception>
    public static async Task<PostgresProcess> StartAsync(
        PostgresCluster cluster, IReadOnlyList<string> options, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var port = FreePort();
            var server = new PostgresProcess(Launch(cluster, port, options), cluster, port);
            if (await server.IsReadyAsync(cancellationToken))
            {
                return server;
            }

            await server.DisposeAsync();
        }

        var log = File.Exists(cluster.Log) ? string.Join(' ', File.ReadLines(cluster.Log).TakeLast(5)) : "";
        throw new PostgresUnavailableException($"PostgreSQL in {cluster.Folder} did not start: {log}");
    }

    public async ValueTask DisposeAsync()
    {
        if (OperatingSystem.IsWindows() && !_shell.HasExited)
        {
            var stop = new ProcessStartInfo(_cluster.Binaries.PgCtl, ["stop", "-D", _cluster.Folder, "-m", "fast", "-w"]);
            await ToolRun.OfAsync(stop, CancellationToken.None);
        }

        _shell.StandardInput.Close();
        using var patience = new CancellationTokenSource(StopPatience);
        try
        {
            await _shell.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _shell.Kill(entireProcessTree: true);
        }

        _shell.Dispose();
    }

    private static Process Launch(PostgresCluster cluster, int port, IReadOnlyList<string> options)
    {
        List<string> arguments =
        [
            "-D", cluster.Folder, "-p", port.ToString(CultureInfo.InvariantCulture),
            "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
        ];
        foreach (var option in options)
        {
            arguments.AddRange(["-c", option]);
        }

        // Away from the terminal's process group: Ctrl+C is for the application, which then stops the server in order.
        string[] away = File.Exists("/usr/bin/setsid") || File.Exists("/bin/setsid") ? ["setsid"] : [];
        string[] outer = OperatingSystem.IsWindows() ? [] : [.. away, "sh", "-c", StopAtEndOfFile, "sh", cluster.Log];
        var start = cluster.Account.Command(outer, cluster.Binaries.Postgres, arguments);
        start.RedirectStandardInput = true;
        return Process.Start(start)!;
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.StartNew();
        while (!_shell.HasExited && started.Elapsed < StartPatience)
        {
            if (Postmaster.Read(_cluster.Folder) is { IsReady: true } postmaster && postmaster.Port == Port)
            {
                return true;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), cancellationToken);
        }

        return false;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
