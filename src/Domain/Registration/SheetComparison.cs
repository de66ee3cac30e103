using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Domain.Registration;

/// <summary>Two typings of one form, question by question. Pure.</summary>
public static class SheetComparison
{
    /// <summary>
    /// The pages on which the two differ, in the order of the paper. Choices differ when any is another, or of a ranking stands elsewhere;
    /// texts when anything but white space is another. What was left and what was never asked are both no answer.
    /// </summary>
    public static IReadOnlyList<Step> Differences(Route route, AnswerSheet first, AnswerSheet second) =>
        [.. route.Steps.Where(s => !IsSame(first[s.Question.Key], second[s.Question.Key]))];

    /// <summary>The second typing with the first one's answers where those were right. To be checked as any other sheet.</summary>
    /// <param name="takeFirst">Keys of the questions whose first typing is that of the paper.</param>
    public static AnswerSheet Merge(Route route, AnswerSheet first, AnswerSheet second, IReadOnlySet<string> takeFirst)
    {
        var merged = new AnswerSheet();
        foreach (var key in route.Steps.Select(s => s.Question.Key))
        {
            merged.Set(key, (takeFirst.Contains(key) ? first : second)[key]);
        }

        return merged;
    }

    /// <summary>Pages with an answer that the logic leads past: what the paper says there is not counted.</summary>
    public static IReadOnlyList<Step> Ignored(Route route, AnswerSheet sheet)
    {
        var shown = route.Shown(sheet);
        return [.. route.Steps.Where(s => !shown[s.Number - 1] && !sheet[s.Question.Key].IsEmpty)];
    }

    private static bool IsSame(Answer first, Answer second) =>
        first.Choices.SequenceEqual(second.Choices, StringComparer.Ordinal) && string.Equals(Words(first.Text), Words(second.Text), StringComparison.Ordinal);

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
