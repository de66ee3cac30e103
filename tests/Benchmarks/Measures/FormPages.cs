using Medborgardialog.Benchmarks.Measuring;
using Medborgardialog.Benchmarks.Subject;

namespace Medborgardialog.Benchmarks.Measures;

/// <summary>P5: how long a form page takes at eight clients, by people who are signed in and have a draft.</summary>
internal sealed class FormPages(Site site, Effort effort, Report report) : Measure(site, effort, report)
{
    private const double LimeSurveyP95 = 2022;
    private const int Clients = 8;
    private readonly Participants _participants = new(site);

    public override IReadOnlyList<string> Numbers => ["P5"];

    public override async Task RunAsync()
    {
        var people = await _participants.MakeAsync(Clients);
        var question = $"/radslag/{Exhibit.Slug}/svara/fraga/5";
        var rounds = await RoundsAsync(
            () => PagesAsync(question, people), BareAsync, () => PagesAsync(Participant.CheckPath, people));
        string[] names = ["question page", "bare form page", "check page"];
        ReportFailures(rounds, names);
        ReportCpu(rounds, names);
        Add("question page", rounds, 0);
        Add("check page with all ten answers", rounds, 2);
        Report.Note($"Bare form page, p95 at {Clients} clients: {Report.Spread(rounds.Of(1, m => m.P95), " ms")}.");
    }

    private void Add(string page, IReadOnlyList<IReadOnlyList<Measured>> rounds, int contender)
    {
        var p95 = rounds.Of(contender, m => m.P95);
        var faster = new Figure(LimeSurveyP95 / p95.Median, LimeSurveyP95 / p95.Most, LimeSurveyP95 / p95.Least);
        Report.Add(
            "P5", $"Form GET, p95 at {Clients} clients, {page} / LimeSurvey (2,022 ms)", "≤ 1/50", "≤ 1/200",
            Report.Spread(p95, " ms"), $"1/{Report.Number(faster.Median)} (1/{Report.Number(faster.Least)}–1/{Report.Number(faster.Most)})", rounds.Others());
    }

    private Task<Measured> PagesAsync(string path, Supply people)
    {
        var requests = people.All.Select(p => Http.Get(Site.App.Address, path, p.FlowCookies)).ToList();
        var next = 0;
        return Hammer.RunAsync(Clients, Effort.Time, () =>
        {
            var request = requests[Interlocked.Increment(ref next) % requests.Count];
            return new RequestWorker(Site.App.Address, () => request, a => a.Status == 200);
        }, Site.App);
    }

    private Task<Measured> BareAsync()
    {
        var request = Http.Get(Site.Bare.Address, "/svara");
        return Hammer.RunAsync(Clients, Effort.Time, () => new RequestWorker(Site.Bare.Address, () => request, a => a.Status == 200), Site.Bare);
    }
}
