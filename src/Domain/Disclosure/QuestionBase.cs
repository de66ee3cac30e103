using System.Numerics;
using System.Runtime.InteropServices;

namespace Medborgardialog.Domain.Disclosure;

/// <summary>One question with those who answered it.</summary>
internal sealed class QuestionBase
{
    /// <param name="respondents">All, whether they are in the base or not.</param>
    public QuestionBase(QuestionTally question, Crowd crowd, int respondents)
    {
        (Question, Crowd, Respondents) = (question, crowd, respondents);
        Answers = [.. question.Answers.Select(a => new GivenBy(crowd.AtomOf[a.Background], a.Chosen, a.People))];
        Totals = new int[question.Choices.Count];
        foreach (var answer in Answers)
        {
            Members += answer.People.Persons;
            for (var left = answer.Chosen; left != 0; left &= left - 1)
            {
                Totals[BitOperations.TrailingZeroCount(left)] += answer.People.Persons;
            }
        }
    }

    public QuestionTally Question { get; }

    public Crowd Crowd { get; }

    public int Respondents { get; }

    public IReadOnlyList<GivenBy> Answers { get; }

    /// <summary>Persons in the base.</summary>
    public int Members { get; }

    /// <summary>By choice.</summary>
    public int[] Totals { get; }

    /// <summary>Persons in the base by atom.</summary>
    public int[] Count()
    {
        var counts = new int[Crowd.Atoms.Count];
        foreach (var answer in Answers)
        {
            counts[answer.Atom] += answer.People.Persons;
        }

        return counts;
    }

    /// <summary>Rules R9 and R16.</summary>
    /// <param name="closed">Whether the population is known and under 50.</param>
    public PublishedHeadline Headline(ProtectionLimits limits, bool closed)
    {
        if (Members < limits.SmallestGroup)
        {
            return new PublishedHeadline(null, [], Withheld.TooFew);
        }

        var alike = Totals.Select(x => closed && Members - x < limits.LeastOutside).ToArray();
        var anyAlike = alike.Contains(true);
        var percent = 5 * (20 * (Members - limits.LeastOutside) / Members);

        // With one choice to a person the other counts would give the hidden one away.
        var choices = Question.Choices.Select((key, c) => alike[c] ? new PublishedChoice(key, null, percent)
            : new PublishedChoice(key, anyAlike && !Question.Multiple ? null : Totals[c], null));
        return new PublishedHeadline(Members, [.. choices], anyAlike ? Withheld.TooAlike : null);
    }
}

/// <summary>Those of one atom who gave one answer.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct GivenBy(int Atom, ulong Chosen, Tally People);
