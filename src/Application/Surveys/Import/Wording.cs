using System.Text.RegularExpressions;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Surveys.Import;

/// <summary>One text in the languages that have it, plain, by the language codes of the file.</summary>
internal sealed partial class Wording(IReadOnlyDictionary<string, string> byLanguage)
{
    public static readonly Wording None = new(new Dictionary<string, string>(StringComparer.Ordinal));

    public bool IsEmpty => byLanguage.Values.All(t => t.Length == 0);

    public IEnumerable<string> All => byLanguage.Values;

    /// <summary>The same text in every language, such as a number.</summary>
    public static Wording Same(string text, IEnumerable<string> languages) => Of(languages, _ => text);

    public static Wording Of(IEnumerable<string> languages, Func<string, string> text) =>
        new(languages.Distinct(StringComparer.Ordinal).ToDictionary(l => l, text, StringComparer.Ordinal));

    /// <summary>The text in a language, or null.</summary>
    public string? Find(string language) => byLanguage.TryGetValue(language, out var text) && text.Length > 0 ? text : null;

    /// <summary>The text in the first of the languages that has it, then in any; may be empty.</summary>
    public string In(params IEnumerable<string> languages) =>
        languages.Select(Find).FirstOrDefault(t => t is not null) ?? byLanguage.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Value).FirstOrDefault(t => t.Length > 0) ?? "";

    /// <summary>Each text changed.</summary>
    public Wording Map(Func<string, string> change) => new(byLanguage.ToDictionary(t => t.Key, t => change(t.Value), StringComparer.Ordinal));

    /// <summary>This and then the other in each language that has either; what is missing comes in the main language.</summary>
    /// <param name="joint">Makes one text of two that are not empty.</param>
    public Wording With(Wording other, Func<string, string, string> joint, IReadOnlyList<string> main)
    {
        var languages = byLanguage.Keys.Union(other.Languages, StringComparer.Ordinal).Where(l => Find(l) is not null || other.Find(l) is not null).ToList();
        return Of(languages, l => (Find(l) ?? In(main), other.Find(l) ?? other.In(main)) switch
        {
            ({ Length: 0 }, var second) => second,
            (var first, { Length: 0 }) => first,
            var (first, second) => joint(first, second),
        });
    }

    /// <summary>"How old are they?" and "Mother" as "How old are they? Mother"; without an end mark with a colon between.</summary>
    public static string Sentence(string first, string second) =>
        (first.Length > 0 && first[^1] is '.' or '?' or '!' or ':' or '…' ? first : first + ":") + " " + second;

    public static string Lines(string first, string second) => first + "\n" + second;

    /// <summary>Parts that the other system works out while the survey is answered, such as <c>{name}</c>.</summary>
    public IEnumerable<string> Expressions => byLanguage.Values.SelectMany(t => Expression.Matches(t).Select(m => m.Value)).Distinct(StringComparer.Ordinal);

    private IEnumerable<string> Languages => byLanguage.Keys;

    public bool IsLonger(int longest) => byLanguage.Values.Any(t => t.Length > longest);

    /// <summary>At most <paramref name="longest"/> UTF-16 units with the ellipsis.</summary>
    public Wording Shortened(int longest) => Map(t => PlainText.Shorten(t, t.Length > longest ? longest - 2 : longest));

    [GeneratedRegex(@"\{[^\s{}][^{}]*\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Expression { get; }
}
