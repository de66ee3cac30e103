using System.Text.Json;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Evidence;
using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Application.Tests;

/// <summary>What a report tells of switches that the service has counted: a year of them, and never so that a few persons can be worked out.</summary>
public class ReportEventsTests : UseCaseTest
{
    private static readonly EvidenceSource _source = new(EvidenceSourceKind.Switching, ImportDesk.SourceOf(EvidenceSourceKind.Switching, "Hemtjänst"), "Byten, Hemtjänst", "", null);

    public ReportEventsTests()
    {
        User.Roles.Add(Role.Officer);
        User.Title = "handläggare";
    }

    [Fact]
    public async Task Twelve_months_are_a_year_and_the_thirteenth_is_another()
    {
        var survey = await CountedAsync();
        var last = LastMonth();
        await RecordAsync([.. Enumerable.Range(0, 14).Select(m => Switches("Norr", last.AddMonths(-m), 10))]);

        var table = Table(await BuildAsync(survey), "evl-byten");

        Assert.Equal("120", table.Lines[0].Cells[0].Text);
    }

    /// <summary>One late switch: the version before says 20, so 21 would tell the one. What moved by more is told.</summary>
    [Fact]
    public async Task What_has_moved_by_a_few_persons_since_a_version_that_stands_is_not_told()
    {
        var survey = await CountedAsync();
        var month = LastMonth();
        await RecordAsync([Switches("Norr", month, 20), Switches("Söder", month, 30), Switches("Öster", month, 40)]);
        var first = await BuildAsync(survey);
        Assert.True((await Use<DeliverReportHandler>().HandleAsync(new((await LatestAsync()).Id), CancellationToken)).IsSuccess);
        await RecordAsync([Switches("Norr", month, 21), Switches("Söder", month, 30), Switches("Öster", month, 60)]);

        var second = await BuildAsync(survey);

        Assert.Equal(["20", "30", "40"], Table(first, "evl-byten-enheter").Lines.Select(l => l.Cells[0].Text));
        Assert.Equal(["..", "30", ".."], Table(second, "evl-byten-enheter").Lines.Select(l => l.Cells[0].Text));
        Assert.Equal(("90", "111"), (Table(first, "evl-byten").Lines[0].Cells[0].Text, Table(second, "evl-byten").Lines[0].Cells[0].Text));
        Assert.DoesNotContain(second.Figures, f => f.Label.StartsWith("Norr", StringComparison.Ordinal) && f.Shown == "21");
    }

    [Fact]
    public async Task What_no_unit_is_told_of_stands_among_the_units_and_hides_as_they_do()
    {
        var survey = await CountedAsync();
        var month = LastMonth();
        await RecordAsync([Switches("Norr", month, 20), Switches("Söder", month, 30), Switches("", month, 2)]);

        var lines = Table(await BuildAsync(survey), "evl-byten-enheter").Lines;

        Assert.Equal([("Norr", ".."), ("Söder", "30"), ("Ingen enhet angiven", "..")], lines.Select(l => (l.Label, l.Cells[0].Text)));
    }

    private static ReportTable Table(ReportModel model, string key) => model.Tables.Single(t => t.Key == key);

    /// <summary>The first day of the last month that is whole when the survey has closed, which it does now.</summary>
    private static DateOnly LastMonth()
    {
        var closed = Application.Common.SwedishTime.SwedishDate(TimeProvider.System.GetUtcNow());
        return new DateOnly(closed.Year, closed.Month, 1).AddMonths(closed.AddDays(1).Day == 1 ? 0 : -1);
    }

    private static EvidenceSignal Switches(string unit, DateOnly month, int count) => new()
    {
        Kind = EvidenceKind.ExitInternal, Basis = EvidenceBasis.Actual, Measure = Measures.Switched, Label = "Bytte", Service = "Hemtjänst", Unit = unit, From = month,
        To = month.AddMonths(1).AddDays(-1), Count = count, Denominator = 210, Design = SampleDesign.TotalSurvey,
    };

    private async Task<Survey> CountedAsync()
    {
        var loop = new[]
        {
            (Key: "nojd", Measure: LoopMeasure.Satisfied), (Key: "igen", Measure: LoopMeasure.ChooseAgain), (Key: "sagt", Measure: LoopMeasure.Told), (Key: "byta", Measure: LoopMeasure.Leaves),
        };
        var survey = await Data.SurveyAsync(questions:
        [
            .. loop.Select(q => new Question
            {
                Key = q.Key, Kind = QuestionKind.Single, Section = q.Key, Text = $"Frågan om {q.Key}?", Measures = q.Measure, Choices = [new("ja", "Ja", Positive: true), new("nej", "Nej")],
            }),
        ]);
        var box = Services.GetRequiredService<IBallotBox>();
        for (var i = 0; i < 40; i++)
        {
            var sheet = new AnswerSheet();
            foreach (var (key, _) in loop)
            {
                sheet.Set(key, new Answer([i % 2 == 0 ? "ja" : "nej"], ""));
            }

            await box.CastAsync(
                new Cast(
                    survey.Id, Domain.Common.RandomId.New(), Domain.Common.RandomId.Bytes(32), Domain.Common.RandomId.Bytes(32), sheet.ToJson(), sheet.ChoicesToJson(),
                    Convert.ToHexString(Domain.Common.RandomId.Bytes(16)), DraftId: null, AnswerDoor.LetterCode),
                CancellationToken);
        }

        await Db.Database.ExecuteSqlAsync($"UPDATE survey SET closes_at = clock_timestamp(), results_at = clock_timestamp() - interval '1 hour' WHERE id = {survey.Id}", CancellationToken);
        Assert.True(await box.SealAsync(survey.Id, CancellationToken));
        return survey;
    }

    private async Task RecordAsync(IReadOnlyList<EvidenceSignal> signals)
    {
        Db.ChangeTracker.Clear();
        Assert.Null((await Use<RecordEvidenceHandler>().HandleAsync(new(_source, signals, IsWhole: false), CancellationToken)).Error);
    }

    private async Task<ReportModel> BuildAsync(Survey survey)
    {
        Db.ChangeTracker.Clear();
        var requested = (await Use<RequestReportHandler>().HandleAsync(new(survey.Slug), CancellationToken)).Value!.ReportId;
        Db.ChangeTracker.Clear();
        Assert.Null((await Use<BuildReportHandler>().HandleAsync(new BuildReportCommand(requested, WithPdf: false), CancellationToken)).Error);
        Db.ChangeTracker.Clear();
        return JsonSerializer.Deserialize<ReportModel>((await LatestAsync()).Model!)!;
    }

    private Task<Report> LatestAsync() => Db.Set<Report>().AsNoTracking().OrderByDescending(r => r.Version).FirstAsync(CancellationToken);
}
