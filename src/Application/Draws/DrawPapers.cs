using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Medborgardialog.Domain.Draws;

namespace Medborgardialog.Application.Draws;

/// <summary>
/// What a draw leaves, as texts: the same from the pages as from the stand-alone command. Tables are made for UTF-8 with semicolons and decimal commas.
/// </summary>
public static class DrawPapers
{
    private static readonly CultureInfo _swedish = CultureInfo.GetCultureInfo("sv-SE");
    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Everybody's chance, also as an exact fraction.</summary>
    public static string Chances(Pool pool, IReadOnlyList<GroupChance> chances)
    {
        var groups = pool.GroupOf();
        return Table(
            ["nummer", "grupp", "taljare", "namnare", "sannolikhet"],
            pool.Input.Candidates.Select(c => (c.Id, Chance: chances[groups[c.Id].Number])).Select(c => new[]
            {
                Safe(c.Id), Number(c.Chance.Group), Number(c.Chance.Numerator), Number(c.Chance.Denominator), c.Chance.Probability.ToString("F9", _swedish),
            }));
    }

    /// <summary>Those who sit in the panel.</summary>
    /// <param name="withValues">With what the input says of each of them.</param>
    public static string Panel(DrawInput input, IEnumerable<string> sitting, bool withValues)
    {
        var seats = sitting.ToHashSet(StringComparer.Ordinal);
        return Table(
            withValues ? ["nummer", .. input.Categories.Select(c => Safe(c.Feature))] : ["nummer"],
            input.Candidates.Where(c => seats.Contains(c.Id)).Select(c => withValues ? new[] { Safe(c.Id) }.Concat(c.Values.Select(Safe)).ToArray() : [Safe(c.Id)]));
    }

    /// <summary>The quotas, as the command reads them.</summary>
    public static string Categories(DrawInput input) => Table(
        ["feature", "value", "min", "max"],
        input.Categories.SelectMany(c => c.Quotas.Select(q => new[] { c.Feature, q.Value, Number(q.Min), Number(q.Max) })));

    /// <summary>The people, as the command reads them: texts to the letter, since the fingerprint is made of them.</summary>
    public static string Respondents(DrawInput input) => Table(
        [IdHeading(input), .. input.Categories.Select(c => c.Feature), HouseholdHeading(input)],
        input.Candidates.Select(c => new[] { c.Id }.Concat(c.Values).Append(c.Household ?? "").ToArray()));

    /// <summary>Heading of the numbers in <see cref="Respondents"/>; never that of a feature.</summary>
    public static string IdHeading(DrawInput input) => Free("id", input);

    public static string HouseholdHeading(DrawInput input) => Free("hushall", input);

    /// <param name="solver">Null when the portfolio was given.</param>
    /// <param name="seed">Null before the draw; so also <paramref name="drawn"/>.</param>
    public static string Record(
        Pool pool, Portfolio portfolio, string method, string? solver, IReadOnlyList<LeximinLevel> levels, string? seed, DrawnPanel? drawn, IEnumerable<(string Declined, string? Instead)> replaced) =>
        JsonSerializer.Serialize(
            new
            {
                metod = method,
                losare = solver,
                svarande = pool.Input.Candidates.Count,
                platser = pool.Input.Size,
                underlag = portfolio.InputFingerprint,
                portfolj = portfolio.Fingerprint(),
                lagstaSannolikhet = portfolio.Chances(pool).Min(c => c.Probability),
                bevisat = solver is null ? (bool?)null : levels.Count > 0 && levels.All(l => l.IsProven),
                steg = levels.Select(l => new { sannolikhet = l.Value, hogst = l.Bound, personer = l.People }),
                fro = seed,
                lott = drawn?.Ticket,
                panel = drawn?.People,
                ersattningar = replaced.Select(r => new { tackadeNej = r.Declined, ersattare = r.Instead }),
            },
            _json);

    private static string Free(string heading, DrawInput input)
    {
        while (input.Categories.Any(c => string.Equals(c.Feature, heading, StringComparison.OrdinalIgnoreCase)))
        {
            heading += "_";
        }

        return heading;
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Table(string[] heads, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(heads))
        {
            text.AppendJoin(';', row.Select(Quoted)).Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>What a spreadsheet would take for a formula gets an apostrophe.</summary>
    private static string Safe(string cell) => cell.Length > 0 && "=+-@".Contains(cell[0], StringComparison.Ordinal) ? "'" + cell : cell;

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(';', '"') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
