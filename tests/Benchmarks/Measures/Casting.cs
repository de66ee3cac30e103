using Medborgardialog.Benchmarks.Bare;
using Medborgardialog.Benchmarks.Measuring;
using Medborgardialog.Benchmarks.Subject;

namespace Medborgardialog.Benchmarks.Measures;

/// <summary>
/// P2, P3, P4: the POST that casts a filled-in answer, beside the bare endpoint, the bare statement and a later change. The cast
/// deletes its draft and stores participation, ballot and log row; the bare endpoint stores one response and ten answers.
/// </summary>
internal sealed class Casting(Site site, Effort effort, Report report) : Measure(site, effort, report)
{
    private const int Clients = 32;
    private const int MostPerSecond = 4000;
    private const string BareRows = """SELECT (SELECT count(*) FROM "Responses") + (SELECT count(*) FROM "BareAnswer")""";
    private readonly Participants _participants = new(site);
    private readonly string _first = Exhibit.Answer(0).ToJson();
    private readonly string _second = Exhibit.Answer(1).ToJson();
    private IReadOnlyList<Participant> _answered = [];
    private long _casts;
    private long _changes;
    private long _bare;

    public override IReadOnlyList<string> Numbers => ["P2", "P3", "P4"];

    public override async Task RunAsync()
    {
        var before = (Ballots: await Site.CountAsync("SELECT count(*) FROM ballot"), Casts: await Site.CountAsync("SELECT count(*) FROM ballot_cast"), Bare: await Site.CountAsync(Site.BareSource, BareRows));
        var rounds = await RoundsAsync(FirstAsync, BareAsync, LimitAsync, ChangeAsync);
        string[] names = ["cast", "bare endpoint", "bare statement", "change"];
        ReportFailures(rounds, names);
        ReportCpu(rounds, names);

        Report.Add("P2", "Casting POST / bare Kestrel + EF Core endpoint", "≥ 0.5", "≥ 1.0", PerSecond(rounds, 0), $"{Ratio(rounds, 0, 1)} of {PerSecond(rounds, 1)}", rounds.Others());
        Report.Add("P3", "Casting POST / one bare statement through Npgsql", "≥ 0.10", "≥ 0.35", PerSecond(rounds, 0), $"{Ratio(rounds, 0, 2)} of {PerSecond(rounds, 2)}", rounds.Others());
        Report.Add("P4", "Changing an answer / first submission", "≥ 0.8", "≥ 1.0", PerSecond(rounds, 3), $"{Ratio(rounds, 3, 0)} of {PerSecond(rounds, 0)}", rounds.Others());

        Report.Check("Ballots", _casts, await Site.CountAsync("SELECT count(*) FROM ballot") - before.Ballots);
        Report.Check("Casts and changes", _casts + _changes, await Site.CountAsync("SELECT count(*) FROM ballot_cast") - before.Casts);
        Report.Check("Rows of the bare references", 11 * _bare, await Site.CountAsync(Site.BareSource, BareRows) - before.Bare);
    }

    private static string PerSecond(IReadOnlyList<IReadOnlyList<Measured>> rounds, int contender) => Report.Spread(rounds.Of(contender, m => m.Rate), "/s");

    private static string Ratio(IReadOnlyList<IReadOnlyList<Measured>> rounds, int over, int under) => Report.Spread(rounds.Ratio(over, under, m => m.Rate));

    private async Task<Measured> FirstAsync()
    {
        var supply = await _participants.MakeAsync((int)(Effort.Time.TotalSeconds * 4 / 3 * MostPerSecond));
        var measured = await Hammer.RunAsync(
            Clients, Effort.Time, () => new RequestWorker(Site.App.Address, () => supply.Next()?.Cast(Site.App.Address, _first), Participant.IsCast), Site.App);
        _answered = supply.Used;
        _casts += measured.Accepted;
        return measured;
    }

    private async Task<Measured> ChangeAsync()
    {
        var next = 0;
        var measured = await Hammer.RunAsync(Clients, Effort.Time, () => new RequestWorker(
            Site.App.Address,
            () => _answered[(Interlocked.Increment(ref next) & int.MaxValue) % _answered.Count].Cast(Site.App.Address, _second),
            Participant.IsCast), Site.App);
        _changes += measured.Accepted;
        return measured;
    }

    private async Task<Measured> BareAsync()
    {
        var form = Enumerable.Range(0, 10).Select(i => new KeyValuePair<string, string>($"q{i}", "3")).ToList();
        var request = Http.Post(Site.Bare.Address, "/svar", "", form);
        var measured = await Hammer.RunAsync(Clients, Effort.Time, () => new RequestWorker(Site.Bare.Address, () => request, a => a.Status == 302), Site.Bare);
        _bare += measured.Accepted;
        return measured;
    }

    private async Task<Measured> LimitAsync()
    {
        var measured = await Hammer.RunAsync(Clients, Effort.Time, () => new StatementWorker(Site.BareSource));
        _bare += measured.Accepted;
        return measured;
    }
}
