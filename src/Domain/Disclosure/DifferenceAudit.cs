namespace Medborgardialog.Domain.Disclosure;

/// <summary>
/// Rule R12: no combination of published groups sets apart 1 to K − 1 persons, were every count published exact. Audited:
/// <list type="bullet">
/// <item>every union of groups of one partition against every union of another, and every three, with all signs;</item>
/// <item>every four, when the product of three of their numbers of unions is at most 2·10⁶ (the rule has that limit for threes,
/// which the search below makes cheap enough to do always);</item>
/// <item>every single atom, and every other set that elimination of the groups over the atoms finds.</item>
/// </list>
/// The total, a partition of one group, is in every combination: a sign is the complement of a union, less the total.
/// So what must be empty or at least K is { i : number of the chosen unions that hold i ≠ t }, for every t.
/// </summary>
/// <param name="smallest">K.</param>
/// <param name="counts">Members by atom.</param>
internal sealed class DifferenceAudit(int smallest, int[] counts)
{
    private const double MostUnions = 2e6;

    private readonly List<Grouping> _published = [];

    /// <summary>Whether the partition can stand beside all accepted ones.</summary>
    public bool Passes(Grouping partition)
    {
        var last = _published.Count;
        for (var chosen = 1; chosen < 1 << last; chosen++)
        {
            List<Grouping> together = [.. _published.Where((_, i) => (chosen & (1 << i)) != 0), partition];
            if ((together.Count < 4 || Unions(together) <= MostUnions) && IsolatesSome(Joint.Of(together, counts)))
            {
                return false;
            }
        }

        return last == 0 || !new Elimination(Joint.Of([.. _published, partition], counts)).IsolatesFewer(smallest);
    }

    public void Accept(Grouping partition) => _published.Add(partition);

    private static double Unions(List<Grouping> together) =>
        together.Select(p => Math.Pow(2, p.Groups) - 1).OrderDescending().Take(3).Aggregate(1.0, (product, unions) => product * unions);

    private bool IsolatesSome(Joint joint)
    {
        // Of the mirror images t and k − t (all unions complemented) one is enough; t = 0 is a plain union, at least K.
        for (var t = 1; t <= joint.Partitions.Count / 2; t++)
        {
            if (Choose(joint, 0, new byte[joint.Members.Length], t))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All unions of the partitions but the last two, by plain enumeration.</summary>
    /// <param name="held">By cell: how many of the unions chosen so far hold it.</param>
    private bool Choose(Joint joint, int at, byte[] held, int t)
    {
        if (at == joint.Partitions.Count - 2)
        {
            return SearchLastTwo(joint, held, t);
        }

        var (groupOf, groups) = joint.Partitions[at];
        var next = new byte[held.Length];
        for (var union = 0; union < 1 << groups; union++)
        {
            for (var cell = 0; cell < held.Length; cell++)
            {
                next[cell] = (byte)(held[cell] + ((union >> groupOf[cell]) & 1));
            }

            if (Choose(joint, at + 1, next, t))
            {
                return true;
            }
        }

        return false;
    }

    private bool SearchLastTwo(Joint joint, byte[] held, int t)
    {
        // touched[j][g, h]: persons of both groups whose number of unions is not t when j more unions hold them.
        var ((groupOf, groups), (otherOf, others)) = (joint.Partitions[^2], joint.Partitions[^1]);
        var both = groups * others;
        var touched = new int[3 * both];
        for (var cell = 0; cell < held.Length; cell++)
        {
            for (var more = 0; more < 3; more++)
            {
                touched[(more * both) + (groupOf[cell] * others) + otherOf[cell]] += held[cell] + more == t ? 0 : joint.Members[cell];
            }
        }

        return Search(touched, groups, others, 0, new int[(groups + 1) * 2 * others]);
    }

    /// <summary>
    /// Decides group by group of the first partition whether it is in the union. A branch ends as soon as the persons touched
    /// are K however the groups of the second are chosen, since they never become fewer.
    /// </summary>
    /// <param name="sums">By depth: persons touched in each group of the second partition if it is in its union, and if it is not.</param>
    private bool Search(int[] touched, int groups, int others, int depth, int[] sums)
    {
        var at = depth * 2 * others;
        var least = 0;
        for (var h = 0; h < others; h++)
        {
            least += Math.Min(sums[at + h], sums[at + others + h]);
        }

        if (least >= smallest)
        {
            return false;
        }

        if (depth == groups)
        {
            return IsolatesSome(sums.AsSpan(at, others), sums.AsSpan(at + others, others));
        }

        for (var taken = 0; taken < 2; taken++)
        {
            var (next, cells) = (at + (2 * others), groups * others);
            for (var h = 0; h < others; h++)
            {
                var cell = (depth * others) + h;
                sums[next + h] = sums[at + h] + touched[((taken + 1) * cells) + cell];
                sums[next + others + h] = sums[at + others + h] + touched[(taken * cells) + cell];
            }

            if (Search(touched, groups, others, depth + 1, sums))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether some choice of groups of the second partition gives a sum of 1 to K − 1: the sums under K as bits of a mask.</summary>
    private bool IsolatesSome(ReadOnlySpan<int> taken, ReadOnlySpan<int> left)
    {
        var sums = 1UL;
        for (var h = 0; h < taken.Length; h++)
        {
            sums = Shift(sums, taken[h]) | Shift(sums, left[h]);
        }

        return (sums & ~1UL) != 0;
    }

    private ulong Shift(ulong sums, int by) => by >= smallest ? 0 : (sums << by) & ((1UL << smallest) - 1);
}
