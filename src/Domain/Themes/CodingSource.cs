namespace Medborgardialog.Domain.Themes;

/// <summary>Where a text that is coded came from.</summary>
public enum InputKind
{
    /// <summary>Words to a question, given on a screen or by telephone, or by a way that may not be told.</summary>
    Survey = 1,

    /// <summary>A published post.</summary>
    Discussion = 2,

    /// <summary>A published post in a thread that was a frågestund.</summary>
    QuestionHour = 3,

    /// <summary>Words to a question, written on paper.</summary>
    Paper = 4,
}

/// <summary>One chosen source of a coding set.</summary>
/// <param name="Kind"><see cref="InputKind.Survey"/>, <see cref="InputKind.Discussion"/> or <see cref="InputKind.QuestionHour"/>.</param>
/// <param name="Key">Key of the question, or the id of the thread as 36 characters.</param>
/// <param name="Label">The question, or the title of the thread, as it was when it was chosen.</param>
public sealed record CodingSource(InputKind Kind, string Key, string Label)
{
    public bool IsQuestion => Kind == InputKind.Survey;
}
