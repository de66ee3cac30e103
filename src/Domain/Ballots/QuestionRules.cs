using System.Text.RegularExpressions;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Ballots;

/// <summary>What a questionnaire must be before anybody is asked.</summary>
public static partial class QuestionRules
{
    /// <summary>Most questions of one dialogue. Real dialogues of statements have had 50 to 60, real surveys more than 100.</summary>
    public const int MaxQuestions = 200;

    /// <summary>Most pages: a battery has one for each statement.</summary>
    public const int MaxSteps = 400;

    /// <summary>Most choices of one question.</summary>
    public const int MaxChoices = 20;

    /// <summary>Most statements of one battery.</summary>
    public const int MaxItems = 40;

    /// <summary>The first rule that the questions break, or null.</summary>
    public static Error? Fault(IReadOnlyList<Question> questions, Condition? experience = null)
    {
        if (questions.Count > MaxQuestions || questions.Sum(q => Math.Max(1, q.Items.Count)) > MaxSteps
            || questions.DistinctBy(q => q.Key).Count() != questions.Count)
        {
            return new TooManyQuestions(MaxQuestions);
        }

        if (questions.Count(q => q.Headline) > 1)
        {
            return new HeadlineTwice();
        }

        if (questions.Where(q => q.Measures is not null).GroupBy(q => q.Measures).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return new MeasuredTwice(twice.Last().Section);
        }

        return questions.Select(Fault).FirstOrDefault(e => e is not null) ?? AddOnRules.Fault(questions, experience) ?? FaultOfLogic(questions, experience);
    }

    private static Error? Fault(Question question)
    {
        if (string.IsNullOrWhiteSpace(question.Text))
        {
            return new QuestionTextMissing();
        }

        if (!Key.IsMatch(question.Key) || question.Choices.Any(c => !Key.IsMatch(c.Key)) || question.Items.Any(i => !Key.IsMatch(i.Key)))
        {
            return new QuestionKeyWrong();
        }

        if (question.Headline && question.Kind is not (QuestionKind.Single or QuestionKind.YesNo or QuestionKind.Scale or QuestionKind.Image))
        {
            return new HeadlineNeedsOneChoice();
        }

        if (question.Lowest > question.Highest || question.Lowest < -AnswerCheck.MostNumber || question.Highest > AnswerCheck.MostNumber || question.Decimals is < 0 or > 6)
        {
            return new NumberLimitsWrong();
        }

        return FaultOfChoices(question);
    }

    private static Error? FaultOfChoices(Question question)
    {
        var typed = question.IsText || question.IsTyped;
        if (question.Choices.Any(c => string.IsNullOrWhiteSpace(c.Label)) || question.Choices.DistinctBy(c => c.Key).Count() != question.Choices.Count)
        {
            return new ChoicesWrong(MaxChoices);
        }

        // Where something is typed the only choices are those that stand for no value.
        if (typed)
        {
            return question.Choices.All(c => c.OutsideBase || c.NoExperience) ? null : new ChoicesWrong(MaxChoices);
        }

        if (question.Choices.Count is < 2 or > MaxChoices || question.Kind == QuestionKind.Image && question.Choices.Any(c => c.PictureId is null && !c.OutsideBase))
        {
            return new ChoicesWrong(MaxChoices);
        }

        if (question.Kind == QuestionKind.Battery
            && (question.Items.Count is < 1 or > MaxItems || question.Items.Any(i => string.IsNullOrWhiteSpace(i.Text))
                || question.Items.DistinctBy(i => i.Key).Count() != question.Items.Count))
        {
            return new ItemsWrong(MaxItems);
        }

        return question.MaxChoices < 1 || question.MaxChoices > question.Choices.Count ? new MaxChoicesWrong(question.Choices.Count) : null;
    }

    /// <summary>
    /// A condition asks only for what has been asked before, so that no two wait for each other, and never for what was written: who
    /// was asked the next question would tell who wrote (trust T36).
    /// </summary>
    private static Error? FaultOfLogic(IReadOnlyList<Question> questions, Condition? experience)
    {
        var before = new HashSet<string>(StringComparer.Ordinal);
        foreach (var question in questions)
        {
            var needed = question.Perspective == Perspective.User ? experience : null;
            if (question.Perspective == Perspective.User && experience is null)
            {
                return new ExperienceMissing(question.Section);
            }

            foreach (var condition in new[] { question.ShowIf, needed }.OfType<Condition>())
            {
                if (condition.Depth > Condition.MaxDepth || condition.References.Any(r => !before.Contains(r)))
                {
                    return new ConditionWrong(question.Section);
                }
            }

            if (question.IsText)
            {
                continue;
            }

            before.UnionWith(question.Kind == QuestionKind.Battery ? question.Items.Select(i => $"{question.Key}.{i.Key}") : [question.Key]);
        }

        return null;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,31}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Key { get; }
}
