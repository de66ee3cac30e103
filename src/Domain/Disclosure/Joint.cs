namespace Medborgardialog.Domain.Disclosure;

/// <summary>A partition as the group of each atom, −1 only for atoms without members.</summary>
internal readonly record struct Grouping(int[] GroupOf, int Groups);

/// <summary>Several partitions crossed: the cells that have members.</summary>
/// <param name="Members">Persons by cell.</param>
/// <param name="Partitions">The same partitions, by cell.</param>
internal sealed record Joint(int[] Members, IReadOnlyList<Grouping> Partitions)
{
    /// <param name="counts">Members by atom.</param>
    public static Joint Of(IReadOnlyList<Grouping> partitions, int[] counts)
    {
        var members = new int[partitions.Aggregate(1, (product, p) => product * p.Groups)];
        var atoms = new int[members.Length];
        for (var atom = 0; atom < counts.Length; atom++)
        {
            if (counts[atom] > 0)
            {
                var cell = partitions.Aggregate(0, (c, p) => (c * p.Groups) + p.GroupOf[atom]);
                members[cell] += counts[atom];
                atoms[cell] = atom;
            }
        }

        var there = Enumerable.Range(0, members.Length).Where(c => members[c] > 0).ToArray();
        return new Joint(
            [.. there.Select(c => members[c])],
            [.. partitions.Select(p => new Grouping([.. there.Select(c => p.GroupOf[atoms[c]])], p.Groups))]);
    }
}
