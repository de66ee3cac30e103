using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Draws;

/// <summary>
/// New people for drawn ones who decline, so that seats, quotas and households are kept as they were. For one seat at a time somebody is drawn among
/// those with whom the panel can be filled, all as likely: the last of several to be replaced can thus never be left without anybody. Only whether a panel
/// can be filled is asked of the solver, which has one answer, so the same seed gives the same people on every machine.
/// </summary>
public static class Replacement
{
    /// <param name="pool">What the panel was drawn from.</param>
    /// <param name="panel">Ids of the panel as it is, the declining included.</param>
    /// <param name="declined">Everybody who has declined so far; none of them is drawn.</param>
    /// <param name="seed">Another for each time: <see cref="Seed"/>.</param>
    /// <returns>As many ids as there are declining people in the panel, in the order they were drawn; null when nobody keeps the quotas.</returns>
    public static IReadOnlyList<string>? Draw(Pool pool, IReadOnlyCollection<string> panel, IReadOnlyCollection<string> declined, string seed, ISolver solver)
    {
        var numbers = new SeededNumbers(seed);
        List<string> drawn = [];
        HashSet<string> kept = [.. panel.Except(declined, StringComparer.Ordinal)];
        while (Remaining(pool, kept, panel.Union(declined, StringComparer.Ordinal)) is { Size: > 0 } remaining)
        {
            var fitting = Fitting(remaining, solver);
            if (fitting.Count == 0)
            {
                return null;
            }

            var next = fitting[(int)numbers.Below(fitting.Count)];
            drawn.Add(next);
            kept.Add(next);
        }

        return drawn;
    }

    /// <summary>Who comes in for the next who declines, one at a time in the order in which they did.</summary>
    /// <param name="drawn">Ids of those who were drawn.</param>
    /// <param name="before">What has been changed so far. After a seat that could not be filled none is filled any more.</param>
    /// <param name="declined">Somebody who sits in the panel.</param>
    /// <param name="seed">That of the draw.</param>
    /// <returns>Null when nobody keeps the quotas.</returns>
    public static string? Next(Pool pool, IReadOnlyList<string> drawn, IReadOnlyList<SeatChange> before, string declined, string seed, ISolver solver) =>
        before.Any(c => c.Instead is null)
            ? null
            : Draw(pool, Sitting(drawn, before), [.. before.Select(c => c.Declined), declined], Seed(seed, before.Count + 1), solver)?[0];

    /// <summary>Ids of those who sit in the panel after the changes, sorted.</summary>
    public static IReadOnlyList<string> Sitting(IReadOnlyList<string> drawn, IReadOnlyList<SeatChange> changes) =>
        [.. drawn.Concat(changes.Select(c => c.Instead).OfType<string>()).Except(changes.Select(c => c.Declined), StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The seed of the n:th replacement, from 1, of a draw.</summary>
    public static string Seed(string seed, int number) => $"{seed}/replacement {DrawInput.Number(number)}";

    /// <summary>The draw that is left: the free seats, what the quotas still ask for, and the people who can be drawn.</summary>
    /// <param name="kept">Ids of those who stay.</param>
    /// <param name="out">Ids of those who cannot be drawn, besides the kept and whoever lives with them.</param>
    public static DrawInput Remaining(Pool pool, IReadOnlyCollection<string> kept, IEnumerable<string> @out)
    {
        var stay = kept.ToHashSet(StringComparer.Ordinal);
        var gone = @out.Concat(stay).ToHashSet(StringComparer.Ordinal);
        List<Candidate> keeping = [.. pool.Input.Candidates.Where(c => stay.Contains(c.Id))];
        var homes = keeping.Select(c => c.Household).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new DrawInput(
            pool.Input.Size - keeping.Count,
            [
                .. pool.Input.Categories.Select((category, f) => category with
                {
                    Quotas = [.. category.Quotas.Select(q => Less(q, keeping.Count(c => c.Values[f] == q.Value)))],
                }),
            ],
            [.. pool.Input.Candidates.Where(c => !gone.Contains(c.Id) && (c.Household is not { } home || !homes.Contains(home)))]);
    }

    private static Quota Less(Quota quota, int kept) => quota with { Min = Math.Max(0, quota.Min - kept), Max = Math.Max(0, quota.Max - kept) };

    /// <summary>Sorted ids of those whom some panel has.</summary>
    private static List<string> Fitting(DrawInput remaining, ISolver solver)
    {
        if (InputCheck.Problems(remaining).Count > 0)
        {
            return [];
        }

        var pool = Pool.Of(remaining);
        return [.. Possible(pool, solver).SelectMany(g => g.Members).Order(StringComparer.Ordinal)];
    }

    /// <summary>The groups that some panel has people of. For a single seat that is counted; otherwise each search looks for as many new groups as it can.</summary>
    private static IEnumerable<PersonGroup> Possible(Pool pool, ISolver solver)
    {
        var model = pool.Model();
        if (pool.Input.Size == 1)
        {
            return pool.Groups.Where(g => model.Allows([.. pool.Groups.Select(other => other == g ? 1 : 0)]));
        }

        using var program = solver.NewIntegerProgram(model);
        var unseen = pool.Groups.ToHashSet();
        while (unseen.Count > 0)
        {
            switch (program.Maximize([.. pool.Groups.Select(g => unseen.Contains(g) ? 1L : 0)]))
            {
                case IntegerOutcome.Found found when unseen.RemoveWhere(g => found.Values[g.Number] > 0) > 0:
                    break;
                case IntegerOutcome.Found { Bound: < 1 } or IntegerOutcome.Infeasible:
                    return pool.Groups.Except(unseen);
                default:
                    throw new InvalidOperationException("The solver could not tell whether a panel can be filled.");
            }
        }

        return pool.Groups;
    }
}
