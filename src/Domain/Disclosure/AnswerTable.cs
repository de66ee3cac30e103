using System.Numerics;

namespace Medborgardialog.Domain.Disclosure;

/// <summary>One question by one variable, true counts, on its way through rules R13, R14 and R15.</summary>
internal sealed class AnswerTable
{
    /// <summary>Rule R14: true counts up to this one are small.</summary>
    private const int Small = 4;

    private readonly QuestionBase _base;
    private readonly ProtectionLimits _limits;
    private readonly int[] _rowOfAtom;
    private Tally[,] _cells = new Tally[0, 0];

    public AnswerTable(QuestionBase questionBase, Partition partition, ProtectionLimits limits)
    {
        (_base, Partition, _limits) = (questionBase, partition, limits);
        _rowOfAtom = questionBase.Crowd.GroupOfAtoms(partition).GroupOf;
        RoundingBase = limits.RoundingBase;
        Columns = [.. questionBase.Question.Choices.Select((_, c) => new[] { c })];
        Hidden = new bool[Rows];
    }

    public Partition Partition { get; }

    public int Rows => Partition.Groups.Count;

    public int RoundingBase { get; private set; }

    /// <summary>Choices of each column.</summary>
    public List<int[]> Columns { get; }

    /// <summary>Rows whose answers are too alike.</summary>
    public bool[] Hidden { get; }

    public Withheld? Reason { get; private set; }

    /// <summary>True count.</summary>
    public int Count(int row, int column) => _cells[row, column].Persons;

    public int RowOf(int atom) => _rowOfAtom[atom];

    /// <summary>Columns that a set of choices falls in, as bits.</summary>
    public ulong ColumnsOf(ulong chosen)
    {
        var columns = 0UL;
        for (var c = 0; c < Columns.Count; c++)
        {
            columns |= Array.Exists(Columns[c], choice => (chosen >> choice & 1) != 0) ? 1UL << c : 0;
        }

        return columns;
    }

    public int Published(int row, int column) => Breakdown.Round(_cells[row, column].Persons, _cells[row, column].RecordKey, RoundingBase);

    /// <summary>Rule R15: persons of the row outside its largest column.</summary>
    public int Outside(int row) => Partition.Counts[row] - Enumerable.Range(0, Columns.Count).Max(c => Count(row, c));

    public void Drop(Withheld reason) => Reason = reason;

    /// <summary>Rules R14 and R15 until both hold, or the table is dropped.</summary>
    public void Settle()
    {
        Fill();
        while (Reason is null)
        {
            HideAlike();
            if (Reason is not null || FirstTooNarrow() is not { } column)
            {
                return;
            }

            if (Coarsen())
            {
                continue;
            }

            if (Columns.Count <= 2)
            {
                Drop(Withheld.IntervalAudit);
                return;
            }

            MergeColumn(column);
            Fill();
        }
    }

    /// <summary>Rule R14: rounds to the coarse base from now on. False when it already does.</summary>
    public bool Coarsen()
    {
        var finer = RoundingBase < ProtectionLimits.CoarseBase;
        RoundingBase = Math.Max(RoundingBase, ProtectionLimits.CoarseBase);
        return finer;
    }

    public PublishedTable Publish()
    {
        var (question, variable) = (_base.Question, _base.Crowd.Variables[Partition.Variable]);
        if (Reason is not null)
        {
            return new PublishedTable(variable.Key, RoundingBase, [], [], Reason);
        }

        var sizes = new Tally[Rows];
        foreach (var answer in _base.Answers)
        {
            sizes[RowOf(answer.Atom)] += answer.People;
        }

        // Sizes keep the base of the limits, so that the same people have the same size in every table.
        var rows = Enumerable.Range(0, Rows).Select(r => new PublishedRow(
            _base.Crowd.Names(Partition.Variable, Partition.Groups[r]),
            Breakdown.Round(sizes[r].Persons, sizes[r].RecordKey, _limits.RoundingBase),
            Hidden[r] ? [] : [.. Enumerable.Range(0, Columns.Count).Select(c => Published(r, c))],
            Hidden[r] ? Withheld.TooAlike : null));
        return new PublishedTable(
            variable.Key, RoundingBase, [.. Columns.Select(c => (IReadOnlyList<string>)[.. c.Select(choice => question.Choices[choice])])], [.. rows], null);
    }

