using System.Globalization;

namespace Medborgardialog.Domain.Frames;

/// <summary>Whole years from birth to a day, and the group they fall in.</summary>
/// <param name="Name">As it is shown and kept, for example "16–24" or "80+".</param>
/// <param name="From">Youngest age, in whole years.</param>
/// <param name="To">Oldest age, or null for no upper end.</param>
public sealed record AgeBand(string Name, int From, int? To)
{
    /// <summary>For a municipality that has not set its own groups.</summary>
    public static IReadOnlyList<AgeBand> Usual { get; } =
        [new("0–12", 0, 12), new("13–15", 13, 15), new("16–24", 16, 24), new("25–44", 25, 44), new("45–64", 45, 64), new("65–79", 65, 79), new("80+", 80, null)];

    /// <summary>Reads "16–24", "16-24" and "80+". Null for anything else.</summary>
    public static AgeBand? Parse(string name)
    {
        var parts = name.Trim().TrimEnd('+').Split('–', '-');
        var open = name.Trim().EndsWith('+');
        return parts.Length == (open ? 1 : 2) && Year(parts[0]) is { } from && (open || Year(parts[1]) >= from)
            ? new AgeBand(name.Trim(), from, open ? null : Year(parts[1]))
            : null;
    }

    /// <summary>The groups of the population table, with the usual ones for the ages that it leaves out, youngest first.</summary>
    public static IReadOnlyList<AgeBand> Groups(IEnumerable<string> categories)
    {
        var own = categories.Select(Parse).OfType<AgeBand>().ToList();
        return own.Count == 0
            ? Usual
            : [.. own.Concat(Usual.Where(u => !own.Exists(o => o.Overlaps(u)))).OrderBy(b => b.From)];
    }

    /// <summary>Name of the group that an age belongs to; "" when it belongs to none.</summary>
    public static string Of(int age, IEnumerable<AgeBand> bands) => bands.FirstOrDefault(b => b.Holds(age))?.Name ?? "";

    /// <summary>Whole years at <paramref name="day"/>. Who is born on 29 February has birthday on 1 March in other years, as for the right to vote.</summary>
    public static int AgeAt(DateOnly born, DateOnly day)
    {
        var years = day.Year - born.Year;
        return (day.Month, day.Day).CompareTo((born.Month, born.Day)) < 0 ? years - 1 : years;
    }

    public bool Holds(int age) => age >= From && (To is null || age <= To);

    private bool Overlaps(AgeBand other) => From <= (other.To ?? int.MaxValue) && other.From <= (To ?? int.MaxValue);

    private static int? Year(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year <= 130 ? year : null;
}
