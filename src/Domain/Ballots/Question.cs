namespace Medborgardialog.Domain.Ballots;

public enum QuestionKind
{
    /// <summary>Exactly one choice.</summary>
    Single = 1,

    /// <summary>Up to <see cref="Question.MaxChoices"/> choices.</summary>
    Multiple = 2,

    /// <summary>One line, at most 200 characters.</summary>
    ShortText = 3,

    /// <summary>Several lines, at most 2,000 characters.</summary>
    LongText = 4,
}

/// <summary>One choice of a closed question.</summary>
/// <param name="Key">Stable within the question, lower-case letters, digits and hyphens, at most 32.</param>
/// <param name="Label">What people read.</param>
/// <param name="Hint">One line below the label, or null.</param>
/// <param name="OptionLetter">The option this choice stands for, or null. Gives the row its picture.</param>
/// <param name="OutsideBase">"Vet inte" and its like: counted apart, never in the base of a share.</param>
public sealed record Choice(string Key, string Label, string? Hint = null, string? OptionLetter = null, bool OutsideBase = false);

/// <summary>One question, shown on a page of its own.</summary>
public sealed record Question
{
    /// <summary>Stable key, for example <c>val</c>; lower-case letters, digits and hyphens, at most 32.</summary>
    public required string Key { get; init; }

    public required QuestionKind Kind { get; init; }

    /// <summary>Short caption such as "Ditt val"; also names the answer on the check page.</summary>
    public required string Section { get; init; }

    public required string Text { get; init; }

    public string? Hint { get; init; }

    public bool Required { get; init; }

    /// <summary>True for the question that the headline result is about; exactly one per rådslag.</summary>
    public bool Headline { get; init; }

    /// <summary>For <see cref="QuestionKind.Multiple"/>: 1 or more.</summary>
    public int MaxChoices { get; init; } = 1;

    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Longest accepted text in characters (UTF-16 code units).</summary>
    public int MaxLength => Kind switch
    {
        QuestionKind.ShortText => 200,
        QuestionKind.LongText => 2000,
        _ => 0,
    };

    public bool IsText => Kind is QuestionKind.ShortText or QuestionKind.LongText;
}
