using Medborgardialog.Application.Common;
using Medborgardialog.Application.Discussions;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class DiscussionsWriteTests : UseCaseTest
{
    [Fact]
    public async Task A_closed_discussion_takes_no_posts()
    {
        var now = TimeProvider.System.GetUtcNow();
        var consultation = await Data.ConsultationAsync(schedule: new Schedule(
            now.AddDays(-9), now.AddDays(-8), now.AddDays(-1), now.AddDays(1), now.AddDays(30).SwedishDate()));
        await Data.ThreadAsync(consultation.Id);

        var result = await WriteAsync("För sent.");

        Assert.IsType<DiscussionClosed>(result.Error);
        Assert.False(await Db.Set<Post>().AnyAsync(CancellationToken));
    }

    [Fact]
    public async Task A_visitor_who_is_signed_out_is_asked_to_sign_in()
    {
        await OpenThreadAsync();
        User.Roles.Clear();
        User.Id = null;

        var result = await WriteAsync("Hej.");

        Assert.IsType<SignInToPost>(result.Error);
    }

    [Fact]
    public async Task The_same_form_sent_twice_gives_one_post()
    {
        var thread = await OpenThreadAsync();
        var key = Guid.CreateVersion7();

        var first = await WriteAsync("Gör gatan bilfri.", key: key);
        Db.ChangeTracker.Clear();
        var second = await WriteAsync("Gör gatan bilfri.", key: key);

        Assert.Equal(first.Value, second.Value);
        Assert.Equal(1, await Db.Set<Post>().CountAsync(p => p.ThreadId == thread.Id, CancellationToken));
    }

    [Fact]
    public async Task A_post_can_be_edited_for_fifteen_minutes_by_its_author_alone()
    {
        var thread = await OpenThreadAsync();
        await WriteAsync("Gör gatan bilfri.");
        var mine = User.Id;

        User.Id = Guid.CreateVersion7();
        Assert.IsType<NotYourPost>((await EditAsync("Nej.")).Error);
        User.Id = mine;
        Assert.True((await EditAsync("Gör gatan nästan bilfri.")).IsSuccess);
        await Db.Set<Post>().ExecuteUpdateAsync(
            u => u.SetProperty(p => p.At, TimeProvider.System.GetUtcNow() - Post.EditWindow - TimeSpan.FromSeconds(1)), CancellationToken);
        Db.ChangeTracker.Clear();
        var late = await EditAsync("Gör gatan helt bilfri.");

        Assert.IsType<EditWindowPassed>(late.Error);
        Assert.Equal("Gör gatan nästan bilfri.", (await Db.Set<Post>().SingleAsync(p => p.ThreadId == thread.Id, CancellationToken)).Text);
    }

    [Fact]
    public async Task A_comment_on_a_comment_is_shown_under_the_same_top_post()
    {
        await OpenThreadAsync();
        await WriteAsync("Ett.");
        await WriteAsync("Två.", replyTo: 1);
        await WriteAsync("Tre.", replyTo: 2);

        var view = await Use<GetThreadHandler>().HandleAsync(new("torget", 1), CancellationToken);

        Assert.Equal([(1, null), (2, 1), (3, 1)], view.Value!.Posts.Select(p => (p.Number, p.Under)));
        Assert.Equal("Ärla Åkerö", view.Value.Posts[2].ReplyToName);
    }

    [Fact]
    public async Task An_officials_post_carries_the_title_and_a_resident_cannot_have_one()
    {
        await OpenThreadAsync();
        User.Title = "trafikingenjör";
        await WriteAsync("Från en invånare.");
        User.Roles.Add(Role.Officer);
        await WriteAsync("Från kommunen.");

        var view = await Use<GetThreadHandler>().HandleAsync(new("torget", 1), CancellationToken);

        Assert.Equal([(false, null), (true, "trafikingenjör")], view.Value!.Posts.Select(p => (p.IsOfficial, p.AuthorTitle)));
    }

    [Fact]
    public async Task A_telephone_number_waits_for_a_moderator_and_only_its_author_sees_it()
    {
        await OpenThreadAsync();
        var written = await WriteAsync("Ring Kalle på 070-174 06 12.");

        var mine = await Use<GetThreadHandler>().HandleAsync(new("torget", 1), CancellationToken);
        User.Id = Guid.CreateVersion7();
        var others = await Use<GetThreadHandler>().HandleAsync(new("torget", 1), CancellationToken);

        Assert.True(written.Value!.IsHeld);
        Assert.Equal(PostState.Held, Assert.Single(mine.Value!.Posts).State);
        Assert.Empty(others.Value!.Posts);
        Assert.Equal(0, others.Value.Sequence);
    }

    [Fact]
    public async Task An_edit_brings_in_nothing_that_a_new_post_would_have_waited_for()
    {
        await OpenThreadAsync();
        await WriteAsync("Ring kommunen.");

        var edited = await EditAsync("Ring Kalle på 070-174 06 12.");
        var view = await Use<GetThreadHandler>().HandleAsync(new("torget", 1), CancellationToken);

        Assert.IsType<EditNamesPerson>(edited.Error);
        Assert.Equal("Ring kommunen.", Assert.Single(view.Value!.Posts).Text);
    }

    [Fact]
    public async Task A_title_that_names_a_person_is_there_for_nobody_else_until_a_moderator_has_looked()
    {
        await Data.ConsultationAsync();
        var started = await Use<StartThreadHandler>().HandleAsync(
            new("torget", "Kalle, 070-174 06 12", null, "Han vet mer.", Guid.CreateVersion7()), CancellationToken);
        var own = await Use<ListThreadsHandler>().HandleAsync(new("torget"), CancellationToken);
        User.Id = Guid.CreateVersion7();

        var list = await Use<ListThreadsHandler>().HandleAsync(new("torget"), CancellationToken);
        var thread = await Use<GetThreadHandler>().HandleAsync(new("torget", 1), CancellationToken);
        var answered = await WriteAsync("Vem är Kalle?");
        User.Roles.Add(Role.Moderator);
        var seen = await Use<GetThreadHandler>().HandleAsync(new("torget", 1), CancellationToken);

        Assert.True(started.Value!.IsHeld);
        Assert.Single(own.Value!.Threads);
        Assert.Empty(list.Value!.Threads);
        Assert.IsType<ThreadNotFound>(thread.Error);
        Assert.IsType<ThreadNotFound>(answered.Error);
        Assert.True(seen.IsSuccess);
    }

    [Fact]
    public async Task Hiding_the_only_post_that_can_be_read_takes_the_title_away_from_others()
    {
        await Data.ConsultationAsync();
        await Use<StartThreadHandler>().HandleAsync(new("torget", "Kalle ljuger", null, "Han vet mer.", Guid.CreateVersion7()), CancellationToken);
        User.Id = Guid.CreateVersion7();
        var before = await Use<ListThreadsHandler>().HandleAsync(new("torget"), CancellationToken);
        Db.ChangeTracker.Clear();
        var post = await Db.Set<Post>().SingleAsync(CancellationToken);
        var thread = await Db.Set<TalkThread>().SingleAsync(CancellationToken);
        thread.Hide(post, HouseRule.Attack, TimeProvider.System.GetUtcNow());
        await Db.SaveChangesAsync(CancellationToken);

        var after = await Use<ListThreadsHandler>().HandleAsync(new("torget"), CancellationToken);
        var read = await Use<GetThreadHandler>().HandleAsync(new("torget", 1), CancellationToken);

        Assert.Single(before.Value!.Threads);
        Assert.Empty(after.Value!.Threads);
        Assert.IsType<ThreadNotFound>(read.Error);
    }

    [Fact]
    public async Task Reactions_count_one_of_each_kind_per_person()
    {
        await OpenThreadAsync();
        await WriteAsync("Träd är bra.");
        var react = Use<ReactHandler>();

        await react.HandleAsync(new("torget", 1, 1, ReactionKind.Good, On: true), CancellationToken);
        await react.HandleAsync(new("torget", 1, 1, ReactionKind.Good, On: true), CancellationToken);
        var both = await react.HandleAsync(new("torget", 1, 1, ReactionKind.Thoughtful, On: true), CancellationToken);
        var back = await react.HandleAsync(new("torget", 1, 1, ReactionKind.Good, On: false), CancellationToken);

        Assert.Equal(new ReactionCounts(1, 1), both.Value);
        Assert.Equal(new ReactionCounts(0, 1), back.Value);
    }

    [Fact]
    public async Task Parallel_posts_get_numbers_without_gaps_and_after_gives_exactly_the_changes()
    {
        var thread = await OpenThreadAsync();
        var scopes = Services.GetRequiredService<IServiceScopeFactory>();

        await Parallel.ForAsync(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = CancellationToken }, async (i, token) =>
        {
            await using var scope = scopes.CreateAsyncScope();
            var result = await scope.ServiceProvider.GetRequiredService<WritePostHandler>()
                .HandleAsync(new("torget", 1, $"Inlägg {i}", null, Guid.CreateVersion7()), token);
            Assert.True(result.IsSuccess);
        });

        var posts = await Db.Set<Post>().AsNoTracking().Where(p => p.ThreadId == thread.Id).OrderBy(p => p.ChangedSequence).ToListAsync(CancellationToken);
        Assert.Equal(Enumerable.Range(1, 40).Select(i => (long)i), posts.Select(p => p.ChangedSequence));
        Assert.Equal(Enumerable.Range(1, 40), posts.Select(p => p.Number));
        Db.ChangeTracker.Clear();
        await EditAsync("Ändrat", number: 3);
        var since = await Use<GetThreadHandler>().HandleAsync(new("torget", 1, After: 37), CancellationToken);
        Assert.Equal([38, 39, 40, 3], since.Value!.Posts.Select(p => p.Number));
        Assert.Equal(41, since.Value.Sequence);
        var none = await Use<GetThreadHandler>().HandleAsync(new("torget", 1, After: 41), CancellationToken);
        Assert.Empty(none.Value!.Posts);
    }

    [Fact]
    public async Task A_new_thread_begins_with_its_first_post_and_is_started_once()
    {
        await Data.ConsultationAsync();
        var key = Guid.CreateVersion7();
        var start = Use<StartThreadHandler>();

        var first = await start.HandleAsync(new("torget", "Var ska bussen stanna?", null, "På torget.", key), CancellationToken);
        var again = await start.HandleAsync(new("torget", "Var ska bussen stanna?", null, "På torget.", key), CancellationToken);
        var list = await Use<ListThreadsHandler>().HandleAsync(new("torget"), CancellationToken);

        Assert.Equal(first.Value, again.Value);
        Assert.Equal(("Var ska bussen stanna?", "På torget.", 1), Assert.Single(list.Value!.Threads) is var t ? (t.Title, t.Opening, t.Posts) : default);
    }

    private async Task<TalkThread> OpenThreadAsync() => await Data.ThreadAsync((await Data.ConsultationAsync()).Id);

    private Task<Result<PostWritten>> WriteAsync(string text, int? replyTo = null, Guid? key = null) =>
        Use<WritePostHandler>().HandleAsync(new("torget", 1, text, replyTo, key ?? Guid.CreateVersion7()), CancellationToken);

    private Task<Result<PostWritten>> EditAsync(string text, int number = 1) =>
        Use<EditPostHandler>().HandleAsync(new("torget", 1, number, text), CancellationToken);
}
