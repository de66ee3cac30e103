namespace Medborgardialog.Domain.Draws;

/// <summary>
/// Leximin as it would be if a panel could have parts of people: one variable for each group, how many of it a panel has on average, in place of one for
/// each panel. Every distribution over panels has such averages, so none has a higher floor than this: proven, before any panel is known.
/// <code>
/// maximise z  where  x keeps seats, quotas and households,  x_g/s_g ≥ z  for each free group,  ≥ f_g  for each fixed one,  0 ≤ x_g ≤ most_g
/// </code>
/// </summary>
internal sealed class PanelRelaxation : IDisposable
{
    private readonly ILinearProgram _program;
    private readonly Dictionary<int, int> _rows = [];
    private readonly int[] _columns;
    private readonly int _floor;

    /// <param name="drawable">The groups that some panel has people of.</param>
    public PanelRelaxation(ISolver solver, Pool pool, IEnumerable<int> drawable)
    {
        _program = solver.NewLinearProgram();
        var entries = pool.Groups.Select(_ => new List<(int Row, double Factor)>()).ToArray();
        foreach (var row in pool.Model().Rows)
        {
            var number = _program.AddRow(row.Min == long.MinValue ? double.NegativeInfinity : row.Min, row.Max == long.MaxValue ? double.PositiveInfinity : row.Max);
            foreach (var (group, factor) in row.Terms)
            {
                entries[group].Add((number, factor));
            }
        }

        foreach (var group in drawable)
        {
            _rows[group] = _program.AddRow(0, double.PositiveInfinity);
            entries[group].Add((_rows[group], 1.0 / pool.Groups[group].Members.Count));
        }

        _columns = [.. pool.Groups.Select(g => _program.AddColumn(0, g.Most, 0, entries[g.Number]))];
        _floor = _program.AddColumn(0, double.PositiveInfinity, 1, [.. _rows.Values.Select(row => (row, -1.0))]);
    }

    /// <summary>As <see cref="PanelMaster.Fix"/>.</summary>
    public void Fix(int group, double probability)
    {
        _program.SetEntry(_rows[group], _floor, 0);
        _program.SetRow(_rows[group], probability, double.PositiveInfinity);
    }

    /// <returns>The highest floor, the prices that prove it (0 or more; the free ones add up to 1), and how many of each group there are on average.</returns>
    /// <remarks>Null when the solver, by rounding, lost the solution that there is.</remarks>
    public (double Floor, double[] Prices, double[] People)? Solve()
    {
        if (_program.Solve() is not { } solution)
        {
            return null;
        }

        var prices = new double[_columns.Length];
        foreach (var (group, row) in _rows)
        {
            prices[group] = Math.Max(0, -solution.Prices[row]);
        }

        return (solution.Columns[_floor], prices, [.. _columns.Select(c => Math.Max(0, solution.Columns[c]))]);
    }

    public void Dispose() => _program.Dispose();

    /// <summary>Leximin of averages: what the best distribution over panels would come to if every average could be reached by whole panels.</summary>
    /// <returns>How many of each group there are on average; null when the solver lost it.</returns>
    public static double[]? Averages(ISolver solver, Pool pool, IReadOnlyCollection<int> drawable, CancellationToken enough)
    {
        using var relaxation = new PanelRelaxation(solver, pool, drawable);
        var free = drawable.ToHashSet();
        double[]? people = null;
        while (free.Count > 0 && !enough.IsCancellationRequested && relaxation.Solve() is var (floor, prices, found))
        {
            people = found;
            foreach (var group in LeximinRun.AtTheFloor(free, prices))
            {
                relaxation.Fix(group, Math.Max(0, floor - LeximinRun.Improving));
                free.Remove(group);
            }
        }

        return people;
    }
}
