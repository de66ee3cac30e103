using System.Runtime.InteropServices;
using Medborgardialog.Load;

const string Usage = """
    Load plays residents against the application on this machine. See docs/load.md.

      crowd  [--residents 2000] [--parallel 48] [--listeners 100] [--kills 0] [--texts FOLDER] [--slug stortorget]
      replay --history FOLDER   [--parallel 8]
      letters [--people 18000] [--keep FILE]
      guesses [--guesses 1000000] [--people 18000] [--networks 2000]
      classrooms [--runs 200] [--pupils 25] [--rows 20]

    The first two take --minutes 60 (the run ends by then) and --server http://localhost:5080 with --database CONNECTION.
    Without --server it starts the application and a database of its own and removes them afterwards.
    """;

try
{
    return args switch
    {
        ["crowd", .. var rest] => await CrowdAsync(new Arguments(rest, "residents", "parallel", "listeners", "kills", "texts", "slug", "minutes", "server", "database")),
        ["replay", .. var rest] => await ReplayAsync(new Arguments(rest, "history", "parallel", "minutes", "server", "database")),
        ["letters", .. var rest] => await LettersAsync(new Arguments(rest, "people", "keep")),
        ["guesses", .. var rest] => await GuessesAsync(new Arguments(rest, "guesses", "people", "networks")),
        ["classrooms", .. var rest] => await ClassroomsAsync(new Arguments(rest, "runs", "pupils", "rows")),
        _ => await ExplainAsync(Usage),
    };
}
catch (ArgumentsWrongException wrong)
{
    return await ExplainAsync(wrong.Message);
}
catch (LoadException failed)
{
    return await ExplainAsync(failed.Message);
}

static Task<int> CrowdAsync(Arguments arguments) =>
    WithinAsync(arguments, trial => new Crowd(trial, arguments).RunAsync(Console.Out));

static async Task<int> ReplayAsync(Arguments arguments)
{
    var history = await VoteHistory.ReadAsync(arguments.Text("history") ?? throw new ArgumentsWrongException("--history names the folder of the vote history."));
    return await WithinAsync(arguments, trial => new Replay(trial, history, arguments.Number("parallel", 8, 1, 100)).RunAsync(Console.Out));
}

static async Task<int> LettersAsync(Arguments arguments)
{
    await using var app = await InProcess.StartAsync();
    return await new LettersTrial(app, arguments.Number("people", 18_000, 1, 200_000), arguments.Text("keep")).RunAsync(Console.Out);
}

static async Task<int> GuessesAsync(Arguments arguments)
{
    await using var app = await InProcess.StartAsync();
    return await new GuessTrial(
        app, arguments.Number("guesses", 1_000_000, 1, 100_000_000), arguments.Number("people", 18_000, 2, 200_000), arguments.Number("networks", 2_000, 0, 1_000_000)).RunAsync(Console.Out);
}

static async Task<int> ClassroomsAsync(Arguments arguments)
{
    await using var app = await InProcess.StartAsync();
    return await new ClassroomsTrial(app, arguments.Number("runs", 200, 3, 10_000), arguments.Number("pupils", 25, 5, 100), arguments.Number("rows", 20, 1, 1_000)).RunAsync(Console.Out);
}

// Every run ends by itself, and takes what it has started with it, also when it is interrupted.
static async Task<int> WithinAsync(Arguments arguments, Func<Trial, Task<int>> run)
{
    var minutes = arguments.Number("minutes", 60, 1, 600);
    var stopped = new TaskCompletionSource();
    using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    await using var trial = await Trial.StartAsync(arguments);
    var work = run(trial);
    if (await Task.WhenAny(work, stopped.Task, Task.Delay(TimeSpan.FromMinutes(minutes))) == work)
    {
        return await work;
    }

    trial.Timings.Print(Console.Out);
    await Console.Error.WriteLineAsync("The run was ended before it was finished.");
    return 3;

    void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        stopped.TrySetResult();
    }
}

static async Task<int> ExplainAsync(string text)
{
    await Console.Error.WriteLineAsync(text);
    return 2;
}
