namespace Medborgardialog.Domain.Statistics;

/// <summary>One group of a published breakdown with its place in the population.</summary>
/// <param name="Share">Of those in the group who answered, from rounded counts.</param>
/// <param name="Population">Persons of the group in the population, 0 or more; null for those of whom it is not known which group they are in.</param>
public sealed record PublishedStratum(string Name, RoundedShare Share, int? Population);

/// <param name="Value">Weighted share, 0 to 1.</param>
/// <param name="Interval">What rounding and chance can hide together.</param>
/// <param name="Size">Kish's effective size.</param>
public sealed record PostStratifiedShare(double Value, ConfidenceInterval Interval, double Size);

/// <summary>
/// Weights from figures that are published already, so that the weighted share tells nothing that they do not: beside an exact unweighted share,
/// one that was weighted by true cells would give the true cells away. One margin, by <see cref="Raking"/> with its trimming (requirement L3).
/// </summary>
public static class PostStratification
{
    /// <returns>
    /// Null for anything but a probability sample, where a group of the population has no answers or an answer no group, and where a share is too uncertain to be shown.
    /// </returns>
    public static PostStratifiedShare? Of(IReadOnlyList<PublishedStratum> strata, string margin)
    {
        var known = strata.Where(s => s.Population is not null).ToList();
        if (known.Count < 2 || strata.Any(s => s.Share.Design != SampleDesign.ProbabilitySample || !s.Share.IsShown) || known.Sum(s => (long)s.Population!.Value) == 0)
        {
            return null;
        }

        int[] members = [.. strata.SelectMany(s => Enumerable.Repeat(known.IndexOf(s), s.Share.Denominator))];
        var outcome = Raking.Rake([new RakingMargin(margin, [.. known.Select(s => s.Name)], [.. known.Select(s => (double)s.Population!.Value)], members)]);
        if (outcome is not RakingOutcome.Weighted weighted)
        {
            return null;
        }

        var (value, low, high, at) = (0.0, 0.0, 0.0, 0);
        var all = weighted.Weights.Sum();
        foreach (var share in strata.Select(s => s.Share))
        {
            var part = share.Denominator * weighted.Weights[at] / all;
            (value, low, high) = (value + (part * share.Value), low + (part * share.Rounding.Lower), high + (part * share.Rounding.Upper));
            at += share.Denominator;
        }

        var (least, most) = (Math.Clamp(low, 0, 1), Math.Clamp(high, 0, 1));
        return new PostStratifiedShare(
            Math.Min(1, value), new ConfidenceInterval(Wilson.Interval(least, weighted.EffectiveSize).Lower, Wilson.Interval(most, weighted.EffectiveSize).Upper),
            weighted.EffectiveSize);
    }
}
