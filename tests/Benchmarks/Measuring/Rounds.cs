namespace Medborgardialog.Benchmarks.Measuring;

/// <summary>Runs contenders against each other in the order A-B-B-A, several times, so that drift of the machine hits all alike.</summary>
internal static class Rounds
{
    /// <returns>One entry per round and contender, in the order given: the two runs of a round are put together.</returns>
    public static async Task<IReadOnlyList<IReadOnlyList<Measured>>> RunAsync(int rounds, params IReadOnlyList<Func<Task<Measured>>> contenders)
    {
        var result = new List<IReadOnlyList<Measured>>();
        for (var round = 0; round < rounds; round++)
        {
            var first = new Measured[contenders.Count];
            for (var i = 0; i < contenders.Count; i++)
            {
                first[i] = await contenders[i]();
            }

            for (var i = contenders.Count - 1; i >= 0; i--)
            {
                first[i] = Both(first[i], await contenders[i]());
            }

            result.Add(first);
        }

        return result;
    }

    public static Figure Of(this IReadOnlyList<IReadOnlyList<Measured>> rounds, int contender, Func<Measured, double> value) =>
        Figure.Of(rounds.Select(r => value(r[contender])));

    /// <summary>Of the ratio in each round, not of the medians: both sides then had the same minute.</summary>
    public static Figure Ratio(this IReadOnlyList<IReadOnlyList<Measured>> rounds, int over, int under, Func<Measured, double> value) =>
        Figure.Of(rounds.Select(r => value(r[over]) / value(r[under])));

    public static double Others(this IReadOnlyList<IReadOnlyList<Measured>> rounds) => rounds.SelectMany(r => r).Max(m => m.Others);

    public static IEnumerable<string> Failures(this IReadOnlyList<IReadOnlyList<Measured>> rounds, params string[] names) =>
        names.Select((name, i) => (Name: name, Failed: rounds.Sum(r => r[i].Failed), First: rounds.Select(r => r[i].FirstFailure).FirstOrDefault(f => f is not null)))
            .Where(f => f.Failed > 0)
            .Select(f => $"{f.Failed} failures of {f.Name}, the first: {f.First}");

    private static Measured Both(Measured a, Measured b) => new(
        (a.Rate + b.Rate) / 2, (a.P50 + b.P50) / 2, (a.P95 + b.P95) / 2, (a.P99 + b.P99) / 2,
        a.Accepted + b.Accepted, a.Failed + b.Failed, a.FirstFailure ?? b.FirstFailure, (a.Cpu + b.Cpu) / 2, Math.Max(a.Others, b.Others));
}

/// <summary>Median and spread of the rounds.</summary>
internal sealed record Figure(double Median, double Least, double Most)
{
    public static Figure Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Figure(median, sorted[0], sorted[^1]);
    }

    public Figure Over(double anchor) => new(Median / anchor, Least / anchor, Most / anchor);
}
