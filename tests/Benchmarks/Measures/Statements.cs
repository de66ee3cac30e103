using Medborgardialog.Benchmarks.Measuring;
using Medborgardialog.Benchmarks.Subject;

namespace Medborgardialog.Benchmarks.Measures;

/// <summary>
/// P21: statements that PostgreSQL itself logs while one request is answered, the beginning and end of transactions included.
/// Everything kept in memory is warm except in the row that says otherwise. The least of several tries is taken, since the
/// application's background work is logged too.
/// </summary>
internal sealed class Statements(Site site, Effort effort, Report report) : Measure(site, effort, report)
{
    private const int Tries = 5;

    public override IReadOnlyList<string> Numbers => ["P21"];

    public override async Task RunAsync()
    {
        await Site.ExecuteAsync(Site.BareSource, "ALTER SYSTEM SET log_statement = 'all'");
        await Site.ExecuteAsync(Site.BareSource, "SELECT pg_reload_conf()");
        try
        {
            await RunLoggedAsync();
        }
        finally
        {
            await Site.ExecuteAsync(Site.BareSource, "ALTER SYSTEM RESET log_statement");
            await Site.ExecuteAsync(Site.BareSource, "SELECT pg_reload_conf()");
        }
    }

    private async Task RunLoggedAsync()
    {
        var people = await new Participants(Site).MakeAsync(2 + (2 * Tries));
        var flow = people.All[0].FlowCookies;
        var server = Site.App.Address;
        await AddAsync("start page", () => Http.Get(server, "/"), 200);
        await AddAsync("list of dialogues", () => Http.Get(server, "/dialoger"), 200);
        await AddAsync("rådslag page", () => Http.Get(server, PublicPages.Consultation), 200);
        await AddAsync("start of the answer", () => Http.Get(server, $"{PublicPages.Consultation}/svara", flow), 200);
        await AddAsync("question page", () => Http.Get(server, $"{PublicPages.Consultation}/svara/fraga/5", flow), 200);
        await AddAsync("check page", () => Http.Get(server, Participant.CheckPath, flow), 200);
        var answers = Exhibit.Answer(0).ToJson();
        await AddAsync("casting POST, its COMMIT within the statement", () => people.Next()!.Cast(server, answers), 302);
        if (await PublicPages.ThreadAsync(server) is { } thread)
        {
            await AddAsync("thread page (20 posts)", () => Http.Get(server, thread), 200);
            await AddAsync("list of threads", () => Http.Get(server, $"{PublicPages.Consultation}/diskussion"), 200);
        }
    }

    private async Task AddAsync(string name, Func<byte[]> request, int status)
    {
        var least = int.MaxValue;
        for (var i = 0; i <= Tries; i++)
        {
            using var connection = new Connection(Site.App.Address);
            var from = new FileInfo(Site.PostgresLog).Length;
            var answer = await connection.SendAsync(request());
            if (answer.Status != status)
            {
                Report.Fail($"{name} answered {answer.Status}");
                return;
            }

            // The first fills what is kept in memory.
            least = i == 0 ? least : Math.Min(least, await LoggedAsync(from));
        }

        Report.Add("P21", $"Database statements, {name}", "≤ 6", "≤ 3", Report.Number(least), "–");
    }

    private async Task<int> LoggedAsync(long from)
    {
        await using var log = new FileStream(Site.PostgresLog, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Position = from;
        using var reader = new StreamReader(log);
        var text = await reader.ReadToEndAsync();
        return text.Split('\n').Count(l => l.Contains("LOG:  statement: ", StringComparison.Ordinal) || l.Contains("LOG:  execute ", StringComparison.Ordinal));
    }
}
