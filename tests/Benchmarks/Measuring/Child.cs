using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Medborgardialog.Benchmarks.Measuring;

/// <summary>A server in a process of its own, on a free port of 127.0.0.1.</summary>
internal sealed class Child : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private readonly Process _process;
    private readonly Queue<string> _said = new();

    private Child(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to the first answer with status 200.</summary>
    public TimeSpan StartedIn { get; private set; }

    /// <summary>CPU time that the process has used until now.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes of memory that the process holds now (its working set).</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Most bytes that the process has held since <see cref="ForgetPeak"/>; NaN where Linux does not tell.</summary>
    public double PeakMemory => !OperatingSystem.IsLinux() ? double.NaN : 1024.0 * long.Parse(
        File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);

    public void ForgetPeak()
    {
        if (OperatingSystem.IsLinux())
        {
            File.WriteAllText($"/proc/{_process.Id}/clear_refs", "5");
        }
    }

    /// <param name="firstPage">Asked for until it answers 200.</param>
    public static async Task<Child> StartAsync(
        string assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string firstPage)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}");
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments, $"--urls={address.GetLeftPart(UriPartial.Authority)}"])
        {
            WorkingDirectory = Path.GetDirectoryName(assembly)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        var clock = Stopwatch.StartNew();
        var child = new Child(Process.Start(start)!, address);
        child.Listen();
        while (!await child.AnswersAsync(firstPage))
        {
            if (child._process.HasExited || clock.Elapsed > Patience)
            {
                child.Dispose();
                throw new InvalidOperationException($"{assembly} did not start: {string.Join(Environment.NewLine, child._said)}");
            }

            await Task.Delay(5);
        }

        child.StartedIn = clock.Elapsed;
        return child;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private void Listen()
    {
        void Keep(object sender, DataReceivedEventArgs line)
        {
            lock (_said)
            {
                _said.Enqueue(line.Data ?? "");
                if (_said.Count > 20)
                {
                    _said.Dequeue();
                }
            }
        }

        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private async Task<bool> AnswersAsync(string page)
    {
        try
        {
            using var connection = new Connection(Address);
            return (await connection.SendAsync(Http.Get(Address, page))).Status == 200;
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
