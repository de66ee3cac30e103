using Medborgardialog.Domain.Ballots;
using Medborgardialog.TestSupport;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class LssConditionTests
{
    private static readonly LssText New = new(Old: false);

    private static readonly string Asked =
        New.Question("10", "Y", "yn", "Yes?") + New.Question("11", "N", "num", "How many?") + New.Question("12", "M", "m", "Which?", ["A1", "A2"])
        + New.Question("13", "L", "list", "Which one?", ["A1", "A2"]) + New.Question("14", "A", "bat", "How much?", ["r1", "r2"]) + New.Question("15", "S", "text", "What?");

    [Theory]
    [InlineData("yn == \"Y\"", "yn=y")]
    [InlineData("((yn.NAOK == \"N\"))", "yn=n")]
    [InlineData("yn != 'Y'", "!yn=y")]
    [InlineData("num >= 3", "num 3..")]
    [InlineData("num > 3", "(num? & !num ..3)")]
    [InlineData("num <= 3", "(!num? | num ..3)")]
    [InlineData("m_A2 == \"Y\"", "m=a2")]
    [InlineData("7X1X13.NAOK == \"A1\"", "list=a1")]
    [InlineData("bat_r1 >= 4", "bat.r1=4,5")]
    [InlineData("yn == \"Y\" and (list == \"A1\" or list == \"A2\")", "(yn=y & (list=a1 | list=a2))")]
    public void What_can_be_said_exactly_becomes_a_condition(string expression, string expected)
    {
        var survey = LssReaderTests.Read(New.Survey(Asked + New.Question("20", "S", "last", "Why?", relevance: expression)));

        Assert.Equal(expected, Said(survey.Questions[^1].ShowIf));
        Assert.DoesNotContain(survey.Differences, d => d.Code == "import.condition");
    }

    [Theory]
    [InlineData("count(that.m) > 1")]
    [InlineData("num > yn")]
    [InlineData("num >= 0")]
    [InlineData("text == \"x\"")]
    [InlineData("is_empty(text.NAOK)")]
    [InlineData("!is_empty(text)")]
    [InlineData("unknown == \"Y\"")]
    [InlineData("yn == \"Q\"")]
    [InlineData("yn == \"Y\" and")]
    [InlineData("last == \"x\"")]
    [InlineData("list == \"A1")]
    [InlineData("!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!is_empty(text)")]
    public void What_cannot_is_listed_as_it_stands_and_the_question_is_always_shown(string expression)
    {
        var survey = LssReaderTests.Read(New.Survey(Asked + New.Question("20", "S", "last", "Why?", relevance: expression)));

        Assert.Null(survey.Questions[^1].ShowIf);
        Assert.Equal([expression], Assert.Single(survey.Differences, d => d.Code == "import.condition").Arguments);
    }

    [Fact]
    public void A_question_that_was_not_asked_makes_a_negation_false_as_in_the_other_system()
    {
        var between = New.Question("16", "Y", "mid", "And?", relevance: "yn == \"Y\"");

        var survey = LssReaderTests.Read(New.Survey(Asked + between + New.Question("20", "S", "last", "Why?", relevance: "mid != \"Y\"")));

        var all = Assert.IsType<AllOf>(survey.Questions[^1].ShowIf);
        Assert.Equal(["yn", "mid"], all.References);
    }

    [Fact]
    public void Rows_of_conditions_hold_within_a_scenario_and_one_scenario_is_enough()
    {
        var rows = LssText.Condition("20", "7X1X10", "==", "Y", "10", "1") + LssText.Condition("20", "7X1X12", "==", "A2", "12", "1")
            + LssText.Condition("20", "+7X1X12A1", "==", "Y", "12", "2");

        var survey = LssReaderTests.Read(New.Survey(Asked + New.Question("20", "S", "last", "Why?", extra: rows)));

        var any = Assert.IsType<AnyOf>(survey.Questions[^1].ShowIf);
        Assert.Equal(["yn", "m", "m"], any.References);
        Assert.Equal(2, any.Conditions.Count);
    }

    [Fact]
    public void The_condition_of_a_group_holds_for_its_questions_and_is_listed_where_it_cannot_be_said()
    {
        var survey = LssReaderTests.Read(New.Survey(Asked, group: "today() > 3"));

        Assert.All(survey.Questions, q => Assert.Null(q.ShowIf));
        Assert.Equal("Group one", Assert.Single(survey.Differences, d => d.Code == "import.groupCondition").Where);
    }

    [Fact]
    public void Settings_that_change_what_may_be_answered_are_listed_once_each()
    {
        var settings = LssText.Attribute("12", "random_order", "1") + LssText.Attribute("12", "min_answers", "2") + LssText.Attribute("12", "max_answers", "1")
            + LssText.Attribute("12", "hidden", "0") + LssText.Attribute("12", "cssclass", "red") + LssText.Attribute("12", "unheard_of", "7");

        var survey = LssReaderTests.Read(New.Survey(Asked + settings));

        Assert.Equal(
            ["import.minAnswers", "import.randomOrder", "import.attribute"],
            survey.Differences.Where(d => d.Where == "Group one / m").Select(d => d.Code));
        Assert.Equal(1, survey.Questions.Single(q => q.Key == "m").MaxChoices);
    }

    [Fact]
    public void Swedish_is_the_main_language_where_the_survey_has_it()
    {
        var survey = LssReaderTests.Read(New.Survey(New.Question("10", "S", "q", "What?", extra: LssText.Words("10", "sv", "Vad?")), languages: "sv de-informal"));

        Assert.Equal(("sv", "Vad?", "What?"), (survey.BaseLanguage, survey.Questions[0].Text, survey.Questions[0].In("en").Text));
        Assert.Equal(["en", "de-x-informal"], survey.Languages);
    }

    private static string Said(Condition? condition) => condition switch
    {
        ChoiceIs choice => $"{choice.Question}={string.Join(',', choice.Choices)}",
        IsAnswered answered => answered.Question + "?",
        NumberIs number => $"{number.Question} {number.From}..{number.To}",
        Not not => "!" + Said(not.Condition),
        AllOf all => $"({string.Join(" & ", all.Conditions.Select(Said))})",
        AnyOf any => $"({string.Join(" | ", any.Conditions.Select(Said))})",
        _ => "",
    };
}
