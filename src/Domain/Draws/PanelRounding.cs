namespace Medborgardialog.Domain.Draws;

/// <summary>
/// Panels that together come as near to given averages as whole people can: each has of every group the whole number below its average or the one above,
/// and is, of all such panels, the one after which the squared distance between the sum of all panels so far and that of the averages is smallest. With
/// either number that distance is linear in the choice, so the panel is found by a whole-number programme of noughts and ones. The mean of t panels
/// nears the averages as 1/t where it can (the greedy step of Frank and Wolfe 1956, Naval Research Logistics Quarterly 3, 95–110).
/// </summary>
internal sealed class PanelRounding : IDisposable
{
    /// <summary>The largest factor becomes this.</summary>
    private const double Scale = 1e9;

    /// <summary>An average this close to a whole number is one.</summary>
    private const double Whole = 1e-6;

    private readonly Pool _pool;
    private readonly double[] _averages;
    private readonly int[] _below;
    private readonly double[] _missing;
    private readonly IIntegerProgram _program;

    /// <param name="averages">One for each group.</param>
    public PanelRounding(ISolver solver, Pool pool, double[] averages)
    {
        (_pool, _averages, _missing) = (pool, averages, new double[averages.Length]);
        _below = [.. pool.Groups.Select(g => (int)Math.Clamp(Math.Floor(averages[g.Number] + Whole), 0, g.Most))];
        _program = solver.NewIntegerProgram(new IntegerModel(
            [.. pool.Groups.Select(g => averages[g.Number] - _below[g.Number] > Whole && _below[g.Number] < g.Most ? 1 : 0)],
            [.. pool.Model().Rows.Select(Above)]));
    }

    /// <summary>The next panel; null when none lies around the averages.</summary>
    public int[]? Next()
    {
        double[] gains = [.. _pool.Groups.Select(g => Gain(g))];
        var scale = gains.Max(Math.Abs) is > 0 and var highest ? Scale / highest : 1;
        if (_program.Maximize([.. gains.Select(g => (long)Math.Round(g * scale))]) is not IntegerOutcome.Found found)
        {
            return null;
        }

        int[] panel = [.. _below.Zip(found.Values, (below, above) => below + above)];
        for (var g = 0; g < panel.Length; g++)
        {
            _missing[g] += _averages[g] - panel[g];
        }

        return panel;
    }

    public void Dispose() => _program.Dispose();

    /// <summary>By how much the squared distance shrinks, in shares of the group, when the number above is taken and not the one below.</summary>
    private double Gain(PersonGroup group)
    {
        var distance = _missing[group.Number] + _averages[group.Number] - _below[group.Number];
        return ((2 * distance) - 1) / ((double)group.Members.Count * group.Members.Count);
    }

    private IntegerRow Above(IntegerRow row)
    {
        var below = row.Terms.Sum(t => t.Factor * _below[t.Variable]);
        return row with { Min = row.Min == long.MinValue ? row.Min : row.Min - below, Max = row.Max == long.MaxValue ? row.Max : row.Max - below };
    }
}
