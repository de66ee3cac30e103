using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;
using Xunit;

namespace Medborgardialog.Domain.Tests;

/// <summary>Questions that some units ask beside the core (N4).</summary>
public class AddOnTests
{
    private static readonly IReadOnlyList<Choice> YesNo = [new("ja", "Ja", Positive: true), new("nej", "Nej")];
    private static readonly Question Core = Ask("nojd");
    private static readonly Question AddOn = Ask("maten") with { AskedOf = ["norr", "soder"] };
    private static readonly Question Follow = Ask("varfor") with { AskedOf = ["norr"], ShowIf = new ChoiceIs("maten", ["nej"]) };
    private static readonly Question Unit = Ask("unit") with { Choices = [new("norr", "Norr"), new("soder", "Söder"), new("vast", "Väst")] };

    [Theory]
    [InlineData("norr", "nojd maten varfor")]
    [InlineData("soder", "nojd maten")]
    [InlineData("vast", "nojd")]
    [InlineData("", "nojd")]
    [InlineData(null, "nojd")]
    public void Who_is_of_a_unit_gets_the_core_and_what_that_unit_asks(string? unit, string expected)
    {
        var route = Route.Of([Core, AddOn, Follow]).For(unit);
        var sheet = Sheet(("nojd", "ja"), ("maten", "nej"), ("varfor", "ja"));

        var (stored, errors) = route.Check(sheet);

        Assert.Empty(errors);
        Assert.Equal(expected, string.Join(' ', route.Steps.Where(s => route.Shown(sheet)[s.Number - 1]).Select(s => s.Question.Key)));
        Assert.Equal(expected.Split(' ').Order(StringComparer.Ordinal), stored.Answers.Keys);
        Assert.Equal(expected.Contains("varfor", StringComparison.Ordinal), route.Number(3) is not null);
    }

    [Theory]
    [InlineData("norr", "unit nojd maten")]
    [InlineData("vast", "unit nojd")]
    [InlineData("", "unit nojd")]
    public void Where_the_unit_is_asked_for_the_answer_decides_and_no_list(string answer, string expected)
    {
        var route = Route.Of([Unit, Core, AddOn]).For("soder");
        var sheet = Sheet(("unit", answer), ("nojd", "ja"), ("maten", "ja"));

        var shown = route.Shown(sheet);

        Assert.Equal(expected, string.Join(' ', route.Steps.Where(s => shown[s.Number - 1]).Select(s => s.Question.Key)));
    }

    [Fact]
    public void The_core_is_never_altered_by_what_some_units_ask()
    {
        Assert.Equal(new AddOnBeforeCore("maten", "nojd"), QuestionRules.Fault([AddOn, Core]));
        Assert.Equal(new AddOnAskedFor("maten", "sist"), QuestionRules.Fault([Core, AddOn, Ask("sist") with { ShowIf = new ChoiceIs("maten", ["ja"]) }]));
        Assert.Equal(
            new AddOnAskedFor("maten", "brukare"),
            QuestionRules.Fault([Core, AddOn, Ask("brukare") with { Perspective = Perspective.User }], new ChoiceIs("maten", ["ja"])));
        Assert.Equal(new AddOnInCore("maten"), QuestionRules.Fault([Core, AddOn with { Headline = true }]));
        Assert.Equal(new AddOnInCore("maten"), QuestionRules.Fault([Core, AddOn with { Indicator = "mat" }]));
        Assert.Equal(new AddOnInCore("maten"), QuestionRules.Fault([Core, AddOn with { Measures = LoopMeasure.Satisfied }]));
        Assert.Null(QuestionRules.Fault([Core, AddOn, Follow]));
    }

    [Fact]
    public void A_choice_of_the_unit_that_asks_is_not_taken_away_from_the_question_about_units()
    {
        var without = Unit with { Choices = [Unit.Choices[1], Unit.Choices[2]] };

        var lost = QuestionLogic.Lost([Unit, Core, AddOn], [without, Core, AddOn], null);

        Assert.Equal(new ChoiceAskedFor("Norr", "maten"), lost);
    }

    [Theory]
    [InlineData(9, 5, Withheld.TooFew)]
    [InlineData(10, 10, Withheld.TooAlike)]
    [InlineData(10, 9, Withheld.TooAlike)]
    [InlineData(10, 8, null)]
    public void A_unit_is_told_of_as_any_other_group_and_never_exactly(int members, int same, Withheld? reason)
    {
        var answers = Enumerable.Range(0, members).Select(i => (i < same ? 1UL : 2UL, new Tally(1, 7919L * i * i))).ToList();

        var row = AddOnRow.Protect("Norr", 2, answers, members + 2, routed: false, ProtectionLimits.Standard, roundingBase: 3);

        Assert.Equal(reason, row.Reason);
        Assert.Equal(reason is null, row.Size > 0);
        Assert.All(row.Counts.Append(row.Size), n => Assert.Equal(0, n % 3));
    }

    [Theory]
    [InlineData(11, Withheld.TooAlike)]
    [InlineData(12, null)]
    public void Where_an_answer_led_to_the_question_nearly_all_having_got_it_is_an_answer_too(int asked, Withheld? reason)
    {
        (ulong, Tally)[] answers = [(1, new Tally(5, 0)), (2, new Tally(5, 0))];

        var row = AddOnRow.Protect("Norr", 2, answers, asked, routed: true, ProtectionLimits.Standard, roundingBase: 3);

        Assert.Equal(reason, row.Reason);
    }

    private static Question Ask(string key) => new() { Key = key, Kind = QuestionKind.YesNo, Section = key, Text = key, Choices = YesNo };

    private static AnswerSheet Sheet(params (string Key, string Choice)[] answers)
    {
        var sheet = new AnswerSheet();
        foreach (var (key, choice) in answers)
        {
            sheet.Set(key, choice.Length == 0 ? Answer.Empty : new Answer([choice], ""));
        }

        return sheet;
    }
}
