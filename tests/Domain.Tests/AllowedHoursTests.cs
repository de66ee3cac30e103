using Medborgardialog.Domain.Sends;
using Xunit;

namespace Medborgardialog.Domain.Tests;

/// <summary>Ten years, minute by minute, against a clock that knows nothing of time zones but the rule of directive 2000/84/EC.</summary>
public class AllowedHoursTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");
    private static readonly DateTime First = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Last = new(2036, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_minute_of_ten_years_has_the_next_allowed_minute_that_the_rule_says(bool youth)
    {
        var hours = youth ? AllowedHours.Youth(Zone) : AllowedHours.Usual(Zone);
        var minutes = (int)(Last - First).TotalMinutes;
        var expected = Last.AddDays(30);
        var (wrong, allowed) = (new List<string>(), 0);

        for (var i = minutes + 7 * 24 * 60; i >= 0; i--)
        {
            var minute = First.AddMinutes(i);
            var isAllowed = IsAllowed(Local(minute), youth);
            expected = isAllowed ? minute : expected;
            if (i >= minutes)
            {
                continue;
            }

            allowed += isAllowed ? 1 : 0;
            var next = hours.Next(new DateTimeOffset(minute));
            if (next.UtcDateTime != expected || hours.Holds(new DateTimeOffset(minute)) != isAllowed)
            {
                wrong.Add($"{minute:u}: {next:u}, not {expected:u}");
            }
        }

        Assert.Empty(wrong.Take(5));
        Assert.Equal(youth ? YouthMinutes() : 3_652 * 12 * 60, allowed);
    }

    [Theory]
    [InlineData("2026-03-28T19:00:00Z", "2026-03-29T06:00:00Z")]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29T06:00:00Z")]
    [InlineData("2026-10-24T18:00:00Z", "2026-10-25T07:00:00Z")]
    [InlineData("2026-10-25T00:30:00Z", "2026-10-25T07:00:00Z")]
    [InlineData("2026-10-25T01:30:00Z", "2026-10-25T07:00:00Z")]
    [InlineData("2026-10-25T18:59:59.9999999Z", "2026-10-25T18:59:59.9999999Z")]
    [InlineData("2026-10-25T19:00:00Z", "2026-10-26T07:00:00Z")]
    public void Both_nights_of_DST_lead_to_eight_in_the_morning_on_the_wall(string instant, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected), AllowedHours.Usual(Zone).Next(DateTimeOffset.Parse(instant)));

    [Fact]
    public void An_instant_in_another_offset_is_the_same_instant()
    {
        var summer = new DateTimeOffset(2026, 7, 1, 20, 0, 0, TimeSpan.FromHours(2));

        Assert.Equal(AllowedHours.Usual(Zone).Next(summer.ToUniversalTime()), AllowedHours.Usual(Zone).Next(summer.ToOffset(TimeSpan.FromHours(-9))));
    }

    [Fact]
    public void No_window_holds_a_minute_outside_it()
    {
        var (from, until) = AllowedHours.Youth(Zone).WindowOf(new DateTimeOffset(2026, 5, 8, 14, 59, 0, TimeSpan.FromHours(2)));

        Assert.Equal(new DateTimeOffset(2026, 5, 8, 15, 0, 0, TimeSpan.FromHours(2)), from);
        Assert.Equal(new DateTimeOffset(2026, 5, 8, 17, 0, 0, TimeSpan.FromHours(2)), until);
    }

    private static bool IsAllowed(DateTime local, bool youth) =>
        youth ? local.Hour >= 15 && local.Hour < 19 && !(local.DayOfWeek == DayOfWeek.Friday && local.Hour >= 17) : local.Hour >= 8 && local.Hour < 20;

    private static int YouthMinutes() => Enumerable.Range(0, 3_652).Sum(d => First.AddDays(d).DayOfWeek == DayOfWeek.Friday ? 2 * 60 : 4 * 60);

    private static DateTime Local(DateTime utc) => utc.AddHours(utc >= LastSunday(utc.Year, 3) && utc < LastSunday(utc.Year, 10) ? 2 : 1);

    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, 31, 1, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
