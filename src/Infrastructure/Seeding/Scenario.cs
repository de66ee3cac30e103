using Medborgardialog.Application.Common;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>A point in the life of the demo rådslag. All its times are offsets from the opening day, so a demo is always alive.</summary>
/// <param name="Day">How many days ago the rådslag opened.</param>
/// <param name="ReportDelivered">The report has been compiled and delivered to the committee.</param>
/// <param name="Answered">The committee's answer is public.</param>
internal sealed record Scenario(string Name, int Day, bool ReportDelivered = false, bool Answered = false)
{
    public const int AnswersOpen = 14;
    public const int Closes = 41;
    public const int Results = 44;
    public const int Promised = 149;

    /// <summary>The first is the one an empty database gets.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("svara", 35),
        new("samtal", 10),
        new("stängt", Closes + 1),
        new("resultat", Results + 1),
        new("försenat", Promised + 7, ReportDelivered: true),
        new("besvarat", Promised - 8, ReportDelivered: true, Answered: true),
    ];

    public static Scenario Find(string name) => All.First(s => s.Name == name);

    /// <summary>The instant of a Swedish wall-clock time so many days after the opening day.</summary>
    /// <param name="now">The present, from which the opening day is counted back.</param>
    public DateTimeOffset At(DateTimeOffset now, int day, int hour, int minute = 0) =>
        SwedishTime.ToInstant(Date(now, day).ToDateTime(new TimeOnly(hour, minute)))
        ?? SwedishTime.ToInstant(Date(now, day).ToDateTime(new TimeOnly(hour + 1, minute)))!.Value;

    public DateOnly Date(DateTimeOffset now, int day) => now.SwedishDate().AddDays(day - Day);
}
