using Medborgardialog.Domain.Themes;
using Xunit;

namespace Medborgardialog.Domain.Tests.Themes;

public class ThemeQuoteTests
{
    private const string Text = "Jag ringde tre gånger om städningen. Ingen ringde upp.\nSedan slutade jag ringa.";

    [Theory]
    [InlineData("Jag ringde tre gånger om städningen. Ingen ringde upp. Sedan slutade jag ringa.", "Jag ringde tre gånger om städningen. Ingen ringde upp. Sedan slutade jag ringa.")]
    [InlineData("Ingen ringde upp.", "… Ingen ringde upp. …")]
    [InlineData("Jag ringde tre gånger … Sedan slutade jag ringa.", "Jag ringde tre gånger … Sedan slutade jag ringa.")]
    [InlineData("Jag ringde ... slutade jag ringa.", "Jag ringde … slutade jag ringa.")]
    public void Words_of_the_text_with_marked_cuts_are_a_quote(string typed, string quote) => Assert.Equal(quote, ThemeQuote.Verbatim(Text, typed));

    [Theory]
    [InlineData("Jag ringde fyra gånger om städningen.")]
    [InlineData("jag ringde tre gånger")]
    [InlineData("Ingen ringde upp. … Jag ringde tre gånger")]
    [InlineData("Jag ringde tre gånger. Sedan slutade jag ringa.")]
    [InlineData("…")]
    [InlineData("")]
    public void Other_words_or_another_order_are_none(string typed) => Assert.Null(ThemeQuote.Verbatim(Text, typed));

    [Theory]
    [InlineData("Ring 070-174 06 12 så får du höra.", DetailKind.Telephone, "070-174 06 12")]
    [InlineData("Mitt nummer är 0701 74 06 12", DetailKind.Telephone, "0701 74 06 12")]
    [InlineData("Född 19121212-1212 i byn", DetailKind.PersonalNumber, "19121212-1212")]
    [InlineData("Skriv till arla@exempelby.example.", DetailKind.Email, "arla@exempelby.example.")]
    [InlineData("Vi bor på Provgatan 12 B sedan länge", DetailKind.Address, "Provgatan 12 B")]
    [InlineData("Det var Anna Påhittsson som kom", DetailKind.Name, "Anna Påhittsson")]
    public void What_could_point_somebody_out_is_found(string text, DetailKind kind, string found) =>
        Assert.Equal(new PersonalDetail(kind, found), Assert.Single(PersonalDetails.In(text)));

    [Theory]
    [InlineData("Allt är bra. Jag har inget att klaga på. Tack!")]
    [InlineData("Det blev så 2026-03-14 och kostade 12 500 kronor.")]
    [InlineData("De kom kl. 17.30, inte 8.15.")]
    public void What_points_nobody_out_is_left_alone(string text) => Assert.Empty(PersonalDetails.In(text));

    [Fact]
    public void A_quote_with_a_number_in_it_cannot_be_passed_by_anybody()
    {
        var now = new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);
        var coder = new Coder(Guid.CreateVersion7(), "Maria Demolund");
        var set = CodingSet.Begin(Guid.CreateVersion7(), "Fritext", [new CodingSource(InputKind.Survey, "mer", "Mer?")], coder, now).Value!;
        var theme = CodingTheme.Create(set.Id, new ThemeText("Svar", "", "", ""), [], coder).Value!;
        var input = CodingInput.Written(set.Id, 1, Guid.CreateVersion7(), "mer", "Ring mig på 070-174 06 12. Ingen svarar.", "", onPaper: false, mayBeQuoted: true);
        var coding = ThemeCoding.Code(set, input, CodingRound.First, [new(theme.Id, Stance.For)], [theme], [], coder, now).Value!.Added;

        var whole = ThemeQuote.Choose(set, theme, input, coding, [], input.Text, coder, now).Value!;
        var cut = ThemeQuote.Choose(set, theme, input, coding, [], "Ingen svarar.", coder, now).Value!;

        Assert.Equal(new QuoteNamesPerson("070-174 06 12"), whole.Check(set, confirmed: true, coder, now).Error);
        Assert.IsType<QuoteNotConfirmed>(cut.Check(set, confirmed: false, coder, now).Error);
        Assert.True(cut.Check(set, confirmed: true, coder, now).IsSuccess);
        Assert.Equal("Maria Demolund", cut.CheckedByName);
    }

    [Fact]
    public void Words_that_may_not_be_quoted_or_are_about_something_else_are_refused()
    {
        var now = new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);
        var coder = new Coder(Guid.CreateVersion7(), "Maria Demolund");
        var set = CodingSet.Begin(Guid.CreateVersion7(), "Fritext", [new CodingSource(InputKind.Survey, "mer", "Mer?")], coder, now).Value!;
        var theme = CodingTheme.Create(set.Id, new ThemeText("Svar", "", "", ""), [], coder).Value!;
        var silent = CodingInput.Written(set.Id, 1, Guid.CreateVersion7(), "mer", "Ingen svarar.", "", onPaper: false, mayBeQuoted: false);
        var open = CodingInput.Written(set.Id, 2, Guid.CreateVersion7(), "mer", "Ingen svarar.", "", onPaper: false, mayBeQuoted: true);
        var coding = ThemeCoding.Code(set, silent, CodingRound.First, [new(theme.Id, Stance.For)], [theme], [], coder, now).Value!.Added;

        Assert.IsType<QuoteNotAllowed>(ThemeQuote.Choose(set, theme, silent, coding, [], silent.Text, coder, now).Error);
        Assert.IsType<QuoteNotInTheme>(ThemeQuote.Choose(set, theme, open, null, [], open.Text, coder, now).Error);
    }
}
