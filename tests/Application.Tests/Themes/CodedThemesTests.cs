using Medborgardialog.Application.Themes;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Themes;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Xunit;

namespace Medborgardialog.Application.Tests.Themes;

public class CodedThemesTests : UseCaseTest
{
    private Guid _dialogue;
    private Guid _set;
    private List<int> _numbers = [];

    [Fact]
    public async Task A_theme_of_four_is_told_without_its_number_and_one_of_five_with_it()
    {
        await TalkAsync(12);
        await ThemeAsync("Fem", _numbers.Take(5));
        await ThemeAsync("Fyra", _numbers.Skip(5).Take(4));

        var before = await Use<ListCodedThemesHandler>().HandleAsync(new(_dialogue), CancellationToken);
        Assert.True((await Use<ReleaseCodingHandler>().HandleAsync(new(_set), CancellationToken)).IsSuccess);
        var coded = Assert.Single(await Use<ListCodedThemesHandler>().HandleAsync(new(_dialogue), CancellationToken));

        Assert.Empty(before);
        Assert.Equal((12, 75), (coded.Writers, coded.CoveragePercent));
        Assert.Equal([("Fem", (int?)5, (int?)42), ("Fyra", null, null)], coded.Themes.Select(t => (t.Name, t.Persons, t.Percent)));
        Assert.Equal([new CodedKind(InputKind.Discussion, 5)], coded.Themes[0].Kinds);
        Assert.Empty(coded.Themes[1].Kinds);
        Assert.Equal("Maria Demolund", coded.ReleasedBy);
    }

    [Fact]
    public async Task A_part_of_one_to_four_hides_who_is_for_and_against_and_the_quotes_lean_with_it()
    {
        await TalkAsync(12);
        var theme = await ThemeAsync("Tiden", _numbers.Take(11));
        await Use<MarkInputsHandler>().HandleAsync(new(_set, [_numbers[11]], theme, Stance.Against), CancellationToken);
        await QuoteAsync(theme, _numbers[0]);

        await Use<ReleaseCodingHandler>().HandleAsync(new(_set), CancellationToken);
        var coded = Assert.Single(Assert.Single(await Use<ListCodedThemesHandler>().HandleAsync(new(_dialogue), CancellationToken)).Themes);

        Assert.Equal((12, null, null, null), (coded.Persons, coded.For, coded.Against, coded.AgainstPercent));
        Assert.Null(coded.Lean);
        Assert.Null(coded.Opposing);
        Assert.Matches(@"^/radslag/torget/diskussion/parkering-for-handeln-1\?till=\d+#inlagg-\d+$", Assert.Single(coded.Quotes).Path);
    }

    /// <summary>The night has not come, and the outbox is behind: what nobody can read is not quoted all the same.</summary>
    [Fact]
    public async Task A_quote_from_a_post_that_can_no_longer_be_read_is_left_out_at_once()
    {
        await TalkAsync(5);
        var theme = await ThemeAsync("Tiden", _numbers);
        await QuoteAsync(theme, _numbers[0]);
        await Use<ReleaseCodingHandler>().HandleAsync(new(_set), CancellationToken);
        var post = await Db.Set<CodingInput>().Where(i => i.Number == _numbers[0]).Select(i => i.SourceId).SingleAsync(CancellationToken);
        await Db.Database.ExecuteSqlAsync($"UPDATE post SET state = 3 WHERE id = {post}", CancellationToken);

        var coded = Assert.Single(await Use<ListCodedThemesHandler>().HandleAsync(new(_dialogue), CancellationToken));

        Assert.Empty(Assert.Single(coded.Themes).Quotes);
    }

    [Fact]
    public async Task A_proposed_name_is_shown_only_where_it_cites_texts_of_the_group_and_makes_no_theme()
    {
        await TalkAsync(9, i => i % 3 == 0 ? $"Lindarna ska stå kvar, säger jag {i}." : $"Helt annat nummer {i}.");
        var lindens = (await Db.Set<CodingInput>().AsNoTracking().OrderBy(i => i.Number).ToListAsync(CancellationToken))
            .Where(i => i.Text.StartsWith("Lindarna", StringComparison.Ordinal)).Select(i => i.Number).ToList();

        async Task<TextGroupsView> ProposeAsync(params int[] cited)
        {
            var namer = new Mock<IThemeNamer>();
            namer.Setup(n => n.ShownAs).Returns("Provmaskinen");
            namer.Setup(n => n.ProposeAsync(It.IsAny<IReadOnlyList<TextToName>>(), It.IsAny<CancellationToken>())).ReturnsAsync(new ProposedName("Lindarna", cited));
            var handler = ActivatorUtilities.CreateInstance<ListTextGroupsHandler>(Services, (IEnumerable<IThemeNamer>)[namer.Object]);
            var view = (await handler.HandleAsync(new(_set), CancellationToken)).Value!;
            var number = view.Groups.Single(g => g.Texts.Select(t => t.Number).SequenceEqual(lindens)).Number;
            return (await handler.HandleAsync(new(_set, number), CancellationToken)).Value!;
        }

        var proper = (await ProposeAsync(lindens[0], lindens[2])).Groups.Single(g => g.Name is not null);
        var stray = await ProposeAsync(lindens[0], 100_000);
        var bare = await ProposeAsync();

        Assert.Equal("Lindarna", proper.Name);
        Assert.Equal(2, proper.NameFrom.Count);
        Assert.All(stray.Groups.Concat(bare.Groups), g => Assert.Null(g.Name));
        Assert.Equal(0, await Db.Set<CodingTheme>().CountAsync(CancellationToken));
        Assert.Null((await Use<ListTextGroupsHandler>().HandleAsync(new(_set, 1), CancellationToken)).Value!.Namer);
    }

