using Medborgardialog.Domain.Disclosure;

namespace Medborgardialog.Domain.Tests.Disclosure;

/// <summary>
/// Reads every published number as the interval of the true counts that can be behind it, adds the exact headline and what the
/// printed rules say of rows that are shown or hidden, and narrows: per table, per pair of tables, per atom. Then differences of
/// unions of rows, with their bounds.
/// </summary>
internal sealed class ValueAttack
{
    private const int Answered = -1;

    private readonly AttackWorld _world;
    private readonly Bounds _bounds = new();
    private readonly int[] _totals;
    private readonly int _base;

    /// <summary>By atom, then choice.</summary>
    private readonly int[][] _chose;
    private readonly int[] _answered;

    /// <summary>By side, row and column.</summary>
    private readonly int[][][] _cells;
    private readonly int[][] _sizes;

    public ValueAttack(AttackWorld world)
    {
        _world = world;
        var headline = world.Published.Headline;
        _base = _bounds.Add(headline.Base!.Value, headline.Base.Value);
        _totals = [.. headline.Choices.Select(c => _bounds.Add(c.Count!.Value, c.Count.Value))];
        _answered = [.. world.Atoms.Select(a => _bounds.Add(world.KnowsBase ? a.Count : 0, a.Count))];
        _chose = [.. world.Atoms.Select(a => _totals.Select(_ => _bounds.Add(0, a.Count)).ToArray())];
        _sizes = [.. world.Sides.Select(s => Enumerable.Range(0, s.Rows).Select(r => Size(s, r)).ToArray())];
        _cells = [.. world.Sides.Select(s => Enumerable.Range(0, s.Rows).Select(r => s.Columns.Select((_, c) => Cell(s, r, c)).ToArray()).ToArray())];
        AddAtoms();
        for (var s = 0; s < world.Sides.Count; s++)
        {
            AddTable(s);
        }

        AddPairs();
    }

    public IEnumerable<Finding> Run()
    {
        _bounds.Narrow();
        var findings = new List<Finding>();
        for (var c = Answered; c < _totals.Length; c++)
        {
            if (IsWorthKnowing(c))
            {
                findings.AddRange(Atoms(c));
                findings.AddRange(Unions(c));
            }
        }

        return findings;
    }

    /// <summary>What the headline alone says of everyone is no finding, nor who answered, unless an answer led to the question.</summary>
    private bool IsWorthKnowing(int choice)
    {
        var persons = _bounds.Of(_base).Low;
        var count = choice == Answered ? persons : _bounds.Of(_totals[choice]).Low;
        return choice == Answered
            ? !_world.KnowsBase && _world.Form.Routed && count > 0 && count < _world.Survey.Answers
            : count > 0 && count < persons;
    }

    private int Size(AttackSide side, int row)
    {
        var (published, members, roundingBase) = (side.Table.Rows[row], side.Sizes[row], side.Table.RoundingBase == 1 ? 1 : _world.Survey.Limits.RoundingBase);
        return _world.KnowsBase ? _bounds.Add(members, members)
            : published.Reason == Withheld.TooFew ? _bounds.Add(0, Math.Min(members, 4))
            : _bounds.Add(Math.Max(0, published.Size - roundingBase + 1), Math.Min(members, published.Size + roundingBase - 1));
    }

    private int Cell(AttackSide side, int row, int column)
    {
        var (members, off) = (_bounds.Of(_sizes[_world.Sides.ToList().IndexOf(side)][row]).High, side.Table.RoundingBase - 1);
        if (!side.Shown(row))
        {
            return _bounds.Add(0, members);
        }

        // A row that is shown has d persons outside every column.
        var most = off == 0 ? members : members - _world.Survey.Limits.LeastOutside;
        var published = side.Table.Rows[row].Counts[column];
        return _bounds.Add(Math.Max(0, published - off), Math.Min(most, published + off));
    }

    private void AddAtoms()
    {
        _bounds.AddSum(_base, _answered);
        for (var c = 0; c < _totals.Length; c++)
        {
            _bounds.AddSum(_totals[c], _chose.Select(a => a[c]));
        }

        for (var a = 0; a < _answered.Length && !_world.Form.Multiple; a++)
        {
            _bounds.AddSum(_answered[a], _chose[a]);
        }
    }

