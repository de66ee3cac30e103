using Medborgardialog.Application.Evidence;
using Medborgardialog.Application.Identity;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Application.Tests;

/// <summary>Switches and complaints from outside: checked row by row, nothing by a dry run, once however often, and corrected as new revisions.</summary>
public class EvidenceImportTests : UseCaseTest
{
    private const string Switching = "period;verksamhet;från;väg;till;orsak;antal;brukare";
    private const string Complaints = "period;verksamhet;enhet;område;slag;antal;besvarade;i_tid;ändrade;dagar_median";
    private const string Row = "2026-03;hemtjänst;Hemtjänst Norr;annan utförare;soder;tiderna;3;210";

    public EvidenceImportTests()
    {
        User.Roles.Clear();
        User.Roles.Add(Role.Officer);
        User.Title = "handläggare";
    }

    [Fact]
    public async Task A_row_becomes_a_count_with_what_it_is_of_and_the_users_of_the_unit()
    {
        await ImportAsync(EvidenceSourceKind.Switching, Switching, Row);

        var rows = await Db.Set<EvidenceRow>().AsNoTracking().OrderBy(r => r.Measure).ToListAsync(CancellationToken);
        Assert.Equal([Measures.Switched, Measures.Users], rows.Select(r => r.Measure));
        Assert.Equal(
            (EvidenceKind.ExitInternal, EvidenceBasis.Actual, "Hemtjänst", "Hemtjänst Norr", "Hemtjänst Söder", "tiderna", 3, 210),
            (rows[0].Kind, rows[0].Basis, rows[0].Service, rows[0].Unit, rows[0].Group, rows[0].Reason, rows[0].Count!.Value, rows[0].Denominator!.Value));
        Assert.Equal((new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31), 210), (rows[1].From, rows[1].To, rows[1].Count!.Value));
        Assert.All(rows, r => Assert.Equal(ImportDesk.SourceOf(EvidenceSourceKind.Switching, "Hemtjänst"), r.SourceId));
    }

    [Fact]
    public async Task What_came_in_and_what_became_of_it_are_rows_of_each_other()
    {
        await ImportAsync(EvidenceSourceKind.Complaints, Complaints, "2026-K1;Hemtjänst;norr;Centrum;klagomål;9;6;4;2;11");

        var rows = await Db.Set<EvidenceRow>().AsNoTracking().ToDictionaryAsync(r => r.Measure, r => (r.Count, r.Denominator), CancellationToken);
        Assert.Equal((9, null), rows[Measures.Complaints]);
        Assert.Equal((6, 9), rows[Measures.ComplaintsAnswered]);
        Assert.Equal((4, 6), rows[Measures.ComplaintsInTime]);
        Assert.Equal((2, 9), rows[Measures.ComplaintsChanged]);
        Assert.Equal((11, null), rows[Measures.ComplaintsDays]);
    }

    [Theory]
    [InlineData("mars;Hemtjänst;norr;lämnar;;;1;210", "period", "evidence.row.period")]
    [InlineData("2026-13;Hemtjänst;norr;lämnar;;;1;210", "period", "evidence.row.period")]
    [InlineData("2026-05-31--2026-05-01;Hemtjänst;norr;lämnar;;;1;210", "period", "evidence.row.period")]
    [InlineData("2199-01;Hemtjänst;norr;lämnar;;;1;210", "period", "evidence.row.future")]
    [InlineData("2026-05;Simhall;norr;lämnar;;;1;210", "verksamhet", "evidence.row.service")]
    [InlineData("2026-05;Hemtjänst;Väster;lämnar;;;1;210", "från", "evidence.row.unit")]
    [InlineData("2026-05;Hemtjänst;Lilla skolan;lämnar;;;1;210", "från", "evidence.row.unit")]
    [InlineData("2026-05;Hemtjänst;;lämnar;;;1;210", "från", "evidence.row.required")]
    [InlineData("2026-05;Hemtjänst;norr;slutar;;;1;210", "väg", "evidence.row.way")]
    [InlineData("2026-05;Hemtjänst;norr;;;;1;210", "väg", "evidence.row.required")]
    [InlineData("2026-05;Hemtjänst;norr;flyttar;soder;;1;210", "till", "evidence.row.noTo")]
    [InlineData("2026-05;Hemtjänst;norr;annan utförare;norr;;1;210", "till", "evidence.row.sameUnit")]
    [InlineData("2026-05;Hemtjänst;norr;lämnar;;;-1;210", "antal", "evidence.row.number")]
    [InlineData("2026-05;Hemtjänst;norr;lämnar;;;två;210", "antal", "evidence.row.number")]
    [InlineData("2026-05;Hemtjänst;norr;lämnar;;;211;210", "antal", "evidence.row.more")]
    [InlineData("2026-05;Hemtjänst;norr;lämnar;;;1;", "brukare", "evidence.row.required")]
    [InlineData("2026-03;Hemtjänst;norr;lämnar;;;1;209", "brukare", "evidence.row.usersDiffer")]
    [InlineData("2026-03;Hemtjänst;norr;lämnar;;;208;210", "antal", "evidence.row.leftMore")]
    [InlineData("2026-K1;Hemtjänst;norr;lämnar;;;1;210", "period", "evidence.row.overlaps")]
    [InlineData("2026-03;Hemtjänst;Hemtjänst Norr;annan utförare;Hemtjänst Söder;tiderna;3;210", "", "evidence.row.double")]
    public async Task What_is_wrong_is_said_by_row_and_column_and_nothing_waits(string row, string column, string code)
    {
        var found = await CheckAsync(EvidenceSourceKind.Switching, Switching, Row, row, "2026-04;Hemtjänst;soder;flyttar;;;1;185");

        var error = Assert.Single(found.Value!.Found.Errors);
        Assert.Equal((3, column, code), (error.Line, error.Column, error.Code));
        Assert.Null(found.Value.Draft);
        Assert.Equal(0, await Db.Set<EvidenceDraft>().CountAsync(CancellationToken));
    }

    [Theory]
    [InlineData("2026-05;Hemtjänst;norr;;gnäll;3;1;1;0;", "slag", "evidence.row.sort")]
    [InlineData("2026-05;Hemtjänst;norr;;klagomål;3;4;1;0;", "besvarade", "evidence.row.more")]
    [InlineData("2026-05;Hemtjänst;norr;;klagomål;3;2;3;0;", "i_tid", "evidence.row.more")]
    [InlineData("2026-05;Hemtjänst;norr;;klagomål;3;;1;0;", "i_tid", "evidence.row.noAnswered")]
    [InlineData("2026-05;Hemtjänst;norr;;klagomål;3;2;1;4;", "ändrade", "evidence.row.more")]
    [InlineData("2026-05;Hemtjänst;norr;;klagomål;3;2;1;0;snart", "dagar_median", "evidence.row.number")]
    public async Task Wrong_complaints_are_said_too(string row, string column, string code)
    {
        var error = Assert.Single((await CheckAsync(EvidenceSourceKind.Complaints, Complaints, row)).Value!.Found.Errors);

        Assert.Equal((2, column, code), (error.Line, error.Column, error.Code));
    }

    [Fact]
    public async Task Of_many_errors_two_hundred_are_told_and_all_are_counted()
    {
        var found = await CheckAsync(EvidenceSourceKind.Switching, [Switching, .. Enumerable.Range(0, 450).Select(i => $"2026-05;Hemtjänst;Enhet {i};lämnar;;;1;210")]);

        Assert.Equal((200, 450), (found.Value!.Found.Errors.Count, found.Value.Found.ErrorCount));
    }

    [Fact]
    public async Task A_header_without_its_columns_is_one_error()
    {
        var error = Assert.IsType<EvidenceColumnsWrong>((await CheckAsync(EvidenceSourceKind.Switching, "period;verksamhet;enhet;antal", "2026-05;Hemtjänst;norr;1")).Error);

        Assert.Equal("från, väg, brukare", error.Missing);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_change_and_changes_nothing()
    {
        await ImportAsync(EvidenceSourceKind.Switching, Switching, Row);
        var before = await RowsAsync();

        var found = await CheckAsync(
            EvidenceSourceKind.Switching, Switching, Row.Replace(";3;", ";5;", StringComparison.Ordinal), "2026-04;Hemtjänst;norr;annan utförare;soder;tiderna;1;208");

        var effect = Assert.Single(found.Value!.Found.Effects);
        Assert.Equal((2, 1, 1), (effect.Added, effect.Revised, effect.Unchanged));
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task The_same_file_twice_is_one_and_a_corrected_one_gives_revisions()
    {
        await ImportAsync(EvidenceSourceKind.Switching, Switching, Row);
        var again = await ImportAsync(EvidenceSourceKind.Switching, Switching, Row);
        var corrected = await ImportAsync(EvidenceSourceKind.Switching, Switching, Row.Replace(";3;", ";4;", StringComparison.Ordinal));

        Assert.Equal((0, 0, 2), (again.Added, again.Replaced, again.Unchanged));
        Assert.Equal((1, 1, 1), (corrected.Added, corrected.Replaced, corrected.Unchanged));
        var revisions = await Db.Set<EvidenceRow>().AsNoTracking().Where(r => r.Measure == Measures.Switched).OrderBy(r => r.Revision).ToListAsync(CancellationToken);
        Assert.Equal([(3, false), (4, true)], revisions.Select(r => (r.Count!.Value, r.Holds)));
    }

    [Fact]
    public async Task Other_months_add_up_and_a_longer_period_over_them_is_refused()
    {
        await ImportAsync(EvidenceSourceKind.Switching, Switching, Row);
        await ImportAsync(EvidenceSourceKind.Switching, Switching, "2026-04;Hemtjänst;norr;flyttar;;;1;208");

        var over = await CheckAsync(EvidenceSourceKind.Switching, Switching, "2026-01-01--2026-06-30;Hemtjänst;norr;flyttar;;;1;208");

        Assert.Equal(4, await Db.Set<EvidenceRow>().CountAsync(r => r.ReplacedAt == null, CancellationToken));
        Assert.Equal("evidence.row.overlaps", Assert.Single(over.Value!.Found.Errors).Code);
    }

    [Fact]
    public async Task Imported_by_many_at_once_it_is_there_once()
    {
        var tasks = new List<Guid>();
        for (var i = 0; i < 4; i++)
        {
            tasks.Add(await StartAsync(EvidenceSourceKind.Switching, Switching, Row));
        }

        var runs = await Task.WhenAll(tasks.Concat(tasks).Select(async task =>
        {
            await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<RunEvidenceImportHandler>().HandleAsync(new(task), CancellationToken);
        }));

        Assert.All(runs, r => Assert.True(r.IsSuccess));
        Assert.Equal(2, runs.Sum(r => r.Value!.Added));
        Assert.Equal(2, await Db.Set<EvidenceRow>().CountAsync(CancellationToken));
        Assert.All(await Db.Set<LongTask>().AsNoTracking().ToListAsync(CancellationToken), t => Assert.Equal(LongTaskState.Finished, t.State));
    }

    [Theory]
    [InlineData(Role.Resident)]
    [InlineData(Role.Moderator)]
    [InlineData(Role.CommitteeSecretary)]
    [InlineData(Role.Administrator)]
    public async Task Only_officers_know_of_imports(Role role)
    {
        await ImportAsync(EvidenceSourceKind.Switching, Switching, Row);
        User.Roles.Clear();
        User.Roles.Add(role);

        Assert.IsType<EvidenceNotFound>((await Use<CheckEvidenceHandler>().HandleAsync(new(EvidenceSourceKind.Switching, "", TestData.Utf8(Row)), CancellationToken)).Error);
        Assert.IsType<EvidenceNotFound>((await Use<ListEvidenceSourcesHandler>().HandleAsync(new(), CancellationToken)).Error);
        Assert.IsType<EvidenceNotFound>((await Use<GetEvidenceSourceHandler>().HandleAsync(new(Source, null, null, null, 1), CancellationToken)).Error);
        Assert.IsType<EvidenceNotFound>((await Use<WithdrawEvidenceHandler>().HandleAsync(new(Source, "Fel siffror"), CancellationToken)).Error);
    }

    [Fact]
    public async Task What_another_system_sends_is_all_or_nothing_with_the_index_of_the_wrong_row()
    {
        await UnitsAsync();
        var key = await KeyAsync();
        var right = Fields("2026-03", "norr");

        var wrong = await ReceiveAsync(key, dryRun: false, right, Fields("2026-03", "väster"));
        Assert.Equal((1, "från"), (Assert.Single(wrong.Value!.Errors).Line, wrong.Value.Errors[0].Column));
        Assert.Empty(await RowsAsync());

        var dry = await ReceiveAsync(key, dryRun: true, right);
        Assert.Equal(2, Assert.Single(dry.Value!.Effects).Added);
        Assert.Empty(await RowsAsync());

        Assert.Equal(2, Assert.Single((await ReceiveAsync(key, dryRun: false, right)).Value!.Effects).Added);
        Assert.Equal((0, 0, 2), (await ReceiveAsync(key, dryRun: false, right)).Value!.Effects.Select(e => (e.Added, e.Revised, e.Unchanged)).Single());
        Assert.Equal(2, (await RowsAsync()).Count);
    }

    [Fact]
    public async Task A_revoked_key_sends_nothing()
    {
        await UnitsAsync();
        var key = await KeyAsync();
        User.Roles.Add(Role.Administrator);
        Assert.True((await Use<RevokeApiKeyHandler>().HandleAsync(new(key), CancellationToken)).IsSuccess);

        Assert.IsType<ApiKeyRefused>((await ReceiveAsync(key, dryRun: false, Fields("2026-03", "norr"))).Error);
        Assert.Empty(await RowsAsync());
    }

    private static Guid Source => ImportDesk.SourceOf(EvidenceSourceKind.Switching, "Hemtjänst");

    private static Dictionary<string, string> Fields(string period, string unit) => new()
    {
        ["period"] = period, ["verksamhet"] = "Hemtjänst", ["från"] = unit, ["väg"] = "lämnar", ["antal"] = "2", ["brukare"] = "210",
    };

    private Task<Result<EvidenceChecked>> ReceiveAsync(Guid key, bool dryRun, params Dictionary<string, string>[] rows)
    {
        Db.ChangeTracker.Clear();
        return Use<ReceiveEvidenceHandler>().HandleAsync(new(key, EvidenceSourceKind.Switching, rows, dryRun), CancellationToken);
    }

    private async Task<Guid> KeyAsync()
    {
        var key = ApiKey.Make("Verksamhetssystemet", "Omar Testare", TimeProvider.System.GetUtcNow()).Value!.Key;
        Db.Add(key);
        await Db.SaveChangesAsync(CancellationToken);
        return key.Id;
    }

    private Task<List<(string, int?, DateTimeOffset?)>> RowsAsync() => Db.Set<EvidenceRow>().AsNoTracking().OrderBy(r => r.Id)
        .Select(r => new ValueTuple<string, int?, DateTimeOffset?>(r.Key, r.Count, r.ReplacedAt)).ToListAsync(CancellationToken);

    private async Task UnitsAsync()
    {
        if (!await Db.Set<ServiceUnit>().AnyAsync(CancellationToken))
        {
            Db.AddRange(
                new ServiceUnit("Hemtjänst", "norr", "Hemtjänst Norr", UnitForm.Municipal, ""), new ServiceUnit("Hemtjänst", "soder", "Hemtjänst Söder", UnitForm.Municipal, ""),
                new ServiceUnit("Skola", "lilla-skolan", "Lilla skolan", UnitForm.Municipal, ""));
            await Db.SaveChangesAsync(CancellationToken);
        }

        Db.ChangeTracker.Clear();
    }

    private async Task<Result<EvidenceCheck>> CheckAsync(EvidenceSourceKind kind, params string[] lines)
    {
        await UnitsAsync();
        return await Use<CheckEvidenceHandler>().HandleAsync(new(kind, "fil.csv", TestData.Utf8(string.Join('\n', lines))), CancellationToken);
    }

    private async Task<Guid> StartAsync(EvidenceSourceKind kind, params string[] lines)
    {
        var found = await CheckAsync(kind, lines);
        Assert.Empty(found.Value!.Found.Errors);
        return (await Use<ImportEvidenceHandler>().HandleAsync(new(found.Value.Draft!.Value), CancellationToken)).Value!.TaskId;
    }

    private async Task<EvidenceRecorded> ImportAsync(EvidenceSourceKind kind, params string[] lines)
    {
        var task = await StartAsync(kind, lines);
        Db.ChangeTracker.Clear();
        return (await Use<RunEvidenceImportHandler>().HandleAsync(new(task), CancellationToken)).Value!;
    }
}
