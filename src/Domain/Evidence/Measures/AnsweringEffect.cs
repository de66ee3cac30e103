using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Domain.Evidence.Measures;

/// <summary>Those of one unit who have told, parted by whether they were answered.</summary>
/// <param name="Answered">Those who leave among those who were answered.</param>
/// <param name="Unanswered">Those who leave among those who were not.</param>
public sealed record AnsweringUnit(string Unit, Share Answered, Share Unanswered);

/// <summary>What may be said, always as an association (requirement E7).</summary>
public enum AnsweringVerdict
{
    /// <summary>Among those who were answered fewer leave.</summary>
    FewerLeave,

    /// <summary>Among those who were answered more leave.</summary>
    MoreLeave,

    /// <summary>The difference can be chance.</summary>
    NotEstablished,

    /// <summary>People chose themselves to answer: the two shares stand beside each other without interval or test.</summary>
    NotTestable,

    /// <summary>One of the groups is smaller than <see cref="AnsweringEffect.SmallestBase"/>.</summary>
    TooFew,
}

/// <summary>The difference that units have in common, answered less unanswered.</summary>
/// <param name="Difference">Mantel–Haenszel, −1 to 1.</param>
/// <param name="Error">Standard error, 0 or more.</param>
/// <param name="Units">Units with somebody in both groups; the others say nothing of a difference and are left out.</param>
public sealed record CommonDifference(double Difference, double Error, int Units)
{
    /// <summary>Difference ± z standard errors, cut to [−1, 1].</summary>
    public ConfidenceInterval Interval(double confidence = Certainty.Standard) => new(
        Math.Max(-1, Difference - (Normal.Critical(confidence) * Error)), Math.Min(1, Difference + (Normal.Critical(confidence) * Error)));
}

/// <param name="Answered">All units together.</param>
/// <param name="Unanswered">All units together.</param>
/// <param name="Together">The two compared as if there were one unit; null when not testable or too few.</param>
/// <param name="WithinUnits">Null with fewer than two units that have somebody in both groups, or when not testable or too few.</param>
public sealed record AnsweringResult(
    Share Answered, Share Unanswered, ShareComparison? Together, CommonDifference? WithinUnits, AnsweringVerdict Verdict)
{
    /// <summary>Key of the sentence. Every one speaks of what goes together, none of what comes of what.</summary>
    public string SentenceKey => $"measures.answering.{Verdict}";
}

/// <summary>
/// Do fewer leave among those who spoke up and were answered? (Requirement E7; the idea that voice that is heard keeps people from leaving is Hirschman's, 1970.)
/// Where units differ both in how many they answer and in how many leave, the whole mixes the two up (Simpson 1951, JRSS B 13, 238–241); so with several units the
/// verdict rests on the difference within units, by Mantel and Haenszel's weights nᵢ₁nᵢ₀/Nᵢ (Greenland and Robins 1985, Biometrics 41, 55–68) with the variance of
/// Sato 1989 (Biometrics 45, 1323–1324), which holds both for few large units and for many small. With one unit it rests on the z test, see <see cref="TwoShares"/>.
/// Limits: an association. Whoever is answered may have asked for something easier, or been less on the way out. One common difference hides that units may differ in
/// it, so they stand beside.
/// </summary>
public static class AnsweringEffect
{
    /// <summary>Fewer persons than this in either group, and nothing is said.</summary>
    public const int SmallestBase = 10;

    /// <param name="units">Each person once; all of the same design.</param>
    /// <exception cref="ArgumentException">No units, or units of different designs, which cannot be put together.</exception>
    public static AnsweringResult Of(IReadOnlyList<AnsweringUnit> units)
    {
        if (units.SelectMany(u => new[] { u.Answered.Design, u.Unanswered.Design }).Distinct().Count() != 1)
        {
            throw new ArgumentException("One design is needed, and only one.", nameof(units));
        }

        var (answered, unanswered) = (Sum(units.Select(u => u.Answered)), Sum(units.Select(u => u.Unanswered)));
        if (Math.Min(answered.Denominator, unanswered.Denominator) < SmallestBase)
        {
            return new AnsweringResult(answered, unanswered, null, null, AnsweringVerdict.TooFew);
        }

        var together = TwoShares.Compare(answered, unanswered);
        var within = together is null ? null : Within(units);
        return new AnsweringResult(answered, unanswered, together, within, Verdict(together, within));
    }

    /// <summary>The difference within units, whatever their sizes.</summary>
    /// <returns>Null with fewer than two units that have somebody in both groups.</returns>
    public static CommonDifference? Within(IReadOnlyList<AnsweringUnit> units)
    {
        var strata = units.Where(u => u is { Answered.Denominator: > 0, Unanswered.Denominator: > 0 }).Select(Stratum).ToList();
        if (strata.Count < 2)
        {
            return null;
        }

        var weight = strata.Sum(s => s.Weight);
        var difference = strata.Sum(s => s.Difference) / weight;

        // The estimated variance can come out below 0 by rounding only, where everybody in all units does the same.
        var variance = Math.Max(0, (difference * strata.Sum(s => s.P)) + strata.Sum(s => s.Q)) / (weight * weight);
        return new CommonDifference(difference, Math.Sqrt(variance), strata.Count);
    }

    private static AnsweringVerdict Verdict(ShareComparison? together, CommonDifference? within)
    {
        if (together is null)
        {
            return AnsweringVerdict.NotTestable;
        }

        var (established, difference) = within is null
            ? (together.IsSignificant, together.Difference)
            : (!within.Interval().Contains(0), within.Difference);
        return !established ? AnsweringVerdict.NotEstablished
            : difference < 0 ? AnsweringVerdict.FewerLeave
            : AnsweringVerdict.MoreLeave;
    }

    /// <summary>Sato's terms: variance = (RD·ΣP + ΣQ)/(Σw)².</summary>
    private static (double Weight, double Difference, double P, double Q) Stratum(AnsweringUnit unit)
    {
        double a = unit.Answered.Numerator, n1 = unit.Answered.Denominator, b = unit.Unanswered.Numerator, n0 = unit.Unanswered.Denominator;
        var all = n1 + n0;
        return (
            n1 * n0 / all,
            ((a * n0) - (b * n1)) / all,
            ((n1 * n1 * b) - (n0 * n0 * a) + (n1 * n0 * (n0 - n1) / 2)) / (all * all),
            ((a * (n0 - b)) + (b * (n1 - a))) / (2 * all));
    }

    private static Share Sum(IEnumerable<Share> shares) =>
        shares.Aggregate((sum, s) => new Share(sum.Numerator + s.Numerator, sum.Denominator + s.Denominator, s.Design));
}
