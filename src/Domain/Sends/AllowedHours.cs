namespace Medborgardialog.Domain.Sends;

/// <summary>
/// When messages may reach people (ux 9.5): every day from 8 to 20 in the zone's wall-clock time; young people from 15 to 19, and not on
/// Friday evening, which begins at 17. The last instant is not included. No limit lies in the hour that a DST night skips or repeats, so
/// every window begins and ends at exactly one instant.
/// </summary>
public sealed class AllowedHours
{
    private const int FridayEvening = 17;
    private readonly TimeZoneInfo _zone;
    private readonly int _from;
    private readonly int _to;
    private readonly int _toOnFridays;

    private AllowedHours(TimeZoneInfo zone, int from, int to, int toOnFridays) => (_zone, _from, _to, _toOnFridays) = (zone, from, to, toOnFridays);

    /// <param name="zone">Where the people live.</param>
    public static AllowedHours Usual(TimeZoneInfo zone) => new(zone, 8, 20, 20);

    public static AllowedHours Youth(TimeZoneInfo zone) => new(zone, 15, 19, FridayEvening);

    /// <summary>For trying out, never for real people.</summary>
    public static AllowedHours Always(TimeZoneInfo zone) => new(zone, 0, 24, 24);

    /// <summary>The instant itself when it is allowed, otherwise the first that is after it. In UTC.</summary>
    public DateTimeOffset Next(DateTimeOffset instant) => WindowOf(instant).From is var from && from > instant ? from : instant.ToUniversalTime();

    public bool Holds(DateTimeOffset instant) => WindowOf(instant).From <= instant;

    /// <summary>The window that holds the instant or is the next after it: first instant that is allowed, and first that is not. In UTC.</summary>
    public (DateTimeOffset From, DateTimeOffset Until) WindowOf(DateTimeOffset instant)
    {
        var day = TimeZoneInfo.ConvertTime(instant, _zone).Date;
        var window = Of(day);
        return instant < window.Until ? window : Of(day.AddDays(1));
    }

    private (DateTimeOffset From, DateTimeOffset Until) Of(DateTime day) =>
        (At(day.AddHours(_from)), At(day.AddHours(day.DayOfWeek == DayOfWeek.Friday ? _toOnFridays : _to)));

    private DateTimeOffset At(DateTime wallClock)
    {
        var local = DateTime.SpecifyKind(wallClock, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
