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
/// <para>
/// A change is possible when every count stays within b − 1 of its rounding, and every row shown or hidden by rule R15 remains so.
/// Counts at the edge of what their rounding allows block many changes. What then lacks a witness is looked for again
/// from other answers that would have been published in the same way, reached by possible changes that bring the counts nearer to
/// their roundings: two answers that cannot be told apart prove as much wherever they lie.
/// </para>
/// Not finding a witness does not prove that there is none, so the audit errs on the safe side.
/// </summary>
internal sealed class WitnessAudit
{
    /// <summary>Pairs looked at on the way to other answers: well under a tenth of a second.</summary>
    private const int MostTried = 500_000;

    /// <summary>With more atoms than this the true answers nearly always lack some witness, and other answers are tried at once.</summary>
    private const int ManyAtoms = 200;

    /// <summary>Atoms this near in an order are most often alike but for one table: there are about eight groups.</summary>
    private const int Neighbours = 8;

    private readonly ProtectionLimits _limits;
    private readonly QuestionBase _base;
    private readonly PossibleCounts[] _tables;
    private readonly List<AnswerAtom> _atoms = [];

    public WitnessAudit(QuestionBase questionBase, IReadOnlyList<AnswerTable> tables, ProtectionLimits limits)
    {
        (_base, _limits) = (questionBase, limits);
        _tables = [.. tables.Select(t => new PossibleCounts(t, limits))];
        Gather(tables);
    }

    /// <summary>True when every number that needs a witness has one.</summary>
    public bool Passes()
    {
        foreach (var atom in _atoms)
        {
            atom.Open = NeedsWitness(atom);
        }

        if (_atoms.Count <= ManyAtoms && Search())
        {
            return true;
        }

        var before = _atoms.Select(a => a.Chosen.ToArray()).ToList();
        MoveInwards();
        for (var at = 0; at < _atoms.Count; at++)
        {
            _atoms[at].Close(before[at]);
        }

        return Search();
    }

    private void Gather(IReadOnlyList<AnswerTable> tables)
    {
        var columns = new Dictionary<ulong, ulong[]>();
        var atoms = new SortedDictionary<long, AnswerAtom>();
        foreach (var given in _base.Answers)
        {
            var key = 0L;
            foreach (var table in tables)
            {
                key = (key * table.Rows) + table.RowOf(given.Atom);
            }

            if (!atoms.TryGetValue(key, out var atom))
            {
                atoms[key] = atom = new AnswerAtom([.. tables.Select(t => t.RowOf(given.Atom))], _base.Totals.Length);
            }

            if (!columns.TryGetValue(given.Chosen, out var inTables))
            {
                columns[given.Chosen] = inTables = [.. tables.Select(t => t.ColumnsOf(given.Chosen))];
            }

            atom.Add(new GivenAnswer(given.Chosen, inTables), given.People.Persons);
        }

        // Which changes are tried first may decide what is proven: the answers of an atom lie in an order of their own, whoever came first.
        foreach (var atom in atoms.Values)
        {
            atom.Answers.Sort((a, b) => a.Chosen.CompareTo(b.Chosen));
        }

        // In order of their rows, so that an atom's neighbours differ from it in few tables and make the likeliest witnesses.
        _atoms.AddRange(atoms.Values);
    }

    private ulong NeedsWitness(AnswerAtom atom)
    {
        var open = 0UL;
        for (var c = 0; c < _base.Totals.Length; c++)
        {
            var saidByHeadline = _base.Totals[c] == 0 || _base.Totals[c] == _base.Members;
            var atEdge = atom.Chosen[c] == 0 || atom.Chosen[c] == atom.Members;
            open |= !saidByHeadline && (atEdge || atom.Members < _limits.SmallestGroup) ? 1UL << c : 0;
        }

        return open;
    }

    /// <summary>Looks for a witness for everything that is open; false when something remains.</summary>
    private bool Search()
    {
        for (var at = 0; at < _atoms.Count; at++)
        {
            for (var step = 1; step < _atoms.Count && _atoms[at].Open != 0; step++)
            {
                Search(_atoms[at], _atoms[(at + step) % _atoms.Count]);
            }

            if (_atoms[at].Open != 0)
            {
                return false;
            }
        }

        return true;
    }

