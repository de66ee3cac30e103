using System.Globalization;
using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Load;

/// <summary>
/// Many residents at once: read, sign in, answer, change, and change until the very second of the closing. Afterwards what is
/// stored and published is counted and compared with the receipts that the residents hold.
/// </summary>
internal sealed class Crowd
{
    private const int DoubleClickEvery = 20;
    private const int SignInLastEvery = 10;
    private const int ChangeEvery = 3;
    private const int WriteEvery = 10;
    private const int LastMinute = 200;
    private const int SecondsToClosing = 15;
    private static readonly TimeSpan _untilSealed = TimeSpan.FromMinutes(3);

    private readonly Trial _trial;
    private readonly string _slug;
    private readonly int _parallel;
    private readonly int _kills;
    private readonly int _listening;
    private readonly string? _texts;
    private readonly IReadOnlyList<Resident> _residents;
    private Talk _talk = null!;

    public Crowd(Trial trial, Arguments arguments)
    {
        _trial = trial;
        _slug = arguments.Text("slug") ?? "stortorget";
        _parallel = arguments.Number("parallel", 48, 1, 500);
        _kills = arguments.Number("kills", 0, 0, 20);
        _listening = arguments.Number("listeners", 100, 0, 2000);
        _texts = arguments.Text("texts");
        if (_kills > 0 && trial.Own is null)
        {
            throw new ArgumentsWrongException("--kills needs a server of this program's own: leave out --server.");
        }

        var run = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        _residents = [.. Enumerable.Range(1, arguments.Number("residents", 2000, 1, 20_000))
            .Select(n => new Resident(trial, _slug, $"provare{n}.{run:x}@exempelby.example", n))];
    }

    private int Acknowledged => _residents.Sum(r => r.Receipts.Count);

    private int Expected => _residents.Count + (_residents.Count / ChangeEvery);

    public async Task<int> RunAsync(TextWriter output)
    {
        var checks = new Checks(output);
        var box = _trial.Database is { } database ? new Box(database, _slug) : null;
        var before = box is null ? null : await box.ReadAsync();
        await output.WriteLineAsync($"{_residents.Count} residents, {_parallel} at a time, against {_trial.Server}radslag/{_slug}");
        _talk = await Talk.OpenAsync(_trial.Network, _slug, _texts);
        var listeners = Enumerable.Range(0, _listening).Select(_ => new Listener(_talk, _trial.Network)).ToList();
        await Parallel.ForEachAsync(listeners, async (l, _) => await l.StartAsync());
        _trial.Timings.Begin();
        var killing = KillAsync();
        await AllAsync(_residents, VisitAsync);
        await AllAsync(Changers, r => r.ChangeAsync(null, CopiesFor(r)));
        await killing;
        checks.Equal("errors", 0, _trial.Timings.Errors);
        checks.Equal("posts seen by their authors", _residents.Count / WriteEvery, _talk.Sent.Count);
        await TalkCheck.CheckAsync(checks, _talk, listeners, _trial.Timings);
        await Parallel.ForEachAsync(listeners, async (l, _) => await l.DisposeAsync());
        checks.Equal("answers with a receipt", _residents.Count, _residents.Count(r => r.Receipts.Count > 0));
        await CheckReceiptsAsync(checks, box is null ? _residents : [.. _residents.Take(100)]);
        if (_kills > 0)
        {
            checks.Equal("kills", _kills, _trial.Own!.Kills);
        }

        if (box is not null)
        {
            CheckStored(checks, before!, await box.ReadAsync());
            await CloseAsync(checks, box, before!, output);
        }

        _trial.Timings.Print(output);
        checks.Equal("errors at the end", 0, _trial.Timings.Errors);
        return checks.Failed == 0 ? 0 : 1;
    }

    private List<Resident> Changers => [.. _residents.Where((_, i) => i % ChangeEvery == ChangeEvery - 1)];

    private int CopiesFor(Resident resident) => resident.Number % DoubleClickEvery == 0 ? 3 : 1;

    private async Task VisitAsync(Resident resident)
    {
        await resident.ReadAsync();
        var signInLast = resident.Number % SignInLastEvery == 0;
        if (!signInLast)
        {
            await resident.SignInAsync(null);
        }

        await resident.AnswerAsync(signInLast, CopiesFor(resident));
        if (resident.Number % 2 == 0)
        {
            await resident.DescribeAsync();
        }

        if (resident.Number % WriteEvery == 0)
        {
            await _talk.WriteAsync(resident.Browser, resident.Number);
        }
    }

    private async Task AllAsync(IEnumerable<Resident> residents, Func<Resident, Task> act) => await Parallel.ForEachAsync(
        residents, new ParallelOptions { MaxDegreeOfParallelism = _parallel }, async (resident, _) =>
        {
            try
            {
                await act(resident);
            }
            catch (Exception e) when (e is LoadException or HttpRequestException or IOException or InvalidOperationException or System.Text.Json.JsonException)
            {
                _trial.Timings.Error($"resident {resident.Number}: {e.Message}");
            }
        });

