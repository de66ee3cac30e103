namespace Medborgardialog.Domain.Disclosure;

/// <summary>
/// The respondents by background: those with the same category of every variable are one atom. Everything that the audits ask
/// about groups is a sum over atoms, a few hundred numbers however many the respondents are. Atoms lie in the order of their categories,
/// so that nothing depends on the order in which respondents came.
/// </summary>
internal sealed class Crowd
{
    private readonly int[][] _categoryOf;
    private readonly Tally[] _people;

    /// <param name="backgrounds">Those with each background.</param>
    public Crowd(IReadOnlyList<BackgroundVariable> variables, IReadOnlyList<Tally> backgrounds)
    {
        Variables = variables;
        long[] keys = [.. Enumerable.Range(0, backgrounds.Count).Select(Key)];
        long[] atoms = [.. keys.Distinct().Order()];
        AtomOf = [.. keys.Select(k => Array.BinarySearch(atoms, k))];
        _people = new Tally[atoms.Length];
        _categoryOf = [.. variables.Select(_ => new int[atoms.Length])];
        for (var i = 0; i < AtomOf.Length; i++)
        {
            _people[AtomOf[i]] += backgrounds[i];
            for (var v = 0; v < variables.Count; v++)
            {
                _categoryOf[v][AtomOf[i]] = CategoryOf(variables[v], i);
            }
        }

        long Key(int background) => variables.Aggregate(0L, (key, v) => (key * (v.Categories.Count + 1)) + CategoryOf(v, background));
    }

    public IReadOnlyList<BackgroundVariable> Variables { get; }

    /// <summary>All respondents, by atom.</summary>
    public IReadOnlyList<Tally> Atoms => _people;

    /// <summary>By background.</summary>
    public int[] AtomOf { get; }

    /// <summary>All respondents, persons by atom.</summary>
    public int[] Count() => [.. _people.Select(a => a.Persons)];

    /// <summary>Members of each category of a variable, not told last.</summary>
    /// <param name="counts">By atom.</param>
    public int[] CountCategories(int variable, int[] counts)
    {
        var categories = new int[Variables[variable].Categories.Count + 1];
        for (var atom = 0; atom < counts.Length; atom++)
        {
            categories[_categoryOf[variable][atom]] += counts[atom];
        }

        return categories;
    }

    /// <summary>Group of each atom in a partition; −1 where the partition leaves an empty category out.</summary>
    public Grouping GroupOfAtoms(Partition partition)
    {
        var groupOf = new int[Variables[partition.Variable].Categories.Count + 1];
        Array.Fill(groupOf, -1);
        for (var g = 0; g < partition.Groups.Count; g++)
        {
            foreach (var category in partition.Groups[g])
            {
                groupOf[category] = g;
            }
        }

        return new Grouping([.. _categoryOf[partition.Variable].Select(c => groupOf[c])], partition.Groups.Count);
    }

    public IReadOnlyList<string> Names(int variable, IEnumerable<int> categories) =>
        [.. categories.Select(c => c < Variables[variable].Categories.Count ? Variables[variable].Categories[c] : BackgroundVariable.NotToldName)];

    private static int CategoryOf(BackgroundVariable variable, int background) =>
        variable.Category[background] == BackgroundVariable.NotTold ? variable.Categories.Count : variable.Category[background];
}

/// <summary>A background variable as groups of categories.</summary>
/// <param name="Variable">Place among the declared variables.</param>
/// <param name="Groups">Categories of each group, as places; not told is the place after the last.</param>
/// <param name="Counts">Members of each group.</param>
internal sealed record Partition(int Variable, bool Ordered, IReadOnlyList<int[]> Groups, int[] Counts)
{
    /// <summary>The same groups with the members they have among others.</summary>
    /// <param name="categories">Members by category.</param>
    /// <param name="keepEmpty">False drops groups without members; true leaves them to be merged, where it would tell something that they are missing.</param>
    public Partition Recount(int[] categories, bool keepEmpty)
    {
        var counted = Groups.Select(g => (Group: g, Count: g.Sum(c => categories[c]))).Where(g => keepEmpty || g.Count > 0).ToList();
        return this with { Groups = [.. counted.Select(g => g.Group)], Counts = [.. counted.Select(g => g.Count)] };
    }

    /// <summary>Rule R11, and then on in the same way until there are at most G_max groups (trust 2.3).</summary>
    public Partition MergeSmall(ProtectionLimits limits)
    {
        var merged = this;
        while (merged.Groups.Count > 1 && (merged.Counts.Min() < limits.SmallestGroup || merged.Groups.Count > limits.MostGroups))
        {
            merged = merged.MergeTwo();
        }

        return merged;
    }

    /// <summary>One step of rule R11.</summary>
    public Partition MergeTwo()
    {
        var (first, second) = Breakdown.NextMerge(Counts, Ordered);
        var (groups, counts) = (Groups.ToList(), Counts.ToList());
        groups[first] = [.. groups[first], .. groups[second]];
        counts[first] += counts[second];
        groups.RemoveAt(second);
        counts.RemoveAt(second);
        return this with { Groups = groups, Counts = [.. counts] };
    }
}
