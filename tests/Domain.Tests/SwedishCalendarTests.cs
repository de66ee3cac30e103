using Medborgardialog.Domain.Common;
using Xunit;

namespace Medborgardialog.Domain.Tests;

public class SwedishCalendarTests
{
    /// <summary>The earliest and latest possible, and some in between, from published tables of Easter.</summary>
    [Theory]
    [InlineData(1818, 3, 22)]
    [InlineData(1943, 4, 25)]
    [InlineData(1961, 4, 2)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2038, 4, 25)]
    [InlineData(2285, 3, 22)]
    public void Easter(int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), SwedishCalendar.Easter(year));

    /// <summary>Easter lies on a Sunday from 22 March to 25 April, in every year of the calendar.</summary>
    [Fact]
    public void Easter_is_always_a_Sunday_in_spring() =>
        Assert.All(
            Enumerable.Range(1583, 1000).Select(SwedishCalendar.Easter),
            e => Assert.True(e.DayOfWeek == DayOfWeek.Sunday && e >= new DateOnly(e.Year, 3, 22) && e <= new DateOnly(e.Year, 4, 25)));

    [Fact]
    public void The_holidays_of_2026_besides_Sundays() =>
        Assert.Equal(
            ["01-01", "01-06", "04-03", "04-06", "05-01", "05-14", "06-06", "06-20", "10-31", "12-25", "12-26"],
            Days(2026).Where(d => SwedishCalendar.IsHoliday(d) && d.DayOfWeek != DayOfWeek.Sunday).Select(d => d.ToString("MM-dd")));

    [Fact]
    public void Closed_weekdays_of_2026_besides_holidays() =>
        Assert.Equal(
            ["06-19", "12-24", "12-31"],
            Days(2026).Where(d => !SwedishCalendar.IsOfficeDay(d) && !SwedishCalendar.IsHoliday(d) && d.DayOfWeek != DayOfWeek.Saturday).Select(d => d.ToString("MM-dd")));

    /// <summary>Year after year one Midsummer Day, the day after its eve, and one All Saints' Day.</summary>
    [Fact]
    public void Midsummer_and_All_Saints_come_once_a_year() =>
        Assert.All(Enumerable.Range(2005, 100), year =>
        {
            Assert.Single(Days(year), d => d.DayOfWeek == DayOfWeek.Saturday && d.Month == 6 && d.Day >= 20 && d.Day <= 26 && SwedishCalendar.IsHoliday(d) && !SwedishCalendar.IsOfficeDay(d.AddDays(-1)));
            Assert.Single(Days(year), d => d.DayOfWeek == DayOfWeek.Saturday && (d.Month, d.Day) is (10, 31) or (11, _) && SwedishCalendar.IsHoliday(d) && d.DayOfWeek != DayOfWeek.Sunday);
        });

    [Fact]
    public void The_nearest_office_days()
    {
        Assert.Equal(new DateOnly(2026, 4, 2), SwedishCalendar.OfficeDayBy(new DateOnly(2026, 4, 6)));
        Assert.Equal(new DateOnly(2026, 4, 7), SwedishCalendar.OfficeDayFrom(new DateOnly(2026, 4, 3)));
        Assert.Equal(new DateOnly(2026, 4, 8), SwedishCalendar.OfficeDayBy(new DateOnly(2026, 4, 8)));
        Assert.Equal(new DateOnly(2026, 4, 8), SwedishCalendar.OfficeDayFrom(new DateOnly(2026, 4, 8)));
    }

    private static IEnumerable<DateOnly> Days(int year) => Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays);
}
