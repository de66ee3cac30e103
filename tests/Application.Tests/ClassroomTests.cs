using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Classrooms;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Classrooms;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Xunit;

namespace Medborgardialog.Application.Tests;

/// <summary>Lessons in which a class answers: places, attendance, and an answer that comes once.</summary>
public class ClassroomTests : UseCaseTest
{
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());

    public ClassroomTests() => User.Roles.Add(Role.Officer);

    private ILessonGate Gate => Services.GetRequiredService<ILessonGate>();

    [Fact]
    public async Task A_list_is_read_line_by_line_and_refuses_identity_numbers()
    {
        await Data.SurveyAsync();

        var planned = await PlanAsync("Alva E\n\n Bo K ");
        var numbered = await PlanAsync("", number: 3);

        Assert.Equal(["Alva E", "Bo K"], (await LessonAsync(planned)).Pupils.Select(p => p.Name));
        Assert.Equal(["1", "2", "3"], (await LessonAsync(numbered)).Pupils.Select(p => p.Name));
        Assert.Equal(new PupilNumberRefused(2), (await PlanWithAsync("Alva E\nBo 120304-5678")).Error);
        Assert.Equal(new PupilNameTooLong(1), (await PlanWithAsync(new string('a', 41))).Error);
        Assert.IsType<PupilsMissing>((await PlanWithAsync("")).Error);
        Assert.IsType<ClassNameWrong>((await PlanWithAsync("Alva E", name: " ")).Error);
        Assert.IsType<LessonDayWrong>((await PlanWithAsync("Alva E", days: 30)).Error);
    }

    [Fact]
    public async Task Others_than_officers_know_of_no_lesson()
    {
        await Data.SurveyAsync();
        var planned = await PlanAsync("Alva E");
        User.Roles.Clear();

        Assert.IsType<LessonNotFound>((await Use<ListLessonsHandler>().HandleAsync(new ListLessonsQuery("hemtjanst"), CancellationToken)).Error);
        Assert.IsType<LessonNotFound>((await Use<GetLessonHandler>().HandleAsync(new GetLessonQuery("hemtjanst", planned), CancellationToken)).Error);
        Assert.IsType<LessonNotFound>((await PlanWithAsync("Bo K")).Error);
    }

    [Fact]
    public async Task The_code_opens_nothing_before_the_teacher_opens_and_after_the_teacher_closes()
    {
        await Data.SurveyAsync();
        var teacher = await TeacherAsync(await PlanAsync("Alva E\nBo K"));
        var code = await CodeAsync(teacher);

        Assert.IsType<LessonClosed>((await EnterAsync(code)).Error);
        await OpenAsync(teacher);
        Assert.True((await EnterAsync(code)).IsSuccess);
        await CloseAsync(teacher);
        Assert.IsType<LessonClosed>((await EnterAsync(code)).Error);
        Assert.IsType<ClassCodeUnknown>((await EnterAsync(ClassCode.New().Shown)).Error);
        Assert.IsType<ClassCodeMistyped>((await EnterAsync("7K4P")).Error);
        Assert.IsType<ClassCodeMissing>((await EnterAsync(" ")).Error);
    }

    [Fact]
    public async Task The_code_ends_with_the_school_day_whatever_the_teacher_does()
    {
        var survey = await Data.SurveyAsync();
        var lesson = ClassLesson.Plan(survey.Id, "7A", _clock.SwedishToday(), "Alva E", null, Guid.Empty, _clock.GetUtcNow()).Value!;
        var now = _clock.GetUtcNow();
        lesson.Open(now, now.AddHours(20), now.AddHours(30));

        Assert.True(lesson.IsOpenAt(now.AddHours(8).AddTicks(-1)));
        Assert.False(lesson.IsOpenAt(now.AddHours(8)));
        Assert.IsType<LessonOver>(lesson.Open(now.AddHours(9), now.AddHours(20), now.AddHours(30)).Error);
    }

    [Fact]
    public async Task Of_many_devices_at_once_no_more_come_in_than_there_are_places()
    {
        await Data.SurveyAsync();
        var teacher = await TeacherAsync(await PlanAsync("A\nB\nC\nD\nE\nF"));
        var code = ClassCode.Read(await CodeAsync(teacher)).Value!.Symbols;
        await OpenAsync(teacher);

        var turns = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Gate.EnterAsync(code, _clock.GetUtcNow(), CancellationToken)));

        Assert.Equal(6, turns.Count(t => t.Door == LessonDoor.In));
        Assert.Equal(34, turns.Count(t => t.Door == LessonDoor.Full));
    }

    [Fact]
    public async Task The_places_are_those_who_are_ticked_and_one_who_comes_late_gets_one_more()
    {
        await Data.SurveyAsync();
        var teacher = await TeacherAsync(await PlanAsync("A\nB\nC"));
        var code = await CodeAsync(teacher);
        await OpenAsync(teacher);
        await TickAsync(teacher, 0);

        Assert.True((await EnterAsync(code)).IsSuccess);
        Assert.IsType<ClassFull>((await EnterAsync(code)).Error);
        await TickAsync(teacher, 0, 2);
        Assert.True((await EnterAsync(code)).IsSuccess);
        Assert.IsType<ClassFull>((await EnterAsync(code)).Error);
    }

    [Fact]
    public async Task A_device_keeps_its_place_until_it_has_answered_and_the_next_pupil_gets_another()
    {
        await Data.SurveyAsync();
        var teacher = await TeacherAsync(await PlanAsync("A\nB"));
        var code = await CodeAsync(teacher);
        await OpenAsync(teacher);

        var first = (await EnterAsync(code, keep: true)).Value!;
        var back = (await EnterAsync(code, keep: true)).Value!;
        await SyncAsync(first.Pass, "1");
        var next = (await EnterAsync(code, keep: true)).Value!;
        Passes.Forget(next.SurveyId);

        Assert.False(back.IsNew);
        Assert.Equal(first.Pass, back.Pass);
        Assert.True(next.IsNew);
        Assert.NotEqual(first.Pass.PersonId, next.Pass.PersonId);
        Assert.IsType<ClassFull>((await EnterAsync(code)).Error);
    }

    [Theory]
    [InlineData(AnswerMode.Open)]
    [InlineData(AnswerMode.Confidential)]
    [InlineData(AnswerMode.Anonymous)]
    public async Task An_answer_that_comes_again_gives_the_same_receipt_and_another_is_told_no(AnswerMode mode)
    {
        await Data.SurveyAsync(mode);
        var teacher = await TeacherAsync(await PlanAsync("A\nB"));
        await OpenAsync(teacher);
        var pass = (await EnterAsync(await CodeAsync(teacher))).Value!.Pass;

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SyncApartAsync(pass, "1")));
        var other = await SyncAsync(pass, "3");

        Assert.Single(all.Select(r => r.Value!.ReceiptCode).Distinct());
        Assert.IsType<AlreadyAnswered>(other.Error);
        Assert.Equal(1, await CountAsync("SELECT count(*)::int FROM ballot WHERE door = 9 AND body -> 'nojd' = '[\"1\"]'"));
        Assert.Equal(1, await CountAsync("SELECT count(*)::int FROM ballot"));
        Assert.Equal(1, (await ViewAsync(teacher)).Tally.Sent);
    }

    [Fact]
    public async Task What_was_never_shown_is_not_stored_whatever_the_device_sends()
    {
        await Data.SurveyAsync();
        var teacher = await TeacherAsync(await PlanAsync("A"));
        await OpenAsync(teacher);
        var pass = (await EnterAsync(await CodeAsync(teacher))).Value!.Pass;
        var sheet = new AnswerSheet();
        sheet.Set("sagt", new Answer(["nej"], ""));
        sheet.Set("svar", new Answer(["ja"], ""));

        var synced = await Use<SyncClassAnswerHandler>().HandleAsync(new SyncClassAnswerCommand(Survey("hemtjanst"), pass, sheet), CancellationToken);

        Assert.True(synced.IsSuccess);
        Assert.Equal(1, await CountAsync("SELECT count(*)::int FROM ballot WHERE NOT body ? 'svar' AND body -> 'sagt' = '[\"nej\"]'"));
    }

    [Fact]
    public async Task No_key_of_the_dialogue_leads_from_who_took_part_to_the_answer()
    {
        var survey = await Data.SurveyAsync();
        var teacher = await TeacherAsync(await PlanAsync("A"));
        await OpenAsync(teacher);
        var pass = (await EnterAsync(await CodeAsync(teacher))).Value!.Pass;
        await SyncAsync(pass, "1");

        var key = (await Services.GetRequiredService<IDialogueKeys>().FindAsync(survey.Id, CancellationToken))!;
        var box = Services.GetRequiredService<IBallotBox>();

        Assert.True(await box.HasTakenPartAsync(survey.Id, pass.PersonId, CancellationToken));
        Assert.Null(await box.FindAsync(survey.Id, OwnerTag.Confidential(key, pass.PersonId), CancellationToken));
        Assert.NotNull(await box.FindAsync(survey.Id, OwnerTag.Classroom(pass.OwnerSecret!), CancellationToken));
    }

    [Fact]
    public async Task The_absent_move_to_a_lesson_of_their_own_when_theirs_has_ended()
    {
        await Data.SurveyAsync();
        var planned = await PlanAsync("Alva E\nBo K\nCaj L");
        var teacher = await TeacherAsync(planned);
        await OpenAsync(teacher);
        await TickAsync(teacher, 1);
        var early = await AgainAsync(planned);
        await CloseAsync(teacher);

        var again = await AgainAsync(planned);
        var more = await AgainAsync(planned);

        Assert.IsType<LessonNotEnded>(early.Error);
        Assert.IsType<NobodyAbsent>(more.Error);
        Assert.Equal(["Bo K"], (await LessonAsync(planned)).Pupils.Select(p => p.Name));
        var second = await LessonAsync(again.Value!.LessonId);
        Assert.Equal([new ClassPupil("Alva E"), new ClassPupil("Caj L")], second.Pupils);
        Assert.Equal((2, "7A", false), (second.Places, second.Name, second.Code == (await LessonAsync(planned)).Code));
    }

    [Fact]
    public async Task A_new_link_ends_the_one_before()
    {
        await Data.SurveyAsync();
        var planned = await PlanAsync("A");
        var first = await TeacherAsync(planned);
        var second = await TeacherAsync(planned);

        Assert.IsType<LessonNotFound>((await Use<OpenLessonHandler>().HandleAsync(new OpenLessonCommand(first), CancellationToken)).Error);
        Assert.True((await Use<OpenLessonHandler>().HandleAsync(new OpenLessonCommand(second), CancellationToken)).IsSuccess);
        Assert.IsType<TeacherLinkUnknown>((await Use<FindTeachersLessonHandler>().HandleAsync(new FindTeachersLessonQuery("x"), CancellationToken)).Error);
    }

    [Fact]
    public async Task When_the_survey_has_closed_lists_codes_and_links_are_gone()
    {
        await Data.SurveyAsync();
        var planned = await PlanAsync("Alva E");
        var teacher = await TeacherAsync(planned);
        await OpenAsync(teacher);
        await TickAsync(teacher, 0);
        var erase = new EraseClassListsHandler(Db, _clock);

        await erase.HandleAsync(new EraseClassListsCommand(), CancellationToken);
        Assert.Single((await LessonAsync(planned)).Pupils);
        _clock.Advance(TimeSpan.FromDays(2));
        await erase.HandleAsync(new EraseClassListsCommand(), CancellationToken);

        Assert.Equal(0, await CountAsync("SELECT count(*)::int FROM class_lesson WHERE pupils::text LIKE '%Alva%' OR code IS NOT NULL OR teacher_key_hash IS NOT NULL"));
        Assert.IsType<LessonNotFound>((await Use<TickPupilsHandler>().HandleAsync(new TickPupilsCommand(teacher, new HashSet<int> { 0 }), CancellationToken)).Error);
    }

    [Fact]
    public async Task A_survey_for_e_ID_takes_no_classes()
    {
        await Data.SurveyAsync(minimum: AssuranceLevel.EId);

        Assert.IsType<ClassesNotTaken>((await PlanWithAsync("A")).Error);
    }

    private static DialogueSlug Survey(string slug) => new(DialogueKind.Survey, slug);

    private Task<Result<LessonPlanned>> PlanWithAsync(string list, int? number = null, string name = "7A", int days = 0) =>
        Use<PlanLessonHandler>().HandleAsync(new PlanLessonCommand("hemtjanst", name, _clock.SwedishToday().AddDays(days), list, number), CancellationToken);

    private async Task<Guid> PlanAsync(string list, int? number = null) => (await PlanWithAsync(list, number)).Value!.LessonId;

    private async Task<ClassLesson> LessonAsync(Guid id) => await Db.Set<ClassLesson>().AsNoTracking().SingleAsync(l => l.Id == id, CancellationToken);

    private async Task<TeacherPass> TeacherAsync(Guid id)
    {
        var made = await Use<MakeTeacherLinkHandler>().HandleAsync(new MakeTeacherLinkCommand("hemtjanst", id), CancellationToken);
        return (await Use<FindTeachersLessonHandler>().HandleAsync(new FindTeachersLessonQuery(made.Value!.Link[^32..]), CancellationToken)).Value!;
    }

    private async Task<LessonView> ViewAsync(TeacherPass teacher) =>
        (await Use<GetTeachersLessonHandler>().HandleAsync(new GetTeachersLessonQuery(teacher), CancellationToken)).Value!;

    private async Task<string> CodeAsync(TeacherPass teacher) => new ClassCode((await ViewAsync(teacher)).Lesson.Code!).Shown;

    private async Task OpenAsync(TeacherPass teacher) =>
        Assert.Null((await Use<OpenLessonHandler>().HandleAsync(new OpenLessonCommand(teacher), CancellationToken)).Error);

    private async Task CloseAsync(TeacherPass teacher) =>
        Assert.Null((await Use<CloseLessonHandler>().HandleAsync(new CloseLessonCommand(teacher), CancellationToken)).Error);

    private async Task TickAsync(TeacherPass teacher, params int[] present) =>
        Assert.Null((await Use<TickPupilsHandler>().HandleAsync(new TickPupilsCommand(teacher, present.ToHashSet()), CancellationToken)).Error);

    private Task<Result<LessonPlanned>> AgainAsync(Guid id) =>
        Use<AskAbsentAgainHandler>().HandleAsync(new AskAbsentAgainCommand("hemtjanst", id, _clock.SwedishToday()), CancellationToken);

    /// <param name="keep">The same device each time.</param>
    private async Task<Result<LessonEntered>> EnterAsync(string code, bool keep = false)
    {
        var entered = await Use<EnterLessonHandler>().HandleAsync(new EnterLessonCommand(code), CancellationToken);
        if (keep && entered.IsSuccess)
        {
            Passes.Give(entered.Value.SurveyId, entered.Value.Pass);
        }

        return entered;
    }

    private Task<Result<BallotCast>> SyncAsync(AnswerPass pass, string choice) => SyncAsync(Services, pass, choice);

    private async Task<Result<BallotCast>> SyncApartAsync(AnswerPass pass, string choice)
    {
        await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        return await SyncAsync(scope.ServiceProvider, pass, choice);
    }

    private static Task<Result<BallotCast>> SyncAsync(IServiceProvider services, AnswerPass pass, string choice)
    {
        var sheet = new AnswerSheet();
        sheet.Set("nojd", new Answer([choice], ""));
        return services.GetRequiredService<SyncClassAnswerHandler>().HandleAsync(new SyncClassAnswerCommand(Survey("hemtjanst"), pass, sheet), CancellationToken);
    }

    private async Task<int> CountAsync(string sql)
    {
        await using var command = Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return (int)(await command.ExecuteScalarAsync(CancellationToken))!;
    }
}
