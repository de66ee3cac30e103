namespace Medborgardialog.Domain.Statistics;

/// <summary>Many comparisons at once: one in twenty would come out as established by chance.</summary>
public static class MultipleTesting
{
    /// <summary>
    /// Benjamini and Hochberg 1995, JRSS B 57, 289–300, as adjusted p-values: the smallest share of false findings at which this finding would
    /// still be counted. Adjusted p of the i-th smallest = min over j ≥ i of min(1, m·p₍ⱼ₎/j). Holds for independent and for positively dependent tests
    /// (Benjamini and Yekutieli 2001, Annals of Statistics 29, 1165–1188).
    /// </summary>
    /// <param name="pValues">0 to 1 each, any order. All tests that were made, not only those that look interesting.</param>
    /// <returns>As many, in the same order; none smaller than the p-value it came from.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside 0 to 1.</exception>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> pValues)
    {
        foreach (var p in pValues)
        {
            Beta.Within(p, 0, 1, nameof(pValues));
        }

        var adjusted = new double[pValues.Count];
        var least = 1.0;
        var rank = pValues.Count;
        foreach (var at in Enumerable.Range(0, pValues.Count).OrderByDescending(i => pValues[i]))
        {
            // max: p·m/m can fall below p in the last digit.
            least = Math.Min(least, Math.Max(pValues[at], pValues[at] * pValues.Count / rank));
            adjusted[at] = least;
            rank--;
        }

        return adjusted;
    }
}
