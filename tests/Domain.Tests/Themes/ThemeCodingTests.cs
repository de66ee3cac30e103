using Medborgardialog.Domain.Themes;
using Xunit;

namespace Medborgardialog.Domain.Tests.Themes;

public class ThemeCodingTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly Coder Maria = new(Guid.CreateVersion7(), "Maria Demolund");
    private static readonly Coder Nils = new(Guid.CreateVersion7(), "Nils Mallqvist");
    private readonly CodingSet _set = CodingSet.Begin(Guid.CreateVersion7(), "Fritext", [new CodingSource(InputKind.Survey, "mer", "Något mer?")], Maria, Now).Value!;
    private readonly List<CodingTheme> _themes = [];

    public ThemeCodingTests()
    {
        foreach (var name in new[] { "Tider", "Svar" })
        {
            _themes.Add(CodingTheme.Create(_set.Id, new ThemeText(name, "En mening.", "Vill. Vill.", ""), _themes, Maria).Value!);
        }
    }

    [Fact]
    public void Somebody_who_wrote_in_two_places_is_one_person_of_a_theme()
    {
        var author = Guid.CreateVersion7();
        var thread = new CodingSource(InputKind.Discussion, Guid.CreateVersion7().ToString(), "Tider");
        CodingInput[] inputs =
        [
            CodingInput.Posted(_set.Id, 1, thread, Guid.CreateVersion7(), 4, author, "De kommer sent."),
            CodingInput.Posted(_set.Id, 2, thread, Guid.CreateVersion7(), 9, author, "Igen för sent."),
            Written(3, "Sent."),
        ];
        var codings = inputs.Select(i => Code(i, CodingRound.First, Maria, [new(_themes[0].Id, Stance.For)])).ToList();

        var tally = Book(inputs, codings).Tally();

        Assert.Equal((3, 2, 3), (tally.Inputs, tally.Writers, tally.WithTheme));
        Assert.Equal((2, 2, 0), (tally.Themes[0].People, tally.Themes[0].For, tally.Themes[0].Against));
        Assert.Equal([1, 1], [tally.Themes[0].ByKind[InputKind.Discussion], tally.Themes[0].ByKind[InputKind.Survey]]);
    }

    [Fact]
    public void Somebody_who_says_both_is_neither_for_nor_against()
    {
        var author = Guid.CreateVersion7();
        var thread = new CodingSource(InputKind.Discussion, Guid.CreateVersion7().ToString(), "Tider");
        CodingInput[] inputs =
        [
            CodingInput.Posted(_set.Id, 1, thread, Guid.CreateVersion7(), 4, author, "Ja."), CodingInput.Posted(_set.Id, 2, thread, Guid.CreateVersion7(), 9, author, "Nej."),
        ];

        var tally = Book(inputs, [Code(inputs[0], CodingRound.First, Maria, [new(_themes[0].Id, Stance.For)]), Code(inputs[1], CodingRound.First, Maria, [new(_themes[0].Id, Stance.Against)])]).Tally();

        Assert.Equal((1, 0, 0), (tally.Themes[0].People, tally.Themes[0].For, tally.Themes[0].Against));
    }

    [Fact]
    public void The_second_look_is_for_another_person_and_for_drawn_texts_alone()
    {
        var (drawn, other) = (Written(1, "Sent."), Written(2, "Sent igen."));
        _set.DrawForSecond(50, [drawn], "frö");
        var first = Code(drawn, CodingRound.First, Maria, []);

        Assert.IsType<SecondMustBeAnother>(ThemeCoding.Code(_set, drawn, CodingRound.Second, [], _themes, [first], Maria, Now).Error);
        Assert.IsType<InputNotDrawn>(ThemeCoding.Code(_set, other, CodingRound.Second, [], _themes, [], Nils, Now).Error);
        var second = ThemeCoding.Code(_set, drawn, CodingRound.Second, [], _themes, [first], Nils, Now).Value!.Added!;
        Assert.IsType<SecondMustBeAnother>(ThemeCoding.Code(_set, drawn, CodingRound.First, [], _themes, [second], Nils, Now).Error);
    }

    [Fact]
    public void What_was_settled_is_in_force_and_needs_a_note_and_a_difference()
    {
        var drawn = Written(1, "Sent.");
        _set.DrawForSecond(100, [drawn], "frö");
        var (first, second) = (Code(drawn, CodingRound.First, Maria, [new(_themes[0].Id, Stance.For)]), Code(drawn, CodingRound.Second, Nils, [new(_themes[1].Id, Stance.For)]));

        Assert.IsType<SettleNoteMissing>(ThemeCoding.Code(_set, drawn, CodingRound.Settled, [], _themes, [first, second], Nils, Now, " ").Error);
        Assert.IsType<NothingToSettle>(ThemeCoding.Code(_set, drawn, CodingRound.Settled, [], _themes, [first], Nils, Now, "Så.").Error);
        var settled = ThemeCoding.Code(_set, drawn, CodingRound.Settled, [new(_themes[1].Id, Stance.Against)], _themes, [first, second], Nils, Now, "Så.").Value!.Added!;
        Assert.Equal([new ThemeMark(_themes[1].Id, Stance.Against)], ThemeCoding.InForce([second, settled, first])!.Marks);
        Assert.Empty(Book([drawn], [first, second, settled]).Unsettled());
    }

    [Fact]
    public void A_later_coding_replaces_the_earlier_and_keeps_it_and_the_same_again_is_nothing_new()
    {
        var input = Written(1, "Sent.");
        var first = Code(input, CodingRound.First, Maria, [new(_themes[0].Id, Stance.For)]);

        Assert.Null(ThemeCoding.Code(_set, input, CodingRound.First, [new(_themes[0].Id, Stance.For)], _themes, [first], Maria, Now).Value!.Added);
        var later = ThemeCoding.Code(_set, input, CodingRound.First, [], _themes, [first], Nils, Now).Value!.Added!;

        Assert.True(first.IsReplaced);
        Assert.Equal([new ThemeMark(_themes[0].Id, Stance.For)], first.Marks);
        Assert.Same(later, ThemeCoding.InForce([first, later]));
    }

    [Fact]
    public void A_tenth_against_needs_a_voice_against_before_the_release()
    {
        var inputs = Enumerable.Range(1, 10).Select(n => Written(n, $"Text {n}.")).ToList();
        var codings = inputs.ConvertAll(i => Code(i, CodingRound.First, Maria, [new(_themes[0].Id, i.Number == 1 ? Stance.Against : Stance.For)]));

        var missing = ReleaseCheck.Of(Book(inputs, codings)).FirstProblem;
        var quote = ThemeQuote.Choose(_set, _themes[0], inputs[0], codings[0], [], "Text 1.", Maria, Now).Value!;
        var unchecked_ = ReleaseCheck.Of(Book(inputs, codings, quote)).FirstProblem;
        quote.Check(_set, confirmed: true, Nils, Now);

        Assert.Equal(new OpposingQuoteMissing("Tider", 10), missing);
        Assert.Equal(new QuoteUnchecked("Tider"), unchecked_);
        Assert.True(_set.Release(ReleaseCheck.Of(Book(inputs, codings, quote)), Nils, Now).IsSuccess);
        Assert.IsType<CodingReleased>(ThemeCoding.Code(_set, inputs[0], CodingRound.First, [], _themes, [], Maria, Now).Error);
    }

    [Fact]
    public void Nine_and_a_half_percent_against_need_none()
    {
        var inputs = Enumerable.Range(1, 21).Select(n => Written(n, $"Text {n}.")).ToList();
        var codings = inputs.ConvertAll(i => Code(i, CodingRound.First, Maria, [new(_themes[0].Id, i.Number <= 2 ? Stance.Against : Stance.For)]));

        Assert.Null(ReleaseCheck.Of(Book(inputs, codings)).FirstProblem);
    }

    private static CodingInput Written(int number, string text) =>
        CodingInput.Written(Guid.Empty, number, Guid.CreateVersion7(), "mer", text, "Söder", onPaper: false, mayBeQuoted: true);

    private ThemeCoding Code(CodingInput input, CodingRound round, Coder by, IReadOnlyCollection<ThemeMark> marks) =>
        ThemeCoding.Code(_set, input, round, marks, _themes, [], by, Now).Value!.Added!;

    private CodingBook Book(IReadOnlyList<CodingInput> inputs, IReadOnlyList<ThemeCoding> codings, params ThemeQuote[] quotes) => new(_set, inputs, _themes, codings, quotes);
}
