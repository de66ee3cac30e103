using CsCheck;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Xunit;

namespace Medborgardialog.Domain.Tests.Surveys;

/// <summary>Each respondent is in one of the five groups of exit, voice and loyalty or in none of their bases, and the groups that are told sum to the base.</summary>
public class LoopSumsTests
{
    private static readonly LoopMeasure[] _asked = [LoopMeasure.Leaves, LoopMeasure.Satisfied, LoopMeasure.ChooseAgain, LoopMeasure.Told, LoopMeasure.HasAlternative];

    private static readonly bool?[] _said = [null, false, true];

    private static readonly IReadOnlyList<Question> _questions =
    [
        .. _asked.Select(m => new Question
        {
            Key = m.ToString(), Kind = QuestionKind.Single, Section = "Om", Text = $"{m}?", Measures = m,
            Choices = [new("ja", "Ja", Positive: true), new("nej", "Nej"), new("vetinte", "Vet inte", OutsideBase: true)],
        }),
    ];

    /// <summary>Each of the 243 ways to answer, ordered by hand after ux 10.3: who leaves; who is content and would choose again; who has told; who has somewhere to go.</summary>
    [Fact]
    public void Whoever_answers_in_any_way_is_in_one_group_or_outside_the_base()
    {
        foreach (var answers in from leaves in _said from satisfied in _said from again in _said from told in _said from other in _said select new LoopAnswers(leaves, satisfied, again, told, other))
        {
            var known = answers.Leaves == true || answers.Satisfied == false || (answers.Satisfied == true && answers.ChooseAgain is not null);
            var fits = new (LoopGroup Group, bool Fits)[]
            {
                (LoopGroup.Leaving, answers.Leaves == true),
                (LoopGroup.Attached, answers.Satisfied == true && answers.ChooseAgain == true),
                (LoopGroup.Voicing, answers.Told == true),
                (LoopGroup.Captive, answers.HasAlternative is null or false),
                (LoopGroup.Silent, answers.HasAlternative == true),
            };

            Assert.Equal(known ? fits.First(f => f.Fits).Group : null, LoopGroups.Of(answers));
        }
    }

    [Fact]
    public void The_groups_that_are_told_sum_to_those_who_have_one_for_every_input()
    {
        var (told, withheld) = (0, 0);
        Gen.Select(Gen.Int[0, 3].Array[_asked.Length].Array[1, 220], Gen.Bool, Gen.Int[0, 400]).Sample(
            (people, strict, more) =>
            {
                var ballots = people.Select((p, i) => new CountedBallot(Sheet(p), new Dictionary<string, string>(StringComparer.Ordinal), AnswerDoor.LetterCode, i));
                var population = more == 0 ? (int?)null : people.Length + more;
                var published = SurveyProtection.Protect(
                    SurveyTabulation.Of(Counted.Of(_questions, ballots), population), strict ? ProtectionLimits.High : ProtectionLimits.Standard).Value!;
                if (published.Questions.FirstOrDefault(q => q.Key == SurveyTabulation.LoopKey) is not { Headline: { Base: { } given } headline })
                {
                    Interlocked.Increment(ref withheld);
                    return;
                }

                Assert.Equal(people.Count(p => GroupOf(p) is not null), given);
                foreach (var choice in headline.Choices.Where(c => c.Count is not null))
                {
                    Assert.Equal(people.Count(p => GroupOf(p)?.ToString() == choice.Key), choice.Count);
                }

                if (headline.Reason is null)
                {
                    Interlocked.Increment(ref told);
                    Assert.Equal(given, headline.Choices.Sum(c => c.Count!.Value));
                }
            }, iter: 500, threads: 1);

        Assert.True(told > 50 && withheld > 5, $"{told} told, {withheld} withheld: nothing would be proven of what never came about.");
    }

    /// <summary>0 yes, 1 no, 2 does not know, 3 left.</summary>
    private static AnswerSheet Sheet(int[] person)
    {
        var sheet = new AnswerSheet();
        for (var i = 0; i < person.Length; i++)
        {
            if (person[i] < 3)
            {
                sheet.Set(_asked[i].ToString(), new Answer([person[i] switch { 0 => "ja", 1 => "nej", _ => "vetinte" }], ""));
            }
        }

        return sheet;
    }

    private static LoopGroup? GroupOf(int[] person)
    {
        bool? At(int i) => person[i] switch { 0 => true, 1 => false, _ => null };
        return LoopGroups.Of(new LoopAnswers(At(0), At(1), At(2), At(3), At(4)));
    }
}
