using Medborgardialog.Domain.Draws;

namespace Medborgardialog.Application.Tests.Draws;

/// <summary>Invented people and quotas; the same for the same number on every machine.</summary>
internal static class DrawInstances
{
    /// <summary>
    /// Three to eight people, one to three features, up to four seats, quotas around a panel that exists or, in one of five, around numbers that mean nothing;
    /// in one of three with households.
    /// </summary>
    public static DrawInput Small(int number)
    {
        var random = new Random(number);
        var (people, features) = (random.Next(3, 9), random.Next(1, 4));
        var size = random.Next(1, Math.Min(5, people));
        int[] values = [.. Enumerable.Range(0, features).Select(_ => random.Next(2, 4))];
        var homes = number % 3 == 0 ? random.Next(size, people + 1) : 0;
        Candidate[] candidates =
        [
            .. Enumerable.Range(1, people).Select(i => new Candidate(
                $"P{i}", [.. values.Select(v => $"v{Math.Min(random.Next(v), random.Next(v))}")], homes > 0 ? $"H{random.Next(homes)}" : null)),
        ];
        Candidate[] model = [.. candidates.OrderBy(_ => random.Next()).Take(size)];
        return new DrawInput(size, [.. values.Select((count, f) => Category(random, $"f{f}", count, v => number % 5 == 0 ? random.Next(size + 1) : model.Count(c => c.Values[f] == v)))], candidates);
    }

    /// <summary>
    /// A list as it comes back after an invitation: the older and the well educated answer more often than their share. Quotas are the population's shares,
    /// rounded down and up.
    /// </summary>
    /// <param name="features">1 to 7.</param>
    public static DrawInput Answering(int people, int size, int features, int number)
    {
        var random = new Random(number);
        (string Name, double[] Population, double[] Answering)[] all =
        [
            ("ålder", [0.20, 0.25, 0.30, 0.25], [0.10, 0.18, 0.34, 0.38]),
            ("kön", [0.50, 0.50], [0.55, 0.45]),
            ("utbildning", [0.20, 0.45, 0.35], [0.07, 0.33, 0.60]),
            ("område", [0.30, 0.20, 0.20, 0.15, 0.10, 0.05], [0.35, 0.22, 0.15, 0.14, 0.10, 0.04]),
            ("bakgrund", [0.75, 0.25], [0.88, 0.12]),
            ("boende", [0.45, 0.40, 0.15], [0.60, 0.33, 0.07]),
            ("inställning", [0.30, 0.40, 0.30], [0.45, 0.35, 0.20]),
        ];
        var used = all[..features];
        return new DrawInput(
            size,
            [
                .. used.Select(f => new QuotaCategory(
                    f.Name, [.. f.Population.Select((share, v) => new Quota($"v{v}", (int)Math.Floor(share * size * 0.97), (int)Math.Ceiling((share * size * 1.03) + 0.01)))])),
            ],
            [.. Enumerable.Range(1, people).Select(i => new Candidate($"{i}", [.. used.Select(f => $"v{Pick(random, f.Answering)}")]))]);
    }

    private static QuotaCategory Category(Random random, string feature, int values, Func<string, int> middle) =>
        new(feature, [.. Enumerable.Range(0, values).Select(v => $"v{v}").Select(v => (Value: v, Number: middle(v))).Select(v => new Quota(v.Value, Math.Max(0, v.Number - random.Next(2)), v.Number + random.Next(2)))]);

    private static int Pick(Random random, double[] shares)
    {
        var left = random.NextDouble();
        for (var i = 0; i < shares.Length - 1; i++)
        {
            left -= shares[i];
            if (left < 0)
            {
                return i;
            }
        }

        return shares.Length - 1;
    }
}
