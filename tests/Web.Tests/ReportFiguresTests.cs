using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Evidence.Measures;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>Every number of every report of the demo is reckoned again from the rows that it names, by the database and not by the code that wrote it (E9).</summary>
public sealed partial class ReportFiguresTests(ExempelbyFixture web) : IClassFixture<ExempelbyFixture>
{
    [Fact]
    public async Task Every_number_of_every_report_is_what_its_rows_say()
    {
        var reports = await ReportsAsync();

        Assert.Contains(reports, r => r.Model.DialogueTitle.Contains("hemtjänst", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(reports, r => r.Model.DialogueAddress.StartsWith("/radslag/", StringComparison.Ordinal));
        Assert.Contains(reports, r => r.Model.Committee == "Kultur- och fritidsnämnden");
        var wrong = new List<string>();
        foreach (var (report, model) in reports)
        {
            foreach (var figure in model.Figures)
            {
                var reckoned = await ReckonAsync(figure);
                var shown = double.Parse(Digits().Match(figure.Shown.Replace("\u00A0", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)).Value.Replace(',', '.'), CultureInfo.InvariantCulture);
                if (reckoned != shown)
                {
                    wrong.Add($"{report.Number} v{report.Version} {figure.Key} {figure.Label}: shows {figure.Shown}, the rows say {reckoned}");
                }
            }
        }

        Assert.True(reports.Sum(r => r.Model.Figures.Count) > 300, $"{reports.Sum(r => r.Model.Figures.Count)} numbers");
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_number_in_a_table_and_every_finding_names_its_rows()
    {
        foreach (var (report, model) in await ReportsAsync())
        {
            var known = model.Figures.Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
            var without = model.Tables.SelectMany(t => t.Lines.SelectMany(l => l.Cells.Select(c => (t.Caption, l.Label, Cell: c))))
                .Where(c => c.Cell.Value is not null && !known.Contains(c.Cell.Figure)).Select(c => $"{report.Number}: {c.Caption}, {c.Label}: {c.Cell.Text}")
                .Concat(model.Findings.Where(f => Digits().IsMatch(f.Value) && !known.Contains(f.Figure)).Select(f => $"{report.Number}: {f.Value} {f.Text}"));
            Assert.Empty(without);
        }
    }

    [Fact]
    public async Task Every_number_that_a_reader_can_press_leads_to_its_rows()
    {
        using var reader = web.Anonymous();
        var report = (await ReportsAsync()).Where(r => r.Report.State == ReportState.Delivered).MaxBy(r => r.Model.Figures.Count);
        var page = await reader.Http.GetStringAsync($"/rapporter/{report.Report.Slug}", TestContext.Current.CancellationToken);
        var links = Links().Matches(page).Select(m => m.Groups["to"].Value).Distinct().ToList();

        Assert.True(links.Count > 20, $"{links.Count} numbers to press");
        foreach (var link in links)
        {
            var answer = await reader.Http.GetAsync(link, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("Källa:", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_report_says_more_than_its_answers_bear()
    {
        var designs = await web.ReadAsync(db => db.Set<Survey>().ToDictionaryAsync(s => s.Id, s => s.Design));
        var said = new List<string>();
        foreach (var (report, model) in await ReportsAsync())
        {
            var context = report.Kind == DialogueKind.Consultation ? new WordingContext(AnswerSource.Open, Consultation: true) : new WordingContext(designs[report.DialogueId] switch
            {
                SampleDesign.TotalSurvey => AnswerSource.TotalSurvey,
                SampleDesign.ProbabilitySample => AnswerSource.ProbabilitySample,
                _ => AnswerSource.Open,
            });

            // What people are asked and what they wrote is theirs; what was decided before is the committee's.
            var texts = model.Findings.Select(f => f.Text).Append(model.Title).Append(model.Basis)
                .Concat(model.Sections.Where(s => s.Key is not ("utforare" or "du-sa" or "metod")).SelectMany(s => s.Text.Append(s.Reading)))
                .Concat(model.Tables.SelectMany(t => t.Notes.Append(t.Under)));
            said.AddRange(texts.SelectMany(t => Wording.Check(t, context).Select(f => $"{model.Number}: {t.Substring(f.Position, f.Length)} ({f.Rule})")));
        }

        Assert.Empty(said);
    }

    private async Task<IReadOnlyList<(Report Report, ReportModel Model)>> ReportsAsync()
    {
        var reports = await web.ReadAsync(db => db.Set<Report>().AsNoTracking().Where(r => r.Model != null).OrderBy(r => r.Number).ThenBy(r => r.Version).ToListAsync());
        return [.. reports.Select(r => (r, JsonSerializer.Deserialize<ReportModel>(r.Model!)!))];
    }

    /// <summary>The rule in SQL over the rows alone.</summary>
    private async Task<double> ReckonAsync(ReportFigure figure)
    {
        var sql = figure.Rule switch
        {
            FigureRule.Count => "SELECT sum(count) FROM evidence WHERE id = ANY($1)",
            FigureRule.Base => "SELECT min(denominator) FROM evidence WHERE id = ANY($1) HAVING count(DISTINCT denominator) = 1",
            FigureRule.Share => "SELECT least(100, floor(100.0 * sum(count) / min(denominator) + 0.5)) FROM evidence WHERE id = ANY($1) HAVING count(DISTINCT denominator) = 1",
            FigureRule.Pooled => "SELECT least(100, floor(100.0 * sum(count) / sum(denominator) + 0.5)) FROM evidence WHERE id = ANY($1)",
            FigureRule.Ratio => "SELECT floor(100.0 * sum(count) / (SELECT sum(count) FROM evidence WHERE id = ANY($2)) + 0.5) FROM evidence WHERE id = ANY($1)",
            FigureRule.Rate => "SELECT round(100.0 * sum(count) / (SELECT sum(count) FROM evidence WHERE id = ANY($2)), 1) FROM evidence WHERE id = ANY($1)",
            _ => "SELECT min(at_least_percent) FROM evidence WHERE id = ANY($1)",
        };
        await using var command = web.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        command.Parameters.AddWithValue(figure.Rows.ToArray());
        if (figure.Rule is FigureRule.Ratio or FigureRule.Rate)
        {
            command.Parameters.AddWithValue(figure.Of.ToArray());
        }

        var reckoned = await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        return reckoned is null or DBNull ? double.NaN : Convert.ToDouble(reckoned, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("[0-9]+(?:,[0-9]+)?", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    [GeneratedRegex("href=\"(?<to>/rapporter/[^\"]+/underlag/f[0-9]+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Links();
}
