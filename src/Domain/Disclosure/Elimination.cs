namespace Medborgardialog.Domain.Disclosure;

/// <summary>
/// Linear algebra over the exact sizes of groups: which sets of persons any combination of them, with any coefficients, sets
/// apart. A single atom can be set apart if and only if it is a row of the reduced echelon form. Computed modulo the prime
/// 2³¹ − 1, where whatever holds for fractions holds too (their denominators are small).
/// </summary>
internal sealed class Elimination
{
    private const ulong Prime = int.MaxValue;

    private readonly List<ulong[]> _rows = [];
    private readonly int[] _members;

    public Elimination(Joint joint)
    {
        _members = joint.Members;
        foreach (var (groupOf, groups) in joint.Partitions)
        {
            for (var g = 0; g < groups; g++)
            {
                _rows.Add([.. groupOf.Select(of => of == g ? 1UL : 0UL)]);
            }
        }

        Reduce();
    }

    /// <summary>Whether a row of the reduced form touches 1 to <paramref name="smallest"/> − 1 persons.</summary>
    public bool IsolatesFewer(int smallest) => _rows.Exists(row => Touched(row, smallest) is var persons && persons > 0 && persons < smallest);

    private int Touched(ulong[] row, int enough)
    {
        var persons = 0;
        for (var i = 0; i < row.Length && persons < enough; i++)
        {
            persons += row[i] == 0 ? 0 : _members[i];
        }

        return persons;
    }

    private void Reduce()
    {
        var done = 0;
        for (var column = 0; column < _members.Length && done < _rows.Count; column++)
        {
            var pivot = _rows.FindIndex(done, r => r[column] != 0);
            if (pivot < 0)
            {
                continue;
            }

            (_rows[done], _rows[pivot]) = (_rows[pivot], _rows[done]);
            Subtract(_rows[done], column);
            done++;
        }
    }

    private void Subtract(ulong[] pivot, int column)
    {
        var inverse = Power(pivot[column], Prime - 2);
        for (var i = column; i < pivot.Length; i++)
        {
            pivot[i] = pivot[i] * inverse % Prime;
        }

        foreach (var row in _rows)
        {
            if (ReferenceEquals(row, pivot) || row[column] == 0)
            {
                continue;
            }

            var factor = Prime - row[column];
            for (var i = column; i < row.Length; i++)
            {
                row[i] = (row[i] + (factor * pivot[i])) % Prime;
            }
        }
    }

    private static ulong Power(ulong number, ulong exponent)
    {
        var product = 1UL;
        for (; exponent > 0; exponent >>= 1)
        {
            product = (exponent & 1) == 1 ? product * number % Prime : product;
            number = number * number % Prime;
        }

        return product;
    }
}