    private void Fill()
    {
        _cells = new Tally[Rows, Columns.Count];
        var columnOf = new ulong[_base.Question.Choices.Count];
        for (var choice = 0; choice < columnOf.Length; choice++)
        {
            columnOf[choice] = ColumnsOf(1UL << choice);
        }

        foreach (var answer in _base.Answers)
        {
            var columns = 0UL;
            for (var left = answer.Chosen; left != 0; left &= left - 1)
            {
                columns |= columnOf[BitOperations.TrailingZeroCount(left)];
            }

            for (var row = RowOf(answer.Atom); columns != 0; columns &= columns - 1)
            {
                _cells[row, BitOperations.TrailingZeroCount(columns)] += answer.People;
            }
        }
    }

    /// <summary>
    /// Rule R15. Rows are hidden only when they are two or more with 2K members, not all of them, and when all hidden rows
    /// together pass the rule too: otherwise the headline less the shown rows would tell what everyone in them answered.
    /// </summary>
    private void HideAlike()
    {
        for (var r = 0; r < Rows; r++)
        {
            Hidden[r] = Outside(r) < _limits.LeastOutside;
        }

        var hidden = Enumerable.Range(0, Rows).Where(r => Hidden[r]).ToList();
        if (hidden.Count == 0)
        {
            return;
        }

        var members = hidden.Sum(r => Partition.Counts[r]);
        var largest = Enumerable.Range(0, Columns.Count).Max(c => hidden.Sum(r => Count(r, c)));
        if (hidden.Count < 2 || hidden.Count == Rows || members < 2 * _limits.SmallestGroup || members - largest < _limits.LeastOutside)
        {
            Drop(Withheld.TooAlike);
        }
    }

    /// <summary>
    /// Rule R14: the first column with a true count of 1 to 4 whose feasible interval is narrower than 2. No count is over the
    /// size of its group; a hidden row can hold anything up to that.
    /// </summary>
    private int? FirstTooNarrow()
    {
        var (low, high) = (new int[Rows], new int[Rows]);
        for (var c = 0; c < Columns.Count; c++)
        {
            for (var r = 0; r < Rows; r++)
            {
                low[r] = Hidden[r] ? 0 : Math.Max(0, Published(r, c) - RoundingBase + 1);
                high[r] = Hidden[r] ? Partition.Counts[r] : Math.Min(Partition.Counts[r], Published(r, c) + RoundingBase - 1);
            }

            var (most, least) = Total(c);
            for (var r = 0; r < Rows; r++)
            {
                var from = Math.Max(low[r], least - (high.Sum() - high[r]));
                var to = Math.Min(high[r], most - (low.Sum() - low[r]));
                if (!Hidden[r] && Count(r, c) is >= 1 and <= Small && to - from < 2)
                {
                    return c;
                }
            }
        }

        return null;
    }

    /// <summary>What the headline says of a column. How many chose one or more of several choices it does not say exactly.</summary>
    private (int Most, int Least) Total(int column)
    {
        var totals = Columns[column].Select(choice => _base.Totals[choice]).ToList();
        return _base.Question.Multiple ? (Math.Min(totals.Sum(), _base.Members), totals.Max()) : (totals.Sum(), totals.Sum());
    }

    private void MergeColumn(int column)
    {
        var other = Enumerable.Range(0, Columns.Count).Where(c => c != column).MinBy(c => Total(c).Most);
        var (first, second) = (Math.Min(column, other), Math.Max(column, other));
        Columns[first] = [.. Columns[first], .. Columns[second]];
        Columns.RemoveAt(second);
    }
}
