using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Consultations;

public enum Readability
{
    Easy,
    Medium,
    Hard,
}

/// <param name="Words">Number of words.</param>
/// <param name="Lix">Läsbarhetsindex, see <see cref="Domain.Common.Lix"/>.</param>
/// <param name="LongestSentence">Words of the longest sentence.</param>
/// <param name="Replace">Official words found, each with the plain one, as "erhålla → få".</param>
public sealed record PlainLanguageHint(int Words, int Lix, Readability Level, int LongestSentence, IReadOnlyList<string> Replace);

/// <summary>Klarspråk hints for officers' texts (ux 9.1). They advise and never block.</summary>
public static class PlainLanguage
{
    /// <summary>Sentences with more words than this are named.</summary>
    public const int LongSentence = Lix.LongSentence;

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
        if (Lix.Of(text) is not { } reading || reading.Words < fewest)
        {
            return null;
        }

        var replace = Lix.Words(text).Where(_plain.ContainsKey).Select(w => w.ToLowerInvariant()).Distinct().Select(w => $"{w} → {_plain[w]}").ToList();
        return new PlainLanguageHint(reading.Words, reading.Index, Level(reading.Index), reading.LongestSentence, replace);
    }

    private static Readability Level(int lix) => lix switch
    {
        < 35 => Readability.Easy,
        <= Lix.Hard => Readability.Medium,
        _ => Readability.Hard,
    };
}
