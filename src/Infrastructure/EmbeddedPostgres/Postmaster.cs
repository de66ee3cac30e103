using System.Diagnostics;
using System.Globalization;

namespace Medborgardialog.Infrastructure.EmbeddedPostgres;

/// <summary>What <c>postmaster.pid</c> says: line 1 the process, line 4 the port, line 8 the state.</summary>
internal sealed record Postmaster(int ProcessId, int Port, bool IsReady)
{
    public static Postmaster? Read(string dataFolder)
    {
        try
        {
            var lines = File.ReadAllLines(Path.Combine(dataFolder, "postmaster.pid"));
            return int.TryParse(lines.ElementAtOrDefault(0), CultureInfo.InvariantCulture, out var process)
                ? new Postmaster(
                    process,
                    int.TryParse(lines.ElementAtOrDefault(3), CultureInfo.InvariantCulture, out var port) ? port : 0,
                    lines.ElementAtOrDefault(7)?.Trim() == "ready")
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>
    /// Stops a server whose owner is gone. The caller holds the folder's lock, so nobody uses it. The process number alone
    /// proves nothing (it may have been reused after a restart of the machine), hence the look at what runs there.
    /// </summary>
    public static async Task StopOrphanAsync(string dataFolder, CancellationToken cancellationToken)
    {
        if (Read(dataFolder) is not { } orphan || Find(orphan.ProcessId, dataFolder) is not { } process)
        {
            return;
        }

        using (process)
        {
            // INT: disconnect everybody and close in order. QUIT: at once, recover at the next start.
            foreach (var signal in (string[])["-INT", "-QUIT", "-KILL"])
            {
                if (OperatingSystem.IsWindows() || signal == "-KILL")
                {
                    process.Kill(entireProcessTree: true);
                }
                else
                {
                    var kill = new ProcessStartInfo("kill", [signal, orphan.ProcessId.ToString(CultureInfo.InvariantCulture)]);
                    await ToolRun.OfAsync(kill, cancellationToken);
                }

                using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                patience.CancelAfter(TimeSpan.FromSeconds(15));
                try
                {
                    await process.WaitForExitAsync(patience.Token);
                    return;
                }
                catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
                {
                    // Still there: ask harder.
                }
            }
        }
    }

    private static Process? Find(int processId, string dataFolder)
    {
        try
        {
            var process = Process.GetProcessById(processId);
            var commandLine = $"/proc/{processId.ToString(CultureInfo.InvariantCulture)}/cmdline";
            var ours = File.Exists(commandLine)
                ? File.ReadAllText(commandLine).Split('\0').Contains(dataFolder, StringComparer.Ordinal)
                : process.ProcessName.StartsWith("postgres", StringComparison.Ordinal);
            if (ours && !process.HasExited)
            {
                return process;
            }

            process.Dispose();
            return null;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
