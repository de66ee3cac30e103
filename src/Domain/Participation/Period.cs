using Medborgardialog.Domain.Disclosure;

namespace Medborgardialog.Domain.Participation;

/// <summary>How many took part on one day, before rounding.</summary>
/// <param name="CellKey">Depends on who they are and on nothing else: the same people always get the same rounding.</param>
public sealed record DayCount(DateOnly Day, int Count, long CellKey);

/// <summary>A day or a week of a dialogue with how many took part in it, rounded (rule R13).</summary>
/// <param name="To">Last day.</param>
public sealed record Period(DateOnly From, DateOnly To, int Count)
{
    /// <summary>Each day from <paramref name="first"/> to <paramref name="last"/>, also those when nobody came.</summary>
    public static IReadOnlyList<Period> Days(IEnumerable<DayCount> days, DateOnly first, DateOnly last, int roundingBase) =>
        Split(days, first, last, roundingBase, day => day);

    /// <summary>As the days, by week from Monday. The first and the last may be shorter.</summary>
    public static IReadOnlyList<Period> Weeks(IEnumerable<DayCount> days, DateOnly first, DateOnly last, int roundingBase) =>
        Split(days, first, last, roundingBase, day => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)));

    private static List<Period> Split(IEnumerable<DayCount> days, DateOnly first, DateOnly last, int roundingBase, Func<DateOnly, DateOnly> beginning)
    {
        var counted = days.ToDictionary(d => d.Day);
        return [.. Enumerable.Range(0, Math.Max(0, last.DayNumber - first.DayNumber + 1)).Select(first.AddDays).GroupBy(beginning).Select(g =>
        {
            var came = g.Select(d => counted.GetValueOrDefault(d)).OfType<DayCount>().ToList();
            var key = came.Aggregate(0L, (sum, d) => unchecked(sum + d.CellKey) & long.MaxValue);
            return new Period(g.First(), g.Last(), Breakdown.Round(came.Sum(d => d.Count), key, roundingBase));
        })];
    }
}