    [Fact]
    public async Task Swedish_words_are_cut_to_their_stems_and_stop_words_fall_away()
    {
        var stems = await Services.GetRequiredService<ITextStems>().OfAsync(
            [("Städningen och städarna ringde inte", "sv"), ("Cleaning and cleaned", "en"), ("Ču 12 lávvu", "se")], CancellationToken);

        Assert.Equal(["ring", "städning"], stems[0].Where(s => s.StartsWith("ring", StringComparison.Ordinal) || s == "städning").Order());
        Assert.DoesNotContain("och", stems[0]);
        Assert.Equal(["clean"], stems[1]);
        Assert.Equal(["lávvu", "ču"], stems[2].Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_words_behind_a_quote_are_nobodys_before_the_result_is_public()
    {
        Become();
        var survey = await Data.AnsweredAddOnsAsync();
        var questionnaire = await Db.Set<Domain.Ballots.Questionnaire>().SingleAsync(q => q.DialogueId == survey.Id, CancellationToken);
        questionnaire.Ask(questionnaire.Questions.Select(q => q.Key == "mer" ? q with { MayBeQuoted = true } : q));
        await Db.SaveChangesAsync(CancellationToken);
        _set = (await Use<BeginCodingHandler>().HandleAsync(new(survey.Id, "Fritext", ["mer"], [], []), CancellationToken)).Value!.SetId;
        _numbers = await Db.Set<CodingInput>().Select(i => i.Number).OrderBy(n => n).ToListAsync(CancellationToken);
        var theme = await ThemeAsync("Hälsningar", _numbers);
        await QuoteAsync(theme, _numbers[0]);
        var id = await Db.Set<ThemeQuote>().Select(q => q.PublicId).SingleAsync(CancellationToken);

        var unreleased = await Use<GetExcerptHandler>().HandleAsync(new(id), CancellationToken);
        await Use<ReleaseCodingHandler>().HandleAsync(new(_set), CancellationToken);
        var shown = await Use<GetExcerptHandler>().HandleAsync(new(id), CancellationToken);
        await Db.Database.ExecuteSqlAsync($"UPDATE survey SET results_at = clock_timestamp() + interval '1 hour' WHERE id = {survey.Id}", CancellationToken);
        var early = await Use<GetExcerptHandler>().HandleAsync(new(id), CancellationToken);

        Assert.IsType<QuoteNotFound>(unreleased.Error);
        Assert.Equal("Hej", shown.Value!.Text);
        Assert.IsType<QuoteNotFound>(early.Error);
    }

    private async Task TalkAsync(int posts, Func<int, string>? text = null)
    {
        Become();
        var consultation = await Data.ConsultationAsync();
        var thread = await Data.ThreadAsync(consultation.Id);
        for (var i = 1; i <= posts; i++)
        {
            await Data.PostAsync(thread, text?.Invoke(i) ?? $"Inlägg nummer {i}.", new Author(Guid.CreateVersion7(), $"Påhittad {i}", null));
        }

        _dialogue = consultation.Id;
        _set = (await Use<BeginCodingHandler>().HandleAsync(new(consultation.Id, "Samtalet", [], [thread.Id], []), CancellationToken)).Value!.SetId;
        _numbers = await Db.Set<CodingInput>().Select(i => i.Number).OrderBy(n => n).ToListAsync(CancellationToken);
        Db.ChangeTracker.Clear();
    }

    private async Task<Guid> ThemeAsync(string name, IEnumerable<int> numbers)
    {
        var theme = (await Use<WriteThemeHandler>().HandleAsync(new(_set, null, new ThemeText(name, "En mening.", "Vill. Vill.", "")), CancellationToken)).Value!.ThemeId;
        Assert.True((await Use<MarkInputsHandler>().HandleAsync(new(_set, [.. numbers], theme, Stance.For), CancellationToken)).IsSuccess);
        return theme;
    }

    private async Task QuoteAsync(Guid theme, int number)
    {
        var text = await Db.Set<CodingInput>().Where(i => i.Number == number).Select(i => i.Text).SingleAsync(CancellationToken);
        var chosen = await Use<ChooseQuoteHandler>().HandleAsync(new(_set, theme, number, text), CancellationToken);
        Assert.True((await Use<CheckQuoteHandler>().HandleAsync(new(_set, chosen.Value!.QuoteId, Confirmed: true), CancellationToken)).IsSuccess);
    }

    private void Become()
    {
        (User.Id, User.DisplayName) = (Guid.CreateVersion7(), "Maria Demolund");
        User.Roles.Add(Role.Officer);
    }
}
