using System.Globalization;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.Domain.Tests.Surveys;
using Xunit;

namespace Medborgardialog.Domain.Tests;

/// <summary>What is told of numbers, of rankings and of the five groups beside the counts that the protection lets through.</summary>
public class SurveySumsTests
{
    private static readonly Question Number = new() { Key = "antal", Kind = QuestionKind.Number, Section = "Antal", Text = "Hur många gånger?" };

    private static readonly Question Order = new()
    {
        Key = "ordning", Kind = QuestionKind.Ranking, Section = "Ordning", Text = "Vad är viktigast?", MaxChoices = 2, Choices = [new("a", "A"), new("b", "B"), new("c", "C")],
    };

    [Fact]
    public void The_largest_numbers_that_can_be_answered_still_have_a_mean()
    {
        var most = AnswerCheck.MostNumber.ToString(CultureInfo.InvariantCulture);

        var accepted = AnswerCheck.Check(Number, [], most);
        var refused = AnswerCheck.Check(Number, [], most + "0");
        var ballots = Enumerable.Range(0, 100_000).Select(i => Ballot(Number, i < 3 ? "1" : most)).ToList();
        var told = SurveySums.Numbers(Counted.Of([Number], ballots), ProtectionLimits.Standard);

        Assert.Equal(most, accepted.Value!.Text);
        Assert.IsType<NumberOutside>(refused.Error);
        Assert.Equal(100_000, Assert.Single(told).Answered);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Where_nearly_all_gave_the_same_number_no_mean_is_told(int others, bool told)
    {
        var ballots = Enumerable.Range(0, 30).Select(i => Ballot(Number, i < others ? "7" : "4")).ToList();

        Assert.Equal(told, SurveySums.Numbers(Counted.Of([Number], ballots), ProtectionLimits.Standard).Count > 0);
    }

    [Theory]
    [InlineData(40, false)]
    [InlineData(400, true)]
    public void Points_of_a_ranking_are_told_only_where_its_first_places_are(int population, bool told)
    {
        var ballots = Enumerable.Range(0, 30).Select(i => new CountedBallot(Sheet(Order.Key, new Answer(["a", "b"], "")), Nothing, AnswerDoor.LetterCode, i)).ToList();
        var counted = Counted.Of([Order], ballots);
        var published = SurveyProtection.Protect(SurveyTabulation.Of(counted, population), ProtectionLimits.Standard).Value!;

        Assert.Equal(told, SurveySums.Ranks(counted, published, ProtectionLimits.Standard).Count > 0);
    }

    [Fact]
    public void The_five_groups_are_led_to_as_the_questions_that_they_are_made_of()
    {
        Question Asked(string key, LoopMeasure? measures, Condition? when) => new()
        {
            Key = key, Kind = QuestionKind.YesNo, Section = key, Text = key + "?", Measures = measures, ShowIf = when, Choices = [new("ja", "Ja", Positive: true), new("nej", "Nej")],
        };
        var open = new Questionnaire(Guid.Empty);
        open.Ask([Asked("nojd", LoopMeasure.Satisfied, null)]);
        var led = new Questionnaire(Guid.Empty);
        led.Ask([Asked("har", null, null), Asked("nojd", LoopMeasure.Satisfied, new ChoiceIs("har", ["ja"]))]);

        bool Routed(Questionnaire q) => SurveyTabulation.Of(new CountedSurvey(q, []), null).Questions.Single(s => s.Key == SurveyTabulation.LoopKey).Routed;

        Assert.False(Routed(open));
        Assert.True(Routed(led));
    }

    [Fact]
    public void Two_questions_cannot_measure_the_same()
    {
        Question Satisfied(string key) => new()
        {
            Key = key, Kind = QuestionKind.YesNo, Section = key, Text = "Är du nöjd?", Measures = LoopMeasure.Satisfied, Choices = [new("ja", "Ja", Positive: true), new("nej", "Nej")],
        };

        Assert.Null(QuestionRules.Fault([Satisfied("ett")]));
        Assert.Equal(new MeasuredTwice("tva"), QuestionRules.Fault([Satisfied("ett"), Satisfied("tva")]));
    }

    [Theory]
    [InlineData("2024", "2026")]
    [InlineData("2026 vår", "2026 höst")]
    [InlineData("2026", "2026 vår")]
    [InlineData("höst 2025", "vår 2026")]
    [InlineData("2026:2", "2026:10")]
    public void Editions_lie_in_the_order_of_time(string earlier, string later)
    {
        Assert.True(EditionOrder.Instance.Compare(earlier, later) < 0);
        Assert.True(EditionOrder.Instance.Compare(later, earlier) > 0);
        Assert.Equal(0, EditionOrder.Instance.Compare(later, later));
    }

    private static readonly Dictionary<string, string> Nothing = [];

    private static CountedBallot Ballot(Question question, string text) => new(Sheet(question.Key, new Answer([], text)), Nothing, AnswerDoor.LetterCode, 1);

    private static AnswerSheet Sheet(string key, Answer answer)
    {
        var sheet = new AnswerSheet();
        sheet.Set(key, answer);
        return sheet;
    }
}
