using Medborgardialog.Load;

const string Usage = """
    Load plays residents against the application on this machine. See docs/load.md.

      crowd  [--residents 2000] [--parallel 48] [--kills 0] [--slug stortorget] [--server http://localhost:5080 [--database CONNECTION]]
      replay --history FOLDER   [--parallel 8]                                  [--server http://localhost:5080 --database CONNECTION]

    Without --server it starts the application and a database of its own and removes them afterwards.
    """;

try
{
    return args switch
    {
        ["crowd", .. var rest] => await CrowdAsync(new Arguments(rest, "residents", "parallel", "kills", "slug", "server", "database")),
        ["replay", .. var rest] => await ReplayAsync(new Arguments(rest, "history", "parallel", "server", "database")),
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

static async Task<int> CrowdAsync(Arguments arguments)
{
    await using var trial = await Trial.StartAsync(arguments);
    return await new Crowd(trial, arguments).RunAsync(Console.Out);
}

static async Task<int> ReplayAsync(Arguments arguments)
{
    var history = await VoteHistory.ReadAsync(arguments.Text("history") ?? throw new ArgumentsWrongException("--history names the folder of the vote history."));
    await using var trial = await Trial.StartAsync(arguments);
    return await new Replay(trial, history, arguments.Number("parallel", 8, 1, 100)).RunAsync(Console.Out);
}

static async Task<int> ExplainAsync(string text)
{
    await Console.Error.WriteLineAsync(text);
    return 2;
}
