using System.Globalization;
using Medborgardialog.Domain.Panels;

namespace Medborgardialog.Web.Pages.Workspace.Panels;

internal static class WeekDays
{
    /// <summary>"vecka 12, 16–22 mars", with the year when it is not that of <paramref name="today"/>.</summary>
    /// <param name="week">Its Monday.</param>
    public static string Sentence(ITexts texts, DateOnly week, DateOnly today) => texts["paneldesk.week", SlotBooking.NumberOf(week), Of(week, today)];

    /// <summary>"16–22 mars" or "30 mars–5 april", with the year when it is not that of <paramref name="today"/>.</summary>
    /// <param name="week">Its Monday.</param>
    public static string Of(DateOnly week, DateOnly today)
    {
        var last = week.AddDays(6);
        var to = last.ToString(last.Year == today.Year && week.Year == today.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.CurrentCulture);
        return week.Month == last.Month ? $"{week.Day.ToString(CultureInfo.CurrentCulture)}–{to}" : $"{week.ToString("d MMMM", CultureInfo.CurrentCulture)}–{to}";
    }
}
