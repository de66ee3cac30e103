namespace Medborgardialog.Domain.Statistics;

/// <summary>How far those who took part are from the population, in the three wordings of ux 9.4.</summary>
public enum Skew
{
    /// <summary>At most 10 %: about as the population.</summary>
    AboutAsPopulation,

    /// <summary>Above 10 %, at most 20 %: some skew.</summary>
    Some,

    /// <summary>Above 20 %: clear skew.</summary>
    Clear,
}

/// <summary>
/// Index of dissimilarity: half the sum of absolute differences between two distributions, which is the share of the participants who would have to
/// belong to another group (Duncan and Duncan 1955, American Sociological Review 20, 210–217). Requirement L10.
/// Limits: it grows with the number of categories and, by chance alone, in small groups, so only figures over the same categories compare;
/// it says nothing of opinions.
/// </summary>
public static class Dissimilarity
{
    /// <param name="first">Persons or shares by category, 0 or more, not all 0.</param>
    /// <param name="second">The same categories in the same order; the unit may be another.</param>
    /// <returns>0, the same distribution, to 1, no category in common.</returns>
    /// <exception cref="ArgumentException">The lists differ in length, or one is not a distribution.</exception>
    public static double Between(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        if (first.Count != second.Count)
        {
            throw new ArgumentException("The distributions must have the same categories.", nameof(second));
        }

        var (a, b) = (Total(first, nameof(first)), Total(second, nameof(second)));
        return Math.Min(1, first.Zip(second, (x, y) => Math.Abs((x / a) - (y / b))).Sum() / 2);
    }

    /// <summary>Exactly 10 % and exactly 20 % belong to the milder class; a billionth is allowed for the last digits of the sum.</summary>
    /// <param name="dissimilarity">0 to 1.</param>
    public static Skew Classify(double dissimilarity)
    {
        Beta.Within(dissimilarity, 0, 1, nameof(dissimilarity));
        return dissimilarity <= 0.1 + 1e-9 ? Skew.AboutAsPopulation
            : dissimilarity <= 0.2 + 1e-9 ? Skew.Some
            : Skew.Clear;
    }

    private static double Total(IReadOnlyList<double> values, string name)
    {
        foreach (var value in values)
        {
            Beta.Within(value, 0, double.MaxValue, name);
        }

        var total = values.Sum();
        return total > 0 ? total : throw new ArgumentException("Nobody in any category.", name);
    }
}
