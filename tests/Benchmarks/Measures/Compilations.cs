using System.Diagnostics;
using System.Globalization;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Application.Surveys;
using Medborgardialog.Benchmarks.Measuring;
using Medborgardialog.Benchmarks.Subject;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.Infrastructure.Disclosure;
using Npgsql;

namespace Medborgardialog.Benchmarks.Measures;

/// <summary>
/// P13, P14: the job that compiles what may be published of a survey with ten closed questions, told by age, area and door, and then tells it as
/// the report does. Beside it one bare scan that counts as many answers by question and value from a table with a row for each.
/// </summary>
internal sealed class Compilations(Site site, Effort effort, Report report) : Measure(site, effort, report)
{
    private const int Questions = 10;

    /// <summary>Who made anything of the answers before the gate did.</summary>
    private const string Bare = "SELECT question, value, count(*) FROM plain_answer GROUP BY question, value";

    public override IReadOnlyList<string> Numbers => ["P13", "P14"];

    public override async Task RunAsync()
    {
        foreach (var (answers, floor, aim) in new[] { (100_000, "≤ 6", "≤ 3"), (1_000_000, "≤ 4", "≤ 2") }.Take(Effort.Rounds > 1 ? 2 : 1))
        {
            var slug = $"sammanstallning-{answers.ToString(CultureInfo.InvariantCulture)}";
            var survey = await ExhibitedSurvey.FillAsync(Site.Services, slug, AnswerMode.Open, brokenDown: true);
            await ExhibitedSurvey.AnswerAsync(Site.AppSource, survey, answers);
            await FillBareAsync(answers);
            var rounds = await RoundsAsync(() => JobAsync(survey, answers), () => BareAsync(answers), () => AllAsync(survey));
            Report.Add(
                "P13", $"Result and report of {answers:N0} × 10 answers / one bare count of them", floor, aim, Report.Spread(rounds.Of(0, m => m.P50), " s"),
                $"{Report.Spread(rounds.Ratio(0, 1, m => m.P50))} of {Report.Spread(rounds.Of(1, m => m.P50), " s")}", rounds.Others());
            Report.Note($"CPU of the job and its database: {Report.Spread(rounds.Of(0, m => m.Cpu), " s")}, {Report.Spread(rounds.Ratio(0, 1, m => m.Cpu))} of bare {Report.Spread(rounds.Of(1, m => m.Cpu), " s")}; reading the rows alone {Report.Spread(rounds.Of(2, m => m.Cpu), " s")}.");
            Report.Note($"Least of all runs: {Report.Number(rounds.Min(r => r[0].P95))} s and bare {Report.Number(rounds.Min(r => r[1].P95))} s; reading the rows alone {Report.Spread(rounds.Of(2, m => m.P50), " s")}.");
            await MemoryAsync(survey, answers);
            await ErasingAsync(answers);
        }
    }

    /// <summary>As when nobody has asked for it before: what is stored is deleted, and the gate is another one.</summary>
    private async Task<Measured> JobAsync(Survey survey, int answers)
    {
        await ForgetAsync(survey);
        await using var scope = Site.Services.CreateAsyncScope();
        var gate = ActivatorUtilities.CreateInstance<DisclosureGate>(Site.Services, ActivatorUtilities.CreateInstance<SurveyGate>(Site.Services));
        var result = ActivatorUtilities.CreateInstance<GetSurveyResultHandler>(scope.ServiceProvider, gate);
        return await TimedAsync(async () =>
        {
            var told = await result.HandleAsync(new GetSurveyResultQuery(survey.Slug, Audience.Report), CancellationToken.None);
            if (told.Value?.Answers != answers)
            {
                Report.Fail($"{told.Value?.Answers} answers of {survey.Slug}.");
            }
        });
    }

