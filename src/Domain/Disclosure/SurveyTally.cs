using System.Runtime.InteropServices;

namespace Medborgardialog.Domain.Disclosure;

/// <summary>Persons who are the same in what is being counted.</summary>
/// <param name="RecordKey">Sum of their record keys modulo 2⁶³: the same people always get the same rounding (rule R13).</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Tally(int Persons, long RecordKey)
{
    public static Tally operator +(Tally left, Tally right) =>
        new(left.Persons + right.Persons, unchecked(left.RecordKey + right.RecordKey) & long.MaxValue);
}

/// <summary>
/// Everything that protection needs to know of the counted answers, however many they are: how many have each background, and how many of
/// them gave each answer. Backgrounds and answers may stand in any order and more than once; what is published is the same.
/// </summary>
/// <param name="Backgrounds">Those with each background, numbered from 0. Together all respondents.</param>
/// <param name="Variables">In order of declaration, at most as many as rule R10 allows. <see cref="BackgroundVariable.Category"/> is by background.</param>
/// <param name="Population">As in <see cref="SurveyAnswers"/>.</param>
public sealed record SurveyTally(
    IReadOnlyList<Tally> Backgrounds, IReadOnlyList<BackgroundVariable> Variables, IReadOnlyList<QuestionTally> Questions, int? Population = null)
{
    /// <summary>Every respondent counted alone.</summary>
    public static SurveyTally Of(SurveyAnswers answers) => new(
        [.. answers.RecordKeys.Select(k => new Tally(1, k))], answers.Variables,
        [.. answers.Questions.Select(q => new QuestionTally(
            q.Key, q.Choices, [.. q.Chosen.Select((chosen, i) => new AnswerTally(i, chosen, new Tally(1, answers.RecordKeys[i]))).Where(a => a.Chosen != 0)],
            q.Multiple, q.Routed))],
        answers.Population);

    /// <summary>What does not fit together is a mistake of the program: <see cref="ArgumentException"/>.</summary>
    internal static void Check(SurveyTally tally)
    {
        var n = tally.Backgrounds.Count;
        if (tally.Backgrounds.Any(b => b.RecordKey < 0 || b.Persons < 1)
            || tally.Variables.Any(v => v.Category.Length != n || v.Category.Any(c => c < BackgroundVariable.NotTold || c >= v.Categories.Count))
            || tally.Questions.Any(q => q.Choices.Count is 0 or > SurveyQuestion.MostChoices || q.Answers.Any(a => !q.IsPossible(a, n))))
        {
            throw new ArgumentException("The answers do not fit each other: backgrounds, categories or choices.", nameof(tally));
        }
    }
}

/// <summary>One closed question, see <see cref="SurveyQuestion"/>.</summary>
/// <param name="Answers">Of those in its base.</param>
public sealed record QuestionTally(string Key, IReadOnlyList<string> Choices, IReadOnlyList<AnswerTally> Answers, bool Multiple, bool Routed)
{
    internal bool IsPossible(AnswerTally answer, int backgrounds) =>
        answer.Background >= 0 && answer.Background < backgrounds && answer.People is { Persons: > 0, RecordKey: >= 0 } && answer.Chosen != 0
        && (Choices.Count == SurveyQuestion.MostChoices || answer.Chosen >> Choices.Count == 0)
        && (Multiple || (answer.Chosen & (answer.Chosen - 1)) == 0);
}

/// <summary>Those with one background who gave one answer.</summary>
/// <param name="Background">Its number.</param>
/// <param name="Chosen">Bit c is set for choice c; never 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AnswerTally(int Background, ulong Chosen, Tally People);
