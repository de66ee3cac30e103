using Medborgardialog.Domain.Draws;
using Xunit;

namespace Medborgardialog.Application.Tests.Draws;

/// <summary>
/// Leximin by the definition: every panel is written down, person by person, and in each step everybody whose probability cannot exceed the floor is found by
/// trying, in exact fractions. No groups, no prices, no column generation.
/// </summary>
internal static class LeximinOracle
{
    /// <summary>Every choice of as many people as seats that keeps quotas and households, as positions in the list of candidates.</summary>
    public static List<int[]> Panels(DrawInput input) => [.. Choices(input).Where(p => Misfit(input, p) == 0)];

    /// <summary>Every choice of as many people as seats with at most one person to a household.</summary>
    public static IEnumerable<int[]> Choices(DrawInput input)
    {
        var people = input.Candidates;
        return Enumerable.Range(0, 1 << people.Count)
            .Where(set => System.Numerics.BitOperations.PopCount((uint)set) == input.Size)
            .Select(set => Enumerable.Range(0, people.Count).Where(i => (set >> i & 1) == 1).ToArray())
            .Where(p => p.Select(i => people[i].Household).OfType<string>().GroupBy(h => h).All(h => h.Count() == 1));
    }

    /// <summary>By how many people the choice breaks quotas, all added up.</summary>
    public static int Misfit(DrawInput input, int[] panel) =>
        input.Categories.Select((category, f) => category.Quotas.Sum(q =>
        {
            var number = panel.Count(i => input.Candidates[i].Values[f] == q.Value);
            return Math.Max(0, q.Min - number) + Math.Max(0, number - q.Max);
        })).Sum();

    /// <returns>The probability of each candidate.</returns>
    public static double[] Probabilities(int people, List<int[]> panels)
    {
        var done = new Fraction?[people];
        while (Array.IndexOf(done, null) >= 0)
        {
            var floor = Highest(panels, done, null, null);
            int[] stuck = [.. Enumerable.Range(0, people).Where(i => done[i] is null && Highest(panels, done, floor, i) == floor)];
            Assert.NotEmpty(stuck);
            foreach (var i in stuck)
            {
                done[i] = floor;
            }
        }

        return [.. done.Select(d => d!.Value.Value())];
    }

    /// <summary>The highest floor of those who are not done; or, when that floor is known, the highest probability of one of them.</summary>
    private static Fraction Highest(List<int[]> panels, Fraction?[] done, Fraction? floor, int? person)
    {
        // Columns: a weight for each panel, and the floor. Probability that is left over does no harm, so the weights add up to at most 1.
        Fraction[] Row(int i) => [.. panels.Select(p => (Fraction)(p.Contains(i) ? -1 : 0)), floor is null && done[i] is null ? 1 : 0];
        Fraction[][] rows = [.. Enumerable.Range(0, done.Length).Select(Row), [.. panels.Select(_ => (Fraction)1), 0]];
        Fraction[] right = [.. done.Select(d => -(d ?? floor ?? 0)), 1];
        Fraction[] gain = [.. panels.Select(p => (Fraction)(person is { } i && p.Contains(i) ? 1 : 0)), person is null ? 1 : 0];
        return ExactSimplex.Maximum(gain, rows, right) ?? throw new InvalidOperationException("The step before was possible.");
    }
}
