using CsCheck;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Evidence.Measures;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Xunit;

namespace Medborgardialog.Domain.Tests.Surveys;

/// <summary>What is told of those who were answered and those who were not is counted right, rounded, and nothing of few.</summary>
public class SurveyAnsweringTests
{
    private static readonly Question _leaves = Asked("byta", LoopMeasure.Leaves, new Choice("ja", "Ja", Positive: true), new Choice("nej", "Nej"), new Choice("vetinte", "Vet inte", OutsideBase: true));

    /// <summary>As in the youth panel: one question tells both whether somebody spoke up and whether there was an answer.</summary>
    private static readonly Question _both = Asked(
        "sagt", LoopMeasure.Told, new Choice("svar", "Ja, och fick svar", Positive: true, GotAnswer: true), new Choice("inget", "Ja, men fick inget svar", Positive: true), new Choice("nej", "Nej"));

    private static readonly Question _got = Asked("svar", LoopMeasure.GotAnswer, new Choice("svar", "Ja", Positive: true), new Choice("inget", "Nej"), new Choice("nej", "Vet inte", OutsideBase: true));

    private static readonly BreakdownVariable _units = new(Question.UnitKey, "Enhet", BreakdownSource.Background, [new("norr", "Norr", 200), new("soder", "Söder", 200)], Ordered: false);

    /// <summary>Each person: answered, unanswered or silent; leaves, stays or does not know; the unit.</summary>
    private static readonly Gen<(int Told, int Leaves, int Unit)[]> People = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 2]).Array[0, 160];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Persons_are_counted_once_and_the_verdict_is_of_the_exact_counts(bool inOneQuestion)
    {
        var told = 0;
        People.Sample(
            people =>
            {
                var figures = SurveyAnswering.Of(Count(people, inOneQuestion), SampleDesign.TotalSurvey, ProtectionLimits.Standard);
                (int Leave, int All) Of(int said) => (people.Count(p => p.Told == said && p.Leaves == 0), people.Count(p => p.Told == said && p.Leaves < 2));
                var (answered, unanswered) = (Of(0), Of(1));
                if (Math.Min(answered.All, unanswered.All) < ProtectionLimits.Standard.SmallestGroup)
                {
                    Assert.Null(figures);
                    return;
                }

                told++;
                var exact = AnsweringEffect.Of([.. people.GroupBy(p => p.Unit).Select(g => new AnsweringUnit($"{g.Key}", Share(g, 0), Share(g, 1))).Where(u => u.Answered.Denominator + u.Unanswered.Denominator > 0)]);
                Assert.Equal(exact.Verdict, figures!.Verdict);
                foreach (var (shown, count) in new[] { (figures.AnsweredLeave, answered.Leave), (figures.Answered, answered.All), (figures.UnansweredLeave, unanswered.Leave), (figures.Unanswered, unanswered.All) })
                {
                    Assert.Equal(0, shown % figures.RoundingBase);
                    Assert.True(Math.Abs(shown - count) <= figures.RoundingBase / 2, $"{count} is shown as {shown}");
                }

                Assert.True(figures.AnsweredLeave <= figures.Answered && figures.UnansweredLeave <= figures.Unanswered);
            }, iter: 300, threads: 1);

        Assert.True(told > 60, $"{told}: nothing would be proven of what never came about.");

        static Share Share(IEnumerable<(int Told, int Leaves, int Unit)> unit, int said) =>
            new(unit.Count(p => p.Told == said && p.Leaves == 0), unit.Count(p => p.Told == said && p.Leaves < 2), SampleDesign.TotalSurvey);
    }

    /// <summary>20 of 40 against 36 of 40: fewer leave among the answered. Of people who chose themselves to answer nothing is tested.</summary>
    [Fact]
    public void What_goes_together_is_said_only_where_it_may_be()
    {
        var people = Enumerable.Range(0, 80).Select(i => (Told: i < 40 ? 0 : 1, Leaves: (i < 40 ? i < 20 : i < 76) ? 0 : 1, Unit: 2)).ToArray();

        Assert.Equal(AnsweringVerdict.FewerLeave, SurveyAnswering.Of(Count(people, true), SampleDesign.TotalSurvey, ProtectionLimits.Standard)!.Verdict);
        Assert.Equal(AnsweringVerdict.NotTestable, SurveyAnswering.Of(Count(people, true), SampleDesign.Open, ProtectionLimits.Standard)!.Verdict);
        Assert.Null(SurveyAnswering.Of(Counted.Of([_leaves], []), SampleDesign.TotalSurvey, ProtectionLimits.Standard));
    }

    private static CountedSurvey Count((int Told, int Leaves, int Unit)[] people, bool inOneQuestion)
    {
        var questionnaire = new Questionnaire(Guid.Empty);
        questionnaire.Ask([inOneQuestion ? _both : _got, _leaves]);
        return Counted.Of(questionnaire, [_units], people.Select((p, i) =>
        {
            var sheet = new AnswerSheet();
            sheet.Set(inOneQuestion ? "sagt" : "svar", new Answer([p.Told switch { 0 => "svar", 1 => "inget", _ => "nej" }], ""));
            sheet.Set("byta", new Answer([p.Leaves switch { 0 => "ja", 1 => "nej", _ => "vetinte" }], ""));
            var about = new Dictionary<string, string>(StringComparer.Ordinal);
            if (p.Unit < 2)
            {
                about[Question.UnitKey] = p.Unit == 0 ? "norr" : "soder";
            }

            return new CountedBallot(sheet, about, AnswerDoor.LetterCode, i);
        }));
    }

    private static Question Asked(string key, LoopMeasure measure, params Choice[] choices) =>
        new() { Key = key, Kind = QuestionKind.Single, Section = key, Text = $"{key}?", Measures = measure, Choices = choices };
}
