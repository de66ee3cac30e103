using System.Diagnostics;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Application.Exports;
using Medborgardialog.Application.Surveys;
using Medborgardialog.Benchmarks.Measuring;
using Medborgardialog.Benchmarks.Subject;

namespace Medborgardialog.Benchmarks.Measures;

/// <summary>
/// P15: the rows of a counted survey with 100,000 answers to ten questions, from the database to the end of the file, by the use case that
/// the officer's download runs. Beside it the same rows read by hand and written without a format, which is what reading costs.
/// </summary>
internal sealed class Exports(Site site, Effort effort, Report report) : Measure(site, effort, report)
{
    private const double LimeSurveySeconds = 86.6;
    private const int Answers = 100_000;

    public override IReadOnlyList<string> Numbers => ["P15"];

    public override async Task RunAsync()
    {
        var survey = await ExhibitedSurvey.FillAsync(Site.Services);
        await ExhibitedSurvey.AnswerAsync(Site.AppSource, survey, Answers);
        await using var scope = Site.Services.CreateAsyncScope();

        // The first reader compiles what may be published; it is not part of an export.
        await scope.ServiceProvider.GetRequiredService<IDisclosureGate>().ReadSurveyAsync(survey.Id, Audience.Public, CancellationToken.None);
        await ExportAsync(scope.ServiceProvider, survey.Slug);
        var rounds = new List<(double Export, double Read)>();
        for (var round = 0; round < Effort.Rounds; round++)
        {
            rounds.Add((await ExportAsync(scope.ServiceProvider, survey.Slug), await ReadAsync(survey.Id)));
            rounds.Add((await ExportAsync(scope.ServiceProvider, survey.Slug), await ReadAsync(survey.Id)));
        }

        var export = Figure.Of(rounds.Select(r => r.Export));
        Report.Add(
            "P15", "CSV of 100,000 × 10 answers / LimeSurvey (86.6 s)", "≥ 30", "≥ 100", Report.Spread(export, " s"),
            Report.Spread(new Figure(LimeSurveySeconds / export.Median, LimeSurveySeconds / export.Most, LimeSurveySeconds / export.Least)));
        Report.Add("P15", "The same / reading the rows by hand", "–", "–", Report.Spread(export, " s"), Report.Spread(Figure.Of(rounds.Select(r => r.Export / r.Read))));
    }

    private async Task<double> ExportAsync(IServiceProvider services, string slug)
    {
        var clock = Stopwatch.StartNew();
        var file = await services.GetRequiredService<ExportSurveyRowsHandler>().HandleAsync(new ExportSurveyRowsCommand(slug, TableFormat.Csv), CancellationToken.None);
        var path = Path.GetTempFileName();
        await using (var to = File.Create(path))
        {
            await file.Value!.WriteAsync(to, CancellationToken.None);
        }

        var seconds = clock.Elapsed.TotalSeconds;
        Report.Check("Rows of an export", Answers, File.ReadLines(path).Count() - 1);
        File.Delete(path);
        return seconds;
    }

    private async Task<double> ReadAsync(Guid surveyId)
    {
        var clock = Stopwatch.StartNew();
        await using var command = Site.AppSource.CreateCommand("SELECT body::text FROM ballot WHERE consultation_id = $1 ORDER BY random()");
        command.Parameters.AddWithValue(surveyId);
        await using var reader = await command.ExecuteReaderAsync();
        await using var to = StreamWriter.Null;
        while (await reader.ReadAsync())
        {
            await to.WriteLineAsync(reader.GetString(0));
        }

        return clock.Elapsed.TotalSeconds;
    }
}
