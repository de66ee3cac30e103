namespace Medborgardialog.Application.Tests.Draws;

/// <summary>
/// Maximises c·x where A x ≤ b and x ≥ 0, in exact fractions: the tableau method with Bland's rule, which always ends. Negative b are first made good with an
/// artificial column (Cormen, Leiserson, Rivest and Stein, Introduction to Algorithms, 3rd ed., 29.5). Shares nothing with the solver that is tested.
/// </summary>
internal sealed class ExactSimplex
{
    private readonly Fraction[][] _rows;
    private readonly int[] _basis;
    private readonly int _columns;

    private ExactSimplex(Fraction[][] a, Fraction[] b, int columns)
    {
        _columns = columns;
        _basis = [.. Enumerable.Range(columns, a.Length)];

        // Variables, one slack for each row, the artificial column, the right side.
        _rows = [.. a.Select((row, i) => row.Concat(Enumerable.Range(0, a.Length).Select(j => (Fraction)(i == j ? 1 : 0))).Append(-1).Append(b[i]).ToArray())];
    }

    private int Artificial => _columns + _rows.Length;

    private int Right => Artificial + 1;

    /// <returns>The highest value, or null when no x keeps all rows. The programme must be bounded.</returns>
    public static Fraction? Maximum(Fraction[] c, Fraction[][] a, Fraction[] b) => new ExactSimplex(a, b, c.Length).Solve(c);

    private Fraction? Solve(Fraction[] c)
    {
        var worst = Enumerable.Range(0, _rows.Length).MinBy(i => _rows[i][Right]);
        if (_rows[worst][Right].Sign < 0)
        {
            var first = new Fraction[Right + 1];
            first[Artificial] = -1;
            Pivot(first, worst, Artificial);
            if (Optimize(first, Artificial + 1).Sign < 0)
            {
                return null;
            }

            var left = Array.IndexOf(_basis, Artificial);
            if (left >= 0)
            {
                Pivot(first, left, Enumerable.Range(0, Artificial).First(j => !_rows[left][j].IsZero));
            }
        }

        Fraction[] costs = [.. c, .. new Fraction[_rows.Length + 2]];
        for (var i = 0; i < _rows.Length; i++)
        {
            Reduce(costs, _rows[i], _basis[i]);
        }

        return Optimize(costs, Artificial);
    }

    private Fraction Optimize(Fraction[] costs, int columns)
    {
        while (true)
        {
            var entering = -1;
            for (var j = 0; j < columns && entering < 0; j++)
            {
                entering = costs[j].Sign > 0 ? j : -1;
            }

            if (entering < 0)
            {
                return -costs[Right];
            }

            var leaving = -1;
            for (var i = 0; i < _rows.Length; i++)
            {
                if (_rows[i][entering].Sign > 0 && (leaving < 0 || Before(i, leaving, entering)))
                {
                    leaving = i;
                }
            }

            Pivot(costs, leaving, entering);
        }
    }

    private bool Before(int row, int other, int entering)
    {
        var order = (_rows[row][Right] / _rows[row][entering]).CompareTo(_rows[other][Right] / _rows[other][entering]);
        return order < 0 || (order == 0 && _basis[row] < _basis[other]);
    }

    private void Pivot(Fraction[] costs, int row, int column)
    {
        var pivot = _rows[row][column];
        _rows[row] = [.. _rows[row].Select(v => v.IsZero ? v : v / pivot)];
        _basis[row] = column;
        foreach (var other in _rows.Where((_, i) => i != row).Append(costs))
        {
            Reduce(other, _rows[row], column);
        }
    }

    private static void Reduce(Fraction[] row, Fraction[] pivot, int column)
    {
        var factor = row[column];
        if (factor.IsZero)
        {
            return;
        }

        for (var j = 0; j < row.Length; j++)
        {
            row[j] = pivot[j].IsZero ? row[j] : row[j] - (factor * pivot[j]);
        }
    }
}
