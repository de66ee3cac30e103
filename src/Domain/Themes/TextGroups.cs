namespace Medborgardialog.Domain.Themes;

/// <summary>One text by its stems.</summary>
/// <param name="Number">See <see cref="CodingInput.Number"/>.</param>
public sealed record StemmedText(int Number, Guid Person, IReadOnlyList<string> Stems);

/// <summary>Texts that may belong together. A proposal and nothing else until a person says so.</summary>
/// <param name="Stems">The stems that hold it together, those of most texts first.</param>
/// <param name="Numbers">Of the texts, in order.</param>
public sealed record TextGroup(IReadOnlyList<string> Stems, IReadOnlyList<int> Numbers);

/// <summary>
/// Groups texts by shared stems, the same way each time: every stem that several people use, but not nearly all, gathers its texts; gatherings that are mostly the
/// same texts become one; then the largest is taken, its texts are put aside, and so on. Each text is in at most one group, and every group can say by which words.
/// </summary>
/// <remarks>
/// A greedy set cover over terms, as in frequent-term clustering (Beil, Ester and Xu 2002, Frequent term-based text clustering, KDD, 436–442), without its tuning.
/// It finds what is said in the same words; the same thing in other words is for people to see.
/// </remarks>
public static class TextGroups
{
    /// <summary>People in the smallest group.</summary>
    public const int FewestPeople = 3;

    /// <summary>Groups proposed at a time.</summary>
    public const int Most = 12;

    /// <summary>A stem of a larger share of the texts than this tells nothing apart.</summary>
    private const double Common = 0.4;

    /// <summary>Two gatherings that share this much of their texts (Jaccard) are one.</summary>
    private const double Same = 0.5;

    public static IReadOnlyList<TextGroup> Of(IReadOnlyCollection<StemmedText> texts)
    {
        var people = texts.ToDictionary(t => t.Number, t => t.Person);
        var most = Math.Max(FewestPeople, texts.Count * Common);
        var gatherings = texts.SelectMany(t => t.Stems.Where(s => s.Length > 1).Select(s => (Stem: s, t.Number)))
            .GroupBy(t => t.Stem, t => t.Number, StringComparer.Ordinal)
            .Select(g => (Stems: new List<string> { g.Key }, Numbers: g.ToHashSet()))
            .Where(g => g.Numbers.Count <= most && People(g.Numbers, people) >= FewestPeople)
            .OrderByDescending(g => g.Numbers.Count).ThenBy(g => g.Stems[0], StringComparer.Ordinal)
            .ToList();
        return Cover(Merge(gatherings), people);
    }

    private static List<(List<string> Stems, HashSet<int> Numbers)> Merge(List<(List<string> Stems, HashSet<int> Numbers)> gatherings)
    {
        var merged = new List<(List<string> Stems, HashSet<int> Numbers)>();
        foreach (var gathering in gatherings)
        {
            var same = merged.FindIndex(m => m.Numbers.Intersect(gathering.Numbers).Count() is var shared
                && shared >= Same * (m.Numbers.Count + gathering.Numbers.Count - shared));
            if (same < 0)
            {
                merged.Add(gathering);
            }
            else
            {
                merged[same].Stems.AddRange(gathering.Stems);
                merged[same].Numbers.UnionWith(gathering.Numbers);
            }
        }

        return merged;
    }

    private static List<TextGroup> Cover(List<(List<string> Stems, HashSet<int> Numbers)> gatherings, Dictionary<int, Guid> people)
    {
        var groups = new List<TextGroup>();
        while (groups.Count < Most && gatherings.Count > 0)
        {
            var largest = gatherings.OrderByDescending(g => People(g.Numbers, people)).ThenBy(g => g.Stems[0], StringComparer.Ordinal).First();
            if (People(largest.Numbers, people) < FewestPeople)
            {
                break;
            }

            groups.Add(new TextGroup(largest.Stems, [.. largest.Numbers.Order()]));
            gatherings.Remove(largest);
            gatherings.ForEach(g => g.Numbers.ExceptWith(largest.Numbers));
        }

        return groups;
    }

    private static int People(IEnumerable<int> numbers, Dictionary<int, Guid> people) => numbers.Select(n => people[n]).Distinct().Count();
}
