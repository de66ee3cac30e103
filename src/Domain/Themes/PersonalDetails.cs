using System.Text.RegularExpressions;
using Medborgardialog.Domain.Discussions;

namespace Medborgardialog.Domain.Themes;

public enum DetailKind
{
    PersonalNumber = 1,
    Telephone = 2,
    Email = 3,
    Address = 4,
    Name = 5,
}

/// <param name="Text">As it stands in the text.</param>
public sealed record PersonalDetail(DetailKind Kind, string Text)
{
    /// <summary>Always points somebody out. The others are guesses that a person looks at.</summary>
    public bool IsCertain => Kind is DetailKind.PersonalNumber or DetailKind.Telephone or DetailKind.Email;
}

/// <summary>
/// What in a text could point somebody out before it is quoted: numbers and addresses by their form (as in <see cref="TextFlags"/>), names by a
/// capital letter where no sentence begins. Explainable and not complete: a named person reads every quote.
/// </summary>
public static partial class PersonalDetails
{
    public static IReadOnlyList<PersonalDetail> In(string text)
    {
        var found = new List<PersonalDetail>();
        found.AddRange(TextFlags.PersonalNumbersIn(text).Select(t => new PersonalDetail(DetailKind.PersonalNumber, t)));
        var rest = found.Aggregate(text, (left, detail) => left.Replace(detail.Text, new string('#', detail.Text.Length), StringComparison.Ordinal));
        found.AddRange(TextFlags.TelephonesIn(rest).Concat(Digits().Matches(rest).Select(m => m.Value))
            .Distinct(StringComparer.Ordinal).Select(t => new PersonalDetail(DetailKind.Telephone, t)));
        found.AddRange(TextFlags.EmailsIn(text).Select(t => new PersonalDetail(DetailKind.Email, t)));
        found.AddRange(Street().Matches(text).Select(m => new PersonalDetail(DetailKind.Address, m.Value)));
        found.AddRange(Capitalised().Matches(text)
            .Where(m => !BeginsSentence(text, m.Index) && !found.Exists(d => d.Text.Contains(m.Value, StringComparison.Ordinal)))
            .Select(m => new PersonalDetail(DetailKind.Name, m.Value)));
        return found;
    }

    /// <summary>The first word, a word after a full stop or a line break, and a word after a quotation mark have a capital anyway.</summary>
    private static bool BeginsSentence(string text, int at)
    {
        var before = text.AsSpan(0, at).TrimEnd(' ');
        return before.IsEmpty || before[^1] is '.' or '!' or '?' or ':' or '…' or '\n' or '"' or '”' or '–' or '-';
    }

    // Eight digits or more with nothing but spaces and hyphens between: a number that somebody answers. A day is not one.
    [GeneratedRegex(@"(?<![\d#-])(?!(19|20)\d\d-\d\d-\d\d(?!\d))\d(?:[ -]?\d){7,11}(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\b\p{Lu}\p{L}*(?:gatan|vägen|gränd|gränden|stigen|torget|backen|allén|väg|gata)\s+\d+\s?[A-Za-z]?\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Street();

    [GeneratedRegex(@"\b\p{Lu}\p{Ll}{2,}(?:[ -]\p{Lu}\p{Ll}{2,})*\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Capitalised();
}
