using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Evidence;
using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Application.Tests;

/// <summary>What becomes of a delivered report when its evidence goes away, when more comes, when it is taken back and when there is a new version.</summary>
public class ReportStandingTests : UseCaseTest
{
    private static readonly EvidenceSource Switches =
        new(EvidenceSourceKind.Switching, ImportDesk.SourceOf(EvidenceSourceKind.Switching, "Hemtjänst"), "Byten, Hemtjänst", "", null);

    public ReportStandingTests()
    {
        User.Roles.Clear();
        User.Roles.Add(Role.Officer);
        User.Title = "handläggare";
    }

    [Fact]
    public async Task A_source_that_is_withdrawn_takes_its_rows_and_marks_the_reports_that_rest_on_it()
    {
        var (resting, other) = ((await Data.WithCommitteeAsync()).Id, (await Data.WithCommitteeAsync(slug: "bron")).Id);
        await RecordAsync(Switches, Signal(3));
        await RestAsync(resting, (await Db.Set<EvidenceRow>().SingleAsync(CancellationToken)).Id);
        await RecordAsync(Switches, Signal(4));

        var withdrawn = await Use<WithdrawEvidenceHandler>().HandleAsync(new(Switches.Id, "Siffrorna gällde fel kommun"), CancellationToken);
        var again = await Use<WithdrawEvidenceHandler>().HandleAsync(new(Switches.Id, "En gång till"), CancellationToken);

        Assert.Equal((2, 1), (withdrawn.Value!.Rows, withdrawn.Value.Reports));
        Assert.Equal((0, 0), (again.Value!.Rows, again.Value.Reports));
        Assert.All(await Db.Set<EvidenceRow>().AsNoTracking().ToListAsync(CancellationToken), r => Assert.False(r.Holds));
        var reports = await Db.Set<Report>().AsNoTracking().ToDictionaryAsync(r => r.DialogueId, r => r.StaleWhy, CancellationToken);
        Assert.Equal(("Siffrorna gällde fel kommun", ""), (reports[resting], reports[other]));
        Assert.Equal(1, await Db.Set<AuditEntry>().CountAsync(a => a.Action == "evidence.withdrawn", CancellationToken));
    }

