using System.Globalization;

namespace Medborgardialog.Application.Frames;

/// <summary>What is read of a person's birth. Kept while the row is read, to count the age and to find doubles, and then let go.</summary>
/// <param name="Born">Date of birth.</param>
/// <param name="Number">All twelve digits, or empty when only the date was given.</param>
internal sealed record Birth(DateOnly Born, string Number);

/// <summary>
/// Swedish identity numbers (personnummer, folkbokföringslagen 1991:481, 18 §) and coordination numbers, whose day is 60 more;
/// the last digit is the Luhn check of the nine before it.
/// </summary>
internal static class PersonalNumber
{
    /// <summary>"1987-03-02" or "19870302". Null when there is no such day.</summary>
    public static Birth? Date(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyyMMdd", "yyyy/MM/dd", "yyyy.MM.dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var born)
            ? new Birth(born, "")
            : null;

    /// <summary>Twelve digits, or ten with the sign that says which century: "+" for those who are over a hundred. Null when it cannot be one.</summary>
    /// <param name="day">The day at which ages are counted, for the century of ten digits.</param>
    public static Birth? Read(string text, DateOnly day)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (text.Any(c => !char.IsAsciiDigit(c) && c is not ('-' or '+' or ' ')) || digits.Length is not (10 or 12))
        {
            return null;
        }

        var ten = digits[^10..];
        if (Luhn(ten) != 0)
        {
            return null;
        }

        var shortYear = int.Parse(ten[..2], CultureInfo.InvariantCulture);
        var century = digits.Length == 12
            ? int.Parse(digits[..2], CultureInfo.InvariantCulture) * 100
            : ((day.Year - shortYear) / 100 - (text.Contains('+', StringComparison.Ordinal) ? 1 : 0)) * 100;
        var month = int.Parse(ten[2..4], CultureInfo.InvariantCulture);
        var inMonth = int.Parse(ten[4..6], CultureInfo.InvariantCulture) is var given && given > 60 ? given - 60 : given;
        var year = century + shortYear;
        return year is >= 1 and <= 9999 && month is >= 1 and <= 12 && inMonth >= 1 && inMonth <= DateTime.DaysInMonth(year, month)
            ? new Birth(new DateOnly(year, month, inMonth), string.Create(CultureInfo.InvariantCulture, $"{year:D4}{ten[2..]}"))
            : null;
    }

    private static int Luhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var part = (digits[i] - '0') * (2 - i % 2);
            sum += part > 9 ? part - 9 : part;
        }

        return sum % 10;
    }
}