    private Task<Measured> BareAsync(int answers) => TimedAsync(async () =>
    {
        await using var connection = await Site.BareSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var alone = new NpgsqlCommand("SET LOCAL max_parallel_workers_per_gather = 0", connection);
        await alone.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(Bare, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var counted = 0L;
        while (await reader.ReadAsync())
        {
            counted += reader.GetInt64(2);
        }

        if (counted != (long)answers * Questions)
        {
            Report.Fail($"{counted} bare answers.");
        }
    });

    /// <summary>What it costs to read the same rows and do nothing with them.</summary>
    private Task<Measured> AllAsync(Survey survey) => TimedAsync(async () =>
    {
        await using var connection = await Site.AppSource.OpenConnectionAsync();
        await using var stream = await connection.BeginRawBinaryCopyAsync(
            $"COPY (SELECT body::text, about::text, door, record_key, changes > 0 FROM ballot WHERE consultation_id = '{survey.Id:D}') TO STDOUT (FORMAT BINARY)");
        await stream.CopyToAsync(Stream.Null);
    });

    /// <summary>In the published application, which has shown nothing but its first page: from idle to the page with the result.</summary>
    private async Task MemoryAsync(Survey survey, int answers)
    {
        await ForgetAsync(survey);
        using var app = await Site.StartAppAsync();
        await Task.Delay(TimeSpan.FromSeconds(10));
        var idle = app.Memory;
        app.ForgetPeak();
        using var connection = new Connection(app.Address);
        var clock = Stopwatch.StartNew();
        var page = await connection.SendAsync(Http.Get(app.Address, $"/enkater/{survey.Slug}/resultat"));
        var seconds = clock.Elapsed.TotalSeconds;
        if (page.Status != 200)
        {
            Report.Fail($"The result of {survey.Slug} was answered with {page.Status}.");
        }

        Report.Add(
            "P14", $"Memory of the published application above idle, result of {answers:N0} × 10 answers", "≤ 200 MB", "≤ 64 MB",
            $"{Report.Number((app.PeakMemory - idle) / 1e6)} MB", "–");
        Report.Note($"Idle {Report.Number(idle / 1e6)} MB, at most {Report.Number(app.PeakMemory / 1e6)} MB; the page came after {Report.Number(seconds)} s.");
    }

    /// <summary>What mode F adds: background is erased from every answer in the statement that stores the result.</summary>
    private async Task ErasingAsync(int answers)
    {
        var survey = await ExhibitedSurvey.FillAsync(Site.Services, $"radering-{answers.ToString(CultureInfo.InvariantCulture)}", AnswerMode.Confidential, brokenDown: true);
        await ExhibitedSurvey.AnswerAsync(Site.AppSource, survey, answers);
        Report.Note($"In mode F, with the erasing of background from {answers:N0} answers: {Report.Number((await JobAsync(survey, answers)).P50)} s.");
        await Site.ExecuteAsync(Site.AppSource, $"DELETE FROM ballot WHERE consultation_id = '{survey.Id:D}'");
        await Site.ExecuteAsync(Site.AppSource, "VACUUM ballot");
    }

    private Task ForgetAsync(Survey survey) => Site.ExecuteAsync(Site.AppSource, $"DELETE FROM published_survey WHERE survey_id = '{survey.Id:D}'");

    private async Task FillBareAsync(int answers)
    {
        await Site.ExecuteAsync(Site.BareSource, "DROP TABLE IF EXISTS plain_answer");
        await Site.ExecuteAsync(Site.BareSource, "CREATE TABLE plain_answer (response int NOT NULL, question int NOT NULL, value int NOT NULL)");
        await Site.ExecuteAsync(
            Site.BareSource,
            $"INSERT INTO plain_answer SELECT r, q, 1 + floor(random() * 5) FROM generate_series(1, {answers}) r, generate_series(1, {Questions}) q");
        await Site.ExecuteAsync(Site.BareSource, "VACUUM ANALYZE plain_answer");
    }

    private static async Task<Measured> TimedAsync(Func<Task> work)
    {
        var (others, clock) = (OthersCpu.Start(), Stopwatch.StartNew());
        await work();
        var seconds = clock.Elapsed.TotalSeconds;
        return new Measured(1 / seconds, seconds, seconds, seconds, 1, 0, null, others.OwnSeconds(), others.PercentOfCore());
    }
}
