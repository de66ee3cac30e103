using Google.OrTools.Sat;
using Medborgardialog.Domain.Draws;

namespace Medborgardialog.Infrastructure.Draws;

/// <summary>A whole-number programme in CP-SAT. What it proves is proven in whole numbers, without rounding.</summary>
internal sealed class CpSatProgram : IIntegerProgram
{
    /// <summary>Units of work, each about a second; a panel is usually found in a hundredth of one.</summary>
    private const int MostWork = 60;

    private readonly CpModel _model = new();
    private readonly IntVar[] _variables;

    public CpSatProgram(IntegerModel model)
    {
        _variables = [.. model.Most.Select(most => _model.NewIntVar(0, most, ""))];
        foreach (var row in model.Rows)
        {
            _model.AddLinearConstraint(
                LinearExpr.WeightedSum(row.Terms.Select(t => _variables[t.Variable]), row.Terms.Select(t => t.Factor)), row.Min, row.Max);
        }
    }

    public IntegerOutcome Maximize(IReadOnlyList<long> objective)
    {
        _model.Model.Objective = null;
        _model.Maximize(LinearExpr.WeightedSum(_variables, objective));
        var solver = new CpSolver { StringParameters = $"num_workers: 1, random_seed: 1, max_deterministic_time: {MostWork}" };
        return solver.Solve(_model) switch
        {
            CpSolverStatus.Optimal or CpSolverStatus.Feasible => new IntegerOutcome.Found([.. _variables.Select(v => (int)solver.Value(v))], solver.BestObjectiveBound),
            CpSolverStatus.Infeasible => new IntegerOutcome.Infeasible(),
            CpSolverStatus.Unknown => new IntegerOutcome.Unknown(),
            var status => throw new InvalidOperationException($"CP-SAT stopped with {status}: {_model.Validate()}"),
        };
    }

    public void Dispose()
    {
        // The model is managed memory; each solve has let go of its own.
    }
}
