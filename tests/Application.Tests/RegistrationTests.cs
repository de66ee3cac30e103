using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Registration;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Registration;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class RegistrationTests : UseCaseTest
{
    private static readonly Guid _anna = Guid.CreateVersion7();
    private static readonly Guid _bo = Guid.CreateVersion7();

    public RegistrationTests()
    {
        User.Roles.Add(Role.Officer);
        User.Id = _anna;
    }

    [Fact]
    public async Task Nothing_of_what_waits_can_be_read_in_the_database_and_sealing_counts_it_and_takes_it_away()
    {
        var consultation = await Data.ConsultationAsync();
        var (_, code) = (await Data.FrameAsync(consultation)).People[0];
        await BeginAsync();
        var holder = (await StartAsync(code.Shown)).Value!.Holder;

        var waiting = await RegisterAsync(holder, Sheet(("val", "a"), ("mer", "Synnerligen igenkännbart")));
        var dump = await Data.DumpAsync();

        Assert.Equal(RegisteredAs.Waiting, waiting.Value!.As);
        Assert.DoesNotContain("igenkännbart", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("\"val\":[\"a\"]", dump.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(code.Secret, dump, StringComparison.Ordinal);
        await Data.MoveClosingAsync(consultation.Id, TimeSpan.FromSeconds(-1));
        Assert.True(await Services.GetRequiredService<IBallotBox>().SealAsync(consultation.Id, CancellationToken));
        Assert.Empty(await Db.Set<RegisteredEntry>().AsNoTracking().ToListAsync(CancellationToken));
        Assert.Equal(1, await Services.GetRequiredService<IRegistrationBox>().CountLeftAsync(consultation.Id, CancellationToken));
        Assert.Equal(0, await Db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM ballot").SingleAsync(CancellationToken));
        Assert.Equal(1, (await Use<GetRegistrationHandler>().HandleAsync(new("radslag", "torget"), CancellationToken)).Value!.NeverCompared);
    }

    [Fact]
    public async Task The_same_form_from_two_people_is_cast_with_a_receipt_that_checks_out()
    {
        var (_, code) = (await Data.FrameAsync(await Data.ConsultationAsync())).People[0];
        await BeginAsync();
        var holder = (await StartAsync(code.Shown)).Value!.Holder;
        await RegisterAsync(holder, Sheet(("val", "a"), ("mer", "Mer  träd")));

        var own = await RegisterAsync(holder, Sheet(("val", "a")));
        User.Id = _bo;
        var key = RandomId.Bytes(16);
        var second = await RegisterAsync(holder, Sheet(("val", "a"), ("mer", "Mer träd ")), key);
        var again = await RegisterAsync(holder, Sheet(("val", "a"), ("mer", "Mer träd ")), key);

        Assert.IsType<EntryNeedsAnother>(own.Error);
        Assert.Equal(RegisteredAs.Cast, second.Value!.As);
        Assert.Equal(second.Value.ReceiptCode, again.Value!.ReceiptCode);
        Assert.Equal(ReceiptStatus.Current, (await Use<CheckReceiptHandler>().HandleAsync(new(second.Value.ReceiptCode), CancellationToken)).Value!.Status);
        Assert.Empty(await Db.Set<RegisteredEntry>().AsNoTracking().ToListAsync(CancellationToken));
        var batch = (await Use<GetBatchHandler>().HandleAsync(new("radslag", "torget", 1), CancellationToken)).Value!;
        Assert.Equal((1, 0), (batch.Batch.Cast, batch.Waiting.Count));
    }

    [Fact]
    public async Task What_differs_is_shown_to_another_than_the_first_and_only_that_and_is_decided_question_by_question()
    {
        var (_, code) = (await Data.FrameAsync(await Data.ConsultationAsync())).People[0];
        await BeginAsync();
        var holder = (await StartAsync(code.Shown)).Value!.Holder;
        await RegisterAsync(holder, Sheet(("val", "a"), ("viktigt", "trad"), ("mer", "Ett")));
        User.Id = _bo;
        var entry = (await RegisterAsync(holder, Sheet(("val", "b"), ("viktigt", "trad"), ("mer", "Två")))).Value!.EntryId!.Value;

        var shown = (await Use<GetDifferencesHandler>().HandleAsync(new("radslag", "torget", entry), CancellationToken)).Value!;
        var open = await DecideAsync(entry, ("val", true));
        User.Id = _anna;
        var byFirst = await DecideAsync(entry, ("val", true), ("mer", false));
        User.Id = Guid.CreateVersion7();
        var byThird = await DecideAsync(entry, ("val", true), ("mer", false));
        var gone = await DecideAsync(entry, ("val", true), ("mer", false));

        Assert.Equal(["val", "mer"], shown.Differing.Select(s => s.Question.Key));
        Assert.Equal("mer", Assert.IsType<DifferenceOpen>(open.Error).QuestionKey);
        Assert.IsType<EntryNeedsAnother>(byFirst.Error);
        Assert.True(byThird.IsSuccess);
        Assert.IsType<EntryGone>(gone.Error);
        var body = await Db.Database.SqlQuery<string>($"SELECT body::text AS \"Value\" FROM ballot").SingleAsync(CancellationToken);
        Assert.Equal("""{"mer": "Två", "val": ["a"], "viktigt": ["trad"]}""", body);
        Assert.Equal("4", await Db.Database.SqlQuery<string>($"SELECT door::text AS \"Value\" FROM ballot").SingleAsync(CancellationToken));
    }

    [Fact]
    public async Task Where_there_are_no_codes_a_number_in_a_batch_is_one_form_however_often_it_is_typed()
    {
        await Data.ConsultationAsync();
        await BeginAsync(paper: false);
        foreach (var (mark, choice) in new[] { ("1", "a"), ("2", "a"), (" 1 ", "b") })
        {
            Assert.Equal(RegisteredAs.Cast, (await RegisterAsync((await StartAsync(mark)).Value!.Holder, Sheet(("val", choice)))).Value!.As);
        }

        Assert.IsType<FormNumberUnreadable>((await StartAsync("0")).Error);
        Assert.IsType<FormNumberUnreadable>((await StartAsync("ett")).Error);
        var stored = await Db.Database.SqlQuery<string>($"SELECT body ->> 'val' AS \"Value\" FROM ballot").ToListAsync(CancellationToken);
        Assert.Equal(["[\"a\"]", "[\"b\"]"], stored.Order());
    }

    [Fact]
    public async Task A_code_of_another_dialogue_and_a_wrong_code_start_no_form()
    {
        var consultation = await Data.ConsultationAsync();
        await Data.FrameAsync(consultation);
        var (_, other) = (await Data.FrameAsync(await Data.ConsultationAsync(slug: "badet"))).People[0];
        await BeginAsync();

        Assert.IsType<CodeOfAnother>((await StartAsync(other.Shown)).Error);
        Assert.IsType<CodeUnknown>((await StartAsync(LetterCode.New().Shown)).Error);
        Assert.IsType<CodeMissing>((await StartAsync("")).Error);
    }

    [Fact]
    public async Task Answers_that_the_logic_leads_past_are_listed_and_not_stored()
    {
        var survey = await Data.SurveyAsync();
        var typed = Sheet(("nojd", "3"), ("sagt", "nej"), ("svar", "ja"));

        var found = (await Use<CheckFormHandler>().HandleAsync(new("enkater", "hemtjanst", typed, ""), CancellationToken)).Value!;

        Assert.Equal("svar", Assert.Single(found.Ignored).Question.Key);
        Assert.Empty(found.Errors);
        Assert.True(found.Sheet["svar"].IsEmpty);
        Assert.Equal(survey.Id, found.Definition.DialogueId);
    }

    [Fact]
    public async Task After_closing_nothing_is_started_or_registered()
    {
        var consultation = await Data.ConsultationAsync();
        var (person, code) = (await Data.FrameAsync(consultation)).People[0];
        await BeginAsync(paper: false);
        await Data.MoveClosingAsync(consultation.Id, TimeSpan.FromSeconds(-1));

        // The copy of the dialogue that the application keeps still says that it is open: the database decides.
        var registered = await RegisterAsync(new FormHolder(person.Id, "7K4P"), Sheet(("val", "a")));

        Assert.IsType<AnswersClosed>(registered.Error);
        Assert.IsType<CodeExpired>((await StartAsync(code.Shown)).Error);
    }

    [Fact]
    public async Task Nobody_but_officers_knows_of_it()
    {
        await Data.ConsultationAsync();
        await BeginAsync();
        User.Roles.Remove(Role.Officer);

        Assert.IsType<RegistrationNotFound>((await Use<GetRegistrationHandler>().HandleAsync(new("radslag", "torget"), CancellationToken)).Error);
        Assert.IsType<RegistrationNotFound>((await StartAsync("1")).Error);
        Assert.IsType<RegistrationNotFound>((await RegisterAsync(new FormHolder(RandomId.New(), "1"), Sheet(("val", "a")))).Error);
        Assert.IsType<RegistrationNotFound>((await Use<StartKioskHandler>().HandleAsync(new("radslag", "torget"), CancellationToken)).Error);
    }

    [Fact]
    public async Task What_was_typed_wrong_is_thrown_away_with_a_reason_that_is_kept()
    {
        var consultation = await Data.ConsultationAsync();
        var (_, code) = (await Data.FrameAsync(consultation)).People[0];
        await BeginAsync();
        await RegisterAsync((await StartAsync(code.Shown)).Value!.Holder, Sheet(("val", "a")));
        var entry = await Db.Set<RegisteredEntry>().Select(e => e.Id).SingleAsync(CancellationToken);

        Assert.IsType<DropReasonMissing>((await Use<DropEntryHandler>().HandleAsync(new("radslag", "torget", entry, " "), CancellationToken)).Error);
        Assert.True((await Use<DropEntryHandler>().HandleAsync(new("radslag", "torget", entry, "fel blankett"), CancellationToken)).IsSuccess);
        Assert.IsType<EntryGone>((await Use<DropEntryHandler>().HandleAsync(new("radslag", "torget", entry, "fel blankett"), CancellationToken)).Error);
        Assert.Equal($"1/{code.Selector}: fel blankett", (await Db.Set<AuditEntry>().SingleAsync(a => a.Action == "registration.entryDropped", CancellationToken)).Reason);
    }

    private async Task BeginAsync(bool paper = true)
    {
        Assert.True((await Use<BeginRegistrationHandler>().HandleAsync(new("radslag", "torget", paper, false), CancellationToken)).IsSuccess);
        Assert.Equal(1, (await Use<OpenBatchHandler>().HandleAsync(new("radslag", "torget", AnswerDoor.Paper), CancellationToken)).Value!.Number);
    }

    private Task<Result<FormStarted>> StartAsync(string mark) =>
        Use<StartFormHandler>().HandleAsync(new("radslag", "torget", 1, mark, HasGuessedWrong: false), CancellationToken);

    private Task<Result<FormRegistered>> RegisterAsync(FormHolder holder, AnswerSheet sheet, byte[]? key = null)
    {
        Db.ChangeTracker.Clear();
        return Use<RegisterFormHandler>().HandleAsync(new("radslag", "torget", 1, holder, sheet, key ?? RandomId.Bytes(16)), CancellationToken);
    }

    private Task<Result<FormCast>> DecideAsync(Guid entry, params (string Key, bool First)[] decisions) =>
        Use<DecideEntryHandler>().HandleAsync(
            new("radslag", "torget", entry, decisions.ToDictionary(d => d.Key, d => d.First, StringComparer.Ordinal), RandomId.Bytes(16)), CancellationToken);

    private static AnswerSheet Sheet(params (string Key, string Value)[] answers)
    {
        var sheet = new AnswerSheet();
        foreach (var (key, value) in answers)
        {
            sheet.Set(key, key == "mer" ? new Answer([], value) : new Answer([value], ""));
        }

        return sheet;
    }
}