    private void Search(AnswerAtom first, AnswerAtom second)
    {
        // What all of both chose, or nobody, cannot be changed between them.
        if (((first.Some | second.Some) & ~(first.All & second.All) & first.Open) == 0)
        {
            return;
        }

        foreach (var given in first.Answers)
        {
            foreach (var taken in second.Answers)
            {
                var changed = given.Chosen ^ taken.Chosen;
                if ((changed & first.Open) != 0 && IsPossible(first, given, second, taken))
                {
                    first.Open &= ~changed;
                    second.Open &= ~changed;
                    if (first.Open == 0)
                    {
                        return;
                    }
                }
            }
        }
    }

    private bool IsPossible(AnswerAtom first, GivenAnswer given, AnswerAtom second, GivenAnswer taken)
    {
        for (var t = 0; t < _tables.Length; t++)
        {
            var (lost, gained) = (given.Columns[t] & ~taken.Columns[t], taken.Columns[t] & ~given.Columns[t]);
            if (first.Rows[t] != second.Rows[t]
                && !(_tables[t].Allow(first.Rows[t], lost, gained) && _tables[t].Allow(second.Rows[t], gained, lost)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Makes possible changes that bring counts nearer to what is published, until none is at the edge of what its rounding
    /// allows. First between atoms that differ in few tables, each table in turn, since such a change moves little else.
    /// </summary>
    private void MoveInwards()
    {
        var orders = Enumerable.Range(0, _tables.Length)
            .Select(last => _atoms.OrderBy(a => Key(a, last)).ThenBy(a => a.Rows[last]).ToList()).ToList();
        var left = MostTried;
        for (var moved = true; moved && left > 0;)
        {
            moved = false;
            foreach (var order in orders)
            {
                moved |= MoveInwards(order, 1, Neighbours, ref left);
            }

            moved |= MoveInwards(_atoms, Neighbours, _atoms.Count, ref left);
        }

        long Key(AnswerAtom atom, int except)
        {
            var key = 0L;
            for (var t = 0; t < _tables.Length; t++)
            {
                key = t == except ? key : (key * SurveyQuestion.MostChoices) + atom.Rows[t];
            }

            return key;
        }
    }

    private bool MoveInwards(List<AnswerAtom> order, int from, int to, ref int left)
    {
        var moved = false;
        for (var step = from; step < Math.Min(to, order.Count) && Array.Exists(_tables, t => t.IsAtEdge); step++)
        {
            for (var a = 0; a + step < order.Count && left > 0; a++)
            {
                if (IsAtEdge(order[a], order[a + step]))
                {
                    left -= order[a].Answers.Count * order[a + step].Answers.Count;
                    moved |= MoveInwards(order[a], order[a + step]);
                }
            }
        }

        return moved;
    }

    private bool IsAtEdge(AnswerAtom first, AnswerAtom second)
    {
        for (var t = 0; t < _tables.Length; t++)
        {
            if (first.Rows[t] != second.Rows[t] && (_tables[t].IsRowAtEdge(first.Rows[t]) || _tables[t].IsRowAtEdge(second.Rows[t])))
            {
                return true;
            }
        }

        return false;
    }

    private bool MoveInwards(AnswerAtom first, AnswerAtom second)
    {
        foreach (var given in first.Answers)
        {
            foreach (var taken in second.Answers)
            {
                if (given.Chosen != taken.Chosen && Outwards(first, given, second, taken) < 0 && IsPossible(first, given, second, taken))
                {
                    Move(first, given, second, taken);
                    return true;
                }
            }
        }

        return false;
    }

    private int Outwards(AnswerAtom first, GivenAnswer given, AnswerAtom second, GivenAnswer taken)
    {
        var outwards = 0;
        for (var t = 0; t < _tables.Length; t++)
        {
            var (lost, gained) = (given.Columns[t] & ~taken.Columns[t], taken.Columns[t] & ~given.Columns[t]);
            outwards += first.Rows[t] == second.Rows[t] ? 0
                : _tables[t].Outwards(first.Rows[t], lost, gained) + _tables[t].Outwards(second.Rows[t], gained, lost);
        }

        return outwards;
    }

    private void Move(AnswerAtom first, GivenAnswer given, AnswerAtom second, GivenAnswer taken)
    {
        for (var t = 0; t < _tables.Length; t++)
        {
            if (first.Rows[t] != second.Rows[t])
            {
                var (lost, gained) = (given.Columns[t] & ~taken.Columns[t], taken.Columns[t] & ~given.Columns[t]);
                _tables[t].Change(first.Rows[t], lost, gained);
                _tables[t].Change(second.Rows[t], gained, lost);
            }
        }

        first.Remove(given);
        first.Add(taken, 1);
        second.Remove(taken);
        second.Add(given, 1);
    }
}
