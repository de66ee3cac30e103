using System.Diagnostics;
using System.Text;

namespace Medborgardialog.Benchmarks.Measuring;

/// <param name="Rate">Accepted units per second after the warm-up.</param>
/// <param name="P50">Median time of one unit in milliseconds.</param>
/// <param name="Accepted">All accepted units, the warm-up's included: what must be found in the database afterwards.</param>
/// <param name="Failed">Other answers and broken connections: failures, never counted as units.</param>
/// <param name="Cpu">CPU time of the server's process per accepted unit, in milliseconds: it hardly depends on who else uses the machine. NaN without a server.</param>
/// <param name="Others">CPU that other processes of the machine used meanwhile, in percent of one core; NaN where it cannot be read.</param>
internal sealed record Measured(
    double Rate, double P50, double P95, double P99, int Accepted, int Failed, string? FirstFailure, double Cpu, double Others);

internal enum Outcome
{
    Accepted,
    Failed,

    /// <summary>There is nothing more to send.</summary>
    Exhausted,
}

/// <summary>One client: does one unit after the other over a connection of its own.</summary>
internal abstract class Worker : IDisposable
{
    public string? Failure { get; protected set; }

    public abstract Task<Outcome> NextAsync();

    public abstract void Dispose();

    protected Outcome Fail(Answer answer)
    {
        var body = Encoding.UTF8.GetString(answer.Body.AsSpan(0, Math.Min(300, answer.Body.Length)));
        Failure ??= $"{answer.Status} {answer.Header("Location")} {body}";
        return Outcome.Failed;
    }
}

/// <summary>Sends ready requests.</summary>
internal sealed class RequestWorker(Uri server, Func<byte[]?> next, Func<Answer, bool> accepted) : Worker
{
    private readonly Connection _connection = new(server);

    public override async Task<Outcome> NextAsync()
    {
        if (next() is not { } request)
        {
            return Outcome.Exhausted;
        }

        var answer = await _connection.SendAsync(request);
        return accepted(answer) ? Outcome.Accepted : Fail(answer);
    }

    public override void Dispose() => _connection.Dispose();
}

internal static class Hammer
{
    /// <summary>Runs <paramref name="clients"/> workers at full speed for <paramref name="time"/> after a warm-up of a third of that.</summary>
    public static async Task<Measured> RunAsync(int clients, TimeSpan time, Func<Worker> open, Child? server = null)
    {
        var warmUp = TimeSpan.FromTicks(time.Ticks / 3);
        var others = OthersCpu.Start();
        var cpu = server?.Cpu;
        var clock = Stopwatch.StartNew();
        var runs = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(() => WorkAsync(open, clock, warmUp, warmUp + time))));
        var measuredFor = (clock.Elapsed - warmUp).TotalSeconds;
        var used = (server?.Cpu - cpu)?.TotalMilliseconds ?? double.NaN;
        var all = runs.SelectMany(r => r.Times).Order().ToArray();
        var accepted = runs.Sum(r => r.Accepted);
        return new Measured(
            all.Length / measuredFor, At(all, 0.50), At(all, 0.95), At(all, 0.99), accepted, runs.Sum(r => r.Failed),
            runs.Select(r => r.Failure).FirstOrDefault(f => f is not null), used / accepted, others.PercentOfCore());
    }

    private static async Task<Run> WorkAsync(Func<Worker> open, Stopwatch clock, TimeSpan from, TimeSpan until)
    {
        var run = new Run();
        var worker = open();
        try
        {
            while (clock.Elapsed < until)
            {
                var started = clock.Elapsed;
                var outcome = await TryAsync(worker, run);
                if (outcome == Outcome.Exhausted)
                {
                    break;
                }

                if (outcome == Outcome.Failed)
                {
                    run.Failed++;
                    continue;
                }

                run.Accepted++;
                if (started >= from)
                {
                    run.Times.Add((clock.Elapsed - started).TotalMilliseconds);
                }
            }

            run.Failure ??= worker.Failure;
        }
        finally
        {
            worker.Dispose();
        }

        return run;
    }

    private static async Task<Outcome> TryAsync(Worker worker, Run run)
    {
        try
        {
            return await worker.NextAsync();
        }
        catch (Exception error) when (error is IOException or System.Net.Sockets.SocketException or Npgsql.NpgsqlException)
        {
            run.Failure ??= error.Message;
            return Outcome.Failed;
        }
    }

    private static double At(double[] sorted, double share) =>
        sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

    private sealed class Run
    {
        public List<double> Times { get; } = new(50_000);

        public int Accepted { get; set; }

        public int Failed { get; set; }

        public string? Failure { get; set; }
    }
}
