using System.Numerics;

namespace Medborgardialog.Domain.Disclosure;

/// <summary>One question with those who answered it.</summary>
internal sealed class QuestionBase
{
    public QuestionBase(SurveyQuestion question, Crowd crowd, long[] recordKeys)
    {
        (Question, Crowd, RecordKeys) = (question, crowd, recordKeys);
        Members = [.. Enumerable.Range(0, recordKeys.Length).Where(i => question.Chosen[i] != 0)];
        Totals = new int[question.Choices.Count];
        foreach (var i in Members)
        {
            for (var left = question.Chosen[i]; left != 0; left &= left - 1)
            {
                Totals[BitOperations.TrailingZeroCount(left)]++;
            }
        }
    }

    public SurveyQuestion Question { get; }

    public Crowd Crowd { get; }

    public long[] RecordKeys { get; }

    /// <summary>Respondents in the base.</summary>
    public int[] Members { get; }

    /// <summary>By choice.</summary>
    public int[] Totals { get; }

    /// <summary>Rules R9 and R16.</summary>
    /// <param name="closed">Whether the population is known and under 50.</param>
    public PublishedHeadline Headline(ProtectionLimits limits, bool closed)
    {
        if (Members.Length < limits.SmallestGroup)
        {
            return new PublishedHeadline(null, [], Withheld.TooFew);
        }

        var alike = Totals.Select(x => closed && Members.Length - x < limits.LeastOutside).ToArray();
        var anyAlike = alike.Contains(true);
        var percent = 5 * (20 * (Members.Length - limits.LeastOutside) / Members.Length);

        // With one choice to a person the other counts would give the hidden one away.
        var choices = Question.Choices.Select((key, c) => alike[c] ? new PublishedChoice(key, null, percent)
            : new PublishedChoice(key, anyAlike && !Question.Multiple ? null : Totals[c], null));
        return new PublishedHeadline(Members.Length, [.. choices], anyAlike ? Withheld.TooAlike : null);
    }
}
