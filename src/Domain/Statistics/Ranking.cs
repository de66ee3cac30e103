namespace Medborgardialog.Domain.Statistics;

/// <summary>A provider or unit with its share.</summary>
public sealed record RankedUnit(string Name, Share Share);

/// <summary>Two units against each other.</summary>
/// <param name="Higher">The one with the higher share; at the same share the one named first.</param>
/// <param name="AdjustedP">After Benjamini and Hochberg over all pairs.</param>
public sealed record RankedPair(RankedUnit Higher, RankedUnit Lower, ShareComparison Comparison, double AdjustedP)
{
    /// <summary>The adjusted p-value is below 0.05.</summary>
    public bool IsEstablished => AdjustedP < Certainty.Significance;
}

/// <summary>Why units are not ranked.</summary>
public enum RankingRefusal
{
    /// <summary>An open sample says nothing about those who did not take part.</summary>
    OpenSample,

    /// <summary>A unit without answers.</summary>
    NoAnswers,

    /// <summary>Fewer than two units.</summary>
    NothingToRank,
}

/// <summary>An order as far as it is established, or the named reason why there is none.</summary>
public abstract record RankingOutcome
{
    private RankingOutcome()
    {
    }

    /// <param name="Tiers">Highest first. Every unit of a tier is established as higher than every unit of all later tiers; within a tier there is no order.</param>
    /// <param name="Pairs">All pairs, so that a page can say which differences are established although they give no tier.</param>
    public sealed record Ranked(IReadOnlyList<IReadOnlyList<RankedUnit>> Tiers, IReadOnlyList<RankedPair> Pairs) : RankingOutcome
    {
        /// <summary>False when all units are in one tier: then they are listed by name, and the page says that they cannot be told apart.</summary>
        public bool HasOrder => Tiers.Count > 1;
    }

    /// <param name="Unit">The first unit that stands in the way; empty when there are too few.</param>
    public sealed record Refused(RankingRefusal Reason, string Unit) : RankingOutcome;
}

/// <summary>
/// Ranks only what the figures bear (requirement N3). League tables by the bare share mostly rank chance (Goldstein and Spiegelhalter 1996, JRSS A 159, 385–443).
/// </summary>
public static class Ranking
{
    /// <summary>Compares all pairs, adjusts for their number, and draws a line between two tiers only where every pair across it is established.</summary>
    public static RankingOutcome Of(IReadOnlyList<RankedUnit> units)
    {
        if (Refusal(units) is { } refused)
        {
            return refused;
        }

        RankedUnit[] sorted = [.. units.OrderByDescending(u => u.Share.Value).ThenBy(u => u.Name, StringComparer.Ordinal)];
        var pairs = Pairs(sorted);
        var count = sorted.Length;
        var established = new bool[count, count];
        foreach (var (pair, at) in pairs.Zip(Places(count)))
        {
            established[at.High, at.Low] = pair.IsEstablished;
        }

        var tiers = new List<IReadOnlyList<RankedUnit>>();
        var start = 0;
        for (var border = 1; border <= count; border++)
        {
            if (border == count || Places(count).Where(p => p.High < border && p.Low >= border).All(p => established[p.High, p.Low]))
            {
                tiers.Add([.. sorted[start..border].OrderBy(u => u.Name, StringComparer.Ordinal)]);
                start = border;
            }
        }

        return new RankingOutcome.Ranked(tiers, pairs);
    }

    private static RankingOutcome.Refused? Refusal(IReadOnlyList<RankedUnit> units) =>
        units.FirstOrDefault(u => u.Share.Design == SampleDesign.Open) is { } open ? new RankingOutcome.Refused(RankingRefusal.OpenSample, open.Name)
        : units.FirstOrDefault(u => u.Share.Denominator == 0) is { } empty ? new RankingOutcome.Refused(RankingRefusal.NoAnswers, empty.Name)
        : units.Count < 2 ? new RankingOutcome.Refused(RankingRefusal.NothingToRank, "")
        : null;

    private static List<RankedPair> Pairs(RankedUnit[] sorted)
    {
        var compared = Places(sorted.Length).Select(p => (High: sorted[p.High], Low: sorted[p.Low])).Select(p => (p.High, p.Low, Comparison: TwoShares.Compare(p.High.Share, p.Low.Share)!)).ToList();
        var adjusted = MultipleTesting.Adjust([.. compared.Select(c => c.Comparison.PValue)]);
        return [.. compared.Select((c, i) => new RankedPair(c.High, c.Low, c.Comparison, adjusted[i]))];
    }

    private static IEnumerable<(int High, int Low)> Places(int count) =>
        Enumerable.Range(0, count).SelectMany(high => Enumerable.Range(high + 1, count - high - 1).Select(low => (high, low)));
}
