using CsCheck;
using Medborgardialog.Domain.Ballots;
using Xunit;

namespace Medborgardialog.Domain.Tests;

public class RouteTests
{
    private static readonly IReadOnlyList<Choice> YesNo = [new("ja", "Ja"), new("nej", "Nej"), new("vet-inte", "Vet inte", OutsideBase: true)];

    private static readonly Question Uses = Ask("anvander", QuestionKind.YesNo) with { Choices = YesNo };

    private static readonly Question Often = Ask("ofta", QuestionKind.Number) with { Lowest = 0, Highest = 31, ShowIf = new ChoiceIs("anvander", ["ja"]) };

    private static readonly Question Why = Ask("varfor", QuestionKind.LongText) with
    {
        ShowIf = new AnyOf([new AllOf([new ChoiceIs("anvander", ["ja"]), new NumberIs("ofta", 20, null)]), new ChoiceIs("anvander", ["nej"])]),
    };

    private static readonly Question Last = Ask("sist", QuestionKind.ShortText) with { ShowIf = new Not(new IsAnswered("varfor")) };

    private static readonly Route Nested = Route.Of([Uses, Often, Why, Last]);

    [Theory]
    [InlineData("nej", "", "", "anvander varfor sist")]
    [InlineData("nej", "", "Långt bort", "anvander varfor")]
    [InlineData("ja", "3", "", "anvander ofta sist")]
    [InlineData("ja", "20", "Nära", "anvander ofta varfor")]
    [InlineData("vet-inte", "25", "Hemlig", "anvander sist")]
    [InlineData("", "25", "Hemlig", "anvander sist")]
    public void Only_what_the_logic_leads_to_is_shown_and_stored(string uses, string often, string why, string expected)
    {
        var sheet = new AnswerSheet();
        sheet.Set("anvander", new Answer(uses.Length == 0 ? [] : [uses], ""));
        sheet.Set("ofta", new Answer([], often));
        sheet.Set("varfor", new Answer([], why));

        var shown = Nested.Shown(sheet);
        var (stored, errors) = Nested.Check(sheet);

        Assert.Equal(expected.Split(' '), Nested.Steps.Where((_, i) => shown[i]).Select(s => s.Question.Key));
        Assert.Empty(errors);
        Assert.All(stored.Answers.Keys.Concat(stored.Left), key => Assert.Contains(key, expected.Split(' ')));
        Assert.Equal(expected.Split(' ').Length, stored.Answers.Count + stored.Left.Count);
        Assert.Equal(stored.ToJson(), AnswerSheet.FromJson(stored.ToJson()).ToJson());
    }

    [Fact]
    public void The_five_ways_to_stand_to_a_question_are_kept_apart()
    {
        var asked = Ask("kontakt", QuestionKind.Single) with
        {
            Choices = [new("bra", "Bra"), new("vet-inte", "Vet inte", OutsideBase: true), new("ingen", "Ingen erfarenhet", NoExperience: true)],
            ShowIf = new ChoiceIs("anvander", ["ja"]),
        };
        var route = Route.Of([Uses, asked]);

        AnswerState After(string uses, string answer)
        {
            var sheet = new AnswerSheet();
            sheet.Set("anvander", new Answer([uses], ""));
            sheet.Set("kontakt", new Answer(answer.Length == 0 ? [] : [answer], ""));
            return Route.StateOf(asked, AnswerSheet.FromJson(route.Check(sheet).Sheet.ToJson()));
        }

        Assert.Equal(AnswerState.Answered, After("ja", "bra"));
        Assert.Equal(AnswerState.OutsideBase, After("ja", "vet-inte"));
        Assert.Equal(AnswerState.NoExperience, After("ja", "ingen"));
        Assert.Equal(AnswerState.Left, After("ja", ""));
        Assert.Equal(AnswerState.RoutedAway, After("nej", "bra"));
    }

    [Fact]
    public void A_battery_is_asked_statement_by_statement_and_only_of_those_with_experience()
    {
        var battery = Ask("hemtjanst", QuestionKind.Battery) with
        {
            Items = [new("tid", "De kommer på avtalad tid"), new("vem", "Jag vet vem som kommer")], Choices = YesNo, Perspective = Perspective.User,
        };
        var route = Route.Of([Uses, battery], new ChoiceIs("anvander", ["ja"]));
        var sheet = new AnswerSheet();
        sheet.Set("anvander", new Answer(["ja"], ""));

        Assert.Equal(["anvander", "hemtjanst.tid", "hemtjanst.vem"], route.Steps.Select(s => s.Question.Key));
        Assert.Equal(3, route.Next(2, sheet)!.Number);
        Assert.Null(route.Next(1, new AnswerSheet()));
        Assert.Equal("hemtjanst", route.Number(3)!.Battery!.Key);
        Assert.IsType<ExperienceMissing>(QuestionRules.Fault([Uses, battery]));
        Assert.IsType<ConditionWrong>(QuestionRules.Fault([battery, Uses], new ChoiceIs("anvander", ["ja"])));
        Assert.Null(QuestionRules.Fault([Uses, battery], new ChoiceIs("anvander", ["ja"])));
    }

