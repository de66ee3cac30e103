using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Medborgardialog.Load;

/// <summary>How long each step took, as a resident waits: from the click until the next page is there, redirects included.</summary>
internal sealed class Timings
{
    private readonly ConcurrentDictionary<string, Step> _steps = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _errors = new();
    private long _started = Stopwatch.GetTimestamp();
    private int _interrupted;

    /// <summary>Requests that got no answer because the server was gone, and were sent again.</summary>
    public int Interrupted => _interrupted;

    public int Errors => _errors.Count;

    public void Begin() => _started = Stopwatch.GetTimestamp();

    public void Done(string step, long from) => Took(step, Stopwatch.GetElapsedTime(from));

    public void Took(string step, TimeSpan time) => _steps.GetOrAdd(step, static _ => new Step()).Add(time.TotalMilliseconds);

    public void Interrupt() => Interlocked.Increment(ref _interrupted);

    public void Error(string what) => _errors.Enqueue(what);

    public void Print(TextWriter output)
    {
        var seconds = Stopwatch.GetElapsedTime(_started).TotalSeconds;
        output.WriteLine();
        output.WriteLine($"{"step",-34}{"count",9}{"per s",9}{"p50 ms",9}{"p95 ms",9}{"p99 ms",9}");
        foreach (var (name, step) in _steps.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            var sorted = step.Sorted();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-34}{sorted.Length,9}{sorted.Length / seconds,9:0.0}{At(sorted, 0.50),9:0}{At(sorted, 0.95),9:0}{At(sorted, 0.99),9:0}"));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{"all",-34}{_steps.Values.Sum(s => s.Count),9}{_steps.Values.Sum(s => s.Count) / seconds,9:0.0}   in {seconds:0} s, {_interrupted} interrupted, {Errors} errors"));
        foreach (var error in _errors.Take(10))
        {
            output.WriteLine($"  error: {error}");
        }

        output.WriteLine();
    }

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

    private sealed class Step
    {
        private readonly List<double> _milliseconds = [];
        private readonly Lock _lock = new();

        public int Count
        {
            get
            {
                lock (_lock)
                {
                    return _milliseconds.Count;
                }
            }
        }

        public void Add(double milliseconds)
        {
            lock (_lock)
            {
                _milliseconds.Add(milliseconds);
            }
        }

        public double[] Sorted()
        {
            lock (_lock)
            {
                return [.. _milliseconds.Order()];
            }
        }
    }
}
