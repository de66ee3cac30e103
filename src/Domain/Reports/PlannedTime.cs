using System.Globalization;

namespace Medborgardialog.Domain.Reports;

/// <summary>
/// The last day of a time that a committee has given in words, such as "november 2027", "hösten 2027" or "2027". Swedish months and seasons, with a
/// year; what is put otherwise has no last day, and nothing is called late for it.
/// </summary>
public static class PlannedTime
{
    private const int FirstYear = 2000;
    private const int LastYear = 2199;

    /// <summary>Last month of each, by the beginning of the word: "vår" is also "våren".</summary>
    private static readonly (string Word, int Month, int YearsOn)[] _parts =
    [
        ("jan", 1, 0), ("feb", 2, 0), ("mar", 3, 0), ("apr", 4, 0), ("maj", 5, 0), ("jun", 6, 0), ("jul", 7, 0), ("aug", 8, 0), ("sep", 9, 0), ("okt", 10, 0),
        ("nov", 11, 0), ("dec", 12, 0), ("vår", 5, 0), ("sommar", 8, 0), ("höst", 11, 0), ("vinter", 2, 1), ("årsskift", 12, 0), ("halvårsskift", 6, 0),
    ];

    /// <returns>Null when no year stands in it.</returns>
    public static DateOnly? LastDay(string when)
    {
        var words = when.ToLowerInvariant().Split([' ', ',', '.', '(', ')', '–', '-', '/'], StringSplitOptions.RemoveEmptyEntries);
        var years = words.Select(Year).OfType<int>().ToList();
        if (years.Count == 0)
        {
            return null;
        }

        var quarter = Quarter(words);
        var (month, on) = quarter is { } q ? (q * 3, 0) : Part(words);
        var year = years[^1] + (years.Count == 1 ? on : 0);
        return new DateOnly(year, month, DateTime.DaysInMonth(year, month));
    }

    private static int? Year(string word) =>
        word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear ? year : null;

    /// <summary>"kvartal 2 2027" or "andra kvartalet 2027".</summary>
    private static int? Quarter(string[] words)
    {
        var at = Array.FindIndex(words, w => w.StartsWith("kvartal", StringComparison.Ordinal));
        return at < 0 ? null
            : at + 1 < words.Length && words[at + 1] is "1" or "2" or "3" or "4" ? words[at + 1][0] - '0'
            : at == 0 ? null
            : words[at - 1] switch { "första" => 1, "andra" => 2, "tredje" => 3, "fjärde" or "sista" => 4, _ => null };
    }

    /// <summary>The latest of the months and seasons that are named; the end of the year where none is.</summary>
    private static (int Month, int YearsOn) Part(string[] words)
    {
        var named = words.SelectMany(w => _parts.Where(p => w.StartsWith(p.Word, StringComparison.Ordinal))).ToList();
        return named.Count == 0 ? (12, 0) : (named[^1].Month, named[^1].YearsOn);
    }
}