    [Theory]
    [InlineData("3,50", "3.5")]
    [InlineData(" 1 200 ", "1200")]
    [InlineData("\u22124", "-4")]
    [InlineData("3,141", "decimals")]
    [InlineData("1201", "outside")]
    [InlineData("tre", "unreadable")]
    [InlineData("1e3", "unreadable")]
    public void Numbers_are_read_as_people_write_them(string typed, string expected)
    {
        var result = AnswerCheck.Check(Ask("tal", QuestionKind.Number) with { Lowest = -10, Highest = 1200, Decimals = 2 }, [], typed);

        Assert.Equal(expected, result.Error switch { TooManyDecimals => "decimals", NumberOutside => "outside", NumberUnreadable => "unreadable", _ => result.Value!.Text });
    }

    [Theory]
    [InlineData("2026-05-31", "2026-05-31")]
    [InlineData("31/5 2026", "2026-05-31")]
    [InlineData("2026-02-30", null)]
    public void Days_are_read_and_impossible_ones_refused(string typed, string? expected) =>
        Assert.Equal(expected, AnswerCheck.Check(Ask("dag", QuestionKind.Date), [], typed).Value?.Text);

    [Theory]
    [InlineData("64,75024 20,9528", "64.7502,20.9528")]
    [InlineData("64.7502, 20.9528", "64.7502,20.9528")]
    [InlineData("64.7502,20.9528", "64.7502,20.9528")]
    [InlineData("torget", null)]
    [InlineData("91 20", null)]
    public void Points_are_read_to_ten_metres(string typed, string? expected) =>
        Assert.Equal(expected, AnswerCheck.Check(Ask("plats", QuestionKind.Place) with { Place = PlaceForm.Point }, [], typed).Value?.Text);

    [Fact]
    public void A_ranking_keeps_its_order_and_dont_know_stands_alone()
    {
        var ranking = Ask("rang", QuestionKind.Ranking) with { Choices = [new("a", "A"), new("b", "B"), new("c", "C")], MaxChoices = 2 };
        var multiple = Ask("flera", QuestionKind.Multiple) with { Choices = YesNo, MaxChoices = 3 };

        Assert.Equal(["c", "a"], AnswerCheck.Check(ranking, ["c", "a", "c"], null).Value!.Choices);
        Assert.IsType<TooManyChoices>(AnswerCheck.Check(ranking, ["c", "a", "b"], null).Error);
        Assert.IsType<OutsideChoiceNotAlone>(AnswerCheck.Check(multiple, ["ja", "vet-inte"], null).Error);
    }

    [Fact]
    public void Other_languages_fall_back_to_Swedish_word_by_word()
    {
        var asked = Uses with
        {
            Languages = new Dictionary<string, QuestionWords>(StringComparer.Ordinal)
            {
                ["fi"] = new("Käytätkö?", null, null, new Dictionary<string, string>(StringComparer.Ordinal) { ["ja"] = "Kyllä" }, new Dictionary<string, string>(StringComparer.Ordinal)),
            },
        };

        Assert.Equal("Käytätkö?", asked.In("fi").Text);
        Assert.Equal(["Kyllä", "Nej", "Vet inte"], asked.In("fi").Choices.Select(c => c.Label));
        Assert.Equal(asked.Text, asked.In("so").Text);
    }

    [Fact]
    public void Whatever_is_typed_the_stored_sheet_passes_its_own_check_unchanged() =>
        Gen.Select(One("ja", "nej", "vet-inte", "x", ""), One("", "1", "20", "31", "32", "a"), One("", "ord"), One("", "mer"))
            .Sample((uses, often, why, last) =>
            {
                var sheet = new AnswerSheet();
                sheet.Set("anvander", new Answer(uses.Length == 0 ? [] : [uses], ""));
                sheet.Set("ofta", new Answer([], often));
                sheet.Set("varfor", new Answer([], why));
                sheet.Set("sist", new Answer([], last));

                var (stored, errors) = Nested.Check(sheet);
                var (again, none) = Nested.Check(stored);

                if (errors.Count == 0)
                {
                    Assert.Equal(stored.ToJson(), again.ToJson());
                    Assert.Empty(none);
                }

                Assert.Equal(Nested.Shown(stored).Count(s => s), stored.Answers.Count + stored.Left.Count + errors.Count);
            });

    private static Gen<string> One(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Question Ask(string key, QuestionKind kind) => new() { Key = key, Kind = kind, Section = key, Text = $"{key}?" };
}
