using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Themes;

/// <summary>One text to code: a copy of what somebody wrote, without what they chose and without who they are.</summary>
public sealed class CodingInput : Entity
{
    public const string Swedish = "sv";

    /// <summary>Languages that can be told of a text, BCP 47: those of the municipality's minorities and the commonest others.</summary>
    public static readonly IReadOnlyList<string> Languages = [Swedish, "en", "fi", "fit", "se", "sma", "smj", "ar", "so", "uk"];

    private CodingInput()
    {
    }

    public Guid SetId { get; private set; }

    /// <summary>Drawn when the coding begins, kept for ever, once in the set: "Fritext 118". Says nothing of who came when.</summary>
    public int Number { get; private set; }

    public InputKind Kind { get; private set; }

    /// <summary>Key of the question, or the id of the thread.</summary>
    public string SourceKey { get; private set; } = "";

    /// <summary>Id of the text or of the post it is a copy of.</summary>
    public Guid SourceId { get; private set; }

    /// <summary>Number of the post in its thread; 0 for words to a question.</summary>
    public int PostNumber { get; private set; }

    /// <summary>Title of the thread, or the unit where it may be told; else empty.</summary>
    public string Place { get; private set; } = "";

    /// <summary>What counts as one person: the author of a post, or the text itself.</summary>
    public Guid Person { get; private set; }

    public string Language { get; private set; } = Swedish;

    public string Text { get; private set; } = "";

    /// <summary>A published post, or words to a question that said they may be quoted.</summary>
    public bool MayBeQuoted { get; private set; }

    /// <summary>Drawn for the second coder.</summary>
    public bool IsDrawn { get; private set; }

    /// <summary>Word stems, each once, in ordinal order.</summary>
    public IReadOnlyList<string> Stems { get; private set; } = [];

    public bool IsPost => Kind is InputKind.Discussion or InputKind.QuestionHour;

    /// <summary>Words to a question.</summary>
    /// <param name="unit">Name of the unit; empty where it may not be told.</param>
    public static CodingInput Written(Guid setId, int number, Guid textId, string question, string text, string unit, bool onPaper, bool mayBeQuoted) => new()
    {
        SetId = setId, Number = number, Kind = onPaper ? InputKind.Paper : InputKind.Survey, SourceKey = question, SourceId = textId, Place = unit,
        Person = textId, Text = text, MayBeQuoted = mayBeQuoted,
    };

    /// <summary>A post that everyone can read.</summary>
    public static CodingInput Posted(Guid setId, int number, CodingSource thread, Guid postId, int postNumber, Guid author, string text) => new()
    {
        SetId = setId, Number = number, Kind = thread.Kind, SourceKey = thread.Key, SourceId = postId, PostNumber = postNumber, Place = thread.Label,
        Person = author, Text = text, MayBeQuoted = true,
    };

    public void Stem(IEnumerable<string> stems) => Stems = [.. stems.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Error: <see cref="LanguageUnknown"/>.</summary>
    public Result<Done> Speak(string language)
    {
        if (!Languages.Contains(language, StringComparer.Ordinal))
        {
            return new LanguageUnknown();
        }

        Language = language;
        return Done.Value;
    }

    internal void Draw() => IsDrawn = true;
}
