using System.Globalization;
using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>Conditions read out as sentences with the numbers of the questions and the words of their choices.</summary>
public static class ConditionWords
{
    /// <summary>When each question with a condition is shown.</summary>
    /// <param name="about">Key of the question to tell of and what asks for it; null for all.</param>
    public static IReadOnlyList<string> Sentences(Questionnaire questionnaire, ITexts texts, string? about = null)
    {
        var questions = questionnaire.Questions;
        return
        [
            .. questions.Select((question, i) => (question, i))
                .Where(q => q.question.ShowIf is not null && (about is null || q.question.Key == about || q.question.ShowIf.References.Any(r => QuestionLogic.KeyOf(r) == about)))
                .Select(q => texts["logic.sentence", q.i + 1, Of(q.question.ShowIf!, questions, texts)]),
        ];
    }

    /// <summary>For example "fråga 5 är Ja".</summary>
    public static string Of(Condition condition, IReadOnlyList<Question> questions, ITexts texts) => Of(ConditionText.Plain(condition), questions, texts, inside: false);

    private static string Of(Condition condition, IReadOnlyList<Question> questions, ITexts texts, bool inside)
    {
        string Name(string reference) => NameOf(reference, questions, texts);
        string Joined(IReadOnlyList<Condition> conditions, string word)
        {
            var text = string.Join($" {texts[word]} ", conditions.Select(c => Of(c, questions, texts, inside: true)));
            return inside ? $"({text})" : text;
        }

        return condition switch
        {
            AllOf { Conditions.Count: 0 } => texts["logic.always"],
            AnyOf { Conditions.Count: 0 } => texts["logic.never"],
            AllOf all => Joined(all.Conditions, "logic.and"),
            AnyOf any => Joined(any.Conditions, "logic.or"),
            Not not => texts["logic.not", Of(not.Condition, questions, texts, inside: false)],
            ChoiceIs choice => texts["logic.choice", Name(choice.Question), string.Join($" {texts["logic.or"]} ", choice.Choices.Select(c => LabelOf(choice.Question, c, questions)))],
            NumberIs { From: { } from, To: { } to } number when from == to => texts["logic.choice", Name(number.Question), Number(from)],
            NumberIs { From: { } from, To: { } to } number => texts["logic.between", Name(number.Question), Number(from), Number(to)],
            NumberIs { From: { } from } number => texts["logic.atLeast", Name(number.Question), Number(from)],
            NumberIs { To: { } to } number => texts["logic.atMost", Name(number.Question), Number(to)],
            DateIs { From: { } from, To: { } to } date => texts["logic.between", Name(date.Question), Day(from), Day(to)],
            DateIs { From: { } from } date => texts["logic.fromDay", Name(date.Question), Day(from)],
            DateIs { To: { } to } date => texts["logic.toDay", Name(date.Question), Day(to)],
            _ => texts["logic.answered", Name(condition.References.First())],
        };
    }

    private static string NameOf(string reference, IReadOnlyList<Question> questions, ITexts texts)
    {
        var place = questions.ToList().FindIndex(q => q.Key == QuestionLogic.KeyOf(reference));
        if (place < 0)
        {
            return reference;
        }

        var item = questions[place].Items.FirstOrDefault(i => $"{questions[place].Key}.{i.Key}" == reference);
        return item is null ? texts["logic.question", place + 1] : texts["logic.statement", place + 1, item.Text];
    }

    private static string LabelOf(string reference, string choice, IReadOnlyList<Question> questions) =>
        questions.FirstOrDefault(q => q.Key == QuestionLogic.KeyOf(reference))?.Choices.FirstOrDefault(c => c.Key == choice)?.Label ?? choice;

    private static string Number(decimal number) => number.ToString("0.######", CultureInfo.CurrentCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
