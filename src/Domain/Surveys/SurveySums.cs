using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;

namespace Medborgardialog.Domain.Surveys;

/// <summary>Where all respondents stand with one page. The five ways are never mixed.</summary>
public sealed record StateCounts(string Key, int Answered, int OutsideBase, int NoExperience, int Left, int RoutedAway);

/// <summary>Answers to a question answered in words, which have left the ballots when the box was sealed.</summary>
/// <param name="Choice">Chosen instead of writing; null for texts.</param>
public sealed record WrittenCount(string Key, string? Choice, int Count);

/// <summary>The numbers that a question was answered with.</summary>
/// <param name="Mean">In the unit of the question, one decimal more than the answers.</param>
/// <param name="Median">Half gave this or less; the mean of the two in the middle.</param>
public sealed record NumberSummary(string Key, int Answered, decimal Mean, decimal Median);

/// <param name="Points">By choice key: mean points, the first place as many as there are choices, 0 for what was not ranked.</param>
public sealed record RankSummary(string Key, int Answered, IReadOnlyDictionary<string, double> Points);

/// <summary>
/// What is told about all respondents together, beside the counts of choices; hence nothing of questions that some units ask. Pure
/// functions; nothing under K is told.
/// </summary>
public static class SurveySums
{
    /// <summary>
    /// Of every page that at least K were asked and answered in some way. What was written lies apart from the ballots, so that who was
    /// asked is found by running the logic again: it never asks for texts (<see cref="QuestionRules"/>).
    /// </summary>
    public static IReadOnlyList<StateCounts> States(CountedSurvey counted, IReadOnlyList<WrittenCount> written, ProtectionLimits limits) =>
    [
        .. counted.Questionnaire.Route.Steps.Where(s => !s.Question.IsAddOn)
            .Select(s => s.Question.IsText ? Count(s.Question, counted.Asked(s), counted.Count, written) : Count(s.Question, counted.Column(s.Question.Key)))
            .Where(c => c.Answered + c.OutsideBase + c.NoExperience >= limits.SmallestGroup),
    ];

    /// <summary>Questions answered by a number, with at least K numbers.</summary>
    public static IReadOnlyList<NumberSummary> Numbers(CountedSurvey counted, ProtectionLimits limits)
    {
        var summaries = new List<NumberSummary>();
        foreach (var question in counted.Questionnaire.Route.Steps.Select(s => s.Question).Where(q => q.Kind == QuestionKind.Number && !q.IsAddOn))
        {
            var column = counted.Column(question.Key);
            var numbers = new NumberCount(Enumerable.Range(0, column.Count).Select(i => (column[i].Text, column.PersonsOf(i))));
            if (numbers.MayBeTold(limits))
            {
                summaries.Add(new NumberSummary(question.Key, numbers.Count, decimal.Round(numbers.Mean, question.Decimals + 1), numbers.Median));
            }
        }

        return summaries;
    }

    /// <summary>Rankings with at least K answers whose first places are told without reserve: the points would undo it.</summary>
    public static IReadOnlyList<RankSummary> Ranks(CountedSurvey counted, ProtectedSurvey published, ProtectionLimits limits) =>
        [.. counted.Questionnaire.Route.Steps.Select(s => s.Question).Where(q => q.Kind == QuestionKind.Ranking)
            .Where(q => published.Questions.FirstOrDefault(p => p.Key == q.Key) is { Headline.Reason: null })
            .Select(q => Rank(q, counted.Column(q.Key))).Where(r => r.Answered >= limits.SmallestGroup)];

    private static StateCounts Count(Question question, int asked, int everyone, IReadOnlyList<WrittenCount> written)
    {
        var mine = written.Where(w => w.Key == question.Key).ToList();
        var none = mine.Where(w => question.Choices.Any(c => c.Key == w.Choice && c.NoExperience)).Sum(w => w.Count);
        var outside = mine.Where(w => w.Choice is not null).Sum(w => w.Count) - none;
        var texts = mine.Where(w => w.Choice is null).Sum(w => w.Count);
        return new StateCounts(question.Key, texts, outside, none, asked - texts - outside - none, everyone - asked);
    }

    private static StateCounts Count(Question question, AnswerColumn column)
    {
        var counts = new int[Enum.GetValues<AnswerState>().Length];
        counts[(int)AnswerState.RoutedAway] = column.PersonsOf(AnswerColumn.NotAsked);
        for (var i = AnswerColumn.NotAsked + 1; i < column.Count; i++)
        {
            counts[(int)Route.StateOf(question, column[i])] += column.PersonsOf(i);
        }

        return new StateCounts(
            question.Key, counts[(int)AnswerState.Answered], counts[(int)AnswerState.OutsideBase], counts[(int)AnswerState.NoExperience],
            counts[(int)AnswerState.Left], counts[(int)AnswerState.RoutedAway]);
    }

    private static RankSummary Rank(Question question, AnswerColumn column)
    {
        var points = question.Choices.Where(c => !c.IsOutside).ToDictionary(c => c.Key, _ => 0.0, StringComparer.Ordinal);
        var answered = 0;
        foreach (var (choices, persons) in Enumerable.Range(0, column.Count).Select(i => (column[i].Choices, column.PersonsOf(i))).Where(a => a.Choices.Count > 0 && points.ContainsKey(a.Choices[0])))
        {
            answered += persons;
            for (var i = 0; i < choices.Count; i++)
            {
                points[choices[i]] += (double)persons * (points.Count - i);
            }
        }

        return new RankSummary(
            question.Key, answered, points.ToDictionary(p => p.Key, p => answered == 0 ? 0 : Math.Round(p.Value / answered, 2), StringComparer.Ordinal));
    }
}
