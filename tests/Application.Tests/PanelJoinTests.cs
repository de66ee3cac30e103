using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Frames;
using Medborgardialog.Application.Panels;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Panels;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class PanelJoinTests : UseCaseTest
{
    [Fact]
    public async Task A_fourteen_year_old_is_a_member_at_once_and_leaves_without_a_trace_of_who_it_was()
    {
        var panel = await Data.PanelAsync();
        await BecomeAsync();

        var joined = await JoinAsync(panel);
        var again = await JoinAsync(panel);
        var left = await Use<LeavePanelHandler>().HandleAsync(new(panel.Slug), CancellationToken);

        Assert.Equal(MembershipState.Active, joined.Value?.State);
        Assert.IsType<AlreadyAMember>(again.Error);
        Assert.True(left.IsSuccess);
        var gone = await Db.Set<Membership>().AsNoTracking().SingleAsync(CancellationToken);
        Assert.Equal((MembershipState.Left, null, "", 0, 0), (gone.State, gone.ResidentId, gone.Alias, gone.AgeTold, gone.Background.Count));
        Assert.IsType<NotAPanelMember>((await Use<LeavePanelHandler>().HandleAsync(new(panel.Slug), CancellationToken)).Error);
    }

    [Fact]
    public async Task What_is_wrong_is_said_by_name_and_nobody_is_let_in()
    {
        var panel = await Data.PanelAsync();
        await BecomeAsync();
        var asked = TestData.Asking(panel);

        Assert.IsType<TooYoung>((await JoinAsync(panel, asked with { Age = 12 })).Error);
        Assert.IsType<TooOld>((await JoinAsync(panel, asked with { Age = 21 })).Error);
        Assert.IsType<AgeWrong>((await JoinAsync(panel, asked with { Age = 0 })).Error);
        Assert.IsType<RoleExcluded>((await JoinAsync(panel, asked with { HasExcludedRole = true })).Error);
        Assert.IsType<ConsentMissing>((await JoinAsync(panel, asked with { ConsentVersion = 0 })).Error);
        Assert.IsType<ConsentChanged>((await JoinAsync(panel, asked with { ConsentVersion = 7 })).Error);
        Assert.IsType<BackgroundWrong>((await JoinAsync(panel, asked with { Background = new Dictionary<string, string> { ["area"] = "Månen" } })).Error);
        Assert.IsType<AliasTaken>((await JoinAsync(panel, asked with { Name = "Maria Persson" })).Error);

        Assert.Equal(0, await Db.Set<Membership>().CountAsync(CancellationToken));
    }

    [Fact]
    public async Task Below_thirteen_a_guardian_says_yes_first_and_then_the_address_is_forgotten()
    {
        var panel = await Data.PanelAsync(TestData.PanelSettings(youngest: 12));
        await BecomeAsync();

        var without = await JoinAsync(panel, TestData.Asking(panel, age: 12));
        var asked = await Use<JoinPanelHandler>().HandleAsync(new(panel.Slug, TestData.Asking(panel, age: 12), " Vardnad@Exempel.se"), CancellationToken);
        var home = await Use<EnterWaveHandler>().HandleAsync(new(panel.Slug, 1), CancellationToken);
        var mail = await MailAsync("vardnad@exempel.se");
        var token = mail[(mail.IndexOf("/vardnadshavare/", StringComparison.Ordinal) + 16)..][..27];
        var question = await Use<GetGuardianQuestionHandler>().HandleAsync(new(token), CancellationToken);
        var yes = await Use<AnswerAsGuardianHandler>().HandleAsync(new(token, Yes: true), CancellationToken);
        var twice = await Use<AnswerAsGuardianHandler>().HandleAsync(new(token, Yes: true), CancellationToken);

        Assert.IsType<GuardianAddressWrong>(without.Error);
        Assert.Equal(MembershipState.AwaitingGuardian, asked.Value?.State);
        Assert.IsType<NotAPanelMember>(home.Error);
        Assert.Equal(panel.Slug, question.Value?.Slug);
        Assert.True(yes.IsSuccess);
        Assert.IsType<GuardianLinkGone>(twice.Error);
        var member = await Db.Set<Membership>().AsNoTracking().SingleAsync(CancellationToken);
        Assert.Equal((MembershipState.Active, ""), (member.State, member.GuardianEmail));
    }

    [Fact]
    public async Task A_guardian_who_says_no_leaves_nothing_behind()
    {
        var panel = await Data.PanelAsync(TestData.PanelSettings(guardianBelow: 16));
        await BecomeAsync();
        await Use<JoinPanelHandler>().HandleAsync(new(panel.Slug, TestData.Asking(panel, age: 15), "vardnad@exempel.se"), CancellationToken);
        var mail = await MailAsync("vardnad@exempel.se");
        var token = mail[(mail.IndexOf("/vardnadshavare/", StringComparison.Ordinal) + 16)..][..27];

        var no = await Use<AnswerAsGuardianHandler>().HandleAsync(new(token, Yes: false), CancellationToken);

        Assert.True(no.IsSuccess);
        var member = await Db.Set<Membership>().AsNoTracking().SingleAsync(CancellationToken);
        Assert.Equal((MembershipState.Left, null, "", null), (member.State, member.ResidentId, member.GuardianEmail, member.GuardianHash));
    }

    [Fact]
    public async Task The_last_seat_goes_to_one_of_those_who_ask_at_once_and_the_others_wait_in_line()
    {
        var panel = await Data.PanelAsync(TestData.PanelSettings(seats: 10));
        await Data.MembersAsync(panel, 9);
        var residents = await Data.ResidentsAsync(6);

        var joined = await Task.WhenAll(residents.Select(async resident =>
        {
            await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            var handler = ActivatorUtilities.CreateInstance<JoinPanelHandler>(
                scope.ServiceProvider, ActivatorUtilities.CreateInstance<MemberDesk>(scope.ServiceProvider, new TestUser { Id = resident.Id }));
            return await handler.HandleAsync(new(panel.Slug, TestData.Asking(panel), null), CancellationToken);
        }));

        Assert.Equal(1, joined.Count(j => j.Value?.State == MembershipState.Active));
        Assert.Equal(5, joined.Count(j => j.Value?.State == MembershipState.Waiting));
    }

    [Fact]
    public async Task Three_years_pass_and_terms_end_seats_are_filled_and_nobody_is_asked_twice()
    {
        var panel = await Data.PanelAsync(TestData.PanelSettings(seats: 10));
        var members = await Data.MembersAsync(panel, 10, age: 13);
        var first = members[0];
        var waiting = Membership.Ask(
            panel, (await Data.ResidentsAsync(1))[0].Id, TestData.Asking(panel), active: 10, null, first.JoinedOn!.Value, TimeProvider.System.GetUtcNow()).Value!;
        Db.Add(waiting);
        await Db.SaveChangesAsync(CancellationToken);
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var pass = ActivatorUtilities.CreateInstance<PassTimeHandler>(Services, (TimeProvider)clock);
        var (asked, expired, seated) = (0, 0, 0);

        for (var day = 0; day < 3 * 366; day += 3)
        {
            clock.Advance(TimeSpan.FromDays(3));
            for (var twice = 0; twice < 2; twice++)
            {
                var passed = (await pass.HandleAsync(new(), CancellationToken)).Value!;
                (asked, expired, seated) = (asked + passed.AskedToStay, expired + passed.Expired, seated + passed.Seated);
                if (passed.AskedToStay > 0)
                {
                    Assert.True(first.Renew(panel, clock.SwedishToday()).IsSuccess);
                    await Db.SaveChangesAsync(CancellationToken);
                }
            }
        }

        Assert.Equal((10, 9, 1), (asked, expired, seated));
        Assert.Equal(first.JoinedOn!.Value.AddMonths(48), first.TermEndsOn);
        Assert.Equal(MembershipState.Active, waiting.State);
        Assert.Equal(2, await Db.Set<Membership>().CountAsync(m => m.State == MembershipState.Active, CancellationToken));
    }

    [Fact]
    public async Task A_letter_of_the_draw_opens_the_way_in_for_one_person_where_nobody_joins_by_themselves()
    {
        var panel = await Data.PanelAsync(TestData.PanelSettings(recruitment: Recruitment.Draw));
        var frame = new Frame(panel.Id, TestData.FrameSettings(DateOnly.FromDateTime(DateTime.Today)), 1, Guid.CreateVersion7(), TimeProvider.System.GetUtcNow());
        var person = new FramePerson(frame.Id, "13–15", "Centrum", "", "sv", FrameContact.None);
        var code = LetterCode.New();
        person.GiveCode(code.Selector, CodeSecret.Make(code.Secret), TimeProvider.System.GetUtcNow());
        Db.AddRange(frame, person);
        await Db.SaveChangesAsync(CancellationToken);
        await BecomeAsync();
        var alone = await JoinAsync(panel);

        var opened = await Use<OpenDialogueWithCodeHandler>().HandleAsync(new(code.Shown, false), CancellationToken);
        Passes.Give(panel.Id, new AnswerPass(opened.Value!.PersonId, AnswerDoor.LetterCode));
        var joined = await JoinAsync(panel);
        await BecomeAsync();
        Passes.Give(panel.Id, new AnswerPass(opened.Value.PersonId, AnswerDoor.LetterCode));
        var another = await JoinAsync(panel);

        Assert.IsType<OnlyByLetter>(alone.Error);
        Assert.Equal("/ungdom/ga-med", opened.Value.AnswerPath);
        Assert.Equal(MembershipState.Active, joined.Value?.State);
        Assert.IsType<LetterUsed>(another.Error);
    }

    [Fact]
    public async Task A_silent_guardian_and_a_panel_that_ends_leave_nothing_of_anybody()
    {
        var panel = await Data.PanelAsync(TestData.PanelSettings(guardianBelow: 16));
        await Data.MembersAsync(panel, 3, age: 17);
        await BecomeAsync();
        await Use<JoinPanelHandler>().HandleAsync(new(panel.Slug, TestData.Asking(panel, age: 15), "vardnad@exempel.se"), CancellationToken);
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var pass = ActivatorUtilities.CreateInstance<PassTimeHandler>(Services, (TimeProvider)clock);

        clock.Advance(TimeSpan.FromDays(Membership.GuardianDays));
        var waited = (await pass.HandleAsync(new(), CancellationToken)).Value!;
        clock.Advance(TimeSpan.FromDays(2));
        var silent = (await pass.HandleAsync(new(), CancellationToken)).Value!;
        panel.Turn(PanelState.Ended);
        await Db.SaveChangesAsync(CancellationToken);
        var ended = (await pass.HandleAsync(new(), CancellationToken)).Value!;

        Assert.Equal((0, 1, 3), (waited.Expired, silent.Expired, ended.Expired));
        Assert.Equal(0, await Db.Set<Membership>().CountAsync(m => m.ResidentId != null || m.Alias != "" || m.GuardianEmail != "", CancellationToken));
    }

    private async Task BecomeAsync() => User.Id = (await Data.ResidentsAsync(1))[0].Id;

    private Task<Result<PanelJoined>> JoinAsync(Panel panel, JoinRequest? asked = null) =>
        Use<JoinPanelHandler>().HandleAsync(new(panel.Slug, asked ?? TestData.Asking(panel), null), CancellationToken);

    private async Task<string> MailAsync(string to) =>
        (await Db.Database.SqlQuery<string>($"SELECT body AS \"Value\" FROM outbox WHERE body LIKE '%' || {to} || '%'").SingleAsync(CancellationToken));
}
