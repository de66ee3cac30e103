namespace Medborgardialog.Domain.Draws;

/// <summary>Min ≤ Σ factor · variable ≤ Max, in whole numbers. A variable stands at most once.</summary>
public sealed record IntegerRow(long Min, long Max, IReadOnlyList<(int Variable, long Factor)> Terms);

/// <summary>Whole-number variables from 0 to their bounds, and what they must keep.</summary>
/// <param name="Most">The upper bound of each variable.</param>
public sealed record IntegerModel(IReadOnlyList<int> Most, IReadOnlyList<IntegerRow> Rows)
{
    /// <summary>True when the values keep every bound and every row.</summary>
    /// <param name="values">One for each variable.</param>
    public bool Allows(IReadOnlyList<int> values) =>
        values.Zip(Most).All(v => v.First >= 0 && v.First <= v.Second)
        && Rows.All(row => row.Terms.Sum(t => t.Factor * values[t.Variable]) is var sum && sum >= row.Min && sum <= row.Max);
}

/// <summary>What a search for the best whole numbers came to.</summary>
public abstract record IntegerOutcome
{
    private IntegerOutcome()
    {
    }

    /// <summary>No values keep all rows: proven.</summary>
    public sealed record Infeasible : IntegerOutcome;

    /// <summary>The effort ran out before any values were found.</summary>
    public sealed record Unknown : IntegerOutcome;

    /// <param name="Values">The best values found, one for each variable.</param>
    /// <param name="Bound">No values are better than this: proven. Equal to the objective of <paramref name="Values"/> when they are best.</param>
    public sealed record Found(IReadOnlyList<int> Values, double Bound) : IntegerOutcome;
}

/// <summary>A whole-number programme whose objective changes from call to call while its rows stay.</summary>
public interface IIntegerProgram : IDisposable
{
    /// <summary>Finds values with the highest Σ factor · variable.</summary>
    /// <param name="objective">One factor for each variable, at most 10^12 from 0.</param>
    IntegerOutcome Maximize(IReadOnlyList<long> objective);
}

/// <summary>A solution of a linear programme.</summary>
/// <param name="Objective">The highest value.</param>
/// <param name="Columns">One value for each column.</param>
/// <param name="Prices">
/// One for each row: by how much the objective grows when both bounds of the row grow by one. 0 or below for a row with a lower bound that is tight,
/// 0 or above for one with an upper bound that is tight.
/// </param>
public sealed record LinearSolution(double Objective, IReadOnlyList<double> Columns, IReadOnlyList<double> Prices);

/// <summary>A linear programme that grows: columns are added, rows are tightened, and it is solved again from where it stood.</summary>
public interface ILinearProgram : IDisposable
{
    /// <summary>Adds a row Min ≤ Σ ≤ Max without entries; either may be infinite.</summary>
    /// <returns>Its number, from 0.</returns>
    int AddRow(double min, double max);

    /// <summary>Adds a column of values min to max.</summary>
    /// <param name="gain">Its factor in the objective, which is maximised.</param>
    /// <param name="entries">Row numbers and factors; a row stands at most once.</param>
    /// <returns>Its number, from 0.</returns>
    int AddColumn(double min, double max, double gain, IReadOnlyList<(int Row, double Factor)> entries);

    void SetRow(int row, double min, double max);

    void SetEntry(int row, int column, double factor);

    /// <returns>Null when no values keep all rows, or rounding kept the solver from finding them.</returns>
    LinearSolution? Solve();
}

/// <summary>
/// Linear and whole-number programming: what the draw needs of a solver. Implementations use one thread and fixed seeds, and give the same answer to the
/// same questions on the same build; between builds and processors another of several equally good answers may come, so what is published is the
/// portfolio, and the lottery uses whole numbers alone.
/// </summary>
public interface ISolver
{
    /// <summary>Name and version, for the record of a draw.</summary>
    string Name { get; }

    IIntegerProgram NewIntegerProgram(IntegerModel model);

    ILinearProgram NewLinearProgram();
}
