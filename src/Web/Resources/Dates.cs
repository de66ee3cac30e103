using System.Globalization;

namespace Medborgardialog.Web.Resources;

/// <summary>Dates and times as people read them, in Swedish civil time and the language of the request.</summary>
internal sealed class Dates(TimeProvider clock, ITexts texts)
{
    public DateOnly Today => clock.SwedishToday();

    /// <summary>"14 juni", with the year when it is not the present one.</summary>
    public string Day(DateOnly day) =>
        day.ToString(day.Year == Today.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.CurrentCulture);

    public string Day(DateTimeOffset instant) => Day(instant.SwedishDate());

    /// <summary>"23.59".</summary>
    public string Time(DateTimeOffset instant) =>
        instant.ToSwedish().ToString(texts["time.clock"], CultureInfo.InvariantCulture);

    /// <summary>"14 juni kl. 23.59".</summary>
    public string Moment(DateTimeOffset instant) => texts["time.moment", Day(instant), Time(instant)];

    /// <summary>"i dag kl. 14.02", "i går kl. 9.10" or the moment.</summary>
    public string Recently(DateTimeOffset instant) => (Today.DayNumber - instant.SwedishDate().DayNumber) switch
    {
        0 => texts["time.today", Time(instant)],
        1 => texts["time.yesterday", Time(instant)],
        _ => Moment(instant),
    };

    /// <summary>Whole days from today; negative when the day has passed.</summary>
    public int DaysUntil(DateOnly day) => day.DayNumber - Today.DayNumber;
}
