using Medborgardialog.Benchmarks.Measuring;
using Medborgardialog.Benchmarks.Subject;

namespace Medborgardialog.Benchmarks.Measures;

/// <summary>P6: a thread with twenty posts, read by people who have not signed in, beside a bare Razor page that reads twenty posts through EF Core.</summary>
internal sealed class ThreadPages(Site site, Effort effort, Report report) : Measure(site, effort, report)
{
    private const int Clients = 32;

    public override IReadOnlyList<string> Numbers => ["P6"];

    public override async Task RunAsync()
    {
        if (await PublicPages.ThreadAsync(Site.App.Address) is not { } address)
        {
            Report.Add("P6", "Thread page (20 posts) / bare Razor + EF Core", "≥ 0.5", "≥ 2", "not measured: there is no thread page", "–");
            return;
        }

        var rounds = await RoundsAsync(() => PagesAsync(Site.App, address), () => PagesAsync(Site.Bare, "/trad"));
        string[] names = ["thread page", "bare thread page"];
        ReportFailures(rounds, names);
        ReportCpu(rounds, names);
        Report.Add(
            "P6", "Thread page (20 posts) / bare Razor + EF Core", "≥ 0.5", "≥ 2", Report.Spread(rounds.Of(0, m => m.Rate), "/s"),
            $"{Report.Spread(rounds.Ratio(0, 1, m => m.Rate))} of {Report.Spread(rounds.Of(1, m => m.Rate), "/s")}", rounds.Others());
    }

    private Task<Measured> PagesAsync(Child server, string path)
    {
        var request = Http.Get(server.Address, path);
        return Hammer.RunAsync(Clients, Effort.Time, () => new RequestWorker(server.Address, () => request, a => a.Status == 200), server);
    }
}
