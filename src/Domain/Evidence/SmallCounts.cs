namespace Medborgardialog.Domain.Evidence;

/// <summary>
/// Which rows from records of a service the public may not see the counts of. A count of switches or complaints of one unit in one month is a
/// count of persons: from 1 to 4 it could point somebody out, so it is shown as ".." (the smallest cell is 5, see docs/disclosure.md). Officers
/// and the committee see it. Since the report tells sums of the rows, one hidden row could be worked out from the others: there are
/// therefore always at least two of each measure, of each unit and of all, that are 5 together, as long as there are more rows to hide.
/// </summary>
public static class SmallCounts
{
    /// <summary>The smallest count of persons that is shown.</summary>
    public const int Smallest = 5;

    /// <summary>A count of persons that is not shown to the public. Zero is: nobody is pointed out by it.</summary>
    public static bool IsSmall(int? count) => count is > 0 and < Smallest;

    /// <summary>
    /// Places in a column of counts, whose sum is told, that are not shown: those that are small, and as many of the smallest others as it takes
    /// for the sum not to give them away.
    /// </summary>
    public static HashSet<int> HiddenOf(IReadOnlyList<int> counts)
    {
        HashSet<int> hidden = [.. counts.Index().Where(c => IsSmall(c.Item)).Select(c => c.Index)];
        foreach (var next in counts.Index().Where(c => c.Item >= Smallest).OrderBy(c => c.Item).Select(c => c.Index))
        {
            if (hidden.Count == 0 || hidden.Count > 1 && hidden.Sum(i => counts[i]) >= Smallest)
            {
                break;
            }

            hidden.Add(next);
        }

        return hidden;
    }

    /// <summary>True for rows that are counted in the records of a service, one person a time.</summary>
    public static bool AreCountedIn(EvidenceRow row) => row.SourceKind is EvidenceSourceKind.Complaints or EvidenceSourceKind.Switching;

    /// <summary>Ids of the rows to hide. Every row of the same unit, group, reason and period is hidden together, since one is a part of another.</summary>
    /// <param name="rows">All that the same report rests on.</param>
    public static HashSet<Guid> Hidden(IReadOnlyCollection<EvidenceRow> rows)
    {
        var cells = rows.Where(AreCountedIn).GroupBy(r => (r.SourceId, r.Kind, r.Unit, r.Group, r.Reason, r.From, r.To))
            .OrderBy(g => g.Sum(r => r.Count ?? 0)).ThenBy(g => g.Min(r => r.Id)).Select(g => g.ToList()).ToList();
        var hidden = cells.Where(c => c.Exists(r => IsSmall(r.Count))).ToList();
        var open = cells.Except(hidden).ToList();
        while (Worked(hidden).Select(sum => open.Find(c => c.Exists(r => sum.Holds(r) && r.Count > 0))).FirstOrDefault(c => c is not null) is { } next)
        {
            hidden.Add(next);
            open.Remove(next);
        }

        return [.. hidden.SelectMany(c => c).Select(r => r.Id)];
    }

    /// <summary>Sums from which their hidden rows could be worked out: one alone, or fewer than five persons in all. Those of units first.</summary>
    private static List<Summed> Worked(IReadOnlyCollection<List<EvidenceRow>> hidden) =>
        hidden.SelectMany(c => c).SelectMany(r => new[] { (Sum: OfUnit(r), Row: r), (Sum: OfAll(r), Row: r) }).GroupBy(s => s.Sum, s => s.Row)
            .Where(g => g.Sum(r => r.Count ?? 0) > 0 && (g.Count(r => r.Count > 0) < 2 || g.Sum(r => r.Count ?? 0) < Smallest))
            .OrderBy(g => g.Key.Unit is null).Select(g => g.Key).ToList();

    private static Summed OfUnit(EvidenceRow row) => new(row.SourceId, row.Kind, row.Measure, row.Unit);

    private static Summed OfAll(EvidenceRow row) => new(row.SourceId, row.Kind, row.Measure, null);

    /// <summary>What the report tells a sum of: a measure of one unit, and of all (null).</summary>
    private sealed record Summed(Guid Source, EvidenceKind Kind, string Measure, string? Unit)
    {
        public bool Holds(EvidenceRow row) => this == OfAll(row) || this == OfUnit(row);
    }
}
