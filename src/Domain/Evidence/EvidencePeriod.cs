using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Medborgardialog.Domain.Evidence;

/// <summary>The days that a row of a file is about, both ends included.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly partial record struct EvidencePeriod(DateOnly From, DateOnly To)
{
    private const int MonthsOfQuarter = 3;

    public bool Overlaps(EvidencePeriod other) => From <= other.To && other.From <= To;

    /// <summary>As it is written in files: <c>2026-03</c> for a whole month, otherwise <c>2026-03-01--2026-04-15</c>.</summary>
    public override string ToString() => From.Day == 1 && To == From.AddMonths(1).AddDays(-1)
        ? From.ToString("yyyy-MM", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd}--{To:yyyy-MM-dd}");

    /// <summary>
    /// Reads a month (<c>2026-03</c>), a quarter (<c>2026-K1</c>, <c>2026 kvartal 1</c>, <c>2026Q1</c>) or two days with <c>--</c>, <c>–</c>,
    /// <c>/</c> or <c>till</c> between them. Null for anything else, and where the last day comes before the first.
    /// </summary>
    public static EvidencePeriod? Read(string text)
    {
        if (Month().Match(text) is { Success: true } month)
        {
            return Months(month, "month", 1);
        }

        if (Quarter().Match(text) is { Success: true } quarter)
        {
            return Months(quarter, "quarter", MonthsOfQuarter);
        }

        return Span().Match(text) is { Success: true } span && Day(span.Groups["from"].Value) is { } from && Day(span.Groups["to"].Value) is { } to && from <= to
            ? new EvidencePeriod(from, to)
            : null;
    }

    private static EvidencePeriod? Months(Match match, string group, int months)
    {
        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        var number = int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        if (year == 0 || number == 0 || number * months > 12)
        {
            return null;
        }

        var from = new DateOnly(year, ((number - 1) * months) + 1, 1);
        return new EvidencePeriod(from, from.AddMonths(months).AddDays(-1));
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex("^(?<year>[0-9]{4})-(?<month>[0-9]{2})$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Month();

    [GeneratedRegex("^(?<year>[0-9]{4})[ -]?(k|q|kv|kvartal) ?(?<quarter>[1-4])$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Quarter();

    [GeneratedRegex("^(?<from>[0-9]{4}-[0-9]{2}-[0-9]{2}) ?(--|–|/|till) ?(?<to>[0-9]{4}-[0-9]{2}-[0-9]{2})$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Span();
}
