using System.Globalization;
using System.Text;
using System.Text.Json;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Surveys;
using Xunit;

namespace Medborgardialog.Domain.Tests.Surveys;

/// <summary>Answers put together as they are read tell exactly what a list of them all would.</summary>
public class CountedSurveyTests
{
    /// <summary>Surveys tried; more with the environment variable <c>COUNTED_SURVEYS</c>.</summary>
    private static readonly int _surveys = int.Parse(Environment.GetEnvironmentVariable("COUNTED_SURVEYS") ?? "150", CultureInfo.InvariantCulture);

    [Fact]
    public void What_is_published_is_to_the_byte_what_is_counted_ballot_by_ballot()
    {
        var told = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 0; seed < _surveys; seed++)
        {
            var survey = new GeneratedBallots(seed);
            foreach (var limits in new[] { ProtectionLimits.Standard, ProtectionLimits.High })
            {
                var expected = Plain(survey, limits);
                var actual = Published(survey, survey.Ballots, limits);

                Assert.True(expected == actual.Text, $"seed {seed}:\n{expected}\n{actual.Text}");
                foreach (var (kind, count) in actual.Told)
                {
                    told[kind] = told.GetValueOrDefault(kind) + count;
                }
            }
        }

        // Nothing would be proven of what never came about.
        Assert.All(told, t => Assert.True(t.Value > 0, t.Key));
    }

    [Fact]
    public void In_which_order_answers_come_makes_no_difference()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var survey = new GeneratedBallots(seed);
            var shuffled = survey.Ballots.OrderBy(b => b.RecordKey).ToList();

            Assert.Equal(Published(survey, survey.Ballots, ProtectionLimits.Standard).Text, Published(survey, shuffled, ProtectionLimits.Standard).Text);
        }
    }

    [Fact]
    public void A_million_different_points_take_no_room()
    {
        var where = new Question { Key = "var", Kind = QuestionKind.Place, Place = PlaceForm.Point, Section = "Var", Text = "Var?" };
        var questionnaire = new Questionnaire(Guid.Empty);
        questionnaire.Ask([where]);
        var counted = new CountedSurvey(questionnaire, []);
        byte[] ballot = [.. "{\"var\": \"59.000000,18.1\"}"u8];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000_000; i++)
        {
            Assert.True(i.TryFormat(ballot.AsSpan(12, 6), out _, "D6", CultureInfo.InvariantCulture));
            counted.Add(ballot, [], AnswerDoor.Email, i);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
        Assert.Equal(1_000_000, Assert.Single(SurveySums.States(counted, [], ProtectionLimits.Standard)).Answered);
    }

    [Theory]
    [InlineData("{\"q\": 1}")]
    [InlineData("{\"q\": [\"a\"")]
    [InlineData("[]")]
    public void What_no_ballot_has_is_refused_and_not_passed_over(string body)
    {
        var questionnaire = new Questionnaire(Guid.Empty);
        questionnaire.Ask([new() { Key = "q", Kind = QuestionKind.YesNo, Section = "Q", Text = "Q?", Choices = [new("a", "A"), new("b", "B")] }]);

        Assert.ThrowsAny<JsonException>(() => new CountedSurvey(questionnaire, []).Add(Encoding.UTF8.GetBytes(body), [], AnswerDoor.Email, 1));
    }

    private static (string Text, Dictionary<string, int> Told) Published(GeneratedBallots survey, IReadOnlyList<CountedBallot> ballots, ProtectionLimits limits)
    {
        var counted = Counted.Of(survey.Questionnaire, survey.Breakdowns, ballots);
        var published = SurveyProtection.Protect(SurveyTabulation.Of(counted, survey.Population), limits).Value!;
        var (states, numbers) = (SurveySums.States(counted, survey.Written, limits), SurveySums.Numbers(counted, limits));
        var ranks = SurveySums.Ranks(counted, published, limits);
        var addOns = AddOnTabulation.Of(counted, survey.Written, Units(published), survey.Invited, limits == ProtectionLimits.High);
        return (Text(published, states, numbers, ranks, addOns), new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["tables"] = published.Questions.Sum(q => q.Tables.Count(t => t.Reason is null)),
            ["groups of the loop"] = published.Questions.Count(q => q.Key == SurveyTabulation.LoopKey && q.Headline.Base > 0),
            ["states of texts"] = states.Count(s => survey.Questionnaire.Route.Find(s.Key)!.Question.IsText),
            ["texts led past"] = states.Count(s => survey.Questionnaire.Route.Find(s.Key)!.Question.IsText && s.RoutedAway > 0),
            ["numbers"] = numbers.Count,
            ["rankings"] = ranks.Count,
            ["add-ons"] = addOns.Questions.Sum(q => q.Tables.Sum(t => t.Rows.Count(r => r.Reason is null))),
            ["numbers of add-ons"] = addOns.Numbers.Count,
            ["texts of add-ons"] = addOns.Texts.Count,
        });
    }

    private static string Plain(GeneratedBallots survey, ProtectionLimits limits)
    {
        var (questionnaire, ballots) = (survey.Questionnaire, survey.Ballots);
        var published = SurveyProtection.Protect(PlainTabulation.Of(questionnaire, survey.Breakdowns, ballots, survey.Population), limits).Value!;
        return Text(
            published, PlainSums.States(questionnaire.Route, ballots, survey.Written, limits), PlainSums.Numbers(questionnaire.Route, ballots, limits),
            PlainSums.Ranks(questionnaire.Route, ballots, published, limits),
            PlainAddOns.Of(
                questionnaire, survey.Breakdowns.FirstOrDefault(b => b.Key == Question.UnitKey), ballots, survey.Written, Units(published), survey.Invited,
                limits == ProtectionLimits.High));
    }

    private static PublishedVariable? Units(ProtectedSurvey published) => published.Variables.FirstOrDefault(v => v.Key == Question.UnitKey);

    private static string Text(
        ProtectedSurvey published, IReadOnlyList<StateCounts> states, IReadOnlyList<NumberSummary> numbers, IReadOnlyList<RankSummary> ranks, AddOnFigures addOns) =>
        JsonSerializer.Serialize(new { published, states, numbers, ranks, addOns });
}