    private void AddTable(int s)
    {
        var side = _world.Sides[s];
        _bounds.AddSum(_base, _sizes[s]);
        for (var r = 0; r < side.Rows; r++)
        {
            var atoms = Enumerable.Range(0, _world.Atoms.Count).Where(a => side.RowOf[_world.Atoms[a][0]] == r).ToList();
            _bounds.AddSum(_sizes[s][r], atoms.Select(a => _answered[a]));
            if (!_world.Form.Multiple)
            {
                _bounds.AddSum(_sizes[s][r], _cells[s][r]);
            }

            for (var c = 0; c < side.Columns.Length; c++)
            {
                if (IsSum(side.Columns[c]))
                {
                    _bounds.AddSum(_cells[s][r][c], atoms.SelectMany(a => side.Columns[c].Select(choice => _chose[a][choice])));
                }
            }
        }

        for (var c = 0; c < side.Columns.Length; c++)
        {
            if (IsSum(side.Columns[c]))
            {
                var total = side.Columns[c].Sum(choice => _bounds.Of(_totals[choice]).Low);
                _bounds.AddSum(_bounds.Add(total, total), _cells[s].Select(row => row[c]));
            }
        }
    }

    /// <summary>Cells of two variables crossed, between the rows and the atoms.</summary>
    private void AddPairs()
    {
        for (var s = 0; s < _world.Sides.Count && _world.Sides.Count > 2; s++)
        {
            for (var t = s + 1; t < _world.Sides.Count; t++)
            {
                AddPair(s, t);
            }
        }
    }

    private void AddPair(int s, int t)
    {
        var (first, second) = (_world.Sides[s], _world.Sides[t]);
        var crossed = Enumerable.Range(0, _world.Atoms.Count)
            .GroupBy(a => (Row: first.RowOf[_world.Atoms[a][0]], Other: second.RowOf[_world.Atoms[a][0]]))
            .Select(g => (g.Key.Row, g.Key.Other, Counts: _totals.Select((_, c) => Crossed(g, c)).ToArray())).ToList();
        Bind(s, crossed.ToLookup(x => x.Row, x => x.Counts));
        Bind(t, crossed.ToLookup(x => x.Other, x => x.Counts));

        int Crossed(IEnumerable<int> atoms, int choice)
        {
            var number = _bounds.Add(0, atoms.Sum(a => _world.Atoms[a].Count));
            _bounds.AddSum(number, atoms.Select(a => _chose[a][choice]));
            return number;
        }

        void Bind(int side, ILookup<int, int[]> parts)
        {
            foreach (var row in parts)
            {
                for (var c = 0; c < _world.Sides[side].Columns.Length; c++)
                {
                    if (IsSum(_world.Sides[side].Columns[c]))
                    {
                        _bounds.AddSum(_cells[side][row.Key][c], row.SelectMany(counts => _world.Sides[side].Columns[c].Select(choice => counts[choice])));
                    }
                }
            }
        }
    }

    /// <summary>A column of several choices is their sum only when each person made one.</summary>
    private bool IsSum(int[] choices) => choices.Length == 1 || !_world.Form.Multiple;

    private IEnumerable<Finding> Atoms(int choice)
    {
        for (var a = 0; a < _world.Atoms.Count; a++)
        {
            var (low, high) = _bounds.Of(choice == Answered ? _answered[a] : _chose[a][choice]);
            var members = _world.Atoms[a].Count;
            if (low == high && (members < _world.Smallest || low == 0 || low == members))
            {
                yield return new Finding("bounds", _world.Form.Key, _world.Respondents(_world.Atoms[a]), choice, low);
            }
        }
    }

    private IEnumerable<Finding> Unions(int choice)
    {
        var unions = _world.Sides.Select((s, at) => new UnionBounds(s, Numbers(at), _bounds, Total()))
            .Where(u => u.IsKnown).ToList();
        return unions.SelectMany((u, at) => unions.Skip(at + 1).SelectMany(v => u.Against(v, _world))
                .Concat(unions.Count == 1 ? u.Against(null, _world) : []))
            .Select(f => new Finding("unions", _world.Form.Key, _world.Respondents(f.Persons), choice, f.Value));

        int Total() => choice == Answered ? _bounds.Of(_base).Low : _bounds.Of(_totals[choice]).Low;

        int[]? Numbers(int side)
        {
            var column = Array.FindIndex(_world.Sides[side].Columns, c => c.Length == 1 && c[0] == choice);
            return choice == Answered ? _sizes[side] : column < 0 ? null : [.. _cells[side].Select(r => r[column])];
        }
    }
}
