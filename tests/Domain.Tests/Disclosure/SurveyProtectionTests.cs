using Medborgardialog.Domain.Disclosure;
using Xunit;

namespace Medborgardialog.Domain.Tests.Disclosure;

public class SurveyProtectionTests
{
    private static readonly ProtectionLimits Limits = ProtectionLimits.Standard;

    [Fact]
    public void A_fifth_variable_is_refused_by_name()
    {
        var five = Enumerable.Range(0, 5).Select(v => Variable($"v{v}", 40, i => i % 2)).ToList();

        Assert.Equal(new TooManyVariables(4), SurveyProtection.Protect(Survey(40, five, Question("q", 40, i => i % 3)), Limits).Error);
    }

    [Fact]
    public void Under_ten_answers_nothing_is_published()
    {
        var published = Protect(Survey(9, [Variable("v", 9, i => i % 2)], Question("q", 9, i => i % 2)));

        Assert.Null(published.Answers);
        Assert.Equal(Withheld.TooFew, published.Variables.Single().Reason);
        Assert.Equal(new PublishedHeadline(null, [], Withheld.TooFew).Reason, published.Questions.Single().Headline.Reason);
        Assert.Equal(Withheld.TooFew, published.Questions.Single().Tables.Single().Reason);
    }

    [Fact]
    public void The_headline_is_exact_and_a_question_under_ten_answers_has_none()
    {
        var published = Protect(Survey(40, [], Question("all", 40, i => i % 3), Question("few", 40, i => i < 9 ? i % 2 : null)));

        Assert.Equal([14, 13, 13], published.Questions[0].Headline.Choices.Select(c => c.Count));
        Assert.Null(published.Questions[1].Headline.Base);
        Assert.Empty(published.Questions[1].Headline.Choices);
    }

    [Fact]
    public void A_unanimous_answer_is_top_coded_in_a_closed_population_only()
    {
        var alike = Survey(20, [], Question("q", 20, i => i == 0 ? 1 : 0));

        var open = Protect(alike).Questions.Single().Headline;
        var closed = Protect(alike with { Population = 49 }).Questions.Single().Headline;

        Assert.Equal([19, 1, 0], open.Choices.Select(c => c.Count));
        Assert.Equal(Withheld.TooAlike, closed.Reason);
        Assert.Equal(90, closed.Choices[0].AtLeastPercent);
        Assert.All(closed.Choices, c => Assert.Null(c.Count));
    }

    /// <summary>Rule R12: the second variable is the first but for three persons, who would be the difference.</summary>
    [Fact]
    public void Of_two_variables_that_differ_in_three_persons_the_later_is_dropped()
    {
        var published = Protect(Survey(60, [Variable("first", 60, i => i < 30 ? 0 : 1), Variable("second", 60, i => i < 33 ? 0 : 1)], Question("q", 60, i => i % 3)));

        Assert.Null(published.Variables[0].Reason);
        Assert.Equal(Withheld.DifferenceAudit, published.Variables[1].Reason);
        Assert.Equal(Withheld.DifferenceAudit, published.Questions.Single().Tables[1].Reason);
    }

    /// <summary>The variables can stand together among all, but not among those who answered the question.</summary>
    [Fact]
    public void Differences_are_audited_in_the_base_of_each_question()
    {
        var survey = Survey(
            120, [Variable("first", 120, i => i < 60 ? 0 : 1), Variable("second", 120, i => i < 75 ? 0 : 1)],
            Question("all", 120, i => i % 3), Question("some", 120, i => i is >= 60 and < 72 ? null : i % 3));

        var questions = Protect(survey).Questions;

        Assert.All(questions[0].Tables, t => Assert.Null(t.Reason));
        Assert.Equal([null, Withheld.DifferenceAudit], questions[1].Tables.Select(t => t.Reason));
    }

