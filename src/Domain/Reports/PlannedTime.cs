using System.Globalization;
using System.Text.RegularExpressions;

namespace Medborgardialog.Domain.Reports;

/// <summary>
/// The last day of a time that a committee has given in words, such as "november 2027", "hösten 2027", "15 mars 2027", "2027-03-31", "31/3 2027" or "2027". Dates,
/// and Swedish months, seasons, quarters, half-years and weeks with a year; whole words only. What is put otherwise has no last day, and nothing is called late for it.
/// </summary>
public static partial class PlannedTime
{
    private const int FirstYear = 2000;
    private const int LastYear = 2199;

    private static readonly string[][] _months =
    [
        ["januari", "jan"], ["februari", "feb"], ["mars", "mar"], ["april", "apr"], ["maj"], ["juni", "jun"], ["juli"], ["augusti", "aug"], ["september", "sep", "sept"],
        ["oktober", "okt"], ["november", "nov"], ["december", "dec"],
    ];

    /// <summary>Last month of each. "Jul" is not here: it is July as well as Christmas.</summary>
    private static readonly (string[] Words, int Month, int YearsOn)[] _seasons =
    [
        (["vår", "våren", "senvåren"], 5, 0), (["sommar", "sommaren", "sensommaren"], 8, 0), (["höst", "hösten", "senhösten"], 11, 0), (["vinter", "vintern"], 2, 1),
        (["vårterminen"], 6, 0), (["höstterminen"], 12, 0), (["halvårsskifte", "halvårsskiftet"], 6, 0),
    ];

    /// <returns>Null when no year stands in it, and when a number in it cannot be read.</returns>
    public static DateOnly? LastDay(string when)
    {
        var text = when.ToLowerInvariant();
        var dates = Dates().Matches(text).Select(Date).ToList();
        if (dates.Count > 0)
        {
            return dates.Contains(null) ? null : dates.Max();
        }

        var words = Words().Matches(text).Select(m => m.Value).ToList();
        var (years, numbers) = Numbers(words);
        if (years.Count == 0)
        {
            return null;
        }

        var end = words.Select((_, i) => EndAt(words, i)).LastOrDefault(e => e is not null) ?? new End(12, [], 0);
        return numbers.TrueForAll(i => words.Select((_, at) => EndAt(words, at)).Any(e => e?.Read.Contains(i) == true)) ? end.In(years) : null;
    }

    /// <summary>"2027-03-31", "2027-03" and "31/3 2027".</summary>
    private static DateOnly? Date(Match match)
    {
        int Part(string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
        var (year, month) = (Part("year"), Part("month"));
        if (year is < FirstYear or > LastYear || month is < 1 or > 12)
        {
            return null;
        }

        var last = DateTime.DaysInMonth(year, month);
        var day = match.Groups["day"].Success ? Part("day") : last;
        return day >= 1 && day <= last ? new DateOnly(year, month, day) : null;
    }

    /// <summary>The years that are named, "2027/28" as two, and the places of the words with a figure in them that are no year.</summary>
    private static (List<int> Years, List<int> Others) Numbers(List<string> words)
    {
        var (years, others) = (new List<int>(), new List<int>());
        for (var i = 0; i < words.Count; i++)
        {
            if (Year(words[i]) is { } year)
            {
                years.Add(year);
            }
            else if (i > 0 && Year(words[i - 1]) is { } before && words[i].Length == 2 && Number(words[i]) == (before + 1) % 100)
            {
                years.Add(before + 1);
            }
            else if (words[i].Any(char.IsAsciiDigit))
            {
                others.Add(i);
            }
        }

        return (years, others);
    }

    /// <summary>What the word at a place says of the end, with what belongs to it; null for other words.</summary>
    private static End? EndAt(List<string> words, int at)
    {
        var word = words[at];
        int Next() => at + 1 < words.Count ? Number(words[at + 1]) : -1;
        int Ordinal() => at == 0 ? -1 : words[at - 1] switch { "första" => 1, "andra" => 2, "tredje" => 3, "fjärde" or "sista" => 4, _ => -1 };
        if (Array.FindIndex(_months, m => m.Contains(word)) is >= 0 and var month)
        {
            var first = at;
            while (first > 0 && Number(words[first - 1]) is >= 1 and <= 31)
            {
                first--;
            }

            return new End(month + 1, [.. Enumerable.Range(first, at - first)], 0) { Day = first < at ? Number(words[at - 1]) : null };
        }

        if (Array.Find(_seasons, s => s.Words.Contains(word)) is { Words: not null } season)
        {
            return new End(season.Month, [], season.YearsOn);
        }

        return word switch
        {
            "årsskifte" or "årsskiftet" => new End(12, [], 0) { IsTurn = true },
            "kvartal" or "kvartalet" or "kv" when Next() is >= 1 and <= 4 and var quarter => new End(quarter * 3, [at + 1], 0),
            "kvartal" or "kvartalet" when Ordinal() is > 0 and var quarter => new End(quarter * 3, [], 0),
            "q1" or "q2" or "q3" or "q4" => new End((word[1] - '0') * 3, [at], 0),
            "halvår" or "halvåret" when Ordinal() is (1 or 2) and var half => new End(half * 6, [], 0),
            "vecka" or "veckan" or "v" when Next() is >= 1 and <= 53 and var week => new End(12, [at + 1], 0) { Week = week },
            _ => null,
        };
    }

    private static int? Year(string word) => word.Length == 4 && Number(word) is >= FirstYear and <= LastYear and var year ? year : null;

    /// <summary>-1 for what is no whole number.</summary>
    private static int Number(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    [GeneratedRegex(@"(?<!\d)(?<year>\d{4})-(?<month>0[1-9]|1[0-2])(?:-(?<day>\d{2}))?(?![\d-])|(?<![\d/])(?<day>\d{1,2})/(?<month>\d{1,2}) (?<year>\d{4})(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dates();

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();

    /// <param name="Month">The last month.</param>
    /// <param name="Read">Places of the numbers that belong to it.</param>
    /// <param name="YearsOn">Years after the one that is named, where one is.</param>
    private sealed record End(int Month, IReadOnlyList<int> Read, int YearsOn)
    {
        public int? Day { get; init; }

        /// <summary>The last day is the Sunday of that week.</summary>
        public int? Week { get; init; }

        /// <summary>Between two years: of two that are named it ends the first.</summary>
        public bool IsTurn { get; init; }

        public DateOnly? In(List<int> years)
        {
            var year = IsTurn ? years[0] : years[^1] + (years.Count == 1 ? YearsOn : 0);
            if (Week is { } week)
            {
                return week <= ISOWeek.GetWeeksInYear(year) ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Sunday)) : null;
            }

            var last = DateTime.DaysInMonth(year, Month);
            return Day > last ? null : new DateOnly(year, Month, Day ?? last);
        }
    }
}
