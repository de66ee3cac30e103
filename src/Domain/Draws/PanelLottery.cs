using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Draws;

/// <summary>Who was drawn.</summary>
/// <param name="Ticket">The ticket, 0 to <see cref="Portfolio.Total"/> − 1.</param>
/// <param name="Panel">Position of the panel in the portfolio.</param>
/// <param name="People">Ids, sorted.</param>
public sealed record DrawnPanel(long Ticket, int Panel, IReadOnlyList<string> People);

/// <summary>
/// The lottery: whole numbers and SHA-256 alone, the same on every machine.
/// <list type="number">
/// <item>A ticket is drawn below <see cref="Portfolio.Total"/>. The panels lie side by side in the order of the portfolio, each as long as its tickets;
/// the one that the ticket falls in is the panel.</item>
/// <item>For each kind of household in order, as many households as the panel has people of the kind are taken as <see cref="SeededNumbers.Take"/> does.
/// The first of them give the people of the first group of the kind, the next those of the next, and so on.</item>
/// <item>Where a household has several people of the group, one of them is drawn.</item>
/// </list>
/// So everybody in a group has the same chance: people of the group in the panel ÷ people in the group.
/// </summary>
public static class PanelLottery
{
    /// <param name="portfolio">One that fits the pool.</param>
    /// <param name="seed">Public text that nobody knew when the portfolio was frozen.</param>
    /// <exception cref="ArgumentException">The portfolio does not fit the pool.</exception>
    public static DrawnPanel Draw(Pool pool, Portfolio portfolio, string seed) =>
        portfolio.Fits(pool) ? Drawn(pool, portfolio, new SeededNumbers(seed)) : throw new ArgumentException("The portfolio does not belong to these people and quotas.", nameof(portfolio));

    internal static DrawnPanel Drawn(Pool pool, Portfolio portfolio, SeededNumbers numbers)
    {
        var ticket = numbers.Below(Portfolio.Total);
        var (left, panel) = (ticket, 0);
        while (left >= portfolio.Panels[panel].Tickets)
        {
            left -= portfolio.Panels[panel++].Tickets;
        }

        List<string> people = [];
        foreach (var kind in pool.Kinds)
        {
            people.AddRange(Fill(kind, portfolio.Panels[panel].Counts, numbers));
        }

        return new DrawnPanel(ticket, panel, [.. people.Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> Fill(HouseholdKind kind, IReadOnlyList<int> counts, SeededNumbers numbers)
    {
        var households = numbers.Take(kind.Households, kind.Groups.Sum(g => counts[g]));
        var next = 0;
        foreach (var group in kind.Groups)
        {
            for (var i = 0; i < counts[group]; i++)
            {
                string[] members = [.. households[next++].Where(m => m.Group == group).Select(m => m.Id)];
                yield return members[members.Length == 1 ? 0 : (int)numbers.Below(members.Length)];
            }
        }
    }
}
