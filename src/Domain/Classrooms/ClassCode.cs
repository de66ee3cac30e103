using System.Security.Cryptography;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;

namespace Medborgardialog.Domain.Classrooms;

/// <summary>
/// The code of a class, the same for all its pupils: 7 random symbols (7 × log2(31) = 34.7 bits) of the letter code's alphabet and one that
/// catches slips, shown as <c>7K4P-92MX</c>. It opens nothing but one of the places of a lesson that is going on, so it is no secret of
/// anybody's; guesses with a right check symbol are limited per network.
/// </summary>
/// <param name="Symbols">8 symbols, unique among the lessons of the installation.</param>
public sealed record ClassCode(string Symbols)
{
    public const int Length = 8;

    public static ClassCode New()
    {
        var random = RandomNumberGenerator.GetString(LetterCode.Alphabet, Length - 1);
        return new ClassCode(random + LetterCode.CheckOf(random));
    }

    /// <summary>
    /// Reads what somebody typed, as <see cref="LetterCode.Read"/> does. <see cref="ClassCodeMissing"/>, <see cref="ClassCodeMistyped"/>; neither
    /// says anything about which codes there are.
    /// </summary>
    public static Result<ClassCode> Read(string? typed)
    {
        if (LetterCode.Symbols(typed, Length) is not { } text)
        {
            return new ClassCodeMistyped();
        }

        if (text.Length == 0)
        {
            return new ClassCodeMissing();
        }

        return text.Length == Length && LetterCode.CheckOf(text.AsSpan(0, Length - 1)) == text[^1] ? new ClassCode(text) : new ClassCodeMistyped();
    }

    /// <summary>As it is shown and printed.</summary>
    public string Shown => $"{Symbols[..4]}-{Symbols[4..]}";
}
