using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Infrastructure.Persistence;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Xunit;

namespace Medborgardialog.Application.Tests;

/// <summary>Using a code: trust T05, T06 and T07.</summary>
public class LetterCodeUseTests : UseCaseTest
{
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());

    public LetterCodeUseTests() => User.Roles.Add(Role.Officer);

    private CodeGate Gate => new(Services.GetRequiredService<NpgsqlDataSource>(), _clock);

    [Fact]
    public async Task The_right_code_opens_its_dialogue_again_and_again()
    {
        var consultation = await Data.ConsultationAsync();
        var (person, code) = (await Data.FrameAsync(consultation)).People[0];

        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(
                new DialogueOpened(consultation.Id, person.Id, "/radslag/torget/svara", ResumeCode.SecretOf(code.Selector + code.Secret), code.Selector, person.Unit), (await OpenAsync(code.Shown)).Value);
        }
    }

    [Fact]
    public async Task Five_wrong_tries_lock_the_selector_for_a_quarter_of_an_hour_known_or_not()
    {
        var (_, code) = (await Data.FrameAsync(await Data.ConsultationAsync())).People[0];
        var unknown = LetterCode.New();

        foreach (var selector in new[] { code.Selector, unknown.Selector })
        {
            for (var i = 0; i < 5; i++)
            {
                Assert.IsType<CodeUnknown>((await OpenAsync(Guess(selector))).Error);
            }
        }

        Assert.IsType<CodeLocked>((await OpenAsync(code.Shown)).Error);
        Assert.IsType<CodeLocked>((await OpenAsync(unknown.Shown)).Error);
        _clock.Advance(TimeSpan.FromMinutes(14));
        Assert.IsType<CodeLocked>((await OpenAsync(code.Shown)).Error);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await OpenAsync(code.Shown)).IsSuccess);
    }

    [Fact]
    public async Task Many_tries_at_once_get_no_more_than_five()
    {
        var gate = Gate;

        var turns = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => gate.TakeAsync("7K4P", CancellationToken)));

        Assert.Equal(5, turns.Count(t => !t.Locked));
    }

    [Fact]
    public async Task A_right_code_forgets_the_slips_before_it()
    {
        var (_, code) = (await Data.FrameAsync(await Data.ConsultationAsync())).People[0];
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 4; i++)
            {
                await OpenAsync(Guess(code.Selector));
            }

            Assert.True((await OpenAsync(code.Shown)).IsSuccess);
        }
    }

    [Fact]
    public async Task A_dialogue_that_is_guessed_at_keeps_out_those_who_have_guessed_and_nobody_else()
    {
        var consultation = await Data.ConsultationAsync();
        var (_, code) = (await Data.FrameAsync(consultation)).People[0];
        await Db.Database.ExecuteSqlAsync($"INSERT INTO code_try (kind, key, tries, until) VALUES ('d', {consultation.Id.ToString("D")}, {CodeGate.WrongPerDialogue - 1}, {_clock.GetUtcNow().AddHours(1)})", CancellationToken);
        Assert.True((await OpenAsync(code.Shown, hasGuessed: true)).IsSuccess);

        Assert.IsType<CodeUnknown>((await OpenAsync(Guess(code.Selector), hasGuessed: true)).Error);

        Assert.IsType<CodeLocked>((await OpenAsync(code.Shown, hasGuessed: true)).Error);
        Assert.IsType<CodeLocked>((await OpenAsync(LetterCode.New().Shown, hasGuessed: true)).Error);
        Assert.True((await OpenAsync(code.Shown)).IsSuccess);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.True((await OpenAsync(code.Shown, hasGuessed: true)).IsSuccess);
    }

    /// <summary>Everyone who has been taken out, whose code was exchanged, or who came too early or too late, by both ways in.</summary>
    [Fact]
    public async Task What_is_revoked_exchanged_early_or_late_is_refused_on_every_path()
    {
        var consultation = await Data.ConsultationAsync();
        var people = (await Data.FrameAsync(consultation, 3)).People;
        var (revoked, exchanged, right) = (people[0], people[1], people[2]);
        await Use<RevokeCodeHandler>().HandleAsync(new("radslag", "torget", revoked.Code.Selector, "flyttat härifrån"), CancellationToken);
        var renewed = (await Use<ReissueCodeHandler>().HandleAsync(new("radslag", "torget", exchanged.Code.Shown, "brevet kom bort"), CancellationToken)).Value!;
        Db.ChangeTracker.Clear();

        Assert.IsType<CodeUnknown>((await OpenAsync(revoked.Code.Shown)).Error);
        Assert.IsType<NotEligible>(await PassAsync(consultation, revoked.Person));
        Assert.IsType<CodeUnknown>((await OpenAsync(exchanged.Code.Shown)).Error);
        Assert.Equal(exchanged.Person.Id, (await OpenAsync(renewed.Code)).Value!.PersonId);
        var dialogue = new DialogueSlug(DialogueKind.Consultation, consultation.Slug);
        Assert.IsType<NotEligible>(await PassAsync(consultation, exchanged.Person, exchanged.Code.Selector));
        Assert.True((await Use<FindDialogueHandler>().HandleAsync(new(dialogue), CancellationToken)).Value is { Participant: null, HasCodeEnded: true });
        Assert.IsType<NotEligible>((await Use<StartAnswerHandler>().HandleAsync(new(dialogue, null, FromEarlierAnswer: true, null), CancellationToken)).Error);
        Assert.IsType<NotEligible>((await Use<DescribeParticipantHandler>().HandleAsync(new(dialogue, new Dictionary<string, string?>(StringComparer.Ordinal), null), CancellationToken)).Error);
        Assert.Null(await PassAsync(consultation, exchanged.Person, renewed.Code[..4]));
        Assert.Null(await PassAsync(consultation, right.Person));
        _clock.Advance(TimeSpan.FromHours(25));
        await Db.Database.ExecuteSqlAsync($"UPDATE consultation SET closes_at = clock_timestamp() WHERE id = {consultation.Id}", CancellationToken);
        Assert.IsType<CodeExpired>((await OpenAsync(right.Code.Shown)).Error);
        Assert.IsType<AnswersClosed>(await PassAsync(consultation, right.Person));
    }

    /// <summary>With an e-ID one can be anybody, and the same person could answer once with the code and once with the e-ID.</summary>
    [Fact]
    public async Task Where_those_asked_stand_in_a_list_an_e_id_does_not_take_the_place_of_the_code()
    {
        var survey = await Data.SurveyAsync();
        User.Assurance = AssuranceLevel.EId;
        async Task<Participant?> FindAsync()
        {
            Services.GetRequiredService<Consultations.IPublishedCopies>().Forget(new DialogueSlug(DialogueKind.Survey, survey.Slug));
            var definition = await Services.GetRequiredService<IAnswerDefinitions>().FindAsync(new DialogueSlug(DialogueKind.Survey, survey.Slug), CancellationToken);
            return Services.GetRequiredService<Participants>().Find(definition!);
        }

        var before = await FindAsync();
        var frame = new Frame(survey.Id, TestData.FrameSettings(_clock.GetUtcNow().SwedishDate()), 1, Guid.Empty, _clock.GetUtcNow());
        frame.CodesIssued(_clock.GetUtcNow());
        Db.Add(frame);
        await Db.SaveChangesAsync(CancellationToken);
        var listed = await FindAsync();
        Passes.Give(survey.Id, new AnswerPass(RandomId.New(), AnswerDoor.LetterCode));
        var withCode = await FindAsync();

        Assert.Equal(AnswerDoor.EId, before?.Door);
        Assert.Null(listed);
        Assert.Equal(AnswerDoor.LetterCode, withCode?.Door);
    }

    [Fact]
    public async Task Before_answers_open_the_code_waits_and_says_until_when()
    {
        var opens = _clock.GetUtcNow().AddHours(3);
        var consultation = await Data.ConsultationAsync(schedule: new Schedule(opens.AddDays(-1), opens, opens.AddDays(9), opens.AddDays(10), opens.AddDays(40).SwedishDate()));
        var (person, code) = (await Data.FrameAsync(consultation)).People[0];

        var opened = await OpenAsync(code.Shown);

        Assert.InRange(Assert.IsType<CodeNotYetOpen>(opened.Error).OpensAt!.Value, opens.AddMilliseconds(-1), opens.AddMilliseconds(1));
        Assert.IsType<AnswersNotOpen>(await PassAsync(consultation, person));
    }

    [Fact]
    public async Task A_pass_for_one_dialogue_opens_no_other()
    {
        var (person, _) = (await Data.FrameAsync(await Data.ConsultationAsync())).People[0];
        var other = await Data.ConsultationAsync(slug: "badet");
        await Data.FrameAsync(other);

        Assert.IsType<NotEligible>(await PassAsync(other, person));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(-2, 0)]
    public async Task A_list_with_times_of_its_own_is_held_to_them_when_the_answer_comes(int from, int until)
    {
        var consultation = await Data.ConsultationAsync();
        var (person, _) = (await Data.FrameAsync(consultation)).People[0];
        await Db.Database.ExecuteSqlAsync(
            $"UPDATE frame SET valid_from = clock_timestamp() + {from} * interval '1 hour', valid_until = clock_timestamp() + {until} * interval '1 hour'", CancellationToken);

        Assert.IsType<NotEligible>(await PassAsync(consultation, person));
    }

    [Fact]
    public async Task A_small_attack_opens_nothing()
    {
        var people = (await Data.FrameAsync(await Data.ConsultationAsync(), 40)).People;
        var (unknown, locked) = (0, 0);

        for (var i = 0; i < 600; i++)
        {
            var error = (await OpenAsync(Guess(people[i % 40].Code.Selector), hasGuessed: true)).Error;
            unknown += error is CodeUnknown ? 1 : 0;
            locked += error is CodeLocked ? 1 : 0;
        }

        // Five each, and then the door is shut.
        Assert.Equal((200, 400), (unknown, locked));
    }

    [Fact]
    public async Task Who_takes_out_or_renews_says_why_and_it_is_kept()
    {
        var consultation = await Data.ConsultationAsync();
        var (_, code) = (await Data.FrameAsync(consultation)).People[0];

        Assert.IsType<CodeReasonMissing>((await Use<ReissueCodeHandler>().HandleAsync(new("radslag", "torget", code.Selector, " "), CancellationToken)).Error);
        Assert.IsType<CodeReasonMissing>((await Use<RevokeCodeHandler>().HandleAsync(new("radslag", "torget", code.Selector, null), CancellationToken)).Error);
        Assert.IsType<FramePersonNotFound>((await Use<RevokeCodeHandler>().HandleAsync(new("radslag", "torget", "????", "ett skäl"), CancellationToken)).Error);
        await Use<RevokeCodeHandler>().HandleAsync(new("radslag", "torget", code.Selector, "dubblett"), CancellationToken);

        var row = await Db.Set<AuditEntry>().SingleAsync(a => a.SubjectId == consultation.Id, CancellationToken);
        Assert.Equal(("frame.codeRevoked", $"{code.Selector}: dubblett"), (row.Action, row.Reason));
        Assert.IsType<CodeNotActive>((await Use<ReissueCodeHandler>().HandleAsync(new("radslag", "torget", code.Selector, "ändrat oss"), CancellationToken)).Error);
    }

    private static string Guess(string selector) => new LetterCode(selector, LetterCode.New().Secret).Shown;

    private Task<Result<DialogueOpened>> OpenAsync(string code, bool hasGuessed = false) =>
        new OpenDialogueWithCodeHandler(Db, Gate, new DialogueAddresses(Db), _clock).HandleAsync(new(code, hasGuessed), CancellationToken);

    /// <summary>What is said to an answer that comes with a pass; null when it is taken.</summary>
    private async Task<Error?> PassAsync(Consultation consultation, FramePerson person, string? code = null)
    {
        Passes.Give(consultation.Id, new AnswerPass(person.Id, AnswerDoor.LetterCode, Code: code));
        var sheet = new AnswerSheet();
        sheet.Set("val", new Answer(["a"], ""));
        return (await Use<CastBallotHandler>().HandleAsync(
            new CastBallotCommand(new DialogueSlug(DialogueKind.Consultation, consultation.Slug), sheet, RandomId.Bytes(16), null, null, IsNewEditKey: false), CancellationToken)).Error;
    }
}
