using Google.OrTools.LinearSolver;
using Medborgardialog.Domain.Draws;

namespace Medborgardialog.Infrastructure.Draws;

/// <summary>A linear programme in GLOP, the simplex method of OR-Tools.</summary>
internal sealed class GlopProgram : ILinearProgram
{
    /// <summary>
    /// First from where the last solution stood, which needs presolve off; where rounding has spoilt that (GLOP then says ABNORMAL or INFEASIBLE), from the beginning in
    /// one way and another.
    /// </summary>
    private static readonly string[] Ways =
    [
        "use_preprocessing: false random_seed: 1",
        "use_preprocessing: true random_seed: 1",
        "use_preprocessing: true use_dual_simplex: true random_seed: 1",
        "use_preprocessing: true use_scaling: false random_seed: 2",
    ];

    private readonly Solver _solver = Solver.CreateSolver("GLOP") ?? throw new InvalidOperationException("GLOP is missing from OR-Tools.");
    private readonly List<Constraint> _rows = [];
    private readonly List<Variable> _columns = [];

    public GlopProgram() => _solver.Objective().SetMaximization();

    public int AddRow(double min, double max)
    {
        _rows.Add(_solver.MakeConstraint(min, max, ""));
        return _rows.Count - 1;
    }

    public int AddColumn(double min, double max, double gain, IReadOnlyList<(int Row, double Factor)> entries)
    {
        var column = _solver.MakeNumVar(min, max, "");
        _solver.Objective().SetCoefficient(column, gain);
        foreach (var (row, factor) in entries)
        {
            _rows[row].SetCoefficient(column, factor);
        }

        _columns.Add(column);
        return _columns.Count - 1;
    }

    public void SetRow(int row, double min, double max) => _rows[row].SetBounds(min, max);

    public void SetEntry(int row, int column, double factor) => _rows[row].SetCoefficient(_columns[column], factor);

    public LinearSolution? Solve() => Status() switch
    {
        Solver.ResultStatus.OPTIMAL => new LinearSolution(
            _solver.Objective().Value(), [.. _columns.Select(c => c.SolutionValue())], [.. _rows.Select(r => r.DualValue())]),
        Solver.ResultStatus.INFEASIBLE or Solver.ResultStatus.ABNORMAL => null,
        var status => throw new InvalidOperationException($"GLOP stopped with {status}."),
    };

    public void Dispose() => _solver.Dispose();

    private Solver.ResultStatus Status()
    {
        var status = Solver.ResultStatus.ABNORMAL;
        for (var way = 0; way < Ways.Length && status != Solver.ResultStatus.OPTIMAL; way++)
        {
            if (way > 0)
            {
                _solver.Reset();
            }

            _solver.SetSolverSpecificParametersAsString(Ways[way]);
            status = _solver.Solve();
        }

        return status;
    }
}
