namespace Medborgardialog.Domain.Draws;

/// <summary>What is published of a draw, besides the input (as far as it may be shown) and the portfolio.</summary>
/// <param name="Method"><see cref="Leximin.Method"/>.</param>
/// <param name="Solver"><see cref="ISolver.Name"/> of the one that made the portfolio. Null when the portfolio was given.</param>
/// <param name="Levels">The steps of leximin with what was proven of each; none when the portfolio was given.</param>
/// <param name="Chances">One for each group; those of the lottery to the last digit.</param>
public sealed record DrawRecord(
    string Method, string? Solver, string InputFingerprint, string PortfolioFingerprint, IReadOnlyList<LeximinLevel> Levels, IReadOnlyList<GroupChance> Chances)
{
    /// <summary>The lowest chance that anybody has, 0 to 1. 0 when somebody is in no panel at all.</summary>
    public double Lowest => Chances.Min(c => c.Probability);

    /// <summary>By how much the first floor that is not proven could be higher, 0 to 1; 0 when all steps are proven.</summary>
    public double Gap => Levels.FirstOrDefault(l => !l.IsProven)?.Gap ?? 0;

    /// <summary>True when no distribution over panels that keep the quotas is fairer, in the sense of leximin.</summary>
    public bool IsProven => Levels.Count > 0 && Levels.All(l => l.IsProven);

    public static DrawRecord Of(Pool pool, Portfolio portfolio, IReadOnlyList<LeximinLevel> levels, ISolver? solver) =>
        new(Leximin.Method, solver?.Name, portfolio.InputFingerprint, portfolio.Fingerprint(), levels, portfolio.Chances(pool));
}
