using Google.OrTools.LinearSolver;
using Medborgardialog.Domain.Draws;

namespace Medborgardialog.Infrastructure.Draws;

/// <summary>
/// A whole-number programme in SCIP: branch and bound over linear programmes. The values it finds are checked in whole numbers; its proofs are in floating
/// point, to about nine digits. CP-SAT, which proves in whole numbers, was tried: most panels came faster, but single ones took minutes to prove.
/// </summary>
internal sealed class ScipProgram : IIntegerProgram
{
    /// <summary>Factors are scaled to at most about this, where the tolerances of the solver are made for them.</summary>
    private const double Largest = 1_000;

    /// <summary>Branches, a limit that does not depend on how fast the machine is. Panels are usually found in a few.</summary>
    private const string Parameters = "limits/nodes = 200000\nrandomization/randomseedshift = 1\nparallel/maxnthreads = 1";

    private readonly Solver _solver = Solver.CreateSolver("SCIP") ?? throw new InvalidOperationException("SCIP is missing from OR-Tools.");
    private readonly IntegerModel _model;
    private readonly Variable[] _variables;
    private readonly MPSolverParameters _gap = new();

    public ScipProgram(IntegerModel model)
    {
        _model = model;
        _variables = [.. model.Most.Select(most => _solver.MakeIntVar(0, most, ""))];
        foreach (var row in model.Rows)
        {
            var constraint = _solver.MakeConstraint(
                row.Min == long.MinValue ? double.NegativeInfinity : row.Min, row.Max == long.MaxValue ? double.PositiveInfinity : row.Max, "");
            foreach (var (variable, factor) in row.Terms)
            {
                constraint.SetCoefficient(_variables[variable], factor);
            }
        }

        _solver.Objective().SetMaximization();
        _solver.SetSolverSpecificParametersAsString(Parameters);
        _gap.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 1e-9);
    }

    public IntegerOutcome Maximize(IReadOnlyList<long> objective)
    {
        var scale = Math.Max(1, objective.Max(Math.Abs) / Largest);
        for (var i = 0; i < _variables.Length; i++)
        {
            _solver.Objective().SetCoefficient(_variables[i], objective[i] / scale);
        }

        switch (_solver.Solve(_gap))
        {
            case Solver.ResultStatus.INFEASIBLE:
                return new IntegerOutcome.Infeasible();
            case Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE:
                int[] values = [.. _variables.Select(v => (int)Math.Round(v.SolutionValue()))];
                var worth = values.Select((n, i) => (double)n * objective[i]).Sum();
                return _model.Allows(values) ? new IntegerOutcome.Found(values, Math.Max(worth, _solver.Objective().BestBound() * scale)) : new IntegerOutcome.Unknown();
            default:
                return new IntegerOutcome.Unknown();
        }
    }

    public void Dispose()
    {
        _gap.Dispose();
        _solver.Dispose();
    }
}
