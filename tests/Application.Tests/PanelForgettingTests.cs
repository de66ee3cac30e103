using Medborgardialog.Application.Panels;
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

/// <summary>Who leaves a panel leaves nothing that leads back, whoever it is that takes them out.</summary>
public class PanelForgettingTests : UseCaseTest
{
    [Fact]
    public async Task Nothing_leads_back_from_lists_invitations_and_posts_to_who_has_left()
    {
        var panel = await Data.PanelAsync();
        var members = await Data.MembersAsync(panel, 2);
        await Data.WaveAsync(panel, 1);
        var topic = PanelTopic.Open(panel.Id, 1, "Bussen hem", isForIdeas: false, TimeProvider.System.GetUtcNow()).Value!;
        var (shown, waiting) = (Write(topic, members[0], "Jag vill ha fler turer."), Write(topic, members[0], "Ingen har läst det här."));
        shown.Show(TimeProvider.System.GetUtcNow());
        Db.AddRange(topic, shown, waiting);
        await Db.SaveChangesAsync(CancellationToken);
        var alias = members[0].Alias;
        Become(members[0].ResidentId!.Value, Role.Resident);

        var left = await Use<LeavePanelHandler>().HandleAsync(new(panel.Slug), CancellationToken);
        Db.ChangeTracker.Clear();
        await Use<JoinPanelHandler>().HandleAsync(new(panel.Slug, TestData.Asking(panel, alias), null), CancellationToken);
        var read = await Use<GetTopicHandler>().HandleAsync(new(panel.Slug, 1), CancellationToken);

        Assert.True(left.IsSuccess);
        var gone = await Db.Set<Membership>().AsNoTracking().SingleAsync(m => m.State == MembershipState.Left, CancellationToken);
        var asked = await Db.Set<WaveInvitation>().AsNoTracking().SingleAsync(i => i.MembershipId == gone.Id, CancellationToken);
        var listed = await Db.Set<FramePerson>().AsNoTracking().SingleAsync(p => p.Id == asked.PersonId, CancellationToken);
        Assert.Equal((null, FramePersonState.Revoked, null, "", "", 0), (asked.ResidentId, listed.State, listed.Contact, listed.AgeBand, listed.Area, listed.Groups.Count));
        var post = Assert.Single(read.Value!.Posts);
        Assert.Equal(("Tidigare medlem", "Jag vill ha fler turer.", false), (post.Name, post.Text, post.IsMine));
        Assert.Equal(0, await Db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM panel_post WHERE name = {alias}").SingleAsync(CancellationToken));
    }

    [Fact]
    public async Task A_guardian_takes_back_the_yes_with_the_same_link()
    {
        var panel = await Data.PanelAsync(TestData.PanelSettings(youngest: 12));
        Become((await Data.ResidentsAsync(1))[0].Id, Role.Resident);
        await Use<JoinPanelHandler>().HandleAsync(new(panel.Slug, TestData.Asking(panel, age: 12), "vardnad@exempel.se"), CancellationToken);
        var mail = await Db.Database.SqlQuery<string>($"SELECT body AS \"Value\" FROM outbox WHERE body LIKE '%vardnad@exempel.se%'").SingleAsync(CancellationToken);
        var token = mail[(mail.IndexOf("/vardnadshavare/", StringComparison.Ordinal) + 16)..][..27];
        await Use<AnswerAsGuardianHandler>().HandleAsync(new(token, Yes: true), CancellationToken);
        await Data.WaveAsync(panel, 1);

        var question = await Use<GetGuardianQuestionHandler>().HandleAsync(new(token), CancellationToken);
        var back = await Use<AnswerAsGuardianHandler>().HandleAsync(new(token, Yes: false), CancellationToken);
        var again = await Use<AnswerAsGuardianHandler>().HandleAsync(new(token, Yes: false), CancellationToken);

        Assert.NotNull(question.Value!.SaidYesOn);
        Assert.True(back.IsSuccess);
        Assert.IsType<GuardianLinkGone>(again.Error);
        var member = await Db.Set<Membership>().AsNoTracking().SingleAsync(CancellationToken);
        Assert.Equal((MembershipState.Left, null, null), (member.State, member.ResidentId, member.GuardianHash));
        Assert.Equal(FramePersonState.Revoked, (await Db.Set<FramePerson>().AsNoTracking().SingleAsync(CancellationToken)).State);
    }

    [Fact]
    public async Task An_officer_takes_out_a_member_by_name_or_address_and_the_member_is_told()
    {
        var panel = await Data.PanelAsync();
        var members = await Data.MembersAsync(panel, 3);
        Become(Guid.CreateVersion7(), Role.Officer);
        var address = await Db.Set<Resident>().Where(r => r.Id == members[1].ResidentId).Select(r => r.Email).SingleAsync(CancellationToken);

        var nobody = await Use<RemoveMemberHandler>().HandleAsync(new(panel.Slug, "Okänd Kalkon 9"), CancellationToken);
        var byName = await Use<RemoveMemberHandler>().HandleAsync(new(panel.Slug, " " + members[0].Alias), CancellationToken);
        var byAddress = await Use<RemoveMemberHandler>().HandleAsync(new(panel.Slug, address.ToUpperInvariant()), CancellationToken);
        Become(Guid.CreateVersion7(), Role.Moderator);
        var moderator = await Use<RemoveMemberHandler>().HandleAsync(new(panel.Slug, members[2].Alias), CancellationToken);

        Assert.Equal("Okänd Kalkon 9", Assert.IsType<NobodyByThatName>(nobody.Error).Name);
        Assert.True(byName.IsSuccess && byAddress.IsSuccess);
        Assert.IsType<PanelNotFound>(moderator.Error);
        Assert.Equal([members[2].Id], await Db.Set<Membership>().Where(m => m.State == MembershipState.Active).Select(m => m.Id).ToListAsync(CancellationToken));
        Assert.Equal(2, await Db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM outbox WHERE body LIKE '%panel/removed/%'").SingleAsync(CancellationToken));
    }

    [Fact]
    public async Task While_a_panel_is_paused_nothing_is_asked_and_nobody_is_reminded()
    {
        var panel = await Data.PanelAsync();
        var members = await Data.MembersAsync(panel, 2);
        var (_, survey) = await Data.WaveAsync(panel, 1);
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var remind = ActivatorUtilities.CreateInstance<RemindMembersHandler>(Services, (TimeProvider)clock);
        Become(members[0].ResidentId!.Value, Role.Resident);
        await Use<RemindMeHandler>().HandleAsync(new(panel.Slug, 1), CancellationToken);
        Become(Guid.CreateVersion7(), Role.Officer);

        var paused = await Use<TurnPanelHandler>().HandleAsync(new(panel.Slug, panel.Version, PanelState.Paused), CancellationToken);
        Become(members[1].ResidentId!.Value, Role.Resident);
        var entered = await Use<EnterWaveHandler>().HandleAsync(new(panel.Slug, 1), CancellationToken);
        clock.SetUtcNow(new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date.AddDays(2).AddHours(14), TimeSpan.Zero));
        var during = await remind.HandleAsync(new(), CancellationToken);
        Become(Guid.CreateVersion7(), Role.Officer);
        await Use<TurnPanelHandler>().HandleAsync(new(panel.Slug, panel.Version, PanelState.Open), CancellationToken);
        var stillPaused = await Db.Set<Survey>().AsNoTracking().SingleAsync(s => s.Id == survey.Id, CancellationToken);
        await Use<Surveys.ResumeSurveyHandler>().HandleAsync(new(survey.Slug, survey.Version, null, "Panelen är i gång igen."), CancellationToken);
        var after = await remind.HandleAsync(new(), CancellationToken);

        Assert.True(paused.IsSuccess);
        Assert.IsType<PanelPaused>(entered.Error);
        Assert.Equal((SurveyState.Paused, "Panelen har paus."), (stillPaused.State, stillPaused.StateReason));
        Assert.Equal((0, 1), (during.Value, after.Value));
    }

    [Fact]
    public async Task The_queue_of_moderators_shows_what_waits_however_much_has_been_read()
    {
        var panel = await Data.PanelAsync();
        var member = (await Data.MembersAsync(panel, 1))[0];
        var topic = PanelTopic.Open(panel.Id, 1, "Bussen hem", isForIdeas: false, TimeProvider.System.GetUtcNow()).Value!;
        Db.Add(topic);
        for (var i = 0; i < 120; i++)
        {
            var read = Write(topic, member, $"Inlägg {i}");
            read.Show(TimeProvider.System.GetUtcNow());
            Db.Add(read);
        }

        var waiting = Write(topic, member, "Det sista");
        Db.Add(waiting);
        await Db.SaveChangesAsync(CancellationToken);
        Become(Guid.CreateVersion7(), Role.Moderator);

        var queue = (await Use<ListPanelPostsHandler>().HandleAsync(new(topic.Id), CancellationToken)).Value!;

        Assert.Equal((waiting.Id, 1, 100), (Assert.Single(queue.Waiting).Id, queue.AllWaiting, queue.Shown.Count));
    }

    private static PanelPost Write(PanelTopic topic, Membership member, string text) =>
        PanelPost.Write(topic, member, text, Guid.CreateVersion7(), 0, TimeProvider.System.GetUtcNow()).Value!;

    private void Become(Guid id, Role role)
    {
        User.Roles.Clear();
        User.Roles.Add(role);
        User.Id = id;
    }
}
