using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Medborgardialog.Benchmarks.Measuring;
using Medborgardialog.Benchmarks.Subject;

namespace Medborgardialog.Benchmarks.Measures;

/// <summary>
/// P24: the last minutes before closing. Answers come at a fixed rate, whether the server keeps up or not, while others follow the
/// thread live and somebody writes in it every two seconds. The time of an answer runs from the moment it was due, so that a server
/// that falls behind cannot hide it by being asked less.
/// </summary>
internal sealed class ClosingHour(Site site, Effort effort, Report report) : Measure(site, effort, report)
{
    private const int PerSecond = 278;
    private const int Senders = 128;
    private static readonly TimeSpan BetweenPosts = TimeSpan.FromSeconds(2);
    private readonly Participants _participants = new(site);
    private readonly string _answer = Exhibit.Answer(0).ToJson();

    public override IReadOnlyList<string> Numbers => ["P24"];

    public override async Task RunAsync()
    {
        var (answers, readers) = Effort.Rounds > 1 ? (18_000, 2_000) : (1_500, 200);
        var thread = await PublicPages.ThreadAsync(Site.App.Address) ?? throw new InvalidOperationException("There is no thread page.");
        await SendAsync(await _participants.MakeAsync(5 * PerSecond));
        await using var crowd = await Readers.FollowAsync(Site.App.Address, thread, readers);
        await Task.Delay(TimeSpan.FromSeconds(5));

        var supply = await _participants.MakeAsync(answers);
        var before = await Site.CountAsync("SELECT count(*) FROM ballot");
        var (memory, others, cpu) = (Site.App.Memory, OthersCpu.Start(), Site.App.Cpu);
        using var over = new CancellationTokenSource();
        var clock = Stopwatch.StartNew();
        var (writing, watching) = (WriteAsync(thread, over.Token), MemoryAsync(over.Token));
        var sent = await SendAsync(supply);
        var took = clock.Elapsed.TotalSeconds;
        await over.CancelAsync();
        var written = await writing;
        await Task.Delay(TimeSpan.FromSeconds(3));

        var accepted = sent.Times.Count;
        var p99 = At(sent.Times, 0.99);
        Report.Add(
            "P24", $"{accepted:N0} answers at {PerSecond}/s with {readers:N0} live readers: p99 from the moment it was due", "≤ 1 s", "≤ 100 ms",
            $"{Report.Number(p99)} ms (p50 {Report.Number(At(sent.Times, 0.5))}, p95 {Report.Number(At(sent.Times, 0.95))}, most {Report.Number(At(sent.Times, 1))})",
            $"{Report.Number(accepted / took)}/s kept", others.PercentOfCore());
        Report.Note(
            $"Memory of the server's process: {Megabytes(memory)} MB before, {Quarters(await watching)} in the four quarters, {Megabytes(Site.App.Memory)} after; "
            + $"{(Site.App.Cpu - cpu).TotalSeconds / took * 100:0} % of a core.");
        Report.Check("Answers", accepted, await Site.CountAsync("SELECT count(*) FROM ballot") - before);
        Report.Check($"Posts told live ({written} posts, {readers} readers)", (long)written * readers, crowd.Received);
        if (sent.Failures.Count > 0)
        {
            Report.Fail($"{sent.Failures.Count} answers were not accepted, the first: {sent.Failures[0]}");
        }
    }

    /// <summary>Milliseconds of each accepted answer in rising order, and what became of the others.</summary>
    private async Task<(List<double> Times, List<string> Failures)> SendAsync(Supply supply)
    {
        var (times, failures, due) = (new List<double>(supply.All.Count), new List<string>(), -1);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(SenderAsync)));
        times.Sort();
        return (times, failures);

        async Task SenderAsync()
        {
            using var connection = new Connection(Site.App.Address);
            while (supply.Next() is { } participant)
            {
                var at = TimeSpan.FromSeconds((double)Interlocked.Increment(ref due) / PerSecond);
                if (at - clock.Elapsed is { Ticks: > 0 } wait)
                {
                    await Task.Delay(wait);
                }

                var failure = await TryAsync(connection, participant.Cast(Site.App.Address, _answer));
                var time = (clock.Elapsed - at).TotalMilliseconds;
                lock (times)
                {
                    if (failure is null)
                    {
                        times.Add(time);
                    }
                    else
                    {
                        failures.Add(failure);
                    }
                }
            }
        }
    }

    private static async Task<string?> TryAsync(Connection connection, byte[] request)
    {
        try
        {
            var answer = await connection.SendAsync(request);
            return Participant.IsCast(answer) ? null : $"{answer.Status} {Encoding.UTF8.GetString(answer.Body.AsSpan(0, Math.Min(300, answer.Body.Length)))}";
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            return error.Message;
        }
    }

    /// <summary>How many posts were written until it was over. Each has an author of its own.</summary>
    private async Task<int> WriteAsync(string thread, CancellationToken over)
    {
        var authors = await _participants.MakeAsync(200, withDrafts: false);
        using var timer = new PeriodicTimer(BetweenPosts);
        using var connection = new Connection(Site.App.Address);
        var written = 0;
        try
        {
            while (await timer.WaitForNextTickAsync(over) && authors.Next() is { } author)
            {
                var visit = new Visit(connection, Site.App.Address, author.SessionCookie);
                var page = await visit.GetAsync(thread);
                var sent = await visit.PostAsync(thread, page, ["nyckel"], new KeyValuePair<string, string>("text", $"Sätt en klocka på torget, skrev nummer {written + 1}."));
                if (sent.Status != 302)
                {
                    Report.Fail($"A post was answered with {sent.Status}.");
                }

                written++;
            }
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }

        return written;
    }

    /// <summary>Bytes twice a second.</summary>
    private async Task<List<long>> MemoryAsync(CancellationToken over)
    {
        var seen = new List<long>();
        while (!over.IsCancellationRequested)
        {
            seen.Add(Site.App.Memory);
            await Task.Delay(500, CancellationToken.None);
        }

        return seen;
    }

    /// <summary>Mean of each quarter of the time: what grows from one to the next would go on growing.</summary>
    private static string Quarters(List<long> seen) =>
        string.Join(", ", seen.Chunk((seen.Count + 3) / 4).Select(q => Megabytes((long)q.Average())));

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];

    private static string Megabytes(long bytes) => (bytes / 1_000_000).ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
