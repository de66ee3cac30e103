using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Frames;

/// <summary>
/// A code as it stands in a letter: 4 symbols that find the person (the selector), 12 that prove it (the secret) and one that catches
/// slips, shown as <c>7K4P-92MX-TQRG-ABCD-E</c>. The secret is 12 × log2(31) = 59.4 random bits.
/// </summary>
/// <param name="Selector">4 symbols, unique in the installation, no secret.</param>
/// <param name="Secret">12 symbols. Exists in memory only, from issuing to the printed letter.</param>
public sealed record LetterCode(string Selector, string Secret)
{
    /// <summary>
    /// No 0, O, 1 or I, which are taken for each other, and no U, which is read as V. That leaves 31, a prime: with it the check
    /// symbol catches every wrong symbol and every exchange of two.
    /// </summary>
    public const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTVWXYZ";

    public const int SelectorLength = 4;
    public const int SecretLength = 12;
    /// <summary>Of 31^4 = 923,521 selectors, so many may be in use at once that a free one is still found within a few draws.</summary>
    public const int MostInUse = 700_000;
    private const int LongestTyped = 200;
    private const int Length = SelectorLength + SecretLength + 1;

    /// <summary>What people type for a symbol that looks like it: the ones left out, the accented, and the keys of a Cyrillic or Greek keyboard.</summary>
    private const string LookAlikes = "0Q OQ ÖQ ØQ 1L IL |L UV ÜV ÅA ÄA ÁA ÀA ÉE ÈE ÑN АA ВB СC ЕE НH КK МM РP ТT ХX ЗZ ΑA ΒB ΕE ΗH ΚK ΜM ΝN ΡP ΤT ΧX ΥY ΖZ ОQ";

    private static readonly Dictionary<char, char> _meant = LookAlikes.Split(' ').ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>Position of the check symbol's value: Σ (i + 1) · value(i) mod 31 over the 16 symbols before it.</summary>
    public char Check => CheckOf(Selector + Secret);

    /// <summary>A new one from the system's random generator, every symbol as likely as any other.</summary>
    public static LetterCode New() => new(
        RandomNumberGenerator.GetString(Alphabet, SelectorLength), RandomNumberGenerator.GetString(Alphabet, SecretLength));

    /// <summary>
    /// Reads what somebody typed. Case, spaces, hyphens and look-alikes do not matter. <see cref="CodeMissing"/> when nothing is there,
    /// <see cref="CodeMistyped"/> when it cannot be a code: length, symbols or the check symbol. Neither says anything about what is issued.
    /// </summary>
    public static Result<LetterCode> Read(string? typed)
    {
        if (Symbols(typed) is not { } text)
        {
            return new CodeMistyped();
        }

        if (text.Length == 0)
        {
            return new CodeMissing();
        }

        return text.Length == Length && CheckOf(text.AsSpan(0, Length - 1)) == text[^1]
            ? new LetterCode(text[..SelectorLength], text[SelectorLength..^1])
            : new CodeMistyped();
    }

    /// <summary>The first four symbols of what somebody typed; null when there are fewer or others.</summary>
    public static string? ReadSelector(string? typed) => Symbols(typed) is { Length: >= SelectorLength } text ? text[..SelectorLength] : null;

    /// <summary>What was typed, in the symbols of the alphabet; null when it holds others or too many.</summary>
    /// <param name="most">Most symbols.</param>
    internal static string? Symbols(string? typed, int most = Length)
    {
        if (typed is null or { Length: > LongestTyped })
        {
            return typed is null ? "" : null;
        }

        var symbols = new StringBuilder(most);
        foreach (var sign in typed.Where(s => !IsBetween(s)))
        {
            // Full-width forms of a Japanese or Chinese keyboard are the same signs, as far apart.
            var upper = char.ToUpperInvariant(sign is >= '\uFF10' and <= '\uFF5A' ? (char)(sign - 0xFEE0) : sign);
            upper = _meant.GetValueOrDefault(upper, upper);
            if (symbols.Length == most || !Alphabet.Contains(upper, StringComparison.Ordinal))
            {
                return null;
            }

            symbols.Append(upper);
        }

        return symbols.ToString();
    }

    /// <summary>Stands between symbols and means nothing: spaces, all kinds of hyphens, and what phones put in unseen.</summary>
    private static bool IsBetween(char sign) =>
        char.IsWhiteSpace(sign) || char.IsControl(sign) || sign is '\u2212' or '.' or ',' or '_'
        || char.GetUnicodeCategory(sign) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format;

    /// <summary>The code as it is printed, in groups of four.</summary>
    public string Shown => $"{Selector}-{Secret[..4]}-{Secret[4..8]}-{Secret[8..]}-{Check}";

    /// <summary>Never the code: what is logged by mistake must not open anything.</summary>
    public override string ToString() => $"{Selector}-…";

    /// <summary>Σ (i + 1) · value(i) mod 31 as a symbol of the alphabet.</summary>
    internal static char CheckOf(ReadOnlySpan<char> symbols)
    {
        var sum = 0;
        for (var i = 0; i < symbols.Length; i++)
        {
            sum += (i + 1) * Alphabet.IndexOf(symbols[i], StringComparison.Ordinal);
        }

        return Alphabet[sum % Alphabet.Length];
    }
}
