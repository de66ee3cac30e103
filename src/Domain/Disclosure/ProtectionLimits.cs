namespace Medborgardialog.Domain.Disclosure;

/// <summary>What may be published, by protection class (trust 2.3). Printed with every result.</summary>
/// <param name="SmallestGroup">K: persons in the smallest published group.</param>
/// <param name="RoundingBase">b: base of random rounding in breakdowns.</param>
public sealed record ProtectionLimits(int SmallestGroup, int RoundingBase)
{
    public static ProtectionLimits Standard { get; } = new(10, 3);

    public static ProtectionLimits High { get; } = new(10, 5);

    public static ProtectionLimits For(bool highProtection) => highProtection ? High : Standard;
}
