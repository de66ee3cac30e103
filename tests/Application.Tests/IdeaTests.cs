using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Ideas;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Ideas;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Application.Tests;

public partial class IdeaTests : UseCaseTest
{
    private static readonly IdeaText Benches = new("Fler bänkar längs ån", "Det är långt mellan bänkarna.", "Centrum");
    private static readonly DateOnly Today = TimeProvider.System.SwedishToday();

    [Fact]
    public async Task What_is_sent_is_seen_by_its_author_alone_until_a_moderator_has_read_it()
    {
        var author = await ResidentAsync();
        var sent = await SendAsync(Benches);
        var mine = await GetAsync(sent);
        var other = await ResidentAsync("Östen");
        var hidden = await GetAsync(sent);

        Staff(Role.Moderator);
        var queue = (await Use<ListIdeaQueueHandler>().HandleAsync(new(), CancellationToken)).Value!;
        var shown = await Use<DecideIdeaHandler>().HandleAsync(new(sent, queue.Waiting.Single().Version, Show: true, null), CancellationToken);
        Become(other);

        Assert.True(mine.Value!.IsMine);
        Assert.IsType<IdeaNotFound>(hidden.Error);
        Assert.Equal("Ärla Åkerö", queue.Waiting.Single().Author);
        Assert.True(shown.IsSuccess);
        Assert.Null((await GetAsync(sent)).Value!.Thanks);
        var mail = Assert.Single(await MailsAsync());
        Assert.Equal(author.Email, mail.To);
        Assert.Contains($"/ideer/fler-bankar-langs-an-{sent}", mail.Text, StringComparison.Ordinal);
        Assert.Contains("/ideer/mina", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_idea_names_its_rule_to_its_author_and_to_nobody_else()
    {
        var author = await ResidentAsync();
        var sent = await SendAsync(Benches);
        Staff(Role.Moderator);

        var without = await DecideAsync(sent, show: false);
        var refused = await DecideAsync(sent, show: false, HouseRule.Ads);
        Become(author);

        Assert.IsType<IdeaRuleMissing>(without.Error);
        Assert.True(refused.IsSuccess);
        Assert.Equal(HouseRule.Ads, (await Use<ListMyIdeasHandler>().HandleAsync(new(), CancellationToken)).Value!.Single().Rule);
        Assert.Contains("Reklam", Assert.Single(await MailsAsync()).Text, StringComparison.Ordinal);
        Become(await ResidentAsync("Östen"));
        Assert.IsType<IdeaNotFound>((await GetAsync(sent)).Error);
        Assert.Empty((await ListAsync()).Rows);
    }

    [Fact]
    public async Task Sent_twice_one_after_the_other_and_at_once_it_is_one()
    {
        await ResidentAsync();
        var (first, second) = (RandomId.New(), RandomId.New());
        var once = await SendAsync(Benches, first);
        var twice = await SendAsync(Benches, first);

        var atOnce = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<SendIdeaHandler>().HandleAsync(new(Benches, MayName: false, second), CancellationToken);
        }));

