using System.Text.RegularExpressions;

namespace Medborgardialog.Application.Consultations;

public enum Readability
{
    Easy,
    Medium,
    Hard,
}

/// <param name="Words">Number of words.</param>
/// <param name="Lix">Läsbarhetsindex: words per sentence plus the percentage of words longer than six letters (C.-H. Björnsson, 1968).</param>
/// <param name="LongestSentence">Words of the longest sentence.</param>
/// <param name="Replace">Official words found, each with the plain one, as "erhålla → få".</param>
public sealed record PlainLanguageHint(int Words, int Lix, Readability Level, int LongestSentence, IReadOnlyList<string> Replace);

/// <summary>Klarspråk hints for officers' texts (ux 9.1). They advise and never block.</summary>
public static partial class PlainLanguage
{
    /// <summary>Sentences with more words than this are named.</summary>
    public const int LongSentence = 25;

    private static readonly Dictionary<string, string> _plain = new(StringComparer.OrdinalIgnoreCase)
    {
        ["avseende"] = "om",
        ["angående"] = "om",
        ["beträffande"] = "om",
        ["erhålla"] = "få",
        ["erhåller"] = "får",
        ["erlägga"] = "betala",
        ["samtliga"] = "alla",
        ["därest"] = "om",
        ["huruvida"] = "om",
        ["medelst"] = "med",
        ["jämlikt"] = "enligt",
        ["inkomma"] = "lämna",
        ["påbörja"] = "börja",
        ["påbörjas"] = "börjar",
        ["implementera"] = "införa",
        ["tillse"] = "se till",
        ["ianspråkta"] = "använda",
        ["verkställa"] = "genomföra",
        ["vederbörande"] = "den som",
        ["innevarande"] = "det här",
        ["dylik"] = "sådan",
        ["såvida"] = "om",
    };

    /// <param name="fewest">Fewest words that are told about; one question is shorter than the ten that an index fits well.</param>
    /// <returns>Null for shorter texts.</returns>
    public static PlainLanguageHint? Of(string text, int fewest = 10)
    {
        var sentences = SentenceEnd().Split(text).Select(s => Word().Matches(s).Select(m => m.Value).ToList()).Where(s => s.Count > 0).ToList();
        var words = sentences.SelectMany(s => s).ToList();
        if (words.Count < fewest)
        {
            return null;
        }

        var lix = (int)Math.Round(((double)words.Count / sentences.Count) + (100.0 * words.Count(w => w.Length > 6) / words.Count));
        var replace = words.Where(_plain.ContainsKey).Select(w => w.ToLowerInvariant()).Distinct().Select(w => $"{w} → {_plain[w]}").ToList();
        return new PlainLanguageHint(words.Count, lix, Level(lix), sentences.Max(s => s.Count), replace);
    }

    private static Readability Level(int lix) => lix switch
    {
        < 35 => Readability.Easy,
        <= 45 => Readability.Medium,
        _ => Readability.Hard,
    };

    /// <summary>A full stop ends a sentence when a capital follows, so "kl. 14.30" is none; a line break does, as in headings and lists.</summary>
    [GeneratedRegex(@"[.!?:]+(?=\s+\p{Lu}|\s*$)|\n+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:[-.,'’][\p{L}\p{N}]+)*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
