using System.Text.RegularExpressions;

namespace Medborgardialog.Domain.Common;

/// <param name="Words">Number of words, 1 or more.</param>
/// <param name="Index">Läsbarhetsindex, 0 or more: below 35 easy, above 45 hard.</param>
/// <param name="LongestSentence">Words of the longest sentence.</param>
public sealed record LixReading(int Words, int Index, int LongestSentence);

/// <summary>
/// Läsbarhetsindex: words per sentence plus the percentage of words longer than six letters (C.-H. Björnsson, Läsbarhet, 1968). Limits: it counts length and
/// knows nothing of meaning, and below some ten words it mostly tells of chance.
/// </summary>
public static partial class Lix
{
    /// <summary>Above this a text is hard to read.</summary>
    public const int Hard = 45;

    /// <summary>Sentences with more words than this are named.</summary>
    public const int LongSentence = 25;

    /// <returns>Null when there are no words.</returns>
    public static LixReading? Of(string text)
    {
        var sentences = SentenceEnd().Split(text).Select(s => Words(s).Count).Where(n => n > 0).ToList();
        if (sentences.Count == 0)
        {
            return null;
        }

        var words = Words(text);
        var index = (int)Math.Round(((double)words.Count / sentences.Count) + (100.0 * words.Count(w => w.Length > 6) / words.Count));
        return new LixReading(words.Count, index, sentences.Max());
    }

    /// <summary>The words of a text in order; a word may have hyphens, apostrophes and decimal signs within it.</summary>
    public static IReadOnlyList<string> Words(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    /// <summary>A full stop ends a sentence when a capital follows, so "kl. 14.30" is none; a line break does, as in headings and lists.</summary>
    [GeneratedRegex(@"[.!?:]+(?=\s+\p{Lu}|\s*$)|\n+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:[-.,'’][\p{L}\p{N}]+)*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
