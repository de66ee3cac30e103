namespace Medborgardialog.Domain.Disclosure;

/// <summary>
/// What may be published, by protection class (trust 2.3). Printed with every result. A value under the hard floor is a
/// mistake of the program: <see cref="ArgumentOutOfRangeException"/>.
/// </summary>
/// <param name="SmallestGroup">K: persons in the smallest published group, and in the smallest set that any difference isolates. 5 to 60.</param>
/// <param name="RoundingBase">b: base of random rounding in breakdowns. At least 3.</param>
public sealed record ProtectionLimits(int SmallestGroup, int RoundingBase)
{
    /// <summary>Rule R14: the base of a table whose counts could be worked out from the headline.</summary>
    public const int CoarseBase = 5;

    /// <summary>Rule R10: background variables that one survey may be broken down by; a crossing of two is one more.</summary>
    public const int MostVariables = 4;

    /// <summary>Rule R16: a known population under this many persons is closed, its unanimous answers are top-coded.</summary>
    public const int ClosedPopulation = 50;

    public static ProtectionLimits Standard { get; } = new(10, 3);

    public static ProtectionLimits High { get; } = new(10, 5) { LeastOutside = 3, MostGroups = 6, LiveStep = null, SmallestGroupForText = null };

    public int SmallestGroup { get; init; } = SmallestGroup <= 60 ? Floor(SmallestGroup, 5) : throw new ArgumentOutOfRangeException(nameof(SmallestGroup));

    public int RoundingBase { get; init; } = Floor(RoundingBase, 3);

    /// <summary>d: least number of persons outside the largest option in a group that is shown. At least 2.</summary>
    public int LeastOutside { get; init => field = Floor(value, 2); } = 2;

    /// <summary>G_max: most groups of one variable after merging. 2 to 12, more is 12; the difference audit looks at every union of them.</summary>
    public int MostGroups { get; init => field = Math.Min(Floor(value, 2), 12); } = 8;

    /// <summary>K_live: respondents who joined or changed between two live releases. At least 10; null where live results are not allowed.</summary>
    public int? LiveStep { get; init => field = value is null ? null : Floor(value.Value, 10); } = 10;

    /// <summary>K_text: least number of answers for free text to be shown at all. At least 10.</summary>
    public int SmallestForText { get; init => field = Floor(value, 10); } = 10;

    /// <summary>K_text: least group for free text to be shown by group. At least 10; null where it is never shown by group.</summary>
    public int? SmallestGroupForText { get; init => field = value is null ? null : Floor(value.Value, 10); } = 20;

    public static ProtectionLimits For(bool highProtection) => highProtection ? High : Standard;

    private static int Floor(int value, int floor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, floor);
        return value;
    }
}
