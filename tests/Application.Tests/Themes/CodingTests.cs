using Medborgardialog.Application.Moderation;
using Medborgardialog.Application.Themes;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Themes;
using Medborgardialog.Infrastructure.Persistence;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Application.Tests.Themes;

public class CodingTests : UseCaseTest
{
    [Fact]
    public async Task Written_answers_come_in_shuffled_numbered_and_with_no_more_than_a_unit_of_twenty()
    {
        Become("Maria Demolund");
        var survey = await Data.AnsweredAddOnsAsync();

        var begun = await Use<BeginCodingHandler>().HandleAsync(new(survey.Id, "Fritext", ["mer"], [], []), CancellationToken);

        var inputs = await Db.Set<CodingInput>().AsNoTracking().ToListAsync(CancellationToken);
        Assert.Equal((91, 91), (begun.Value!.Inputs, inputs.Select(i => i.Number).Distinct().Count()));

        // One answer of no known unit hides among the thirty of the smaller one: none of them is told.
        Assert.Equal([("", 31), ("Norr", 60)], inputs.CountBy(i => i.Place).Select(p => (p.Key, p.Value)).Order());
        Assert.All(inputs, i => Assert.False(i.MayBeQuoted));
        Assert.All(inputs, i => Assert.Equal(["hej"], i.Stems));
        Assert.NotEqual(inputs.OrderBy(i => i.SourceId).Select(i => i.Number), inputs.OrderBy(i => i.Number).Select(i => i.Number));
        Assert.NotEqual(inputs.OrderBy(i => i.Id).Select(i => i.SourceId), inputs.OrderBy(i => i.SourceId).Select(i => i.SourceId));
    }

    [Fact]
    public async Task Open_answers_are_nobodys_to_code()
    {
        Become("Maria Demolund");
        var survey = await Data.SurveyAsync();

        var begun = await Use<BeginCodingHandler>().HandleAsync(new(survey.Id, "Fritext", ["mer"], [], []), CancellationToken);

        Assert.IsType<NothingToCode>(begun.Error);
        Assert.Equal(0, await Db.Set<CodingSet>().CountAsync(CancellationToken));
    }

    [Fact]
    public async Task For_others_than_officers_there_is_no_coding()
    {
        var (set, _) = await TalkAsync(2);
        User.Roles.Remove(Role.Officer);

        Assert.IsType<CodingSetNotFound>((await Use<GetCodingHandler>().HandleAsync(new(set), CancellationToken)).Error);
        Assert.IsType<CodingSetNotFound>((await Use<CodeInputHandler>().HandleAsync(new(set, 1, CodingRound.First, []), CancellationToken)).Error);
        Assert.IsType<CodingSetNotFound>((await Use<ListCodingSetsHandler>().HandleAsync(new(), CancellationToken)).Error);
    }

    [Fact]
    public async Task A_hidden_post_takes_its_copy_its_coding_and_its_quote_along_and_says_so()
    {
        var (set, posts) = await TalkAsync(3);
        var theme = await ThemeAsync(set, "Parkering");
        var numbers = await CodeAllAsync(set, theme);
        await QuoteAsync(set, theme, numbers[posts[0].Id], posts[0].Text);
        User.Roles.Add(Role.Moderator);

        var hidden = await Use<HidePostHandler>().HandleAsync(new(posts[0].Id, HouseRule.Personal, "Namn på granne."), CancellationToken);
        await Services.GetRequiredService<OutboxDispatcher>().DispatchBatchAsync(CancellationToken);

        Assert.True(hidden.IsSuccess);
        Db.ChangeTracker.Clear();
        Assert.Equal(2, await Db.Set<CodingInput>().CountAsync(CancellationToken));
        Assert.Equal(2, await Db.Set<ThemeCoding>().CountAsync(CancellationToken));
        Assert.Equal(0, await Db.Set<ThemeQuote>().CountAsync(CancellationToken));
        Assert.True((await Db.Set<CodingSet>().SingleAsync(CancellationToken)).IsChanged);
    }

