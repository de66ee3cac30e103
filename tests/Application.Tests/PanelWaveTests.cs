using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Panels;
using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class PanelWaveTests : UseCaseTest
{
    private static readonly IReadOnlyList<Question> _questions =
    [
        new()
        {
            Key = "trygg", Kind = QuestionKind.Single, Section = "Trygg", Text = "Hur trygg är du?", Headline = true, Required = true,
            Choices = [new("ja", "Trygg", Positive: true), new("nej", "Otrygg")],
        },
    ];

    [Fact]
    public async Task Members_are_asked_answer_once_each_and_are_told_apart_by_nothing_but_what_was_declared()
    {
        var panel = await Data.PanelAsync();
        var members = await Data.MembersAsync(panel, 3);
        var survey = await PublishAsync(panel);
        Be(members[0]);

        var entered = await Use<EnterWaveHandler>().HandleAsync(new(panel.Slug, 1), CancellationToken);
        var cast = await CastAsync(entered.Value!.Dialogue);
        var changed = await CastAsync(entered.Value.Dialogue);
        var left = await Use<LeavePanelHandler>().HandleAsync(new(panel.Slug), CancellationToken);
        var after = await CastAsync(entered.Value.Dialogue);

        Assert.False(cast.Value!.Changed);
        Assert.True(changed.Value!.Changed);
        Assert.True(left.IsSuccess);
        Assert.IsType<NotEligible>(after.Error);
        Assert.Equal((3, SurveyState.Published), (survey.InvitedCount, survey.State));
        var about = await Db.Database.SqlQuery<string>($"SELECT about::text AS \"Value\" FROM ballot WHERE consultation_id = {survey.Id}").SingleAsync(CancellationToken);
        Assert.Equal("""{"age": "13–15", "area": "Centrum", "medlemstid": "New"}""", about);
        Assert.Equal(8, (await Db.Database.SqlQuery<int>($"SELECT door::int AS \"Value\" FROM ballot WHERE consultation_id = {survey.Id}").ToListAsync(CancellationToken)).Single());
    }

    [Fact]
    public async Task Whoever_leaves_after_answering_is_still_counted_among_those_who_were_asked()
    {
        var panel = await Data.PanelAsync();
        var members = await Data.MembersAsync(panel, 12);
        var survey = await PublishAsync(panel);
        foreach (var member in members)
        {
            Be(member);
            var entered = await Use<EnterWaveHandler>().HandleAsync(new(panel.Slug, 1), CancellationToken);
            Assert.True((await CastAsync(entered.Value!.Dialogue)).IsSuccess);
        }

        foreach (var member in members.Take(4))
        {
            Be(member);
            Assert.True((await Use<LeavePanelHandler>().HandleAsync(new(panel.Slug), CancellationToken)).IsSuccess);
        }

        await Db.Database.ExecuteSqlAsync($"UPDATE survey SET closes_at = clock_timestamp(), results_at = clock_timestamp() - interval '1 hour' WHERE id = {survey.Id}", CancellationToken);
        Assert.True(await Services.GetRequiredService<IBallotBox>().SealAsync(survey.Id, CancellationToken));
        var result = (await Use<GetSurveyResultHandler>().HandleAsync(new(survey.Slug, Application.Disclosure.Audience.Report), CancellationToken)).Value!;

        Assert.Equal((12, 12), (result.Answers, result.Invited));
    }

    [Fact]
    public async Task Others_than_members_do_not_get_in_by_any_door()
    {
        var panel = await Data.PanelAsync();
        await Data.MembersAsync(panel, 2);
        var survey = await PublishAsync(panel);
        User.Roles.Clear();
        User.Roles.Add(Role.Resident);
        User.Id = (await Data.ResidentsAsync(1))[0].Id;

        var entered = await Use<EnterWaveHandler>().HandleAsync(new(panel.Slug, 1), CancellationToken);
        var cast = await CastAsync(new DialogueSlug(DialogueKind.Survey, survey.Slug));

        Assert.IsType<NotAPanelMember>(entered.Error);
        Assert.IsType<NotEligible>(cast.Error);
    }

    [Fact]
    public async Task Whoever_joins_while_a_wave_is_open_may_answer_it_and_is_counted_among_the_asked()
    {
        var panel = await Data.PanelAsync();
        await Data.MembersAsync(panel, 2);
        var survey = await PublishAsync(panel);
        Be((await Data.MembersAsync(panel, 1))[0]);

        var entered = await Use<EnterWaveHandler>().HandleAsync(new(panel.Slug, 1), CancellationToken);
        var again = await Use<EnterWaveHandler>().HandleAsync(new(panel.Slug, 1), CancellationToken);
        var cast = await CastAsync(entered.Value!.Dialogue);

        Assert.True(again.IsSuccess);
        Assert.True(cast.IsSuccess);
        Assert.Equal(3, await Db.Set<Survey>().AsNoTracking().Where(s => s.Id == survey.Id).Select(s => s.InvitedCount).SingleAsync(CancellationToken));
        Assert.Equal(3, await Db.Set<FramePerson>().CountAsync(CancellationToken));
        Assert.True((await Db.Set<Frame>().SingleAsync(CancellationToken)).IsYouth);
    }

    [Fact]
    public async Task The_next_wave_cannot_open_before_the_result_of_the_one_before_was_given_back()
    {
        var panel = await Data.PanelAsync();
        var members = await Data.MembersAsync(panel, 2);
        var first = await PublishAsync(panel);
        await EndAsync(first);
        var second = await ReadyAsync(panel, opensIn: 7);

        var early = await Use<ApproveSurveyHandler>().HandleAsync(new(second.Slug, second.Version), CancellationToken);
        var empty = await Use<ReturnWaveHandler>().HandleAsync(new(panel.Slug, 1, " ", "Vi gjorde.", ""), CancellationToken);
        var returned = await Use<ReturnWaveHandler>().HandleAsync(new(panel.Slug, 1, "Ni sa.", "Vi gjorde.", ""), CancellationToken);
        var approved = await Use<ApproveSurveyHandler>().HandleAsync(new(second.Slug, second.Version), CancellationToken);

        Assert.Equal(1, Assert.IsType<EarlierWaveNotReturned>(early.Error).Wave);
        Assert.IsType<ReturnTextWrong>(empty.Error);
        Assert.True(returned.IsSuccess);
        Assert.True(approved.IsSuccess);
        var mails = await Db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM outbox WHERE body LIKE '%panel/returned/%'").SingleAsync(CancellationToken);
        Assert.Equal(members.Count, mails);
    }

    [Fact]
    public async Task A_wave_is_put_to_the_panel_in_a_week_that_is_booked_for_it_and_keeps_the_week()
    {
        var panel = await Data.PanelAsync();
        await Data.MembersAsync(panel, 2);
        var ready = await ReadyAsync(panel, isBooked: false);
        var wave = await Db.Set<PanelWave>().SingleAsync(CancellationToken);
        var other = new PanelWave(panel.Id, (await Data.SurveyAsync()).Id, 2, false);
        Db.Add(other);
        var opens = Application.Common.SwedishTime.SwedishDate(TimeProvider.System.GetUtcNow().AddHours(-1));

        await Data.SlotAsync(panel, opens.AddDays(7), wave.Id);
        var missing = await Use<ApproveSurveyHandler>().HandleAsync(new(ready.Slug, ready.Version), CancellationToken);
        var left = await Use<ListApprovalChecksHandler>().HandleAsync(new(ready.Slug), CancellationToken);
        var others = await Data.SlotAsync(panel, opens, other.Id);
        var taken = await Use<ApproveSurveyHandler>().HandleAsync(new(ready.Slug, ready.Version), CancellationToken);
        others.Cancel("Maria Demolund", TimeProvider.System.GetUtcNow());
        var booking = await Data.SlotAsync(panel, opens);
        var done = await Use<ListApprovalChecksHandler>().HandleAsync(new(ready.Slug), CancellationToken);
        var approved = await Use<ApproveSurveyHandler>().HandleAsync(new(ready.Slug, ready.Version), CancellationToken);
        var moved = await Use<MoveSlotHandler>().HandleAsync(new(panel.Slug, booking.Id, SlotBooking.MondayOf(opens).AddDays(14)), CancellationToken);
        var cancelled = await Use<CancelSlotHandler>().HandleAsync(new(panel.Slug, booking.Id), CancellationToken);

        Assert.Equal(SlotBooking.MondayOf(opens), Assert.IsType<WaveWithoutWeek>(missing.Error).Week);
        Assert.IsType<WeekOfAnotherWave>(taken.Error);
        Assert.Equal((false, true), (Assert.Single(left.Value!).IsDone, Assert.Single(done.Value!).IsDone));
        Assert.Null(approved.Error);
        Assert.IsType<SlotInUse>(moved.Error);
        Assert.IsType<SlotInUse>(cancelled.Error);
        var kept = await Db.Set<SlotBooking>().AsNoTracking().SingleAsync(b => b.Id == booking.Id, CancellationToken);
        Assert.Equal((SlotState.Accepted, wave.Id), (kept.State, kept.WaveId));
        Assert.Empty((await Use<ListApprovalChecksHandler>().HandleAsync(new(ready.Slug), CancellationToken)).Value!);
        Assert.Equal(SlotBooking.MondayOf(opens), (await Use<GetPanelOverviewHandler>().HandleAsync(new(panel.Slug), CancellationToken)).Value!.Waves.Single(w => w.Wave.Id == wave.Id).Week);
    }

    [Fact]
    public async Task Nobody_is_asked_more_often_in_a_quarter_than_the_panel_has_promised()
    {
        var panel = await Data.PanelAsync(TestData.PanelSettings(perQuarter: 1));
        var members = await Data.MembersAsync(panel, 3);
        Db.Add(new WaveInvitation(await OtherWaveAsync(), members[0].Id, members[0].ResidentId!.Value, Guid.CreateVersion7(), DateOnly.FromDateTime(DateTime.Today)));
        await Db.SaveChangesAsync(CancellationToken);

        var survey = await PublishAsync(panel);
        Be(members[0]);
        var rested = await Use<EnterWaveHandler>().HandleAsync(new(panel.Slug, 1), CancellationToken);

        Assert.Equal(2, survey.InvitedCount);
        Assert.IsType<InvitedEnough>(rested.Error);
    }

    /// <summary>The strict panel asks first, so the other has room left by its own promise alone.</summary>
    [Fact]
    public async Task Whoever_is_in_two_panels_is_held_to_the_lower_of_their_promises()
    {
        var strict = await Data.PanelAsync(TestData.PanelSettings("Vuxenpanelen", oldest: null, perQuarter: 1), PanelKind.Adult, "vuxenpanelen");
        var wide = await Data.PanelAsync(TestData.PanelSettings(perQuarter: 4));
        var members = await Data.MembersAsync(wide, 3);
        var both = Membership.Ask(strict, members[0].ResidentId!.Value, TestData.Asking(strict, "Ärla", 14), 0, null, members[0].JoinedOn!.Value, TimeProvider.System.GetUtcNow()).Value!;
        Db.Add(both);
        await Db.SaveChangesAsync(CancellationToken);

        var first = await PublishAsync(strict);
        var second = await PublishAsync(wide);
        Be(members[0]);
        var rested = await Use<EnterWaveHandler>().HandleAsync(new(wide.Slug, 1), CancellationToken);

        Assert.Equal((1, 2), (first.InvitedCount, second.InvitedCount));
        Assert.IsType<InvitedEnough>(rested.Error);
    }

    [Fact]
    public async Task Two_panels_that_open_a_wave_at_once_do_not_both_ask_whoever_is_in_both()
    {
        var one = await Data.PanelAsync(TestData.PanelSettings("Vuxenpanelen", oldest: null, perQuarter: 1), PanelKind.Adult, "vuxenpanelen");
        var other = await Data.PanelAsync(TestData.PanelSettings(perQuarter: 1));
        var members = await Data.MembersAsync(one, 5);
        Db.AddRange(members.Select(m => Membership.Ask(
            other, m.ResidentId!.Value, TestData.Asking(other), 0, null, m.JoinedOn!.Value, TimeProvider.System.GetUtcNow()).Value!));
        await Db.SaveChangesAsync(CancellationToken);
        SurveySaved[] ready = [await ReadyAsync(one), await ReadyAsync(other)];

        var approved = await Task.WhenAll(ready.Select(async r =>
        {
            await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<ApproveSurveyHandler>().HandleAsync(new(r.Slug, r.Version), CancellationToken);
        }));

        Assert.All(approved, a => Assert.Null(a.Error));
        Assert.Equal(5, await Db.Set<WaveInvitation>().CountAsync(CancellationToken));
    }

    [Fact]
    public async Task Whoever_wants_to_be_reminded_is_so_once_the_day_after_in_the_hours_of_the_young()
    {
        var panel = await Data.PanelAsync();
        var members = await Data.MembersAsync(panel, 2);
        await Data.WaveAsync(panel, 1);
        Be(members[0]);
        await Use<RemindMeHandler>().HandleAsync(new(panel.Slug, 1), CancellationToken);
        Be(members[1]);
        await Use<RemindMeHandler>().HandleAsync(new(panel.Slug, 1), CancellationToken);
        var entered = await Use<EnterWaveHandler>().HandleAsync(new(panel.Slug, 1), CancellationToken);
        await CastAsync(entered.Value!.Dialogue);

        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var remind = ActivatorUtilities.CreateInstance<RemindMembersHandler>(Services, (TimeProvider)clock);
        var sent = new List<DateTimeOffset>();
        for (var hour = 0; hour < 72; hour++)
        {
            for (var n = (await remind.HandleAsync(new(), CancellationToken)).Value; n > 0; n--)
            {
                sent.Add(clock.GetUtcNow());
            }

            clock.Advance(TimeSpan.FromHours(1));
        }

        var at = Assert.Single(sent);
        var local = Application.Common.SwedishTime.ToSwedish(at);
        Assert.InRange(local.Hour, 15, 18);
        Assert.True(at.Date > TimeProvider.System.GetUtcNow().Date);
    }

    [Fact]
    public async Task A_young_person_is_asked_eight_questions_at_most()
    {
        var panel = await Data.PanelAsync();
        await Data.MembersAsync(panel, 2);
        var survey = await ReadyAsync(panel, [.. Enumerable.Range(1, 9).Select(n => _questions[0] with { Key = $"f{n}", Headline = n == 1 })]);

        var approved = await Use<ApproveSurveyHandler>().HandleAsync(new(survey.Slug, survey.Version), CancellationToken);

        Assert.IsType<TooManyQuestionsForYouth>(approved.Error);
    }

    private void Be(Membership member)
    {
        User.Roles.Clear();
        User.Roles.Add(Role.Resident);
        User.Id = member.ResidentId;
    }

    /// <param name="opensIn">Days until it opens; 0 for an hour ago.</param>
    /// <param name="isBooked">The panel's committee has asked for the week in which it opens.</param>
    private async Task<SurveySaved> ReadyAsync(Panel panel, IReadOnlyList<Question>? questions = null, int opensIn = 0, bool isBooked = true)
    {
        User.Roles.Add(Role.Officer);
        User.Id = Guid.CreateVersion7();
        var slug = (await Use<CreateWaveHandler>().HandleAsync(new(panel.Slug, "Trygghet", IsSensitive: true), CancellationToken)).Value!;
        var survey = await Db.Set<Survey>().SingleAsync(s => s.Slug == slug, CancellationToken);
        var questionnaire = await Db.Set<Questionnaire>().SingleAsync(q => q.DialogueId == survey.Id, CancellationToken);
        var opens = TimeProvider.System.GetUtcNow().AddDays(opensIn).AddHours(-1);
        Assert.True(survey.WriteTexts("Trygghet", "", "Vi vill veta.", "", "").IsSuccess);
        Assert.True(survey.SetTimes(new SurveyTimes(opens, opens.AddDays(10), opens.AddDays(11), DateOnly.FromDateTime(opens.Date.AddDays(60)))).IsSuccess);
        if (isBooked)
        {
            await Data.SlotAsync(panel, Application.Common.SwedishTime.SwedishDate(opens));
        }

        Assert.True(survey.Ask(questionnaire, questions ?? _questions, null).IsSuccess);
        await Db.SaveChangesAsync(CancellationToken);
        var sent = await Use<SendSurveyForReviewHandler>().HandleAsync(new(slug, survey.Version), CancellationToken);
        Assert.Null(sent.Error);
        User.Id = Guid.CreateVersion7();
        return sent.Value!;
    }

    private async Task<Survey> PublishAsync(Panel panel)
    {
        var ready = await ReadyAsync(panel);
        var approved = await Use<ApproveSurveyHandler>().HandleAsync(new(ready.Slug, ready.Version), CancellationToken);
        Assert.Null(approved.Error);
        return await Db.Set<Survey>().AsNoTracking().SingleAsync(s => s.Slug == ready.Slug, CancellationToken);
    }

    private Task<Result<BallotCast>> CastAsync(DialogueSlug dialogue)
    {
        var sheet = new AnswerSheet();
        sheet.Set("trygg", new Answer(["ja"], ""));
        return Use<CastBallotHandler>().HandleAsync(new CastBallotCommand(dialogue, sheet, RandomId.Bytes(16), null, null, false), CancellationToken);
    }

    /// <summary>The survey closes and its result is public.</summary>
    private async Task EndAsync(Survey survey)
    {
        await Db.Database.ExecuteSqlAsync($"UPDATE survey SET state = 4, closes_at = now() - interval '2 days', results_at = now() - interval '1 day', counted_at = now() WHERE id = {survey.Id}", CancellationToken);
        Db.ChangeTracker.Clear();
    }

    private async Task<Guid> OtherWaveAsync()
    {
        var other = await Data.PanelAsync(TestData.PanelSettings("Vuxenpanelen", oldest: null), PanelKind.Adult, "vuxenpanelen");
        var wave = new PanelWave(other.Id, (await Data.SurveyAsync()).Id, 1, false);
        Db.Add(wave);
        await Db.SaveChangesAsync(CancellationToken);
        return wave.Id;
    }
}
