using System.Diagnostics;
using System.Globalization;

namespace Medborgardialog.Benchmarks.Measuring;

/// <summary>
/// CPU time used by others than this process and its descendants (the servers and PostgreSQL). Read from Linux's /proc;
/// elsewhere it is not known.
/// </summary>
internal sealed class OthersCpu
{
    private const double TicksPerSecond = 100;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly double _busy = Busy();
    private readonly double _own = Own();

    public static OthersCpu Start() => new();

    /// <returns>Percent of one core since the start; NaN where unknown.</returns>
    public double PercentOfCore()
    {
        var others = Busy() - _busy - (Own() - _own);
        return Math.Max(0, others) / TicksPerSecond / Stopwatch.GetElapsedTime(_started).TotalSeconds * 100;
    }

    /// <returns>Seconds of CPU that this process and its descendants have used since the start; NaN where unknown.</returns>
    public double OwnSeconds() => (Own() - _own) / TicksPerSecond;

    /// <summary>All cores, everything but idle, waiting and steal; in ticks.</summary>
    private static double Busy()
    {
        if (!OperatingSystem.IsLinux())
        {
            return double.NaN;
        }

        var fields = Split(File.ReadLines("/proc/stat").First());
        return Number(fields[1]) + Number(fields[2]) + Number(fields[3]) + Number(fields[6]) + Number(fields[7]);
    }

    private static double Own()
    {
        if (!OperatingSystem.IsLinux())
        {
            return double.NaN;
        }

        var all = new Dictionary<int, (int Parent, double Ticks)>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && Read(folder) is { } read)
            {
                all[id] = read;
            }
        }

        return all.Where(p => IsOwn(p.Key)).Sum(p => p.Value.Ticks);

        bool IsOwn(int id)
        {
            while (id != Environment.ProcessId)
            {
                if (!all.TryGetValue(id, out var process) || process.Parent == 0)
                {
                    return false;
                }

                id = process.Parent;
            }

            return true;
        }
    }

    private static (int Parent, double Ticks)? Read(string folder)
    {
        try
        {
            // The name, in parentheses, may hold spaces. After it: state, parent, ... user, system, children's user, children's system.
            var text = File.ReadAllText(Path.Combine(folder, "stat"));
            var fields = Split(text[(text.LastIndexOf(')') + 1)..]);
            return ((int)Number(fields[1]), Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]));
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return null;
        }
    }

    private static string[] Split(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static double Number(string field) => double.Parse(field, CultureInfo.InvariantCulture);
}
