using System.Globalization;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Domain.Tests.Surveys;

/// <summary>As <see cref="PlainTabulation"/>, of all respondents together.</summary>
internal static class PlainSums
{
    /// <summary>
    /// Of every page that at least K were asked and answered in some way. What was written lies apart from the ballots, so that who was
    /// asked is found by running the logic again: it never asks for texts (<see cref="QuestionRules"/>).
    /// </summary>
    public static IReadOnlyList<StateCounts> States(
        Route route, IReadOnlyList<CountedBallot> ballots, IReadOnlyList<WrittenCount> written, ProtectionLimits limits)
    {
        var asked = new int[route.Steps.Count];
        foreach (var shown in ballots.Select(b => route.Shown(b.Sheet)))
        {
            for (var i = 0; i < asked.Length; i++)
            {
                asked[i] += shown[i] ? 1 : 0;
            }
        }

        return
        [
            .. route.Steps.Where(s => !s.Question.IsAddOn).Select(s => s.Question.IsText ? Count(s.Question, asked[s.Number - 1], ballots.Count, written) : Count(s.Question, ballots))
                .Where(c => c.Answered + c.OutsideBase + c.NoExperience >= limits.SmallestGroup),
        ];
    }

    /// <summary>Questions answered by a number, with at least K numbers.</summary>
    public static IReadOnlyList<NumberSummary> Numbers(Route route, IReadOnlyList<CountedBallot> ballots, ProtectionLimits limits)
    {
        var summaries = new List<NumberSummary>();
        foreach (var question in route.Steps.Select(s => s.Question).Where(q => q.Kind == QuestionKind.Number && !q.IsAddOn))
        {
            var numbers = ballots.Select(b => b.Sheet[question.Key].Text).Where(t => t.Length > 0)
                .Select(t => decimal.Parse(t, CultureInfo.InvariantCulture)).Order().ToList();
            // As for choices: where nearly all gave the same number, to tell the mean is to tell what each of them said.
            if (numbers.Count >= limits.SmallestGroup && numbers.Count - numbers.CountBy(n => n).Max(n => n.Value) >= limits.LeastOutside)
            {
                var (low, high) = (numbers[(numbers.Count - 1) / 2], numbers[numbers.Count / 2]);
                summaries.Add(new NumberSummary(
                    question.Key, numbers.Count, decimal.Round(numbers.Average(), question.Decimals + 1), (low + high) / 2));
            }
        }

        return summaries;
    }

    /// <summary>Rankings with at least K answers whose first places are told without reserve: the points would undo it.</summary>
    public static IReadOnlyList<RankSummary> Ranks(Route route, IReadOnlyList<CountedBallot> ballots, ProtectedSurvey published, ProtectionLimits limits) =>
        [.. route.Steps.Select(s => s.Question).Where(q => q.Kind == QuestionKind.Ranking)
            .Where(q => published.Questions.FirstOrDefault(p => p.Key == q.Key) is { Headline.Reason: null })
            .Select(q => Rank(q, ballots)).Where(r => r.Answered >= limits.SmallestGroup)];

    private static StateCounts Count(Question question, int asked, int everyone, IReadOnlyList<WrittenCount> written)
    {
        var mine = written.Where(w => w.Key == question.Key).ToList();
        var none = mine.Where(w => question.Choices.Any(c => c.Key == w.Choice && c.NoExperience)).Sum(w => w.Count);
        var outside = mine.Where(w => w.Choice is not null).Sum(w => w.Count) - none;
        var texts = mine.Where(w => w.Choice is null).Sum(w => w.Count);
        return new StateCounts(question.Key, texts, outside, none, asked - texts - outside - none, everyone - asked);
    }

    private static StateCounts Count(Question question, IReadOnlyList<CountedBallot> ballots)
    {
        var counts = new int[Enum.GetValues<AnswerState>().Length];
        foreach (var ballot in ballots)
        {
            counts[(int)Route.StateOf(question, ballot.Sheet)]++;
        }

        return new StateCounts(
            question.Key, counts[(int)AnswerState.Answered], counts[(int)AnswerState.OutsideBase], counts[(int)AnswerState.NoExperience],
            counts[(int)AnswerState.Left], counts[(int)AnswerState.RoutedAway]);
    }

    private static RankSummary Rank(Question question, IReadOnlyList<CountedBallot> ballots)
    {
        var points = question.Choices.Where(c => !c.IsOutside).ToDictionary(c => c.Key, _ => 0.0, StringComparer.Ordinal);
        var answered = 0;
        foreach (var choices in ballots.Select(b => b.Sheet[question.Key].Choices).Where(c => c.Count > 0 && points.ContainsKey(c[0])))
        {
            answered++;
            for (var i = 0; i < choices.Count; i++)
            {
                points[choices[i]] += points.Count - i;
            }
        }

        return new RankSummary(
            question.Key, answered, points.ToDictionary(p => p.Key, p => answered == 0 ? 0 : Math.Round(p.Value / answered, 2), StringComparer.Ordinal));
    }
}
