namespace Medborgardialog.Domain.Draws;

/// <summary>
/// The master programme of <see cref="Leximin"/>: how likely each known panel shall be so that the lowest probability among the free groups, the floor z,
/// is as high as possible.
/// <code>
/// maximise z  where  Σ_j λ_j n_jg/s_g ≥ z  for each free group,  ≥ f_g  for each fixed one,  Σ_j λ_j = 1,  λ ≥ 0
/// </code>
/// with n_jg the people of group g in panel j, s_g the people in the group, and f_g the probability that it was fixed at.
/// </summary>
internal sealed class PanelMaster : IDisposable
{
    private readonly ILinearProgram _program;
    private readonly IReadOnlyList<PersonGroup> _groups;
    private readonly Dictionary<int, int> _rows = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<int[]> _panels = [];
    private readonly List<int> _columns = [];
    private readonly int _one;
    private readonly int _floor;

    /// <param name="drawable">The groups that some panel has people of; the others have probability 0 and no row.</param>
    public PanelMaster(ISolver solver, Pool pool, IEnumerable<int> drawable)
    {
        _groups = pool.Groups;
        _program = solver.NewLinearProgram();
        _one = _program.AddRow(1, 1);
        foreach (var group in drawable)
        {
            _rows[group] = _program.AddRow(0, double.PositiveInfinity);
        }

        _floor = _program.AddColumn(0, double.PositiveInfinity, 1, [.. _rows.Values.Select(row => (row, -1.0))]);
    }

    public IReadOnlyList<int[]> Panels => _panels;

    /// <returns>False when the panel is known already.</returns>
    public bool Add(int[] counts)
    {
        if (!_known.Add(string.Join(',', counts)))
        {
            return false;
        }

        _panels.Add(counts);
        _columns.Add(_program.AddColumn(
            0, double.PositiveInfinity, 0, [(_one, 1.0), .. _rows.Where(r => counts[r.Key] > 0).Select(r => (r.Value, (double)counts[r.Key] / _groups[r.Key].Members.Count))]));
        return true;
    }

    /// <summary>The group keeps at least this probability from now on and no longer decides the floor.</summary>
    public void Fix(int group, double probability)
    {
        _program.SetEntry(_rows[group], _floor, 0);
        _program.SetRow(_rows[group], probability, double.PositiveInfinity);
    }

    /// <returns>The floor, the weight of each panel, the price of each group (0 or more; the free ones add up to 1) and that of a panel.</returns>
    /// <remarks>Null when the solver, by rounding, lost the solution that it had.</remarks>
    public (double Floor, double[] Weights, double[] Prices, double PanelPrice)? Solve()
    {
        if (_program.Solve() is not { } solution)
        {
            return null;
        }

        var prices = new double[_groups.Count];
        foreach (var (group, row) in _rows)
        {
            prices[group] = Math.Max(0, -solution.Prices[row]);
        }

        return (solution.Columns[_floor], [.. _columns.Select(c => Math.Max(0, solution.Columns[c]))], prices, solution.Prices[_one]);
    }

    public void Dispose() => _program.Dispose();
}
