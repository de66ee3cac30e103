using System.Numerics;

namespace Medborgardialog.Domain.Disclosure;

/// <summary>
/// The proof that nobody's answer to a question can be worked out from all its tables and its headline together, by someone who
/// knows everyone's background and who answered. Rule R14 looks at one option in one table at a time; this looks at everything.
/// <para>
/// A witness is a pair of respondents who could change answers with each other without any published number being impossible
/// afterwards. With everyone's background known, two persons with the same groups in all tables (an atom) cannot be told apart,
/// so what can be worked out is how many of an atom chose an option. Required, for every option that some but not all chose: a
/// witness that changes that number, for every atom of fewer than K persons, and for every atom where none or all chose it.
/// Then neither a person's answer nor the split of an atom under K is the only possible one.
/// </para>
/// A change is possible when every count stays within b − 1 of its rounding, and every row shown or hidden by rule R15 remains so.
/// </summary>
internal sealed class WitnessAudit
{
    private readonly IReadOnlyList<AnswerTable> _tables;
    private readonly ProtectionLimits _limits;
    private readonly QuestionBase _base;
    private readonly List<Atom> _atoms = [];

    /// <summary>By table, then row: columns whose count may be one less, and one more.</summary>
    private readonly (ulong Less, ulong More)[][] _free;

    public WitnessAudit(QuestionBase questionBase, IReadOnlyList<AnswerTable> tables, ProtectionLimits limits)
    {
        (_base, _tables, _limits) = (questionBase, tables, limits);
        _free = [.. tables.Select(t => Enumerable.Range(0, t.Rows).Select(row => Free(t, row)).ToArray())];
        Gather();
    }

    /// <summary>True when every number that needs a witness has one.</summary>
    public bool Passes()
    {
        foreach (var atom in _atoms)
        {
            atom.Open = NeedsWitness(atom);
        }

        for (var at = 0; at < _atoms.Count; at++)
        {
            for (var step = 1; step < _atoms.Count && _atoms[at].Open != 0; step++)
            {
                Change(_atoms[at], _atoms[(at + step) % _atoms.Count]);
            }

            if (_atoms[at].Open != 0)
            {
                return false;
            }
        }

        return true;
    }

    private static (ulong Less, ulong More) Free(AnswerTable table, int row)
    {
        var (less, more) = (0UL, 0UL);
        for (var c = 0; c < table.Columns.Count; c++)
        {
            var off = table.Hidden[row] ? 0 : table.Counts[row, c] - table.Published(row, c);
            less |= off > 1 - table.RoundingBase ? 1UL << c : 0;
            more |= off < table.RoundingBase - 1 ? 1UL << c : 0;
        }

        return (less, more);
    }

    private void Gather()
    {
        var columns = new Dictionary<ulong, ulong[]>();
        var atoms = new Dictionary<long, Atom>();
        foreach (var i in _base.Members)
        {
            var key = _tables.Aggregate(0L, (k, t) => (k * t.Rows) + t.RowOf(i));
            if (!atoms.TryGetValue(key, out var atom))
            {
                atoms[key] = atom = new Atom([.. _tables.Select(t => t.RowOf(i))], _base.Totals.Length);
                _atoms.Add(atom);
            }

            var chosen = _base.Question.Chosen[i];
            if (!columns.TryGetValue(chosen, out var inTables))
            {
                columns[chosen] = inTables = [.. _tables.Select(t => t.ColumnsOf(chosen))];
            }

            atom.Add(chosen, inTables);
        }
    }

    private ulong NeedsWitness(Atom atom)
    {
        var open = 0UL;
        for (var c = 0; c < _base.Totals.Length; c++)
        {
            var saidByHeadline = _base.Totals[c] == 0 || _base.Totals[c] == _base.Members.Length;
            var atEdge = atom.Chosen[c] == 0 || atom.Chosen[c] == atom.Members;
            open |= !saidByHeadline && (atEdge || atom.Members < _limits.SmallestGroup) ? 1UL << c : 0;
        }

        return open;
    }

    /// <summary>Looks for witnesses between two atoms, for whatever is still open in the first.</summary>
    private void Change(Atom first, Atom second)
    {
        foreach (var (given, givenColumns) in first.Answers)
        {
            foreach (var (taken, takenColumns) in second.Answers)
            {
                if (((given ^ taken) & first.Open) != 0 && IsPossible(first, givenColumns, second, takenColumns))
                {
                    first.Open &= ~(given ^ taken);
                    second.Open &= ~(given ^ taken);
                    if (first.Open == 0)
                    {
                        return;
                    }
                }
            }
        }
    }

    private bool IsPossible(Atom first, ulong[] given, Atom second, ulong[] taken)
    {
        for (var t = 0; t < _tables.Count; t++)
        {
            var (lost, gained) = (given[t] & ~taken[t], taken[t] & ~given[t]);
            if (first.Rows[t] != second.Rows[t]
                && !(IsPossible(t, first.Rows[t], lost, gained) && IsPossible(t, second.Rows[t], gained, lost)))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsPossible(int table, int row, ulong lost, ulong gained)
    {
        var (less, more) = _free[table][row];
        return (lost & ~less) == 0 && (gained & ~more) == 0 && KeepsRule15(_tables[table], row, lost, gained);
    }

    private bool KeepsRule15(AnswerTable table, int row, ulong lost, ulong gained)
    {
        var largest = 0;
        for (var c = 0; c < table.Columns.Count; c++)
        {
            largest = Math.Max(largest, table.Counts[row, c] - (int)(lost >> c & 1) + (int)(gained >> c & 1));
        }

        return table.Partition.Counts[row] - largest < _limits.LeastOutside == table.Hidden[row];
    }

    /// <summary>Respondents that the tables cannot tell apart.</summary>
    private sealed class Atom(int[] rows, int choices)
    {
        private readonly HashSet<ulong> _known = [];

        public int[] Rows => rows;

        public int Members { get; private set; }

        /// <summary>Persons by choice.</summary>
        public int[] Chosen { get; } = new int[choices];

        /// <summary>The different answers there are, with their columns in each table.</summary>
        public List<(ulong Chosen, ulong[] Columns)> Answers { get; } = [];

        /// <summary>Choices that lack a witness.</summary>
        public ulong Open { get; set; }

        public void Add(ulong chosen, ulong[] columns)
        {
            Members++;
            for (var left = chosen; left != 0; left &= left - 1)
            {
                Chosen[BitOperations.TrailingZeroCount(left)]++;
            }

            if (_known.Add(chosen))
            {
                Answers.Add((chosen, columns));
            }
        }
    }
}
