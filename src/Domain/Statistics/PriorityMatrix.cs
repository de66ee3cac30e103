namespace Medborgardialog.Domain.Statistics;

/// <summary>
/// Where an item lies. SCB's names in the NKI model are in brackets; Martilla and James 1977 (Journal of Marketing 41, 77–79) has the same four.
/// </summary>
public enum PriorityQuadrant
{
    /// <summary>Low level, closely tied to the overall grade (Prioritera).</summary>
    Improve,

    /// <summary>High level, closely tied (Förbättra om möjligt).</summary>
    Keep,

    /// <summary>High level, loosely tied (Bevara): see that it does not fall, and whether the effort is needed elsewhere.</summary>
    Watch,

    /// <summary>Low level, loosely tied (Lägre prioritet).</summary>
    LowPriority,
}

/// <summary>One item of the matrix.</summary>
/// <param name="Answers">For each respondent, in the same order for all items; null for "vet inte" and unanswered.</param>
public sealed record PriorityItem(string Name, IReadOnlyList<double?> Answers);

/// <param name="Pairs">Respondents who graded both the item and the whole.</param>
/// <param name="Level">Mean of the item in its own unit; null without answers.</param>
/// <param name="Importance">Rank correlation with the overall grade, −1 to 1; null when it cannot be reckoned.</param>
/// <param name="Quadrant">Null when there is no importance.</param>
/// <param name="OnSplit">The item lies exactly on a median line, and is in its quadrant by the rule for ties only.</param>
public sealed record PriorityPlace(string Name, int Pairs, double? Level, double? Importance, PriorityQuadrant? Quadrant, bool OnSplit);

/// <summary>
/// Priority matrix: how good something is against how closely it follows the overall grade.
/// Limits: a correlation is not an effect, and with few respondents the order of importance is mostly chance; half of the items always come out below the
/// median however good all are.
/// </summary>
public static class PriorityMatrix
{
    /// <summary>Fewer pairs than this say nothing about importance. The same number as the smallest group of trust 2.3.</summary>
    public const int LeastPairs = 10;

    /// <summary>
    /// Splits at the median of the levels and the median of the importances of the items that have both. An item exactly on a median counts as high, so an item
    /// is called weak only when it lies below. All items must have the same scale.
    /// </summary>
    /// <param name="overall">The overall grade by the same respondents in the same order.</param>
    /// <returns>In the order of the items.</returns>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static IReadOnlyList<PriorityPlace> Of(IReadOnlyList<PriorityItem> items, IReadOnlyList<double?> overall)
    {
        var measured = items.Select(item => Measure(item, overall)).ToList();
        var placed = measured.Where(m => m.Importance is not null).ToList();
        if (placed.Count == 0)
        {
            return measured;
        }

        var level = Median([.. placed.Select(m => m.Level!.Value)]);
        var importance = Median([.. placed.Select(m => m.Importance!.Value)]);
        return [.. measured.Select(m => m.Importance is null ? m : m with { Quadrant = Quadrant(m.Level >= level, m.Importance >= importance), OnSplit = m.Level == level || m.Importance == importance })];
    }

    /// <summary>
    /// Spearman's rank correlation: Pearson's correlation of the ranks, with the mean rank for ties (Spearman 1904, American Journal of Psychology 15, 72–101;
    /// Kendall 1970, Rank Correlation Methods, 4th ed., ch. 3). Chosen over Pearson on the grades because these are ordered steps without known distances,
    /// and mostly skewed.
    /// </summary>
    /// <returns>−1 to 1; null when one of them does not vary or there are fewer than two pairs.</returns>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static double? Spearman(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        if (first.Count != second.Count)
        {
            throw new ArgumentException("The values come in pairs.", nameof(second));
        }

        var (a, b) = (Ranks(first), Ranks(second));
        var middle = (first.Count + 1) / 2.0;
        double both = 0, squareA = 0, squareB = 0;
        for (var i = 0; i < a.Length; i++)
        {
            both += (a[i] - middle) * (b[i] - middle);
            squareA += (a[i] - middle) * (a[i] - middle);
            squareB += (b[i] - middle) * (b[i] - middle);
        }

        return squareA == 0 || squareB == 0 ? null : Math.Clamp(both / Math.Sqrt(squareA * squareB), -1, 1);
    }

    private static PriorityPlace Measure(PriorityItem item, IReadOnlyList<double?> overall)
    {
        if (item.Answers.Count != overall.Count)
        {
            throw new ArgumentException($"{item.Name} has other respondents than the overall grade.", nameof(item));
        }

        var answered = item.Answers.OfType<double>().ToList();
        var pairs = item.Answers.Zip(overall).Where(p => p is { First: not null, Second: not null }).ToList();
        var importance = pairs.Count < LeastPairs ? null : Spearman([.. pairs.Select(p => p.First!.Value)], [.. pairs.Select(p => p.Second!.Value)]);
        return new PriorityPlace(item.Name, pairs.Count, answered.Count == 0 ? null : answered.Average(), importance, null, false);
    }

    private static PriorityQuadrant Quadrant(bool highLevel, bool highImportance) => (highLevel, highImportance) switch
    {
        (false, true) => PriorityQuadrant.Improve,
        (true, true) => PriorityQuadrant.Keep,
        (true, false) => PriorityQuadrant.Watch,
        (false, false) => PriorityQuadrant.LowPriority,
    };

    private static double Median(double[] values)
    {
        Array.Sort(values);
        var half = values.Length / 2;
        return values.Length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }

    private static double[] Ranks(IReadOnlyList<double> values)
    {
        var ranks = new double[values.Count];
        var before = 0;
        foreach (var tie in Enumerable.Range(0, values.Count).GroupBy(i => values[i]).OrderBy(g => g.Key))
        {
            var size = tie.Count();
            foreach (var at in tie)
            {
                ranks[at] = before + ((size + 1) / 2.0);
            }

            before += size;
        }

        return ranks;
    }
}