    [Fact]
    public void A_group_that_answers_alike_takes_the_table_with_it() =>
        Assert.Equal(
            Withheld.TooAlike,
            Protect(Survey(60, [Variable("v", 60, i => i % 2)], Question("q", 60, i => i % 2 == 0 ? 0 : i % 3))).Questions.Single().Tables.Single().Reason);

    /// <summary>Everyone in one group was led to the question: that tells what they answered to the one before.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void To_be_led_to_a_question_is_an_answer_too(bool routed)
    {
        var followUp = Question("q", 90, i => i % 2 == 0 || i % 3 == 0 ? i % 5 % 3 : null) with { Routed = routed };

        var table = Protect(Survey(90, [Variable("v", 90, i => i % 2)], followUp)).Questions.Single().Tables.Single();

        Assert.Equal(routed ? Withheld.TooAlike : null, table.Reason);
    }

    [Fact]
    public void Groups_are_merged_to_the_most_that_the_class_allows()
    {
        var survey = Survey(600, [Variable("v", 600, i => i % 12)], Question("q", 600, i => i % 3));

        Assert.Equal(8, Protect(survey).Variables.Single().Groups.Count);
        Assert.Equal(6, SurveyProtection.Protect(survey, ProtectionLimits.High).Value!.Variables.Single().Groups.Count);
    }

    [Fact]
    public void A_crossing_is_one_variable_of_pairs()
    {
        var crossed = BackgroundVariable.Cross("x", Variable("a", 4, i => i % 2), new BackgroundVariable("b", ["one"], Ordered: false, [0, -1, 0, -1]));

        Assert.Equal(["c0 × one", "c0 × ", "c1 × one", "c1 × ", " × one"], crossed.Categories);
        Assert.Equal([0, 3, 0, 3], crossed.Category);
    }

    [Fact]
    public void The_same_answers_are_always_published_in_the_same_way() =>
        Assert.All(Enumerable.Range(0, 50), seed => Assert.Equivalent(Protect(GeneratedSurvey.Make(seed)), Protect(GeneratedSurvey.Make(seed)), strict: true));

    [Fact]
    public void Every_published_group_covers_the_base_and_holds_ten() =>
        Assert.All(Enumerable.Range(0, 300), seed =>
        {
            var answers = GeneratedSurvey.Make(seed);
            foreach (var (question, published) in answers.Questions.Zip(Protect(answers).Questions))
            {
                foreach (var (table, variable) in published.Tables.Zip(answers.Variables).Where(t => t.First.Reason is null))
                {
                    var names = question.Chosen.Select((c, i) => c == 0 ? null : variable.Category[i] < 0 ? "" : variable.Categories[variable.Category[i]]).OfType<string>().ToList();
                    var sizes = table.Rows.Select(r => names.Count(r.Names.Contains)).ToList();

                    Assert.Equal(names.Count, sizes.Sum());
                    Assert.All(sizes, s => Assert.InRange(s, 10, int.MaxValue));
                }
            }
        });

    private static ProtectedSurvey Protect(SurveyAnswers answers) => SurveyProtection.Protect(answers, Limits).Value!;

    private static SurveyAnswers Survey(int n, IReadOnlyList<BackgroundVariable> variables, params SurveyQuestion[] questions)
    {
        var random = new Random(n);
        return new SurveyAnswers([.. Enumerable.Range(0, n).Select(_ => random.NextInt64())], variables, questions);
    }

    private static BackgroundVariable Variable(string key, int n, Func<int, int> category)
    {
        var categories = Enumerable.Range(0, n).Select(category).ToArray();
        return new BackgroundVariable(key, [.. Enumerable.Range(0, categories.Max() + 1).Select(c => $"c{c}")], Ordered: true, categories);
    }

    private static SurveyQuestion Question(string key, int n, Func<int, int?> choice) => new(
        key, ["a", "b", "c"], [.. Enumerable.Range(0, n).Select(i => choice(i) is { } c ? 1UL << c : 0)], Multiple: false, Routed: false);
}
