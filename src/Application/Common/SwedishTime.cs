namespace Medborgardialog.Application.Common;

/// <summary>Swedish civil time. Instants are stored in UTC; dates that people promise are Swedish dates.</summary>
public static class SwedishTime
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public static DateTimeOffset ToSwedish(this DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    public static DateOnly SwedishDate(this DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToSwedish().DateTime);

    public static DateOnly SwedishToday(this TimeProvider clock) => clock.GetUtcNow().SwedishDate();

    /// <summary>The instant of a Swedish wall-clock time. Null when it does not exist or exists twice (a DST switch), which people must not choose (trust T18).</summary>
    public static DateTimeOffset? ToInstant(DateTime wallClock)
    {
        var local = DateTime.SpecifyKind(wallClock, DateTimeKind.Unspecified);
        return Zone.IsInvalidTime(local) || Zone.IsAmbiguousTime(local)
            ? null
            : new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
