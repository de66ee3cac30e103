using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

/// <summary>What is allowed but seldom wise (ux 9.2): a short time to answer, a closing on a day off, a promise before the committee can have met.</summary>
public static class ScheduleAdvice
{
    private const int FewestDays = 14;

    /// <returns>Keys below <c>advice.</c>; empty when there is nothing to say.</returns>
    public static IReadOnlyList<string> For(Schedule? schedule, IReadOnlyList<DateOnly> meetings)
    {
        if (schedule is null)
        {
            return [];
        }

        var advice = new List<string>();
        if (schedule.ClosesAt - schedule.AnswersOpenAt < TimeSpan.FromDays(FewestDays))
        {
            advice.Add("shortTime");
        }

        // Closing at midnight means that the day before is the last one.
        if (IsDayOff(schedule.ClosesAt.AddMinutes(-1).SwedishDate()))
        {
            advice.Add("dayOff");
        }

        if (!meetings.Any(m => m > schedule.ClosesAt.SwedishDate() && m <= schedule.PromisedAt))
        {
            advice.Add("noMeeting");
        }

        return advice;
    }

    /// <summary>Sundays and public holidays; Midsummer Day and All Saints' Day are Saturdays between fixed dates (lag 1989:253).</summary>
    private static bool IsDayOff(DateOnly day)
    {
        var easter = Easter(day.Year);
        return day.DayOfWeek == DayOfWeek.Sunday
            || (day.Month, day.Day) is (1, 1) or (1, 6) or (5, 1) or (6, 6) or (12, 25) or (12, 26)
            || day == easter.AddDays(-2) || day == easter.AddDays(1) || day == easter.AddDays(39)
            || (day.DayOfWeek == DayOfWeek.Saturday && (day.Month, day.Day) is (6, >= 20 and <= 26) or (10, 31) or (11, <= 6));
    }

    /// <summary>Easter Sunday, Gregorian calendar (Meeus, Jones and Butcher).</summary>
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var sum = h + l - (7 * m) + 114;
        return new DateOnly(year, sum / 31, (sum % 31) + 1);
    }
}
