namespace Medborgardialog.Domain.Draws;

/// <summary>One step of leximin.</summary>
/// <param name="Value">The probability that groups were fixed at, 0 to 1.</param>
/// <param name="Bound">No distribution that keeps the steps before has a higher floor: proven. 1 when nothing is known.</param>
/// <param name="People">How many people were fixed.</param>
public sealed record LeximinLevel(double Value, double Bound, int People)
{
    /// <summary>What may be missing, 0 to 1.</summary>
    public double Gap => Math.Max(0, Bound - Value);

    public bool IsProven => Gap <= Leximin.Exact;
}

/// <summary>How far the work has come.</summary>
/// <param name="Level">The step, from 1.</param>
/// <param name="Fixed">Groups that are done, of <paramref name="Groups"/>.</param>
/// <param name="Panels">Known panels.</param>
/// <param name="Value">The floor of this step so far, 0 to 1.</param>
/// <param name="Bound">What it can be at most, as proven so far.</param>
public sealed record LeximinProgress(int Level, int Fixed, int Groups, int Panels, double Value, double Bound);

/// <summary>What leximin came to.</summary>
public abstract record LeximinOutcome
{
    private LeximinOutcome()
    {
    }

    /// <summary>No panel keeps the quotas; see <see cref="QuotaRelaxation"/>.</summary>
    public sealed record NoPanel : LeximinOutcome;

    /// <param name="Panels">Numbers for each group, panel by panel.</param>
    /// <param name="Weights">As many, adding up to 1 but for rounding.</param>
    /// <param name="Levels">Rising values; those in no panel at all come first, with 0.</param>
    public sealed record Found(IReadOnlyList<int[]> Panels, IReadOnlyList<double> Weights, IReadOnlyList<LeximinLevel> Levels) : LeximinOutcome;
}

/// <summary>
/// Probabilities for a draw with quotas that are as equal as the quotas allow: the lowest probability is as high as possible, of all such distributions the
/// next lowest is as high as possible, and so on (leximin). Method: Flanigan, Gölz, Gupta, Hennig and Procaccia, Fair algorithms for selecting citizens'
/// assemblies, Nature 596, 548–552 (2021), with column generation: a linear programme over the panels known so far (<see cref="PanelMaster"/>) puts a price
/// on each group, a whole-number programme finds the panel with the highest sum of prices, and when no panel is worth more than the price of a panel
/// the floor is proven. Groups with a price above 0 are at the floor in every best distribution (complementary slackness) and are fixed there.
/// <para>
/// Here the work is done on groups of people whom the draw cannot tell apart (<see cref="PersonGroup"/>), since leximin gives them the same probability.
/// For any prices y ≥ 0 whose free ones add up to 1 the floor is at most (the highest Σ y_g n_g/s_g of a panel) − Σ_fixed y_g f_g: the proven bound
/// (Farley 1990, Operations Research 38, 922–923). Prices are taken between the newest and those with the best bound so far, which makes fewer steps
/// (Wentges 1997, International Transactions in Operational Research 4, 151–162).
/// </para>
/// <para>
/// Before any panel is looked for by prices, the averages that would be best if people could be divided are computed (<see cref="PanelRelaxation"/>): a
/// bound of each step that costs next to nothing, and nearly always the right one, since a draw has few quotas and many groups. Panels are made around
/// those averages (<see cref="PanelRounding"/>), so that the search begins close to its end.
/// </para>
/// </summary>
public static class Leximin
{
    /// <summary>A gap that is only the rounding of the arithmetic: a ten-thousandth of a percentage point.</summary>
    public const double Exact = 1e-6;

    /// <summary>Named in the record of each draw; changes when another result could come out.</summary>
    public const string Method = "leximin 2 (Flanigan, Gölz, Gupta, Hennig, Procaccia 2021)";

    /// <param name="enough">When cancelled, no more panels are looked for: the best distribution over the known ones comes back, with what is proven.</param>
    /// <param name="progress">Called after each new panel, on the same thread.</param>
    /// <param name="cancellation">Ends the work without a result.</param>
    /// <exception cref="OperationCanceledException">Cancelled by <paramref name="cancellation"/>.</exception>
    public static LeximinOutcome Solve(
        Pool pool, ISolver solver, Action<LeximinProgress>? progress = null, CancellationToken enough = default, CancellationToken cancellation = default)
    {
        using var run = new LeximinRun(pool, solver, progress, enough, cancellation);
        return run.Solve();
    }
}
