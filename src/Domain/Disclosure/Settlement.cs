namespace Medborgardialog.Domain.Disclosure;

/// <summary>Rules R11 and R12 together, for all respondents or for the base of one question: which groups each variable is shown by.</summary>
/// <param name="Partitions">By declared variable; null where it is not shown.</param>
/// <param name="Reasons">By declared variable; null where it is shown.</param>
internal sealed record Settlement(IReadOnlyList<Partition?> Partitions, IReadOnlyList<Withheld?> Reasons)
{
    /// <summary>Of everyone, from the categories as they were declared.</summary>
    public static Settlement OfEveryone(Crowd crowd, ProtectionLimits limits)
    {
        var whole = crowd.Variables.Select((v, i) => (Partition?)new Partition(i, v.Ordered, [.. Enumerable.Range(0, v.Categories.Count + 1).Select(c => new[] { c })], []));
        return Settle(crowd, crowd.Count(), new Settlement([.. whole], new Withheld?[crowd.Variables.Count]), limits, keepEmpty: false);
    }

    /// <summary>Of those counted in <paramref name="counts"/>, from the groups settled before, which can only become larger.</summary>
    /// <param name="counts">By atom.</param>
    public Settlement Within(Crowd crowd, int[] counts, ProtectionLimits limits, bool keepEmpty) => Settle(crowd, counts, this, limits, keepEmpty);

    private static Settlement Settle(Crowd crowd, int[] counts, Settlement before, ProtectionLimits limits, bool keepEmpty)
    {
        var audit = new DifferenceAudit(limits.SmallestGroup, counts);
        var (partitions, reasons) = (new Partition?[crowd.Variables.Count], before.Reasons.ToArray());
        for (var v = 0; v < partitions.Length; v++)
        {
            if (before.Partitions[v] is not { } start)
            {
                continue;
            }

            var merged = start.Recount(crowd.CountCategories(v, counts), keepEmpty).MergeSmall(limits);
            if (merged.Groups.Count < 2)
            {
                reasons[v] = Withheld.TooFew;
                continue;
            }

            // The groups that rule R12 merges are those that rule R11 would: an ordered variable keeps its order.
            while (merged.Groups.Count > 1 && !audit.Passes(crowd.GroupOfAtoms(merged)))
            {
                merged = merged.MergeTwo();
            }

            if (merged.Groups.Count < 2)
            {
                reasons[v] = Withheld.DifferenceAudit;
                continue;
            }

            audit.Accept(crowd.GroupOfAtoms(merged));
            partitions[v] = merged;
        }

        return new Settlement(partitions, reasons);
    }
}
