using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Web.Pages.Shared;

/// <summary>One question as a form field, the same in rådslag and surveys.</summary>
/// <param name="Step">The question, and the battery it belongs to.</param>
/// <param name="Choices">Keys chosen so far, of a ranking in order.</param>
/// <param name="Text">What was typed so far, as it was typed.</param>
/// <param name="Error">What is wrong with it, or null.</param>
/// <param name="Place">Where it stands among the questions that are shown, from 1.</param>
/// <param name="Total">How many are shown.</param>
/// <param name="Pictures">Picture by the letter of an option.</param>
public sealed record AnswerField(
    Step Step, IReadOnlyList<string> Choices, string? Text, string? Error, int Place, int Total, IReadOnlyDictionary<string, Guid> Pictures)
{
    public Question Question => Step.Question;

    /// <summary>BCP 47 tag of the language that it is in; null for that of the page.</summary>
    public string? Language { get; init; }

    /// <summary>The page has a heading of its own, and the question is a part of it.</summary>
    public bool IsPart { get; init; }

    /// <summary>Said in the page only where the words are in another language than what stands around them.</summary>
    public string? LanguageOfWords =>
        Language is null || Language == System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName ? null : Language;

    public bool IsWrong => Error is not null;

    /// <summary>The id of the first thing to fill in, for the error summary.</summary>
    public string FirstId => FirstIdOf(Question);

    public bool IsTyped => Question.IsText || Question.IsTyped;

    /// <summary>Ids of what describes the field, or null.</summary>
    public string? DescribedBy
    {
        get
        {
            var ids = string.Join(' ', new[] { Question.Hint is { Length: > 0 } ? "hjalp" : "", IsWrong ? "fel-val" : "" }.Where(s => s.Length > 0));
            return ids.Length > 0 ? ids : null;
        }
    }

    public string InputType => Question.Kind switch
    {
        QuestionKind.Multiple => "checkbox",
        _ when IsTyped => "checkbox",
        _ => "radio",
    };

    public static string FirstIdOf(Question question) => question.IsText || question.IsTyped ? "text" : "v-" + question.Choices[0].Key;

    public Guid? PictureOf(Choice choice) =>
        choice.PictureId ?? (choice.OptionLetter is { } letter && Pictures.TryGetValue(letter, out var id) ? id : null);

    /// <summary>What has been ranked, best first.</summary>
    public IReadOnlyList<Choice> Ranked => [.. Choices.Select(key => Question.Choices.FirstOrDefault(c => c.Key == key)).OfType<Choice>()];

    /// <summary>What has not been ranked yet.</summary>
    public IReadOnlyList<Choice> Unranked => [.. Question.Choices.Where(c => !Choices.Contains(c.Key))];
}
