using System.Diagnostics;

namespace Medborgardialog.Benchmarks.Measuring;

/// <param name="Rate">Answers with an expected status, per second.</param>
/// <param name="P50">Median time of one request in milliseconds.</param>
/// <param name="Failed">Answers with another status, and broken connections: failures, never counted as requests.</param>
internal sealed record Measured(double Rate, double P50, double P95, double P99, int Failed, string? FirstFailure);

internal static class Hammer
{
    /// <summary>Runs <paramref name="clients"/> connections at full speed for <paramref name="time"/> after a warm-up of a third of that.</summary>
    /// <param name="request">Makes the next request of a client, given the client's number and a running number.</param>
    public static async Task<Measured> RunAsync(
        Uri server, int clients, TimeSpan time, Func<int, int, byte[]?> request, Func<int, bool> expected)
    {
        var warmUp = TimeSpan.FromTicks(time.Ticks / 3);
        var clock = Stopwatch.StartNew();
        var times = new List<double>[clients];
        var failed = 0;
        string? firstFailure = null;
        var workers = Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            var mine = times[client] = new List<double>(100_000);
            using var connection = new Connection(server);
            for (var i = 0; clock.Elapsed < warmUp + time; i++)
            {
                if (request(client, i) is not { } bytes)
                {
                    break;
                }

                var started = clock.Elapsed;
                var answer = await connection.SendAsync(bytes);
                if (!expected(answer.Status))
                {
                    Interlocked.Increment(ref failed);
                    firstFailure ??= $"{answer.Status} {System.Text.Encoding.UTF8.GetString(answer.Body.AsSpan(0, Math.Min(200, answer.Body.Length)))}";
                }
                else if (started >= warmUp)
                {
                    mine.Add((clock.Elapsed - started).TotalMilliseconds);
                }
            }
        }));
        await Task.WhenAll(workers);
        var measuredFor = (clock.Elapsed - warmUp).TotalSeconds;
        var all = times.SelectMany(t => t).Order().ToArray();
        return new Measured(all.Length / measuredFor, At(all, 0.50), At(all, 0.95), At(all, 0.99), failed, firstFailure);
    }

    private static double At(double[] sorted, double share) =>
        sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}
