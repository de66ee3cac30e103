using System.Numerics;
using Medborgardialog.Domain.Disclosure;

namespace Medborgardialog.Domain.Tests.Disclosure;

/// <summary>
/// What is usually done (trust 2.9, the baseline): exact one-way tables, groups under 5 hidden, the total shown. In the same
/// records as the product's publication, so that the same attacker reads both; a rounding base of 1 is an exact count.
/// </summary>
internal static class UsualRule
{
    private const int Fewest = 5;

    public static ProtectedSurvey Publish(SurveyAnswers answers, ProtectionLimits limits) => new(
        answers.Count, limits, [.. answers.Variables.Select(v => new PublishedVariable(v.Key, [], Withheld.TooFew))],
        [.. answers.Questions.Select(q => new PublishedQuestion(q.Key, Headline(q), [.. answers.Variables.Select(v => Table(q, v))]))]);

    private static PublishedHeadline Headline(SurveyQuestion question) => new(
        question.Chosen.Count(c => c != 0),
        [.. question.Choices.Select((key, c) => new PublishedChoice(key, Count(question.Chosen, c), null))], null);

    private static PublishedTable Table(SurveyQuestion question, BackgroundVariable variable) => new(
        variable.Key, 1, [.. question.Choices.Select(key => (IReadOnlyList<string>)[key])],
        [.. variable.Categories.Append(BackgroundVariable.NotToldName).Select((name, c) =>
            Row(name, question, [.. question.Chosen.Where((_, i) => variable.Category[i] == (name.Length == 0 ? BackgroundVariable.NotTold : c))]))],
        null);

    private static PublishedRow Row(string name, SurveyQuestion question, ulong[] answers)
    {
        var size = answers.Count(a => a != 0);
        return size < Fewest
            ? new PublishedRow([name], 0, [], Withheld.TooFew)
            : new PublishedRow([name], size, [.. question.Choices.Select((_, c) => Count(answers, c))], null);
    }

    private static int Count(ulong[] answers, int choice) => answers.Sum(a => BitOperations.PopCount(a >> choice & 1));
}
