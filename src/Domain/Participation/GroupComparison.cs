using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Domain.Participation;

/// <summary>One group of those who could take part.</summary>
/// <param name="Size">Persons, 0 or more.</param>
public sealed record ReferenceGroup(string Name, int Size);

/// <param name="Names">Categories of the group; those who did not say are never alone in one.</param>
/// <param name="Count">Those who have taken part, rounded.</param>
/// <param name="Size">Those who could.</param>
public sealed record ComparedGroup(IReadOnlyList<string> Names, int Count, int Size)
{
    /// <summary>0 to 1; cut at 1, since the count is rounded.</summary>
    public double Rate => Math.Min(1, (double)Count / Size);
}

/// <summary>
/// Those who take part beside those who could, group by group. Uses published counts alone, so that nothing can leak that was not published.
/// </summary>
/// <param name="Groups">In the order of the reference. Empty when withheld.</param>
/// <param name="Skew">Index of dissimilarity, 0 to 1; null when withheld.</param>
/// <param name="Reason">Null when shown.</param>
public sealed record GroupComparison(IReadOnlyList<ComparedGroup> Groups, double? Skew, Withheld? Reason)
{
    public static GroupComparison None { get; } = new([], null, Withheld.TooFew);

    /// <summary>Rate among all groups together; null when withheld.</summary>
    public double? Rate => Groups.Count == 0 ? null : Math.Min(1, (double)Groups.Sum(g => g.Count) / Groups.Sum(g => g.Size));

    /// <param name="published">From the release; null when there is none.</param>
    /// <param name="reference">In order; groups without people are left out.</param>
    /// <param name="ordered">True where neighbours belong together, such as ages.</param>
    public static GroupComparison Of(PublishedVariable? published, IReadOnlyList<ReferenceGroup> reference, bool ordered, ProtectionLimits limits)
    {
        var sizes = reference.Where(r => r is { Size: > 0, Name.Length: > 0 }).ToList();
        if (published is null || published.Groups.Count == 0 || sizes.Count < 2)
        {
            return None with { Reason = published?.Reason ?? Withheld.TooFew };
        }

        var groups = published.Groups.Select(g => (Names: g.Names.ToList(), g.Count)).Where(g => g.Names.Exists(n => n != BackgroundVariable.NotToldName)).ToList();
        foreach (var missing in sizes.Where(s => !groups.Exists(g => g.Names.Contains(s.Name))))
        {
            // That nobody of a group has come is told about the group, as any small count would be (rule R11).
            Nearest(groups, missing.Name, sizes, ordered)?.Add(missing.Name);
        }

        var compared = groups
            .Select(g => new ComparedGroup(
                [.. g.Names.OrderBy(n => Place(sizes, n))], g.Count, sizes.Where(s => g.Names.Contains(s.Name)).Sum(s => s.Size)))
            .Where(g => g.Size > 0)
            .OrderBy(g => g.Names.Min(n => Place(sizes, n)))
            .ToList();

        // Rule R15: where all but a few of a group have taken part it would be told of each of them. What rounding can hide is counted in.
        return compared.Count < 2 ? None
            : compared.Exists(g => g.Size - g.Count < limits.LeastOutside + limits.RoundingBase - 1) ? None with { Reason = Withheld.TooAlike }
            : compared.TrueForAll(g => g.Count == 0) ? None
            : new GroupComparison(compared, Dissimilarity.Between([.. compared.Select(g => (double)g.Count)], [.. compared.Select(g => (double)g.Size)]), null);
    }

    private static int Place(List<ReferenceGroup> sizes, string name) => sizes.FindIndex(s => s.Name == name) is var at and >= 0 ? at : int.MaxValue;

    /// <summary>The group with the closest category of an ordered variable, otherwise the smallest.</summary>
    private static List<string>? Nearest(List<(List<string> Names, int Count)> groups, string name, List<ReferenceGroup> sizes, bool ordered)
    {
        var known = groups.Where(g => g.Names.Exists(n => Place(sizes, n) != int.MaxValue)).ToList();
        var place = Place(sizes, name);
        return known.Count == 0 ? null
            : ordered ? known.MinBy(g => g.Names.Select(n => Place(sizes, n)).Where(p => p != int.MaxValue).Min(p => Math.Abs(p - place))).Names
            : known.MinBy(g => g.Count).Names;
    }
}
