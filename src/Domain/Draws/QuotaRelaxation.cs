namespace Medborgardialog.Domain.Draws;

/// <summary>A quota that would have to change.</summary>
/// <param name="Now">As it is.</param>
/// <param name="Then">As it would have to be: Min lower or the same, Max higher or the same.</param>
public sealed record QuotaChange(string Feature, Quota Now, Quota Then);

/// <summary>
/// The smallest change of quotas after which there is a panel: the sum of all steps that lowest numbers go down and highest numbers go up is as small as
/// possible, and among those with the same sum the largest single step. Seats and households are never relaxed. There may be several that are as small; one
/// of them is told.
/// </summary>
public static class QuotaRelaxation
{
    /// <returns>The changes, in the order of the categories; empty when there is a panel as it is.</returns>
    /// <exception cref="InvalidOperationException">The solver gave up.</exception>
    public static IReadOnlyList<QuotaChange> Find(Pool pool, ISolver solver)
    {
        var (groups, size) = (pool.Groups.Count, pool.Input.Size);
        var quotas = pool.Input.Categories.SelectMany((category, f) => category.Quotas.Select((quota, v) => (category.Feature, Quota: quota, Terms: pool.Terms(g => g.Values[f] == v)))).ToList();

        // After the groups: for each quota how far it goes down and how far up, and last the largest step.
        var (first, largest) = (groups, groups + (2 * quotas.Count));
        List<int> most = [.. pool.Groups.Select(g => g.Most), .. quotas.SelectMany(q => new[] { Math.Min(q.Quota.Min, int.MaxValue), Math.Max(0, size - q.Quota.Max) })];
        var highest = Math.Max(1, most.Skip(groups).DefaultIfEmpty().Max());
        most.Add(highest);

        List<IntegerRow> rows = [new IntegerRow(size, size, pool.Terms(_ => true)), .. pool.HouseholdRows()];
        for (var q = 0; q < quotas.Count; q++)
        {
            var (down, up) = (first + (2 * q), first + (2 * q) + 1);
            rows.Add(new IntegerRow(quotas[q].Quota.Min, long.MaxValue, [.. quotas[q].Terms, (down, 1L)]));
            rows.Add(new IntegerRow(long.MinValue, quotas[q].Quota.Max, [.. quotas[q].Terms, (up, -1L)]));
            rows.Add(new IntegerRow(0, long.MaxValue, [(largest, 1L), (down, -1L)]));
            rows.Add(new IntegerRow(0, long.MaxValue, [(largest, 1L), (up, -1L)]));
        }

        using var program = solver.NewIntegerProgram(new IntegerModel(most, rows));
        var objective = new long[most.Count];
        Array.Fill(objective, -(highest + 1L), first, 2 * quotas.Count);
        objective[largest] = -1;
        var values = program.Maximize(objective) is IntegerOutcome.Found found
            ? found.Values
            : throw new InvalidOperationException("No relaxation was found, though seats and households allow a panel.");
        return
        [
            .. quotas.Select((q, i) => new QuotaChange(q.Feature, q.Quota, q.Quota with { Min = q.Quota.Min - values[first + (2 * i)], Max = q.Quota.Max + values[first + (2 * i) + 1] }))
                .Where(change => change.Now != change.Then),
        ];
    }

    /// <summary>The input with the changed quotas.</summary>
    public static DrawInput Apply(DrawInput input, IReadOnlyList<QuotaChange> changes) => input with
    {
        Categories =
        [
            .. input.Categories.Select(category => category with
            {
                Quotas = [.. category.Quotas.Select(quota => changes.FirstOrDefault(c => c.Feature == category.Feature && c.Now.Value == quota.Value)?.Then ?? quota)],
            }),
        ],
    };
}
