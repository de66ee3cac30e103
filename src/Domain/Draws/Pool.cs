namespace Medborgardialog.Domain.Draws;

/// <summary>
/// People who differ in nothing that the draw looks at: the same values, and a household of the same kind. Whatever is fair to one of them is as fair to
/// the others, so the probabilities of leximin, which are unique, are the same for all of them.
/// </summary>
/// <param name="Number">Position among <see cref="Pool.Groups"/>, from 0.</param>
/// <param name="Kind">Position of the household kind among <see cref="Pool.Kinds"/>.</param>
/// <param name="Values">For each category, in canonical order, the position of the value among its quotas.</param>
/// <param name="Members">Ids, sorted.</param>
/// <param name="Most">How many of them can sit in one panel: at most the households of the kind.</param>
public sealed record PersonGroup(int Number, int Kind, IReadOnlyList<int> Values, IReadOnlyList<string> Members, int Most);

/// <summary>Households with the same people in them, as far as the draw can see. Somebody alone is a household of one.</summary>
/// <param name="Groups">Numbers of the groups that its people belong to.</param>
/// <param name="Households">Each household as its members with their group numbers.</param>
public sealed record HouseholdKind(IReadOnlyList<int> Groups, IReadOnlyList<IReadOnlyList<(int Group, string Id)>> Households);

/// <summary>
/// The candidates gathered in groups. A panel is seen as numbers, n_g from each group g. Such numbers can be filled with people exactly when, for every
/// kind of household, they add up to at most the households of the kind: each of them has somebody of every group of the kind. So the rule of one person
/// to a household needs no person by name.
/// </summary>
public sealed class Pool
{
    private Pool(DrawInput input, IReadOnlyList<PersonGroup> groups, IReadOnlyList<HouseholdKind> kinds) => (Input, Groups, Kinds) = (input, groups, kinds);

    /// <summary>In canonical order.</summary>
    public DrawInput Input { get; }

    public IReadOnlyList<PersonGroup> Groups { get; }

    public IReadOnlyList<HouseholdKind> Kinds { get; }

    /// <summary>Numbering of groups follows from the input alone, whatever its order.</summary>
    /// <param name="input">Without problems of other kinds than <see cref="InputProblem.IsOfQuotas"/>.</param>
    /// <exception cref="ArgumentException">The input is not sound.</exception>
    public static Pool Of(DrawInput input)
    {
        if (InputCheck.Problems(input).FirstOrDefault(p => !p.IsOfQuotas) is { } problem)
        {
            throw new ArgumentException($"The input is not sound: {problem}.", nameof(input));
        }

        var sorted = input.Sorted();
        var types = sorted.Candidates.ToDictionary(c => c.Id, c => TypeOf(sorted, c), StringComparer.Ordinal);
        var households = sorted.Candidates
            .Select((candidate, i) => (Candidate: candidate, Key: candidate.Household is { } key ? $"h{key}" : $"a{DrawInput.Number(i)}"))
            .GroupBy(p => p.Key, p => p.Candidate, StringComparer.Ordinal)
            .Select(h => h.OrderBy(c => types[c.Id].Key, StringComparer.Ordinal).ThenBy(c => c.Id, StringComparer.Ordinal).ToList())
            .GroupBy(h => string.Join('|', h.Select(c => types[c.Id].Key)), StringComparer.Ordinal)
            .OrderBy(k => k.Key, StringComparer.Ordinal);

        List<PersonGroup> groups = [];
        List<HouseholdKind> kinds = [];
        foreach (var kind in households.Select(k => k.ToList()))
        {
            var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var type in kind.SelectMany(h => h).GroupBy(c => types[c.Id].Key, StringComparer.Ordinal))
            {
                numbers[type.Key] = groups.Count;
                groups.Add(new PersonGroup(
                    groups.Count, kinds.Count, types[type.First().Id].Values, [.. type.Select(c => c.Id).Order(StringComparer.Ordinal)], Math.Min(kind.Count, sorted.Size)));
            }

            kinds.Add(new HouseholdKind([.. numbers.Values], [.. kind.Select(h => h.Select(c => (numbers[types[c.Id].Key], c.Id)).ToList())]));
        }

        return new Pool(sorted, groups, kinds);
    }

    /// <summary>The group of each candidate.</summary>
    public IReadOnlyDictionary<string, PersonGroup> GroupOf() =>
        Groups.SelectMany(g => g.Members.Select(id => (id, g))).ToDictionary(p => p.id, p => p.g, StringComparer.Ordinal);

    /// <summary>
    /// The feasible panels as a whole-number programme: variable g is n_g from 0 to <see cref="PersonGroup.Most"/>; one row for the seats, one for each
    /// quota, one for each kind of household with several groups.
    /// </summary>
    public IntegerModel Model() => new(
        [.. Groups.Select(g => g.Most)],
        [
            new IntegerRow(Input.Size, Input.Size, Terms(_ => true)),
            .. Input.Categories.SelectMany((category, f) => category.Quotas.Select((quota, v) => new IntegerRow(quota.Min, quota.Max, Terms(g => g.Values[f] == v)))),
            .. HouseholdRows(),
        ]);

    /// <summary>True when the numbers are those of a panel: seats, quotas and households are all kept. Whole-number arithmetic only.</summary>
    /// <param name="counts">One number for each group.</param>
    public bool IsPanel(IReadOnlyList<int> counts) => counts.Count == Groups.Count && Model().Allows(counts);

    internal IReadOnlyList<(int Variable, long Factor)> Terms(Func<PersonGroup, bool> belongs) => [.. Groups.Where(belongs).Select(g => (g.Number, 1L))];

    internal IEnumerable<IntegerRow> HouseholdRows() =>
        Kinds.Where(k => k.Groups.Count > 1).Select(k => new IntegerRow(0, k.Households.Count, [.. k.Groups.Select(g => (g, 1L))]));

    private static (string Key, int[] Values) TypeOf(DrawInput input, Candidate candidate)
    {
        int[] values = [.. input.Categories.Select((c, f) => Enumerable.Range(0, c.Quotas.Count).First(v => c.Quotas[v].Value == candidate.Values[f]))];

        // Three digits sort as numbers do; larger numbers only sort in another order, which is as fixed.
        return (string.Join(',', values.Select(v => v.ToString("D3", System.Globalization.CultureInfo.InvariantCulture))), values);
    }
}
