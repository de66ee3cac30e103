using System.Text.RegularExpressions;

namespace Medborgardialog.Domain.Discussions;

/// <summary>
/// Named, explainable reasons for a moderator to look before others do (ux 9.3). No score and no word list that
/// nobody can see: a personal number, a telephone number or an e-mail address, and a text in capitals.
/// </summary>
public static partial class TextFlags
{
    public const string PersonalNumber = "personnummer";
    public const string Telephone = "telefon";
    public const string Email = "epost";
    public const string Capitals = "versaler";

    public static IReadOnlyList<string> Of(string text)
    {
        var flags = new List<string>();
        if (PersonalNumberPattern().IsMatch(text))
        {
            flags.Add(PersonalNumber);
        }
        else if (TelephonePattern().IsMatch(text))
        {
            flags.Add(Telephone);
        }

        if (EmailPattern().IsMatch(text))
        {
            flags.Add(Email);
        }

        var letters = text.Count(char.IsLetter);
        if (letters >= 12 && text.Count(char.IsUpper) * 2 > letters)
        {
            flags.Add(Capitals);
        }

        return flags;
    }

    /// <summary>Before others see it: only what would name a person.</summary>
    public static bool MustWait(IReadOnlyList<string> flags) =>
        flags.Any(f => f is PersonalNumber or Telephone or Email);

    /// <summary>As they stand in the text.</summary>
    public static IEnumerable<string> PersonalNumbersIn(string text) => PersonalNumberPattern().Matches(text).Select(m => m.Value);

    public static IEnumerable<string> TelephonesIn(string text) => TelephonePattern().Matches(text).Select(m => m.Value);

    public static IEnumerable<string> EmailsIn(string text) => EmailPattern().Matches(text).Select(m => m.Value);

    [GeneratedRegex(@"\b(19|20)?\d{6}[-+ ]?\d{4}\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PersonalNumberPattern();

    [GeneratedRegex(@"(\+46|\b0)[ -]?\d{1,3}[ -]\d[\d -]{4,9}\d\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TelephonePattern();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.[\w.]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EmailPattern();
}