    /// <summary>Evenly spread over the receipts: when a quarter has come, when half has come, and so on.</summary>
    private async Task KillAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var kill = 1; kill <= _kills; kill++)
        {
            while (Acknowledged < Expected * kill / (_kills + 1) && _trial.Timings.Errors < _residents.Count)
            {
                await timer.WaitForNextTickAsync();
            }

            var receipts = Acknowledged;
            var gone = await _trial.Own!.KillAndRestartAsync();
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"kill -9 after {receipts} receipts, gone for {gone.TotalSeconds:0.0} s"));
        }
    }

    private void CheckStored(Checks checks, Box.Contents before, Box.Contents after)
    {
        var changes = _residents.Sum(r => Math.Max(0, r.Receipts.Count - 1));
        checks.Equal("new ballots, one per resident", _residents.Count, after.Ballots - before.Ballots);
        checks.Equal("new participants, one per resident", _residents.Count, after.Participants - before.Participants);
        checks.Equal("new casts, one per receipt", Acknowledged, after.Casts - before.Casts);
        checks.Equal("changes counted", changes, after.Changes - before.Changes);
        checks.None("every resident's last answer is stored as acknowledged", Wrong(after.SheetByReceipt));
    }

    private List<string> Wrong(IReadOnlyDictionary<string, string> stored) =>
    [
        .. _residents.Where(r => r.Receipts.Count > 0).Where(r => stored.GetValueOrDefault(r.Receipts[^1].Receipt) != r.Receipts[^1].Sheet).Select(r => $"resident {r.Number}"),
    ];

    /// <summary>Receipts are looked up as anybody can: the last one is in the count, the earlier ones have been replaced.</summary>
    private async Task CheckReceiptsAsync(Checks checks, IReadOnlyList<Resident> residents)
    {
        var (current, replaced) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var unknown = await new Resident(_trial, _slug, "", 0).LookUpAsync(new string('0', 30));
        await AllAsync(residents.Where(r => r.Receipts.Count > 0), async resident =>
        {
            foreach (var receipt in resident.Receipts)
            {
                var status = await resident.LookUpAsync(receipt.Receipt);
                lock (current)
                {
                    (receipt == resident.Receipts[^1] ? current : replaced).Add(status);
                }
            }
        });
        checks.Holds(
            $"the receipts of {residents.Count} residents are found",
            current.Count == 1 && replaced.Count <= 1 && !current.Overlaps(replaced) && !current.Contains(unknown) && !replaced.Contains(unknown),
            string.Join(" | ", current.Concat(replaced)));
    }

    /// <summary>A stream of changes up to and past the closing instant; what counts is what was acknowledged before it.</summary>
    private async Task CloseAsync(Checks checks, Box box, Box.Contents before, TextWriter output)
    {
        var questions = await box.QuestionsAsync();
        await box.CloseInAsync(SecondsToClosing);
        var refused = 0;
        await AllAsync(_residents.Where(r => r.Receipts.Count > 0).Take(LastMinute), async resident =>
        {
            while (await resident.ChangeAsync(null, CopiesFor(resident)))
            {
                // Until it is closed.
            }

            Interlocked.Increment(ref refused);
        });
        await output.WriteLineAsync($"{refused} residents changed until they were refused");
        await box.SealedAsync(_untilSealed);
        var expected = new Dictionary<(string Question, string Choice), int>(before.Choices);
        foreach (var resident in _residents.Where(r => r.Receipts.Count > 0))
        {
            Box.Count(expected, AnswerSheet.FromJson(resident.Receipts[^1].Sheet));
        }

        var after = await box.ReadAsync();
        checks.Equal("ballots in the sealed box", before.Ballots + _residents.Count, after.Ballots);
        checks.Equal("casts, one per receipt", before.Casts + Acknowledged, after.Casts);
        checks.Equal("answers on the result page", before.Ballots + _residents.Count, await PublicResult.AnswersAsync(_trial, _slug));
        var published = await PublicResult.ReadAsync(_trial, _slug);
        var wrong = questions.Where(q => !q.IsText)
            .SelectMany(q => q.Choices.Select(c => (Row: (q.Text, c.Label), Count: expected.GetValueOrDefault((q.Key, c.Key)))))
            .Where(e => published.GetValueOrDefault(e.Row, -1) != e.Count)
            .Select(e => $"{e.Row.Label}: {e.Count} acknowledged, {published.GetValueOrDefault(e.Row, -1)} published")
            .ToList();
        checks.None($"the {published.Count} published figures are the last acknowledged answers", wrong);
    }
}