        Assert.Equal(once, twice);
        Assert.Single(atOnce.Select(s => s.Value!.Number).Distinct());
        Assert.Equal(2, await Db.Set<Idea>().CountAsync(CancellationToken));
    }

    [Fact]
    public async Task Only_residents_with_an_address_send_and_so_many_wait_at_most()
    {
        await ResidentAsync();
        for (var i = 0; i < Idea.MostWaiting; i++)
        {
            await SendAsync(Benches);
        }

        var many = await TrySendAsync(Benches);
        User.Assurance = AssuranceLevel.None;
        var unsure = await TrySendAsync(Benches);
        User.Assurance = AssuranceLevel.Email;
        User.Id = Guid.CreateVersion7();
        var gone = await TrySendAsync(Benches);
        Staff(Role.Officer);
        var officer = await TrySendAsync(Benches);

        Assert.IsType<TooManyIdeasWaiting>(many.Error);
        Assert.All([unsure, gone, officer], r => Assert.IsType<IdeaNeedsResident>(r.Error));
    }

    [Fact]
    public async Task What_is_like_it_is_found_by_Swedish_stems_and_only_when_it_is_shown()
    {
        await ResidentAsync();
        var benches = await ShownAsync(Benches);
        await ShownAsync(new("Utegym i parken", "Alla ska kunna träna.", ""));
        var place = await ShownAsync(new("Sittplatser vid torget", "Bänken vid fontänen är trasig.", ""));
        await SendAsync(new("Bänkar på bryggan", "Vid badet.", ""));

        var found = await Use<ReviewIdeaHandler>().HandleAsync(new(new("En ny bänk", "Jag vill sitta vid ån.", "")), CancellationToken);
        var nothing = await Use<ReviewIdeaHandler>().HandleAsync(new(new("Och att det", "' & | ! ( \\ :* <->", "")), CancellationToken);

        Assert.Equal([benches, place], found.Value!.Similar.Select(s => s.Number));
        Assert.Empty(nothing.Value!.Similar);
    }

    [Fact]
    public async Task The_whole_ladder_is_climbed_told_and_thanked()
    {
        var author = await ResidentAsync();
        var number = await ShownAsync(Benches);
        Staff(Role.Officer, "trafikingenjör");
        for (var step = IdeaStep.Thanked; step <= IdeaStep.Done; step++)
        {
            Assert.Null((await TakeAsync(number, Full(step))).Error);
        }

        var unnamed = (await GetAsync(number)).Value!;
        Become(author);
        Assert.True((await Use<WishAboutIdeaHandler>().HandleAsync(new(number, MayName: true, WantsMail: false), CancellationToken)).IsSuccess);
        var named = (await GetAsync(number)).Value!;

        Assert.Null(unnamed.Thanks);
        Assert.Equal("Ärla Åkerö", named.Thanks);
        Assert.Equal([2, 3, 4, 5, 6, 7], named.Entries.Select(e => (int)e.Step));
        Assert.All(named.Entries, e => Assert.Equal("trafikingenjör", e.Role));
        Assert.Equal(number, Assert.Single((await ListAsync(IdeaChoice.Done)).Rows).Number);
        var mails = await MailsAsync();
        Assert.Equal(1 + 6, mails.Count);
        Assert.Equal(mails.Count, mails.Select(m => m.Key).Distinct().Count());
        Assert.Contains("Steg 5 av 7: ja", mails[^3].Text, StringComparison.Ordinal);
        Assert.Equal(6, await Db.Set<AuditEntry>().CountAsync(a => a.Action == "idea.stepTaken", CancellationToken));
    }

    [Fact]
    public async Task Who_wants_no_mail_gets_none_and_nothing_leaves_with_a_step_that_was_not_taken()
    {
        var author = await ResidentAsync();
        var number = await ShownAsync(Benches);
        Become(author);
        await Use<WishAboutIdeaHandler>().HandleAsync(new(number, MayName: false, WantsMail: false), CancellationToken);
        var before = (await MailsAsync()).Count;
        Staff(Role.Officer);
        var version = (await AtWorkAsync(number)).Idea.Version;

        var taken = await TakeAsync(number, Full(IdeaStep.Thanked));
        var late = await Use<TakeIdeaStepHandler>().HandleAsync(new(number, version, Full(IdeaStep.Examined)), CancellationToken);
        var wrong = await TakeAsync(number, Full(IdeaStep.Decided));
        Staff(Role.Moderator);
        var forbidden = await Use<TakeIdeaStepHandler>().HandleAsync(new(number, version, Full(IdeaStep.Examined)), CancellationToken);

        Assert.True(taken.IsSuccess);
        Assert.IsType<IdeaChangedMeanwhile>(late.Error);
        Assert.IsType<IdeaStepNotNext>(wrong.Error);
        Assert.IsType<IdeaForbidden>(forbidden.Error);
        Assert.Equal(before, (await MailsAsync()).Count);
        Assert.Single(await Db.Set<IdeaEntry>().ToListAsync(CancellationToken));
    }

    [Fact]
    public async Task Me_too_is_counted_once_taken_back_and_never_for_ones_own()
    {
        await ResidentAsync();
        var number = await ShownAsync(Benches);
        var own = await SupportAsync(number, on: true);
        Become(await ResidentAsync("Östen"));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<SupportIdeaHandler>().HandleAsync(new(number, On: true), CancellationToken);
        }));
        var counted = (await GetAsync(number)).Value!;
        Db.ChangeTracker.Clear();
        var back = await SupportAsync(number, on: false);

        Assert.IsType<IdeaIsOwn>(own.Error);
        Assert.Equal((1, true), (counted.Supports, counted.Supported));
        Assert.False(back.Value!.Supports);
        Assert.Equal(0, (await GetAsync(number)).Value!.Supports);
        User.Id = null;
        User.Roles.Clear();
        Assert.IsType<IdeaNeedsResident>((await SupportAsync(number, on: true)).Error);
    }

    /// <summary>Residents' accounts are rows in a table of their own; removing one leaves no name in any other.</summary>
    [Fact]
    public async Task An_account_that_goes_takes_its_name_and_its_support_and_leaves_the_idea()
    {
        var author = await ResidentAsync();
        var number = await ShownAsync(Benches, mayName: true);
        var other = await ShownByAnotherAsync();
        Become(author);
        Assert.True((await SupportAsync(other, on: true)).IsSuccess);
        Staff(Role.Officer);
        for (var step = IdeaStep.Thanked; step <= IdeaStep.Done; step++)
        {
            await TakeAsync(number, Full(step));
        }

        var mails = (await MailsAsync()).Count;
        await Db.Database.ExecuteSqlAsync($"DELETE FROM resident WHERE id = {author.Id}", CancellationToken);
        Db.ChangeTracker.Clear();
        var back = await TakeAsync(number, new StepTaken(IdeaStep.Underway, "En bänk saknas.", Today.AddDays(9)));
        var done = await TakeAsync(number, Full(IdeaStep.Done));

        Assert.True(back.IsSuccess && done.IsSuccess);
        Assert.Null((await AtWorkAsync(number)).Author);
        Assert.Equal("", (await GetAsync(number)).Value!.Thanks);
        Assert.Equal(0, (await GetAsync(other)).Value!.Supports);
        Assert.Equal(mails, (await MailsAsync()).Count);
    }

    [Fact]
    public async Task Late_first_answers_come_first_for_officers_and_are_said_to_everyone()
    {
        await ResidentAsync();
        var (thanked, fresh, late) = (await ShownAsync(Benches), await ShownAsync(Benches), await ShownAsync(Benches));
        Staff(Role.Officer);
        await TakeAsync(thanked, Full(IdeaStep.Thanked));
        await Db.Database.ExecuteSqlAsync($"UPDATE idea SET due_on = {Today.AddDays(-1)} WHERE number = {late}", CancellationToken);
        await Db.Database.ExecuteSqlAsync($"UPDATE idea SET due_on = {Today.AddDays(-9)} WHERE number = {thanked}", CancellationToken);
        Db.ChangeTracker.Clear();

        var queue = (await Use<ListIdeaQueueHandler>().HandleAsync(new(), CancellationToken)).Value!;

        Assert.Equal([late, thanked, fresh], queue.OnTheWay.Select(i => i.Number));
        Assert.Equal(1, queue.LateAnswers);
        Assert.True((await GetAsync(late)).Value!.IsLate);
        Assert.Equal([true, true, false], (await ListAsync()).Rows.Select(r => r.IsLate));
    }

    [Fact]
    public async Task A_committee_has_its_ideas()
    {
        var committee = new Committee("kultur", "Kulturnämnden", "KN");
        Db.Add(committee);
        await ResidentAsync();
        var number = await ShownAsync(Benches);
        await ShownAsync(new("Utegym", "Vid planen.", ""));
        Staff(Role.Officer);

        var unknown = await Use<AssignIdeaHandler>().HandleAsync(new(number, (await AtWorkAsync(number)).Idea.Version, "finns-inte"), CancellationToken);
        var assigned = await Use<AssignIdeaHandler>().HandleAsync(new(number, (await AtWorkAsync(number)).Idea.Version, "kultur"), CancellationToken);
        var of = (await Use<ListIdeasHandler>().HandleAsync(new(IdeaChoice.Underway, "kultur", 1), CancellationToken)).Value!;

        Assert.IsType<IdeaCommitteeUnknown>(unknown.Error);
        Assert.True(assigned.IsSuccess);
        Assert.Equal(number, Assert.Single(of.Rows).Number);
        Assert.IsType<IdeaNotFound>((await Use<ListIdeasHandler>().HandleAsync(new(IdeaChoice.Underway, "finns-inte", 1), CancellationToken)).Error);
    }

    [Fact]
    public async Task What_is_taken_back_is_gone_for_all_but_its_author()
    {
        var author = await ResidentAsync();
        var number = await ShownAsync(Benches);
        Become(await ResidentAsync("Östen"));
        var others = await Use<WithdrawIdeaHandler>().HandleAsync(new(number), CancellationToken);
        Become(author);
        var own = await Use<WithdrawIdeaHandler>().HandleAsync(new(number), CancellationToken);
        var mine = (await Use<ListMyIdeasHandler>().HandleAsync(new(), CancellationToken)).Value!.Single();
        Staff(Role.Officer);

        Assert.IsType<IdeaNotFound>(others.Error);
        Assert.True(own.IsSuccess);
        Assert.Equal(IdeaState.Withdrawn, mine.State);
        Assert.IsType<IdeaNotFound>((await GetAsync(number)).Error);
        Assert.IsType<IdeaNotFound>((await Use<GetIdeaAtWorkHandler>().HandleAsync(new(number), CancellationToken)).Error);
        Assert.Empty((await ListAsync()).Rows);
    }

    private static StepTaken Full(IdeaStep step) => new(step, "Så här blir det.", Today.AddDays(20), "Fler orkar gå.", "Snöröjning.", "Äldrerådet", "300 personer", "38 000 kr", "Gata och park", IdeaDecision.Yes);

    private async Task<Resident> ResidentAsync(string name = "Ärla Åkerö")
    {
        var resident = new Resident($"{Guid.CreateVersion7():N}@exempelby.example", TimeProvider.System.GetUtcNow());
        resident.ChooseName(name);
        Db.Add(resident);
        await Db.SaveChangesAsync(CancellationToken);
        Become(resident);
        return resident;
    }

    private void Become(Resident resident)
    {
        (User.Id, User.DisplayName, User.Title) = (resident.Id, resident.DisplayName, null);
        User.Roles.Clear();
        User.Roles.Add(Role.Resident);
    }

    private void Staff(Role role, string title = "kommunikatör")
    {
        (User.Id, User.DisplayName, User.Title) = (Guid.CreateVersion7(), "Maria Demolund", title);
        User.Roles.Clear();
        User.Roles.Add(role);
    }

    private Task<Result<IdeaSent>> TrySendAsync(IdeaText text, Guid? key = null, bool mayName = false) =>
        Use<SendIdeaHandler>().HandleAsync(new(text, mayName, key ?? RandomId.New()), CancellationToken);

    private async Task<int> SendAsync(IdeaText text, Guid? key = null, bool mayName = false)
    {
        var sent = await TrySendAsync(text, key, mayName);
        Assert.Null(sent.Error);
        return sent.Value!.Number;
    }

    private async Task<int> ShownAsync(IdeaText text, bool mayName = false)
    {
        var number = await SendAsync(text, mayName: mayName);
        var author = (User.Id, User.DisplayName, User.Title, Roles: User.Roles.ToList());
        Staff(Role.Moderator);
        Assert.Null((await DecideAsync(number, show: true)).Error);
        (User.Id, User.DisplayName, User.Title) = (author.Id, author.DisplayName, author.Title);
        User.Roles.Clear();
        User.Roles.UnionWith(author.Roles);
        return number;
    }

    private async Task<int> ShownByAnotherAsync()
    {
        await ResidentAsync("Östen");
        return await ShownAsync(new("Utegym", "Vid planen.", ""));
    }

    private async Task<Result<Done>> DecideAsync(int number, bool show, HouseRule? rule = null) =>
        await Use<DecideIdeaHandler>().HandleAsync(new(number, (await AtWorkAsync(number)).Idea.Version, show, rule), CancellationToken);

    private async Task<Result<Done>> TakeAsync(int number, StepTaken taken) =>
        await Use<TakeIdeaStepHandler>().HandleAsync(new(number, (await AtWorkAsync(number)).Idea.Version, taken), CancellationToken);

    private async Task<IdeaAtWork> AtWorkAsync(int number) => (await Use<GetIdeaAtWorkHandler>().HandleAsync(new(number), CancellationToken)).Value!;

    private Task<Result<IdeaView>> GetAsync(int number) => Use<GetIdeaHandler>().HandleAsync(new(number), CancellationToken);

    private Task<Result<IdeaSupported>> SupportAsync(int number, bool on) => Use<SupportIdeaHandler>().HandleAsync(new(number, on), CancellationToken);

    private async Task<IdeaList> ListAsync(IdeaChoice choice = IdeaChoice.Underway) => (await Use<ListIdeasHandler>().HandleAsync(new(choice, null, 1), CancellationToken)).Value!;

    private async Task<IReadOnlyList<SendMail>> MailsAsync() =>
    [
        .. (await Db.Outbox.AsNoTracking().Where(r => r.Kind == typeof(SendMail).FullName).OrderBy(r => r.Id).ToListAsync(CancellationToken))
            .Select(r => JsonSerializer.Deserialize<SendMail>(r.Body)!),
    ];
}
