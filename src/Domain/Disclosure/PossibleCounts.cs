using System.Numerics;

namespace Medborgardialog.Domain.Disclosure;

/// <summary>The counts of one table, true at first, and how far they could be others behind the same published table.</summary>
internal sealed class PossibleCounts
{
    private readonly AnswerTable _table;
    private readonly int _leastOutside;
    private readonly ulong _all;
    private readonly int[][] _counts;
    private readonly int[][] _published;

    /// <summary>By row, as bits: columns whose count may be one less, and one more.</summary>
    private readonly (ulong Less, ulong More)[] _free;

    /// <summary>By row: that one person more or less in a column makes no difference to rule R15.</summary>
    private readonly bool[] _isFarFromRule15;

    public PossibleCounts(AnswerTable table, ProtectionLimits limits)
    {
        (_table, _leastOutside) = (table, limits.LeastOutside);
        var columns = Enumerable.Range(0, table.Columns.Count);
        _all = ulong.MaxValue >> (SurveyQuestion.MostChoices - table.Columns.Count);
        _counts = [.. Enumerable.Range(0, table.Rows).Select(row => columns.Select(c => table.Count(row, c)).ToArray())];
        _published = [.. Enumerable.Range(0, table.Rows).Select(row => columns.Select(c => table.Published(row, c)).ToArray())];
        _free = [.. Enumerable.Range(0, table.Rows).Select(Free)];
        _isFarFromRule15 = [.. Enumerable.Range(0, table.Rows).Select(IsFarFromRule15)];
    }

    /// <summary>Whether some count could not be one more, or not one less.</summary>
    public bool IsAtEdge => Array.Exists(_free, f => (f.Less & f.More) != _all);

    public bool IsRowAtEdge(int row) => (_free[row].Less & _free[row].More) != _all;

    /// <summary>Whether a row may have one person less in some columns and one more in others.</summary>
    /// <param name="lost">Columns, as bits.</param>
    /// <param name="gained">Columns, as bits, none of them lost.</param>
    public bool Allow(int row, ulong lost, ulong gained)
    {
        var (less, more) = _free[row];
        return (lost & ~less) == 0 && (gained & ~more) == 0 && (_isFarFromRule15[row] || KeepsRule15(row, lost, gained));
    }

    /// <summary>How much the sum of squares of the distances to the published counts would grow; a hidden row has none.</summary>
    public int Outwards(int row, ulong lost, ulong gained)
    {
        var outwards = 0;
        for (var left = _table.Hidden[row] ? 0 : lost | gained; left != 0; left &= left - 1)
        {
            var c = BitOperations.TrailingZeroCount(left);
            var off = _counts[row][c] - _published[row][c];
            outwards += (gained >> c & 1) != 0 ? 1 + (2 * off) : 1 - (2 * off);
        }

        return outwards;
    }

    public void Change(int row, ulong lost, ulong gained)
    {
        for (var left = lost | gained; left != 0; left &= left - 1)
        {
            var c = BitOperations.TrailingZeroCount(left);
            _counts[row][c] += (gained >> c & 1) != 0 ? 1 : -1;
        }

        (_free[row], _isFarFromRule15[row]) = (Free(row), IsFarFromRule15(row));
    }

    private (ulong Less, ulong More) Free(int row)
    {
        var (less, more) = (0UL, 0UL);
        for (var c = 0; c < _counts[row].Length; c++)
        {
            var off = _table.Hidden[row] ? 0 : _counts[row][c] - _published[row][c];
            less |= off > 1 - _table.RoundingBase ? 1UL << c : 0;
            more |= off < _table.RoundingBase - 1 ? 1UL << c : 0;
        }

        return (less, more);
    }

    private bool IsFarFromRule15(int row) => _table.Partition.Counts[row] - _counts[row].Max() > _leastOutside;

    private bool KeepsRule15(int row, ulong lost, ulong gained)
    {
        var largest = 0;
        for (var c = 0; c < _counts[row].Length; c++)
        {
            largest = Math.Max(largest, _counts[row][c] - (int)(lost >> c & 1) + (int)(gained >> c & 1));
        }

        return _table.Partition.Counts[row] - largest < _leastOutside == _table.Hidden[row];
    }
}