    [Fact]
    public async Task What_was_withdrawn_may_be_imported_again_as_new_revisions()
    {
        await RecordAsync(Switches, Signal(3));
        await Use<WithdrawEvidenceHandler>().HandleAsync(new(Switches.Id, "Fel fil lästes in"), CancellationToken);
        await RecordAsync(Switches, Signal(3));

        var rows = await Db.Set<EvidenceRow>().AsNoTracking().OrderBy(r => r.Revision).ToListAsync(CancellationToken);
        Assert.Equal([(1, false), (2, true)], rows.Select(r => (r.Revision, r.Holds)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("fel")]
    public async Task Nothing_is_withdrawn_without_a_reason(string reason)
    {
        await RecordAsync(Switches, Signal(3));

        Assert.IsType<EvidenceReasonMissing>((await Use<WithdrawEvidenceHandler>().HandleAsync(new(Switches.Id, reason), CancellationToken)).Error);
        Assert.True((await Db.Set<EvidenceRow>().AsNoTracking().SingleAsync(CancellationToken)).Holds);
    }

    [Fact]
    public async Task What_a_dialogue_says_is_not_withdrawn_by_hand()
    {
        var dialogue = await Data.WithCommitteeAsync();
        var source = new EvidenceSource(EvidenceSourceKind.Consultation, dialogue.Id, "Torget", "/radslag/torget", null);
        await RecordAsync(source, Signal(3));

        Assert.IsType<EvidenceNotImported>((await Use<WithdrawEvidenceHandler>().HandleAsync(new(source.Id, "Vill inte ha det"), CancellationToken)).Error);
    }

    [Fact]
    public async Task Rows_that_came_after_the_cut_off_are_counted_until_they_are_gone()
    {
        var dialogue = await Data.WithCommitteeAsync();
        var report = await Db.Set<Report>().AsNoTracking().SingleAsync(CancellationToken);
        var source = new EvidenceSource(EvidenceSourceKind.Consultation, dialogue.Id, "Torget", "/radslag/torget", null);

        Assert.Equal(0, (await Use<CountLateEvidenceHandler>().HandleAsync(new(report.Id), CancellationToken)).Value!.Rows);
        await RecordAsync(source, Signal(3), Signal(5) with { Unit = "Söder" });
        await RecordAsync(source, Signal(4), Signal(5) with { Unit = "Söder" });
        await RecordAsync(Switches, Signal(9));

        Assert.Equal(2, (await Use<CountLateEvidenceHandler>().HandleAsync(new(report.Id), CancellationToken)).Value!.Rows);
    }

    [Fact]
    public async Task Numbers_of_a_unit_for_a_year_and_for_its_months_are_not_both_taken()
    {
        await RecordAsync(Switches, Signal(3));

        var year = await Use<RecordEvidenceHandler>().HandleAsync(
            new(Switches, [Signal(30) with { From = new DateOnly(2026, 1, 1), To = new DateOnly(2026, 12, 31) }], IsWhole: false), CancellationToken);
        var other = await Use<RecordEvidenceHandler>().HandleAsync(
            new(Switches, [Signal(30) with { Unit = "Söder", From = new DateOnly(2026, 1, 1), To = new DateOnly(2026, 12, 31) }], IsWhole: false), CancellationToken);

        Assert.IsType<EvidenceOverlaps>(year.Error);
        Assert.True(other.IsSuccess);
        Assert.Equal(2, await Db.Set<EvidenceRow>().CountAsync(CancellationToken));
    }

    /// <summary>A post that was quoted and is hidden afterwards is in no file of the report, and the report says that something was taken out.</summary>
    [Fact]
    public async Task The_words_of_a_hidden_post_are_taken_out_of_finished_reports()
    {
        var dialogue = await Data.WithCommitteeAsync();
        var thread = await Data.ThreadAsync(dialogue.Id);
        const string Words = "Grannen i trettiosjuan parkerar jämt på gräset.";
        var post = await Data.PostAsync(thread, Words);
        var report = await Db.Set<Report>().SingleAsync(CancellationToken);
        var model = JsonSerializer.Deserialize<ReportModel>(report.Model!)!;
        var other = new ReportQuote("Torget behöver träd.", "Träd", "/radslag/torget/diskussion");
        var quoted = model with { Themes = [model.Themes[0] with { Quotes = [new ReportQuote(Words, "Parkering", "/radslag/torget/diskussion"), other], Opposing = new ReportQuote("Grannen i trettiosjuan … på gräset.", "Parkering", "") }] };
        await Db.Database.ExecuteSqlAsync($"UPDATE report SET model = {JsonSerializer.Serialize(quoted)}::jsonb WHERE id = {report.Id}", CancellationToken);
        Db.Add(new ReportFile(report.Id, "html", "text/html", TestData.Utf8($"<p>{Words}</p>")));
        Db.Add(new ReportFile(report.Id, "pdf", "application/pdf", TestData.Utf8(Words)));
        await Db.SaveChangesAsync(CancellationToken);
        Db.ChangeTracker.Clear();

        await Use<RemoveTakenDownQuotes>(new Discussions.PostTakenDown(post.Id));
        await Use<RemoveTakenDownQuotes>(new Discussions.PostTakenDown(post.Id));

        var now = await Db.Set<Report>().AsNoTracking().SingleAsync(CancellationToken);
        var files = await Db.Set<ReportFile>().AsNoTracking().Where(f => f.ReportId == report.Id).ToListAsync(CancellationToken);
        Assert.DoesNotContain("trettiosjuan", now.Model!, StringComparison.Ordinal);
        Assert.Contains("Torget behöver träd.", now.Model!, StringComparison.Ordinal);
        Assert.Contains("citat har tagits bort", now.StaleWhy, StringComparison.Ordinal);
        Assert.Contains(files, f => f.Format == "html");
        Assert.DoesNotContain(files, f => f.Format == "pdf" || System.Text.Encoding.UTF8.GetString(f.Bytes).Contains("trettiosjuan", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_withdrawn_report_said_is_said_nowhere_else()
    {
        var dialogue = await Data.WithCommitteeAsync();
        var report = await Db.Set<Report>().AsNoTracking().SingleAsync(CancellationToken);
        var before = await Use<ListPublicThemesHandler>().HandleAsync(new(dialogue.Id), CancellationToken);
        var drafted = await Use<GetCaseDraftHandler>().HandleAsync(new(report.Slug, 1), CancellationToken);
        await Use<WithdrawReportHandler>().HandleAsync(new(report.Id, "Ett tema pekar ut någon."), CancellationToken);

        var after = await Use<ListPublicThemesHandler>().HandleAsync(new(dialogue.Id), CancellationToken);
        var draft = await Use<GetCaseDraftHandler>().HandleAsync(new(report.Slug, 1), CancellationToken);

        Assert.NotEmpty(before!.Themes);
        Assert.True(drafted.IsSuccess);
        Assert.Null(after);
        Assert.IsType<ReportNotFound>(draft.Error);
    }

    [Fact]
    public async Task A_radslag_and_a_survey_never_have_the_same_address_part()
    {
        await Data.WithCommitteeAsync(slug: "torget");

        var survey = await Use<Surveys.CreateSurveyHandler>().HandleAsync(new("Torget", ""), CancellationToken);

        Assert.NotNull(survey.Error);
    }

    [Fact]
    public async Task A_withdrawn_report_says_why_and_shows_nothing_else()
    {
        await Data.WithCommitteeAsync();
        var report = await Db.Set<Report>().AsNoTracking().SingleAsync(CancellationToken);
        Db.Add(new ReportFile(report.Id, "html", "text/html", TestData.Utf8("<p>Innehållet</p>")));
        await Db.SaveChangesAsync(CancellationToken);

        Assert.IsType<ReportReasonMissing>((await Use<WithdrawReportHandler>().HandleAsync(new(report.Id, " "), CancellationToken)).Error);
        Assert.True((await Use<WithdrawReportHandler>().HandleAsync(new(report.Id, "Fel underlag användes."), CancellationToken)).IsSuccess);
        Assert.True((await Use<WithdrawReportHandler>().HandleAsync(new(report.Id, "Ett annat skäl."), CancellationToken)).IsSuccess);
        Assert.NotNull((await Use<GetReportHandler>().HandleAsync(new(report.Slug, null), CancellationToken)).Value!.Article);

        User.Roles.Clear();
        var shown = (await Use<GetReportHandler>().HandleAsync(new(report.Slug, null), CancellationToken)).Value!;
        Assert.Equal(("Fel underlag användes.", "Ärla Åkerö, handläggare", null), (shown.Standing.WithdrawnWhy, shown.Standing.WithdrawnBy, shown.Article));
        Assert.Empty(shown.Formats);
        Assert.IsType<ReportWithdrawn>((await Use<GetReportFileHandler>().HandleAsync(new(report.Id, "html"), CancellationToken)).Error);
        Assert.IsType<ReportNotFound>((await Use<WithdrawReportHandler>().HandleAsync(new(report.Id, "Jag vill också"), CancellationToken)).Error);
    }

    [Fact]
    public async Task Two_versions_differ_number_by_number()
    {
        var dialogue = await Data.WithCommitteeAsync();
        var first = await Db.Set<Report>().SingleAsync(CancellationToken);
        await VersionAsync(first, dialogue, 2, ("Norr", "12"), ("Söder", "30"), ("Provlyckan", "7"));
        await VersionAsync(first, dialogue, 3, ("Norr", "12"), ("Söder", "34"), ("Exempelomsorg", "5"));

        var changes = (await Use<GetReportChangesHandler>().HandleAsync(new(first.Slug, 3), CancellationToken)).Value!;
        var none = await Use<GetReportChangesHandler>().HandleAsync(new(first.Slug, 1), CancellationToken);

        Assert.Equal((2, 3, 1), (changes.Before, changes.Version, changes.Same));
        Assert.Equal([("Söder, Antal", "30", "34"), ("Exempelomsorg, Antal", null, "5"), ("Provlyckan, Antal", "7", null)], changes.Changes.Select(c => (c.Label, c.Was, c.Is)));
        Assert.IsType<ReportHasNoBefore>(none.Error);
    }

    private async Task VersionAsync(Report like, Consultation dialogue, int version, params (string Unit, string Count)[] rows)
    {
        var at = like.CutOff!.Value.AddHours(version);
        var report = new Report(dialogue.Id, DialogueKind.Consultation, like.CommitteeId, like.Number, version, "Torget", requestedBy: null, at);
        report.Collected(at);
        report.Compose(JsonSerializer.Serialize(new ReportModel(
            like.Number, version, "Torget", DialogueKind.Consultation, "Torget", "/radslag/torget", "Nämnden", at, dialogue.PromisedAt!.Value, "", [], [],
            [
                new ReportSection("evl", "Byta", [], [
                    new ReportTable("byten", ReportDrawing.None, "Byten", "", "Byten", ["Enhet", "Antal"], [.. rows.Select((r, i) => new ReportLine(r.Unit, [new ReportCell(r.Count, 1, $"f{i + 1}")], null))], "", []),
                ], ""),
            ],
            [], [.. rows.Select((r, i) => new ReportFigure($"f{i + 1}", r.Unit, r.Count, FigureRule.Count, [], []))])));
        report.Complete(at);
        Assert.True(report.Deliver(at).IsSuccess);
        Db.Add(report);
        Db.Add(new ReportFile(report.Id, "html", "text/html", TestData.Utf8("<p></p>")));
        if (!await Db.Set<ReportFile>().AnyAsync(f => f.ReportId == like.Id, CancellationToken))
        {
            Db.Add(new ReportFile(like.Id, "html", "text/html", TestData.Utf8("<p></p>")));
        }

        await Db.SaveChangesAsync(CancellationToken);
    }

    private Task Use<THandler>(Discussions.PostTakenDown message)
        where THandler : IOutboxHandler<Discussions.PostTakenDown> =>
        Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<THandler>(Services).HandleAsync(message, CancellationToken);

    private async Task RestAsync(Guid dialogue, Guid row)
    {
        var report = await Db.Set<Report>().SingleAsync(r => r.DialogueId == dialogue, CancellationToken);
        Db.Add(new ReportEvidence(report.Id, row));
        await Db.SaveChangesAsync(CancellationToken);
    }

    private async Task RecordAsync(EvidenceSource source, params EvidenceSignal[] signals)
    {
        Db.ChangeTracker.Clear();
        Assert.True((await Use<RecordEvidenceHandler>().HandleAsync(new(source, signals, IsWhole: false), CancellationToken)).IsSuccess);
    }

    private static EvidenceSignal Signal(int count) => new()
    {
        Kind = EvidenceKind.ExitInternal, Basis = EvidenceBasis.Actual, Measure = Measures.Switched, Label = "Bytte", Service = "Hemtjänst", Unit = "Norr", From = new DateOnly(2026, 3, 1),
        To = new DateOnly(2026, 3, 31), Count = count, Denominator = 210, Design = SampleDesign.TotalSurvey,
    };
}
