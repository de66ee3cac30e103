namespace Medborgardialog.Domain.Tests.Disclosure;

/// <summary>
/// Looks away from rounding: if every shown count were exact, which sets of persons could be isolated? Plain enumeration of
/// unions with a total beside them, and projection of single atoms on what the shown rows span.
/// </summary>
internal sealed class SetAttack(AttackWorld world)
{
    private const int SmallTriple = 1 << 12;

    /// <param name="fewer">Sets of fewer persons than this are found.</param>
    public IEnumerable<Finding> Run(int fewer)
    {
        var findings = Algebra(fewer).ToList();
        for (var a = 0; a < world.Sides.Count; a++)
        {
            for (var b = a + 1; b < world.Sides.Count; b++)
            {
                findings.AddRange(Pair(world.Sides[a], world.Sides[b], fewer));
                for (var c = b + 1; c < world.Sides.Count; c++)
                {
                    findings.AddRange(Triple([world.Sides[a], world.Sides[b], world.Sides[c]], fewer));
                }
            }
        }

        return findings;
    }

    private Finding Found(string how, IEnumerable<int> persons) => new(how, world.Form.Key, world.Respondents(persons), -2, null);

    /// <summary>An atom's count follows from sums exactly when its unit vector lies in the span of the rows (Gram–Schmidt, length 1).</summary>
    private IEnumerable<Finding> Algebra(int fewer)
    {
        var span = new List<double[]>();
        var rows = world.Sides.SelectMany(s => Enumerable.Range(0, s.Rows).Where(s.Shown)
            .Select(r => world.Atoms.Select(a => s.RowOf[a[0]] == r ? 1.0 : 0.0).ToArray()));
        foreach (var row in rows.Append([.. world.Atoms.Select(_ => 1.0)]))
        {
            // Twice, since once is not exact enough.
            foreach (var unit in span.Concat(span))
            {
                var along = Enumerable.Range(0, row.Length).Sum(i => row[i] * unit[i]);
                for (var i = 0; i < row.Length; i++)
                {
                    row[i] -= along * unit[i];
                }
            }

            var length = Math.Sqrt(row.Sum(x => x * x));
            if (length > 1e-7)
            {
                span.Add([.. row.Select(x => x / length)]);
            }
        }

        return Enumerable.Range(0, world.Atoms.Count)
            .Where(a => world.Atoms[a].Count < fewer && span.Sum(unit => unit[a] * unit[a]) > 1 - 1e-9)
            .Select(a => Found("algebra", world.Atoms[a]));
    }

    /// <summary>The smallest set that the difference of two unions, or of it and the total, isolates.</summary>
    private IEnumerable<Finding> Pair(AttackSide first, AttackSide second, int fewer)
    {
        var (rows, others) = (Shown(first), Shown(second));
        var cells = new int[first.Rows, second.Rows];
        for (var p = 0; p < world.Persons.Length; p++)
        {
            cells[first.RowOf[p], second.RowOf[p]]++;
        }

        var (best, bestA, bestB, turned) = (fewer, 0, 0, false);
        var sizes = new int[1 << others.Length];
        for (var a = 0; a < 1 << rows.Length; a++)
        {
            sizes[0] = rows.Where((_, g) => (a >> g & 1) != 0).Sum(r => first.Sizes[r]);
            for (var h = 0; h < others.Length; h++)
            {
                var inside = rows.Where((_, g) => (a >> g & 1) != 0).Sum(r => cells[r, others[h]]);
                var step = second.Sizes[others[h]] - (2 * inside);
                for (var b = 0; b < 1 << h; b++)
                {
                    sizes[b | (1 << h)] = sizes[b] + step;
                }
            }

            for (var b = 0; b < sizes.Length; b++)
            {
                var rest = world.Persons.Length - sizes[b];
                var (size, other) = (sizes[b] > 0 ? sizes[b] : best, rest > 0 ? rest : best);
                if (Math.Min(size, other) < best)
                {
                    (best, bestA, bestB, turned) = (Math.Min(size, other), a, b, other < size);
                }
            }
        }

        if (best < fewer)
        {
            yield return Found("difference", Enumerable.Range(0, world.Persons.Length)
                .Where(p => In(rows, first.RowOf[p], bestA) != In(others, second.RowOf[p], bestB) != turned));
        }
    }

    private IEnumerable<Finding> Triple(AttackSide[] sides, int fewer)
    {
        var shown = sides.Select(Shown).ToArray();
        if (shown.Sum(s => s.Length) > Math.Log2(SmallTriple))
        {
            yield break;
        }

        var inside = new int[3, world.Atoms.Count];
        for (var chosen = 0; chosen < 1 << shown.Sum(s => s.Length); chosen++)
        {
            for (var (side, union) = (0, chosen); side < 3; union >>= shown[side++].Length)
            {
                for (var atom = 0; atom < world.Atoms.Count; atom++)
                {
                    inside[side, atom] = In(shown[side], sides[side].RowOf[world.Atoms[atom][0]], union) ? 1 : 0;
                }
            }

            for (var sign = 0; sign < 12; sign++)
            {
                if (Touched(inside, sign) is { Count: > 0 } touched && touched.Sum(a => world.Atoms[a].Count) < fewer)
                {
                    yield return Found("three", touched.SelectMany(a => world.Atoms[a]));
                    yield break;
                }
            }
        }
    }

    /// <summary>Atoms with a coefficient other than 0 in A ± B ± C + (−1, 0 or 1) · everyone; empty as soon as they are many.</summary>
    private List<int> Touched(int[,] inside, int sign)
    {
        var (second, third, total) = ((sign & 1) == 0 ? 1 : -1, (sign & 2) == 0 ? 1 : -1, (sign >> 2) - 1);
        var touched = new List<int>();
        for (var (atom, persons) = (0, 0); atom < world.Atoms.Count; atom++)
        {
            if (inside[0, atom] + (second * inside[1, atom]) + (third * inside[2, atom]) + total != 0)
            {
                touched.Add(atom);
                persons += world.Atoms[atom].Count;
                if (persons >= world.Smallest)
                {
                    return [];
                }
            }
        }

        return touched;
    }

    private static int[] Shown(AttackSide side) => [.. Enumerable.Range(0, side.Rows).Where(side.Shown)];

    private static bool In(int[] rows, int row, int union) => Array.IndexOf(rows, row) is >= 0 and var g && (union >> g & 1) != 0;
}
