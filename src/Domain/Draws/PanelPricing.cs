namespace Medborgardialog.Domain.Draws;

/// <summary>Finds the panel that is worth most at given prices. The arithmetic of the search is in whole numbers, so what it proves holds exactly for the rounded prices.</summary>
internal sealed class PanelPricing(ISolver solver, Pool pool) : IDisposable
{
    /// <summary>The highest price becomes this, so a price keeps nine digits.</summary>
    private const double Scale = 1e9;

    private readonly IIntegerProgram _program = solver.NewIntegerProgram(pool.Model());

    /// <param name="Counts">The panel, or null when the search found none.</param>
    /// <param name="Worth">No panel is worth more at <paramref name="Prices"/>: proven. Infinite when nothing is.</param>
    /// <param name="Prices">The prices after rounding.</param>
    /// <param name="IsNone">No panel exists at all: proven.</param>
    internal sealed record Priced(int[]? Counts, double Worth, double[] Prices, bool IsNone);

    /// <param name="prices">One for each group, 0 or more, the price of a probability of 1: n people of a group of s are worth price · n/s.</param>
    public Priced Best(IReadOnlyList<double> prices)
    {
        double[] each = [.. pool.Groups.Select(g => prices[g.Number] / g.Members.Count)];
        var scale = each.Max() is > 0 and var highest ? Scale / highest : 1;
        long[] objective = [.. each.Select(p => (long)Math.Round(p * scale))];
        double[] rounded = [.. pool.Groups.Select(g => objective[g.Number] * g.Members.Count / scale)];
        return _program.Maximize(objective) switch
        {
            IntegerOutcome.Found found => new Priced([.. found.Values], found.Bound / scale, rounded, false),
            IntegerOutcome.Infeasible => new Priced(null, 0, rounded, true),
            _ => new Priced(null, double.PositiveInfinity, rounded, false),
        };
    }

    public void Dispose() => _program.Dispose();
}
