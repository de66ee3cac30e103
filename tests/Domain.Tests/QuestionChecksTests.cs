using Medborgardialog.Domain.Ballots;
using Xunit;

namespace Medborgardialog.Domain.Tests;

public class QuestionChecksTests
{
    [Theory]
    [InlineData("Hur nöjd är du med maten och personalen?", "maten och personalen")]
    [InlineData("Är det tryggt eller rent på torget?", "tryggt eller rent")]
    public void Two_things_in_one_question_are_named(string text, string words) =>
        Assert.Contains(new QuestionFinding(QuestionHint.DoubleBarrelled, words), QuestionChecks.Of(Closed(text)));

    [Fact]
    public void A_choice_between_two_that_are_both_offered_is_one_question()
    {
        var asked = Closed("Vill du ha träd eller bänkar?") with { Choices = [new("a", "Träd"), new("b", "Bänkar"), new("v", "Vet inte", OutsideBase: true)] };

        Assert.DoesNotContain(QuestionChecks.Of(asked), f => f.Hint == QuestionHint.DoubleBarrelled);
    }

    [Fact]
    public void Two_things_of_which_the_choices_know_one_are_still_two()
    {
        var asked = Closed("Känner du dig trygg och nöjd där du bor?") with { Choices = [new("a", "Mycket trygg"), new("b", "Otrygg"), new("v", "Vet inte", OutsideBase: true)] };

        Assert.Contains(new QuestionFinding(QuestionHint.DoubleBarrelled, "trygg och nöjd"), QuestionChecks.Of(asked));
    }

    [Fact]
    public void Och_in_a_statement_of_a_battery_is_found_and_in_its_own_text_is_not()
    {
        var battery = Closed("Personalen och du") with { Kind = QuestionKind.Battery, Items = [new("a", "Personalen är vänlig och kunnig"), new("b", "De kommer i tid")] };

        var found = Assert.Single(QuestionChecks.Of(battery), f => f.Hint == QuestionHint.DoubleBarrelled);

        Assert.Equal("vänlig och kunnig", found.Words);
    }

    [Theory]
    [InlineData("Hur mycket tycker du om de fantastiska nya bänkarna?", "fantastiska")]
    [InlineData("Håller du med om att bussarna ska gå oftare?", "håller")]
    [InlineData("Ska torget självklart vara fritt från bilar?", "självklart")]
    public void Words_that_lead_are_named(string text, string words) =>
        Assert.Contains(new QuestionFinding(QuestionHint.Leading, words), QuestionChecks.Of(Closed(text)));

    [Theory]
    [InlineData("Hur viktiga är bänkar för dig?")]
    [InlineData("Hur ofta kommer personalen på avtalad tid?")]
    [InlineData("Håller biblioteket öppet när du behöver det?")]
    public void An_open_wording_leads_nowhere(string text) =>
        Assert.DoesNotContain(QuestionChecks.Of(Closed(text)), f => f.Hint is QuestionHint.Leading or QuestionHint.DoubleBarrelled);

    [Theory]
    [InlineData("2–1", "Mycket bra", "Bra", "Dåligt")]
    [InlineData("3–1", "Mycket nöjd", "Nöjd", "Ganska nöjd", "Varken eller", "Missnöjd")]
    [InlineData("1–2", "Nöjd", "Inte nöjd", "Missnöjd")]
    [InlineData("", "Mycket bra", "Bra", "Varken eller", "Dåligt", "Mycket dåligt")]
    [InlineData("", "1", "2", "3", "4", "5")]
    [InlineData("", "Alltid", "Oftast", "Ibland", "Sällan", "Aldrig")]
    public void A_scale_with_more_on_one_side_is_found_where_its_words_tell(string expected, params string[] labels)
    {
        var scale = Closed("Hur är det?") with
        {
            Kind = QuestionKind.Scale, Choices = [.. labels.Select((l, i) => new Choice($"c{i}", l)), new Choice("v", "Vet inte", OutsideBase: true)],
        };

        Assert.Equal(expected, QuestionChecks.Of(scale).FirstOrDefault(f => f.Hint == QuestionHint.Unbalanced)?.Words ?? "");
    }

    [Fact]
    public void Not_knowing_needs_a_choice_where_it_is_possible()
    {
        Question scale = Closed("Hur trygg är skolan?") with { Kind = QuestionKind.Scale, Choices = [new("a", "Trygg"), new("b", "Otrygg")] };
        Question fact = scale with { Kind = QuestionKind.YesNo, Text = "Har du bytt skola?", Choices = [new("ja", "Ja"), new("nej", "Nej")] };

        Assert.Contains(QuestionChecks.Of(scale), f => f.Hint == QuestionHint.NoUnknown);
        Assert.Contains(QuestionChecks.Of(fact with { Text = "Tycker du att skolan är trygg?" }), f => f.Hint == QuestionHint.NoUnknown);
        Assert.DoesNotContain(QuestionChecks.Of(fact), f => f.Hint == QuestionHint.NoUnknown);
        Assert.DoesNotContain(
            QuestionChecks.Of(scale with { Choices = [.. scale.Choices, new("v", "Vet inte", OutsideBase: true)] }), f => f.Hint == QuestionHint.NoUnknown);
    }

    [Fact]
    public void More_than_twelve_choices_are_many()
    {
        Question Of(int count) => Closed("Vilket?") with { Choices = [.. Enumerable.Range(1, count).Select(i => new Choice($"c{i}", $"Val {i}"))] };

        Assert.DoesNotContain(QuestionChecks.Of(Of(12)), f => f.Hint == QuestionHint.ManyChoices);
        Assert.Contains(new QuestionFinding(QuestionHint.ManyChoices, "13"), QuestionChecks.Of(Of(13)));
    }

    [Fact]
    public void The_time_is_twelve_eight_and_sixty_seconds()
    {
        Question closed = Closed("Vilket?");

        var seconds = QuestionChecks.Seconds(
        [
            closed, closed with { Kind = QuestionKind.Scale }, closed with { Kind = QuestionKind.LongText },
            closed with { Kind = QuestionKind.Battery, Items = [new("a", "A"), new("b", "B"), new("c", "C")] },
        ]);

        Assert.Equal(12 + 8 + 60 + 24, seconds);
    }

    [Theory]
    [InlineData("Tycker du att städningen utförs bra?", "utförs")]
    [InlineData("Hur hanteras dina synpunkter?", "hanteras")]
    [InlineData("Finns det något annat kommunens personal kan göra?", "")]
    [InlineData("Finns det en lekplats eller en annan plats där barnen trivs?", "")]
    public void The_passive_voice_is_hinted_at(string text, string verbs) => Assert.Equal(verbs, string.Join(", ", QuestionChecks.Passive(text)));

    [Fact]
    public void A_question_in_the_negative_is_found() =>
        Assert.Contains(new QuestionFinding(QuestionHint.Negated, "inte"), QuestionChecks.Of(Closed("Ska torget inte vara öppet för bilar?")));

    private static Question Closed(string text) => new()
    {
        Key = "fraga", Kind = QuestionKind.Single, Section = "Fråga", Text = text, Choices = [new("a", "Ja"), new("b", "Nej"), new("v", "Vet inte", OutsideBase: true)],
    };
}
