namespace Medborgardialog.Domain.Tests.Disclosure;

/// <summary>One choice in all unions of rows of one table: members, and bounds of how many chose it.</summary>
internal sealed class UnionBounds
{
    private readonly AttackSide _side;
    private readonly int[] _low = [];
    private readonly int[] _high = [];
    private readonly int[] _size = [];

    public UnionBounds(AttackSide side, int[]? rows, Bounds bounds, int total)
    {
        _side = side;
        IsKnown = rows is not null;
        if (rows is null)
        {
            return;
        }

        (_low, _high, _size) = (new int[1 << rows.Length], new int[1 << rows.Length], new int[1 << rows.Length]);
        for (var union = 1; union < _low.Length; union++)
        {
            var row = int.Log2(union);
            var (low, high) = bounds.Of(rows[row]);
            _low[union] = _low[union ^ (1 << row)] + low;
            _high[union] = _high[union ^ (1 << row)] + high;
            _size[union] = _size[union ^ (1 << row)] + side.Sizes[row];
        }

        // The rest of the total, when that says more.
        var (all, plainLow, plainHigh) = (_low.Length - 1, _low.ToArray(), _high.ToArray());
        for (var union = 0; union < _low.Length; union++)
        {
            _low[union] = Math.Max(plainLow[union], total - plainHigh[all ^ union]);
            _high[union] = Math.Min(plainHigh[union], total - plainLow[all ^ union]);
        }
    }

    public bool IsKnown { get; }

    /// <summary>
    /// x(A) − x(B) = x(A∖B) − x(B∖A), so its bounds can say that all of A∖B chose it and none of B∖A, or how a small set split.
    /// </summary>
    /// <param name="other">Null for the unions of this table alone.</param>
    public IEnumerable<(IEnumerable<int> Persons, int Value)> Against(UnionBounds? other, AttackWorld world)
    {
        var cells = new int[_side.Rows, other?._side.Rows ?? 1];
        for (var p = 0; p < world.Persons.Length; p++)
        {
            cells[_side.RowOf[p], other?._side.RowOf[p] ?? 0]++;
        }

        var both = new int[other?._low.Length ?? 1];
        var inside = new int[cells.GetLength(1)];
        for (var a = 0; a < _low.Length; a++)
        {
            for (var h = 0; h < inside.Length; h++)
            {
                inside[h] = Enumerable.Range(0, _side.Rows).Where(r => (a >> r & 1) != 0).Sum(r => cells[r, h]);
            }

            for (var b = 0; b < both.Length; b++)
            {
                both[b] = b == 0 ? 0 : both[b & (b - 1)] + inside[int.TrailingZeroCount(b)];
                var (onlyA, onlyB) = (_size[a] - both[b], (other?._size[b] ?? 0) - both[b]);
                var (low, high) = (_low[a] - (other?._high[b] ?? 0), _high[a] - (other?._low[b] ?? 0));
                if (onlyA + onlyB > 0 && (low >= onlyA || high <= -onlyB || IsSplit(onlyA, onlyB, low, high, world.Smallest)))
                {
                    var (allOfA, noneOfA) = (low >= onlyA, high <= -onlyB);
                    var value = onlyA > 0 ? (allOfA ? onlyA : noneOfA ? 0 : low) : allOfA ? 0 : noneOfA ? onlyB : -high;
                    yield return (Members(a, b, other, onlyA > 0), value);
                    yield break;
                }
            }
        }
    }

    private static bool IsSplit(int onlyA, int onlyB, int low, int high, int smallest) =>
        low == high && (onlyA == 0 || onlyB == 0) && onlyA + onlyB < smallest;

    /// <summary>A∖B, or B∖A when that is what is left.</summary>
    private List<int> Members(int a, int b, UnionBounds? other, bool first) =>
        Enumerable.Range(0, _side.RowOf.Length).Where(p =>
            ((a >> _side.RowOf[p] & 1) != 0) == first && (other is not null && (b >> other._side.RowOf[p] & 1) != 0) != first).ToList();
}