    [Fact]
    public async Task What_was_written_since_is_fetched_and_what_is_gone_goes_at_night()
    {
        var (set, posts) = await TalkAsync(2);
        await ThemeAsync(set, "Parkering");
        var thread = await Db.Set<TalkThread>().SingleAsync(CancellationToken);
        await Data.PostAsync(thread, "Kommer efteråt.");

        var fetched = await Use<RefreshCodingHandler>().HandleAsync(new(set), CancellationToken);
        await Db.Database.ExecuteSqlAsync($"DELETE FROM post WHERE id = {posts[1].Id}", CancellationToken);
        await Use<RemoveGoneSourcesHandler>().HandleAsync(new(), CancellationToken);
        await Use<RemoveGoneSourcesHandler>().HandleAsync(new(), CancellationToken);

        Assert.Equal(new CodingRefreshed(1, 0), fetched.Value);
        Assert.Equal(["Inlägg nummer 1 om platserna.", "Kommer efteråt."], await Db.Set<CodingInput>().Select(i => i.Text).OrderBy(t => t).ToListAsync(CancellationToken));
        Assert.True((await Db.Set<CodingSet>().AsNoTracking().SingleAsync(CancellationToken)).IsChanged);
    }

    [Fact]
    public async Task Coding_again_keeps_what_was_said_before_and_who_said_it()
    {
        var (set, _) = await TalkAsync(1);
        var theme = await ThemeAsync(set, "Parkering");
        await CodeAllAsync(set, theme);
        Become("Nils Mallqvist");
        var number = await Db.Set<CodingInput>().Select(i => i.Number).SingleAsync(CancellationToken);

        var again = await Use<CodeInputHandler>().HandleAsync(new(set, number, CodingRound.First, [], "fi"), CancellationToken);

        Assert.True(again.IsSuccess);
        var said = await Db.Set<ThemeCoding>().AsNoTracking().OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync(CancellationToken);
        Assert.Equal([("Maria Demolund", true), ("Nils Mallqvist", false)], said.Select(c => (c.CoderName, c.IsReplaced)).Order());
        Assert.Equal("fi", (await Db.Set<CodingInput>().AsNoTracking().SingleAsync(CancellationToken)).Language);
    }

    [Fact]
    public async Task Two_who_code_the_same_text_at_once_are_not_both_let_through()
    {
        var (set, _) = await TalkAsync(1);
        var theme = await ThemeAsync(set, "Parkering");
        var input = await Db.Set<CodingInput>().AsNoTracking().SingleAsync(CancellationToken);
        await using var other = Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var before = await other.ServiceProvider.GetRequiredService<AppDbContext>().Set<CodingSet>().SingleAsync(CancellationToken);
        var rival = ThemeCoding.Code(before, input, CodingRound.First, [], [], [], new Coder(Guid.CreateVersion7(), "Nils"), DateTimeOffset.UnixEpoch).Value!.Added!;

        // The rival's row comes between the reading and the writing of the other.
        var clash = new ClashingStems(async () =>
        {
            var db = other.ServiceProvider.GetRequiredService<AppDbContext>();
            db.Add(rival);
            await db.SaveChangesAsync(CancellationToken);
        });
        var handler = new CodeInputHandler(Db, Services.GetRequiredService<CodingDesk>(), clash);
        var coded = await handler.HandleAsync(new(set, input.Number, CodingRound.First, [new(theme, Stance.For)], "en"), CancellationToken);

        Assert.IsType<CodedMeanwhile>(coded.Error);
    }

