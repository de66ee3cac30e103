using Medborgardialog.Application.Discussions;
using Medborgardialog.Application.Moderation;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Moderation;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class ModerationTests : UseCaseTest
{
    [Fact]
    public async Task Hiding_needs_a_rule_and_a_reason_and_leaves_a_tombstone()
    {
        var post = await PostAsync("Du är dum.");
        Become(Role.Moderator);
        var hide = Use<HidePostHandler>();

        Assert.IsType<RuleMissing>((await hide.HandleAsync(new(post.Id, null, "Skäl"), CancellationToken)).Error);
        Assert.IsType<HideReasonMissing>((await hide.HandleAsync(new(post.Id, HouseRule.Attack, "  "), CancellationToken)).Error);
        Assert.True((await hide.HandleAsync(new(post.Id, HouseRule.Attack, "Skriv om sakfrågan."), CancellationToken)).IsSuccess);

        var shown = Assert.Single((await Use<GetThreadHandler>().HandleAsync(new("torget", 1, After: 1), CancellationToken)).Value!.Posts);
        Assert.Equal((PostState.Hidden, HouseRule.Attack, ""), (shown.State, shown.HiddenRule, shown.Text));
        var decision = await Db.Set<ModerationDecision>().SingleAsync(CancellationToken);
        Assert.Equal(("Du är dum.", "Skriv om sakfrågan."), (decision.TextThen, decision.Reason));
        var figures = await Use<GetModerationFiguresHandler>().HandleAsync(new("torget"), CancellationToken);
        Assert.Equal(1, figures.Value!.ByRule[HouseRule.Attack]);
    }

    [Fact]
    public async Task Nobody_but_a_moderator_moderates()
    {
        var post = await PostAsync("Du är dum.");

        Assert.IsType<ModerationForbidden>((await Use<HidePostHandler>().HandleAsync(new(post.Id, HouseRule.Attack, "Skäl"), CancellationToken)).Error);
        Assert.IsType<ModerationForbidden>((await Use<ListModerationQueueHandler>().HandleAsync(new(), CancellationToken)).Error);
        Become(Role.Officer);
        Assert.IsType<ModerationForbidden>((await Use<RestorePostHandler>().HandleAsync(new(post.Id, "Skäl"), CancellationToken)).Error);
    }

    [Fact]
    public async Task Many_reports_of_one_post_make_one_case_and_hide_nothing()
    {
        var post = await PostAsync("Politikerna kan inte räkna.");
        for (var i = 0; i < 5; i++)
        {
            User.Id = Guid.CreateVersion7();
            var report = new ReportPostCommand("torget", 1, 1, "Elakt");
            Assert.True((await Use<ReportPostHandler>().HandleAsync(report, CancellationToken)).IsSuccess);
            Assert.True((await Use<ReportPostHandler>().HandleAsync(report, CancellationToken)).IsSuccess);
        }

        Become(Role.Moderator);
        var item = Assert.Single((await Use<ListModerationQueueHandler>().HandleAsync(new(), CancellationToken)).Value!.Items);
        Assert.Equal(5, item.Complaints);
        Assert.Equal(PostState.Visible, (await Db.Set<Post>().SingleAsync(p => p.Id == post.Id, CancellationToken)).State);
    }

    [Fact]
    public async Task A_case_is_one_moderators_at_a_time_until_it_is_taken_over()
    {
        var post = await PostAsync("Du är dum.");
        Become(Role.Moderator);
        var opened = (await Use<OpenCaseHandler>().HandleAsync(new(post.Id), CancellationToken)).Value!;
        Assert.True((await Use<TakeCaseHandler>().HandleAsync(new(opened.CaseId), CancellationToken)).IsSuccess);

        Become(Role.Moderator, "Nils Mallqvist");

        Assert.Equal("Maria", Assert.IsType<CaseTaken>((await Use<TakeCaseHandler>().HandleAsync(new(opened.CaseId), CancellationToken)).Error).By);
        Assert.IsType<CaseTaken>((await Use<HidePostHandler>().HandleAsync(new(post.Id, HouseRule.Attack, "Skäl"), CancellationToken)).Error);
        Assert.True((await Use<TakeCaseHandler>().HandleAsync(new(opened.CaseId, TakeOver: true), CancellationToken)).IsSuccess);
        Assert.True((await Use<HidePostHandler>().HandleAsync(new(post.Id, HouseRule.Attack, "Skäl"), CancellationToken)).IsSuccess);
        Assert.Equal("Skäl", Assert.Single((await Use<GetCaseHandler>().HandleAsync(new(opened.CaseId), CancellationToken)).Value!.History).Reason);
    }

    [Fact]
    public async Task A_held_post_is_let_through_and_a_hidden_one_restored_with_a_note()
    {
        var consultation = await Data.ConsultationAsync();
        var thread = await Data.ThreadAsync(consultation.Id);
        var held = await Data.PostAsync(thread, "Ring 070-174 06 12", held: true);
        Become(Role.Moderator);

        Assert.True((await Use<PublishPostHandler>().HandleAsync(new(held.Id), CancellationToken)).IsSuccess);
        await Use<HidePostHandler>().HandleAsync(new(held.Id, HouseRule.Personal, "Skäl"), CancellationToken);
        Assert.True((await Use<RestorePostHandler>().HandleAsync(new(held.Id, "Omprövat"), CancellationToken)).IsSuccess);

        var view = (await Use<GetThreadHandler>().HandleAsync(new("torget", 1), CancellationToken)).Value!;
        Assert.True(Assert.Single(view.Posts).IsRestored);
        Assert.Equal((1, 3), (view.PostCount, view.Sequence));
    }

    private void Become(Role role, string name = "Maria")
    {
        User.Id = Guid.CreateVersion7();
        User.DisplayName = name;
        User.Roles.Clear();
        User.Roles.Add(role);
    }

    private async Task<Post> PostAsync(string text) =>
        await Data.PostAsync(await Data.ThreadAsync((await Data.ConsultationAsync()).Id), text);
}
