using System.Security.Cryptography;
using System.Text;

namespace Medborgardialog.Domain.Draws;

/// <summary>One of the panels that the lottery is between.</summary>
/// <param name="Tickets">How many of <see cref="Portfolio.Total"/> tickets it has, 1 or more.</param>
/// <param name="Counts">How many of each group.</param>
public sealed record PortfolioPanel(long Tickets, IReadOnlyList<int> Counts);

/// <summary>The chance of everybody in a group, as an exact fraction.</summary>
/// <param name="Group">Number of the group.</param>
/// <param name="Numerator">Σ tickets · people of the group in the panel.</param>
/// <param name="Denominator">All tickets · people in the group.</param>
public sealed record GroupChance(int Group, long Numerator, long Denominator)
{
    /// <summary>0 to 1.</summary>
    public double Probability => (double)Numerator / Denominator;
}

/// <summary>
/// What is frozen and published before the seed is known: a list of panels with whole numbers of tickets. Together with the input and the seed it decides
/// who is drawn, in whole-number arithmetic and SHA-256, so the draw is the same on every machine. The chances that are published are computed from it, so
/// they are those of the lottery to the last digit.
/// </summary>
/// <param name="InputFingerprint">Of the input that the groups are numbered by.</param>
/// <param name="Panels">In canonical order: by counts, the higher count first.</param>
public sealed record Portfolio(string InputFingerprint, IReadOnlyList<PortfolioPanel> Panels)
{
    /// <summary>All tickets. Rounding moves a chance by at most the number of panels divided by this.</summary>
    public const long Total = 1_000_000_000;

    /// <summary>Rounds weights to tickets by the method of largest remainders. Panels that get no ticket are left out.</summary>
    /// <param name="panels">Numbers for each group of the pool.</param>
    /// <param name="weights">As many, 0 or more, adding up to about 1.</param>
    /// <exception cref="ArgumentException">The lists differ in length, or no weight is above 0.</exception>
    public static Portfolio Of(Pool pool, IReadOnlyList<int[]> panels, IReadOnlyList<double> weights)
    {
        var sum = weights.Sum();
        if (panels.Count != weights.Count || !(sum > 0))
        {
            throw new ArgumentException("Each panel needs a weight, and one of them must be above 0.", nameof(weights));
        }

        var shares = panels.Zip(weights, (counts, weight) => (Counts: counts, Share: weight / sum * Total)).OrderBy(s => s.Counts, Comparer<int[]>.Create(Compare)).ToList();
        long[] tickets = [.. shares.Select(s => (long)s.Share)];
        var left = Total - tickets.Sum();
        foreach (var i in Enumerable.Range(0, tickets.Length).OrderByDescending(i => shares[i].Share - tickets[i]).ThenBy(i => i).Take((int)Math.Max(0, left)))
        {
            tickets[i]++;
        }

        return new Portfolio(
            pool.Input.Fingerprint(),
            [.. shares.Zip(tickets).Where(p => p.Second > 0).Select(p => new PortfolioPanel(p.Second, p.First.Counts))]);
    }

    /// <summary>The chances, one for each group of the pool, in the order of the groups.</summary>
    public IReadOnlyList<GroupChance> Chances(Pool pool) =>
        [.. pool.Groups.Select(g => new GroupChance(g.Number, Panels.Sum(p => p.Tickets * p.Counts[g.Number]), Total * g.Members.Count))];

    /// <summary>True when this can be drawn from: it belongs to the input, has all tickets, and every panel keeps seats, quotas and households.</summary>
    public bool Fits(Pool pool)
    {
        var model = pool.Model();
        return InputFingerprint == pool.Input.Fingerprint()
            && Panels.All(p => p.Tickets > 0 && p.Counts.Count == pool.Groups.Count && model.Allows(p.Counts))
            && Panels.Sum(p => (decimal)p.Tickets) == Total;
    }

    /// <summary>
    /// Lines that end with a line feed, fields separated by tabs; each panel as its tickets and then <c>group:count</c> for the groups it has people of:
    /// <code>
    /// panel-draw-portfolio 1
    /// input     (fingerprint)
    /// panel     250000000   0:3   2:1
    /// </code>
    /// </summary>
    public string Canonical()
    {
        var text = new StringBuilder("panel-draw-portfolio 1\n");
        DrawInput.Line(text, ["input", InputFingerprint]);
        foreach (var panel in Panels)
        {
            DrawInput.Line(
                text,
                ["panel", DrawInput.Number(panel.Tickets), .. panel.Counts.Index().Where(c => c.Item > 0).Select(c => $"{DrawInput.Number(c.Index)}:{DrawInput.Number(c.Item)}")]);
        }

        return text.ToString();
    }

    /// <summary>SHA-256 of <see cref="Canonical"/> in UTF-8, 64 hexadecimal digits in lower case.</summary>
    public string Fingerprint() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical())));

    /// <summary>Reads what <see cref="Canonical"/> wrote.</summary>
    /// <param name="groups">The number of groups in the pool.</param>
    /// <returns>Null when the text is not a portfolio. It may still not fit the pool: see <see cref="Fits"/>.</returns>
    public static Portfolio? Parse(string text, int groups)
    {
        var lines = text.Split('\n');
        if (lines is not ["panel-draw-portfolio 1", var input, .. var panels, ""] || !input.StartsWith("input\t", StringComparison.Ordinal))
        {
            return null;
        }

        List<PortfolioPanel> read = [];
        foreach (var line in panels)
        {
            if (line.Split('\t') is not ["panel", var tickets, .. var counts] || !long.TryParse(tickets, System.Globalization.NumberStyles.None, null, out var number))
            {
                return null;
            }

            var all = new int[groups];
            foreach (var count in counts)
            {
                if (count.Split(':') is not [var group, var people] || !int.TryParse(group, out var g) || !int.TryParse(people, out var n) || g < 0 || g >= groups)
                {
                    return null;
                }

                all[g] = n;
            }

            read.Add(new PortfolioPanel(number, all));
        }

        return new Portfolio(input["input\t".Length..], read);
    }

    private static int Compare(int[] a, int[] b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i])
            {
                return b[i].CompareTo(a[i]);
            }
        }

        return 0;
    }
}
