using System.Text;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class FrameImportTests : UseCaseTest
{
    private static readonly DateOnly Day = TimeProvider.System.SwedishToday();
    private static readonly FrameSettings Settings = TestData.FrameSettings(Day);

    public FrameImportTests() => User.Roles.Add(Role.Officer);

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "windows-1252"];

    public static TheoryData<char> Delimiters => [';', ',', '\t'];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Swedish_letters_are_read_in_the_encodings_of_offices(string encoding)
    {
        await Data.ConsultationAsync();
        var text = TestData.FrameHeader + "\r\nÅsa Öhr;Ängsvägen 2;98100;Exempelby;1987-03-02;Öster\r\n";
        byte[] file = encoding switch
        {
            "utf-8-bom" => [.. Encoding.UTF8.GetPreamble(), .. TestData.Utf8(text)],
            "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
            _ => TestData.Utf8(text),
        };

        var people = await ImportAsync(file);

        Assert.Equal(new FrameContact("Åsa Öhr", "Ängsvägen 2", "981 00", "Exempelby", "", ""), Assert.Single(people).Contact);
        Assert.Equal(("Öster", "25–44"), (people[0].Area, people[0].AgeBand));
    }

    [Theory]
    [MemberData(nameof(Delimiters))]
    public async Task Semicolons_commas_and_tabs_part_the_columns_and_quotes_hold_them(char delimiter)
    {
        await Data.ConsultationAsync();
        var header = TestData.FrameHeader.Replace(';', delimiter);
        var row = string.Join(delimiter, "\"Öhr, Åsa; \"\"Å\"\"\"", "\"Vägen 1\nTrapp B\"", "981 00", "Exempelby", "19870302", "Öster");

        var people = await ImportAsync(TestData.Utf8($"{header}\n{row}\n\n{new string(delimiter, 5)}\n"));

        Assert.Equal(("Öhr, Åsa; \"Å\"", "Vägen 1 Trapp B"), (Assert.Single(people).Contact!.Name, people[0].Contact!.Street));
    }

    [Theory]
    [InlineData("19870302-2395", "")]
    [InlineData("870302-2395", "")]
    [InlineData("198703622392", "")]
    [InlineData("19870302-2396", "frame.row.personalNumber")]
    [InlineData("19870230-2392", "frame.row.personalNumber")]
    [InlineData("8703022399x", "frame.row.personalNumber")]
    public async Task Identity_numbers_are_checked(string number, string error)
    {
        await Data.ConsultationAsync();
        var file = $"Namn;Adress;Postnr;Postort;Personnr\nÅsa Öhr;Vägen 1;98100;Exempelby;{number}";

        var found = await CheckAsync(TestData.Utf8(file));

        Assert.Equal(error, found.Value!.Errors.SingleOrDefault()?.Code ?? "");
    }

    [Theory]
    [InlineData(";Vägen 1;98100;Exempelby;1987-03-02;", "namn", "frame.row.required")]
    [InlineData("Åsa;;98100;Exempelby;1987-03-02;", "adress", "frame.row.required")]
    [InlineData("Åsa;Vägen 1;9810;Exempelby;1987-03-02;", "postnummer", "frame.row.postalCode")]
    [InlineData("Åsa;Vägen 1;98100;Exempelby;;", "födelsedatum", "frame.row.required")]
    [InlineData("Åsa;Vägen 1;98100;Exempelby;1987-02-30;", "födelsedatum", "frame.row.date")]
    [InlineData("Åsa;Vägen 1;98100;Exempelby;2099-01-01;", "födelsedatum", "frame.row.impossibleDate")]
    [InlineData("Åsa;Vägen 1;98100;Exempelby;1787-01-01;", "födelsedatum", "frame.row.impossibleDate")]
    [InlineData("Åsa;Vägen 1;98100;Exempelby;1987-03-02;Öster;mer", "", "frame.row.tooManyCells")]
    [InlineData("Bo Bra;Gatan 1;98100;Exempelby;1950-01-01;", "", "frame.row.double")]
    [InlineData("bo  bra;gatan 1;981 00;Exempelby;1950-01-01;Väster", "", "frame.row.double")]
    public async Task What_is_wrong_is_said_with_line_and_column_and_nothing_is_kept(string row, string column, string code)
    {
        await Data.ConsultationAsync();
        var file = $"{TestData.FrameHeader}\nBo Bra;Gatan 1;98100;Exempelby;1950-01-01;Öster\n{row}\nEva Äng;Gatan 2;98100;Exempelby;1950-01-01;Öster";

        var found = await CheckAsync(TestData.Utf8(file));

        var error = Assert.Single(found.Value!.Errors);
        Assert.Equal((3, column, code), (error.Line, error.Column, error.Code));
        Assert.Equal(0, await Db.Set<FrameDraft>().CountAsync(CancellationToken));
    }

    [Theory]
    [InlineData("namn;adress;postnummer;födelsedatum", "frame.columns.missing", "ort")]
    [InlineData("namn;adress;postnummer;ort", "frame.columns.missing", "födelsedatum")]
    [InlineData("Åsa Öhr;Vägen 1;98100;Exempelby", "frame.columns.missing", "namn, adress, postnummer, ort, födelsedatum")]
    [InlineData("namn;adress;gatuadress;postnummer;ort;födelsedatum", "frame.columns.twice", "gatuadress")]
    public async Task Wrong_columns_are_one_error(string header, string code, string columns)
    {
        await Data.ConsultationAsync();

        var error = Assert.IsType<FrameColumnsWrong>((await CheckAsync(TestData.Utf8(header + "\nx;y;z;å"))).Error);

        Assert.Equal((code, columns), (error.Code, error.Columns));
    }

    [Fact]
    public async Task A_spreadsheet_an_empty_file_and_a_file_without_people_are_refused_by_name()
    {
        await Data.ConsultationAsync();

        Assert.IsType<FrameFileNotText>((await CheckAsync([0x50, 0x4B, 3, 4, 0, 0])).Error);
        Assert.IsType<FrameFileMissing>((await CheckAsync([])).Error);
        Assert.IsType<FrameEmpty>((await CheckAsync(TestData.Utf8(TestData.FrameHeader))).Error);
    }

    [Fact]
    public async Task The_dry_run_counts_by_age_and_area_and_leaves_out_those_outside()
    {
        await Data.ConsultationAsync();
        var file = TestData.FrameHeader + "\n" + string.Join('\n', new[] { 5, 15, 16, 24, 25, 80 }.Select((age, i) => $"Namn{i};Vägen 1;98100;Exempelby;{Day.AddYears(-age):yyyy-MM-dd};{(i == 5 ? "Väster" : "Öster")}"));

        var found = (await CheckAsync(TestData.Utf8(file), Settings with { Areas = ["öster"] })).Value!;

        Assert.Equal((3, 2, 1, 0), (found.People, found.OutsideAges, found.OutsideAreas, found.ErrorCount));
        Assert.Equal([new("16–24", 2), new("25–44", 1)], found.ByAge);
        Assert.Equal([new("Öster", 3)], found.ByArea);
        Assert.Equal(0, await Db.Set<FramePerson>().CountAsync(CancellationToken));
    }

    [Fact]
    public async Task Nothing_is_kept_that_is_not_needed()
    {
        await Data.ConsultationAsync();
        var file = "namn;adress;postnummer;ort;personnummer;inkomst\nÅsa Öhr;Vägen 1;98100;Exempelby;19870302-2395;412000";

        var found = await CheckAsync(TestData.Utf8(file));
        await ImportAsync(TestData.Utf8(file));

        Assert.Equal(["inkomst"], found.Value!.Unused);
        var dump = await Data.DumpAsync();
        Assert.Contains("Åsa Öhr", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("870302", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("1987-03-02", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("412000", dump, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_file_takes_the_place_of_the_whole_list_until_codes_are_issued()
    {
        await Data.ConsultationAsync();
        await ImportAsync(TestData.Utf8(TestData.FrameCsv(3)));

        var people = await ImportAsync(TestData.Utf8(TestData.FrameCsv(2)));

        Assert.Equal(2, people.Count);
        var frame = await Db.Set<Frame>().SingleAsync(CancellationToken);
        frame.CodesIssued(TimeProvider.System.GetUtcNow());
        await Db.SaveChangesAsync(CancellationToken);
        Assert.IsType<FrameInUse>((await CheckAsync(TestData.Utf8(TestData.FrameCsv(1)))).Error);
    }

    [Fact]
    public async Task An_import_that_fails_half_way_leaves_everything_as_it_was()
    {
        await Data.ConsultationAsync();
        await ImportAsync(TestData.Utf8(TestData.FrameCsv(2)));
        var task = await OrderAsync(TestData.Utf8(TestData.FrameCsv(50)));
        await Db.Database.ExecuteSqlAsync($"CREATE FUNCTION no_more() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (SELECT count(*) FROM frame_person) > 30 THEN RAISE 'full'; END IF; RETURN NEW; END $$", CancellationToken);
        await Db.Database.ExecuteSqlAsync($"CREATE TRIGGER no_more AFTER INSERT ON frame_person FOR EACH ROW EXECUTE FUNCTION no_more()", CancellationToken);

        await Assert.ThrowsAsync<DbUpdateException>(() => Use<RunFrameImportHandler>().HandleAsync(new(task), CancellationToken));

        Db.ChangeTracker.Clear();
        Assert.Equal(2, await Db.Set<FramePerson>().CountAsync(CancellationToken));
        Assert.Equal((2, LongTaskState.Running), ((await Db.Set<Frame>().SingleAsync(CancellationToken)).People, (await Db.Set<LongTask>().SingleAsync(t => t.Id == task, CancellationToken)).State));
        Assert.Equal(1, await Db.Set<FrameDraft>().CountAsync(CancellationToken));
    }

    [Fact]
    public async Task The_job_may_run_twice_and_two_imports_do_not_meet()
    {
        await Data.ConsultationAsync();
        var task = await OrderAsync(TestData.Utf8(TestData.FrameCsv(4)));

        Assert.IsType<FrameBusy>((await CheckAsync(TestData.Utf8(TestData.FrameCsv(1)))).Error);
        await Use<RunFrameImportHandler>().HandleAsync(new(task), CancellationToken);
        await Use<RunFrameImportHandler>().HandleAsync(new(task), CancellationToken);

        Assert.Equal(4, await Db.Set<FramePerson>().CountAsync(CancellationToken));
        Assert.Equal(100, (await Db.Set<LongTask>().SingleAsync(CancellationToken)).Percent);
    }

    [Fact]
    public async Task Others_than_officers_do_not_know_that_there_is_a_frame()
    {
        await Data.ConsultationAsync();
        User.Roles.Remove(Role.Officer);

        Assert.IsType<FrameNotFound>((await CheckAsync(TestData.Utf8(TestData.FrameCsv(1)))).Error);
        Assert.IsType<FrameNotFound>((await Use<GetFrameHandler>().HandleAsync(new("radslag", "torget"), CancellationToken)).Error);
        Assert.IsType<FrameNotFound>((await Use<IssueCodesHandler>().HandleAsync(new("radslag", "torget"), CancellationToken)).Error);
        Assert.IsType<FrameNotFound>((await Use<DownloadLettersHandler>().HandleAsync(new("radslag", "torget"), CancellationToken)).Error);
        Assert.IsType<FrameNotFound>((await Use<FindCodeHandler>().HandleAsync(new("radslag", "torget", "7K4P"), CancellationToken)).Error);
    }

    [Fact]
    public async Task Every_value_is_one_of_the_groups_that_the_survey_is_broken_down_by_or_nothing_comes_in()
    {
        await Data.SurveyAsync(breakdowns: [TestData.Units]);
        byte[] File(params string[] units) => TestData.Utf8(
            TestData.FrameHeader + ";enhet\n" + string.Join('\n', units.Select((u, i) => $"Ärla Påhittad{i};Exempelgatan {i};98100;Exempelby;1947-03-02;Öster;{u}")));
        Task<Result<FrameChecked>> CheckSurveyAsync(byte[] file) =>
            Use<CheckFrameHandler>().HandleAsync(new CheckFrameCommand("enkater", "hemtjanst", Settings, file), CancellationToken);

        var right = (await CheckSurveyAsync(File("norr", "Hemtjänst Söder", ""))).Value!;
        var kept = Waiting(await Db.Set<FrameDraft>().AsNoTracking().SingleAsync(CancellationToken));
        var wrong = (await CheckSurveyAsync(File("norr", "vaster", "soder"))).Value!;
        var missing = await CheckSurveyAsync(TestData.Utf8(TestData.FrameCsv(2)));

        Assert.Equal((0, 3), (right.ErrorCount, right.People));
        Assert.Contains("\"Unit\":\"soder\"", kept, StringComparison.Ordinal);
        Assert.Equal(new FrameRowError(3, "enhet", "frame.row.group"), Assert.Single(wrong.Errors));
        Assert.Empty(await Db.Set<FrameDraft>().AsNoTracking().ToListAsync(CancellationToken));
        Assert.Equal(("breakdown", "Enhet"), (Assert.IsType<FrameColumnsWrong>(missing.Error).Problem, ((FrameColumnsWrong)missing.Error!).Columns));
    }

    /// <summary>What waits to be imported, as text.</summary>
    private static string Waiting(FrameDraft draft)
    {
        using var zip = new System.IO.Compression.BrotliStream(new MemoryStream(draft.Rows), System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(zip);
        return reader.ReadToEnd();
    }

    private Task<Result<FrameChecked>> CheckAsync(byte[] file, FrameSettings? settings = null) =>
        Use<CheckFrameHandler>().HandleAsync(new CheckFrameCommand("radslag", "torget", settings ?? Settings, file), CancellationToken);

    private async Task<Guid> OrderAsync(byte[] file)
    {
        Assert.Equal(0, (await CheckAsync(file)).Value!.ErrorCount);
        var draft = await Db.Set<FrameDraft>().Select(d => d.Id).SingleAsync(CancellationToken);
        return (await Use<ImportFrameHandler>().HandleAsync(new ImportFrameCommand("radslag", "torget", draft), CancellationToken)).Value!.TaskId;
    }

    private async Task<List<FramePerson>> ImportAsync(byte[] file)
    {
        var task = await OrderAsync(file);
        Db.ChangeTracker.Clear();
        var imported = await Use<RunFrameImportHandler>().HandleAsync(new(task), CancellationToken);
        Db.ChangeTracker.Clear();
        var people = await Db.Set<FramePerson>().AsNoTracking().ToListAsync(CancellationToken);
        Assert.Equal(imported.Value!.People, people.Count);
        return people;
    }
}
