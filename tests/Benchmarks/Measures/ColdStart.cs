using Medborgardialog.Benchmarks.Measuring;
using Medborgardialog.Benchmarks.Subject;

namespace Medborgardialog.Benchmarks.Measures;

/// <summary>P22: from the start of the process to the first page, on a database that is there already, beside the bare server's first answer.</summary>
internal sealed class ColdStart(Site site, Effort effort, Report report) : Measure(site, effort, report)
{
    public override IReadOnlyList<string> Numbers => ["P22"];

    public override async Task RunAsync()
    {
        var rounds = await Rounds.RunAsync(
            Effort.Rounds,
            () => TimedAsync(Site.StartAppAsync), () => TimedAsync(() => Site.StartBareAsync("/")), () => TimedAsync(() => Site.StartBareAsync("/trad")));
        ReportCpu(rounds, "the application", "bare, plain answer", "bare, Razor and EF Core");
        Report.Add(
            "P22", "Cold start to the first page / bare server's first plain answer", "≤ 8", "≤ 4", Report.Spread(rounds.Of(0, m => m.P50), " s"),
            $"{Report.Spread(rounds.Ratio(0, 1, m => m.P50))} of {Report.Spread(rounds.Of(1, m => m.P50), " s")}", rounds.Others());
        Report.Add(
            "P22", "The same / bare server's first page through Razor and EF Core", "–", "–", Report.Spread(rounds.Of(0, m => m.P50), " s"),
            $"{Report.Spread(rounds.Ratio(0, 2, m => m.P50))} of {Report.Spread(rounds.Of(2, m => m.P50), " s")}", rounds.Others());
    }

    private static async Task<Measured> TimedAsync(Func<Task<Child>> start)
    {
        var others = OthersCpu.Start();
        using var child = await start();
        var seconds = child.StartedIn.TotalSeconds;
        return new Measured(1 / seconds, seconds, seconds, seconds, 1, 0, null, child.Cpu.TotalMilliseconds, others.PercentOfCore());
    }
}
