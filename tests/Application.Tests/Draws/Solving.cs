using Medborgardialog.Domain.Draws;
using Medborgardialog.Infrastructure.Draws;
using Xunit;

namespace Medborgardialog.Application.Tests.Draws;

/// <summary>The solver of the product, and the steps that most tests take.</summary>
internal static class Solving
{
    public static ISolver Solver { get; } = new OrToolsSolver();

    public static LeximinOutcome Leximin(Pool pool, bool stopped = false) =>
        Domain.Draws.Leximin.Solve(pool, Solver, null, new CancellationToken(stopped), TestContext.Current.CancellationToken);

    /// <param name="stopped">As when the time is up before it has begun.</param>
    public static (Pool Pool, LeximinOutcome.Found Found, Portfolio Portfolio) Portfolio(DrawInput input, bool stopped = false)
    {
        var pool = Pool.Of(input);
        var found = Assert.IsType<LeximinOutcome.Found>(Leximin(pool, stopped));
        var portfolio = Domain.Draws.Portfolio.Of(pool, found.Panels, found.Weights);
        Assert.True(portfolio.Fits(pool));
        return (pool, found, portfolio);
    }

    /// <summary>The published probability of each candidate, in the order of the input.</summary>
    public static double[] Probabilities(DrawInput input, Pool pool, Portfolio portfolio)
    {
        var (groups, chances) = (pool.GroupOf(), portfolio.Chances(pool));
        return [.. input.Candidates.Select(c => chances[groups[c.Id].Number].Probability)];
    }

    /// <summary>True when the people keep seats, quotas and households, counted one by one.</summary>
    public static bool Keeps(DrawInput input, IReadOnlyCollection<string> people)
    {
        var panel = input.Candidates.Where(c => people.Contains(c.Id)).ToList();
        return panel.Count == input.Size
            && input.Categories.Select((category, f) => category.Quotas.All(q => panel.Count(c => c.Values[f] == q.Value) is var n && n >= q.Min && n <= q.Max)).All(kept => kept)
            && panel.Select(c => c.Household).OfType<string>().GroupBy(h => h).All(h => h.Count() == 1);
    }
}
