namespace Medborgardialog.Domain.Common;

/// <summary>
/// Swedish public holidays (lag 1989:253 om allmänna helgdagar) and the days that offices count as closed: those, Saturdays, Midsummer Eve, Christmas Eve and New Year's
/// Eve (lag 1930:173 om beräkning av lagstadgad tid, 2 §). By the rules in force since 2005, when 6 June took the place of Whit Monday.
/// </summary>
public static class SwedishCalendar
{
    /// <summary>Sundays and public holidays. Midsummer Day and All Saints' Day are Saturdays between fixed dates; Easter Day and Whit Sunday are Sundays.</summary>
    public static bool IsHoliday(DateOnly day)
    {
        var easter = Easter(day.Year);
        return day.DayOfWeek == DayOfWeek.Sunday
            || (day.Month, day.Day) is (1, 1) or (1, 6) or (5, 1) or (6, 6) or (12, 25) or (12, 26)
            || day == easter.AddDays(-2) || day == easter.AddDays(1) || day == easter.AddDays(39)
            || (day.DayOfWeek == DayOfWeek.Saturday && (day.Month, day.Day) is (6, >= 20 and <= 26) or (10, 31) or (11, <= 6));
    }

    /// <summary>A day when an office is open.</summary>
    public static bool IsOfficeDay(DateOnly day) =>
        !IsHoliday(day)
        && day.DayOfWeek != DayOfWeek.Saturday
        && (day.Month, day.Day) is not ((12, 24) or (12, 31))
        && !(day.DayOfWeek == DayOfWeek.Friday && (day.Month, day.Day) is (6, >= 19 and <= 25));

    /// <summary>The day itself when offices are open, otherwise the last before it that is: what must be done by a day must be done before the days off.</summary>
    public static DateOnly OfficeDayBy(DateOnly day)
    {
        while (!IsOfficeDay(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>The day itself when offices are open, otherwise the first after it that is.</summary>
    public static DateOnly OfficeDayFrom(DateOnly day)
    {
        while (!IsOfficeDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The day that is <paramref name="count"/> office days after <paramref name="day"/>, which itself is not counted.</summary>
    /// <param name="count">0 or more.</param>
    public static DateOnly OfficeDaysAfter(DateOnly day, int count)
    {
        for (var left = count; left > 0; left--)
        {
            day = OfficeDayFrom(day.AddDays(1));
        }

        return day;
    }

    /// <summary>Easter Sunday, Gregorian calendar (Meeus, Jones and Butcher; Meeus, Astronomical Algorithms, 2nd ed., ch. 8).</summary>
    /// <param name="year">1583 to 9999.</param>
    public static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var sum = h + l - (7 * m) + 114;
        return new DateOnly(year, sum / 31, (sum % 31) + 1);
    }
}