    [Fact]
    public async Task A_drawn_text_keeps_its_secret_from_the_second_coder_until_they_have_coded_it()
    {
        var (set, _) = await TalkAsync(4);
        var theme = await ThemeAsync(set, "Parkering");
        await Use<DrawSecondCoderHandler>().HandleAsync(new(set, 50), CancellationToken);
        await CodeAllAsync(set, theme);
        Become("Nils Mallqvist");

        var blind = (await Use<GetSecondTextHandler>().HandleAsync(new(set), CancellationToken)).Value!;
        var desk = (await Use<GetCodingHandler>().HandleAsync(new(set, CodingFilter.All, blind.Text!.Number), CancellationToken)).Value!;

        Assert.Equal((2, 2, 0), (blind.Drawn, blind.Mine, blind.Done));
        Assert.Empty(blind.Text.Mine);
        Assert.Empty(desk.Current!.Marks);
        Assert.True(desk.Current.IsBlind);
        await Use<CodeInputHandler>().HandleAsync(new(set, blind.Text.Number, CodingRound.Second, []), CancellationToken);
        desk = (await Use<GetCodingHandler>().HandleAsync(new(set, CodingFilter.All, blind.Text.Number), CancellationToken)).Value!;
        Assert.Single(desk.Current!.Marks);
        var differences = (await Use<ListDisagreementsHandler>().HandleAsync(new(set), CancellationToken)).Value!;
        Assert.Equal((1, 1), (differences.Both, differences.Items.Count));
        Assert.Equal((1, 0), (differences.Rows[0].FirstOnly, differences.Rows[0].SecondOnly));
    }

    private async Task<(Guid Set, List<Post> Posts)> TalkAsync(int posts)
    {
        Become("Maria Demolund");
        var consultation = await Data.ConsultationAsync();
        var thread = await Data.ThreadAsync(consultation.Id);
        var written = new List<Post>();
        for (var i = 1; i <= posts; i++)
        {
            written.Add(await Data.PostAsync(thread, $"Inlägg nummer {i} om platserna.", new Author(Guid.CreateVersion7(), $"Påhittad {i}", null)));
        }

        await Data.PostAsync(thread, "Kommunen svarar.", new Author(Guid.CreateVersion7(), "Lena Provberg", "trafikingenjör"));
        var begun = await Use<BeginCodingHandler>().HandleAsync(new(consultation.Id, "Samtalet", [], [thread.Id], []), CancellationToken);
        Db.ChangeTracker.Clear();
        return (begun.Value!.SetId, written);
    }

    private async Task<Guid> ThemeAsync(Guid set, string name) =>
        (await Use<WriteThemeHandler>().HandleAsync(new(set, null, new ThemeText(name, "En mening.", "Vill. Vill.", "")), CancellationToken)).Value!.ThemeId;

    /// <returns>Numbers by the id of the post.</returns>
    private async Task<Dictionary<Guid, int>> CodeAllAsync(Guid set, Guid theme)
    {
        var numbers = await Db.Set<CodingInput>().ToDictionaryAsync(i => i.SourceId, i => i.Number, CancellationToken);
        var marked = await Use<MarkInputsHandler>().HandleAsync(new(set, numbers.Values, theme, Stance.For), CancellationToken);
        return marked.Value!.Changed == numbers.Count ? numbers : throw new InvalidOperationException("Not all texts were coded.");
    }

    private async Task QuoteAsync(Guid set, Guid theme, int number, string text)
    {
        var chosen = await Use<ChooseQuoteHandler>().HandleAsync(new(set, theme, number, text), CancellationToken);
        Assert.True((await Use<CheckQuoteHandler>().HandleAsync(new(set, chosen.Value!.QuoteId, Confirmed: true), CancellationToken)).IsSuccess);
    }

    private void Become(string name)
    {
        (User.Id, User.DisplayName) = (Guid.CreateVersion7(), name);
        User.Roles.Add(Role.Officer);
    }

    private sealed class ClashingStems(Func<Task> before) : ITextStems
    {
        public async Task<IReadOnlyList<IReadOnlyList<string>>> OfAsync(IReadOnlyList<(string Text, string Language)> texts, CancellationToken cancellationToken)
        {
            await before();
            return [.. texts.Select(_ => Array.Empty<string>())];
        }
    }
}
