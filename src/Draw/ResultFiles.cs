using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Medborgardialog.Domain.Draws;

namespace Medborgardialog.Draw;

/// <summary>
/// What a draw leaves: <c>underlag.txt</c> and <c>portfolj.txt</c> as they are fingerprinted, <c>sannolikheter.csv</c>, <c>protokoll.json</c>, and after
/// the draw <c>panel.csv</c>. Tables are UTF-8 with semicolons and decimal commas.
/// </summary>
internal static class ResultFiles
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(
        string folder, Pool pool, Portfolio portfolio, DrawRecord record, string? seed, DrawnPanel? drawn, IReadOnlyList<(string Declined, string? Instead)> replaced)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "underlag.txt"), pool.Input.Canonical());
        File.WriteAllText(Path.Combine(folder, "portfolj.txt"), portfolio.Canonical());
        Table(folder, "sannolikheter.csv", ["nummer", "grupp", "taljare", "namnare", "sannolikhet"], Chances(pool, record));
        File.WriteAllText(Path.Combine(folder, "protokoll.json"), JsonSerializer.Serialize(
            new
            {
                metod = record.Method,
                losare = record.Solver,
                svarande = pool.Input.Candidates.Count,
                platser = pool.Input.Size,
                underlag = record.InputFingerprint,
                portfolj = record.PortfolioFingerprint,
                lagstaSannolikhet = record.Lowest,
                bevisat = record.Solver is null ? (bool?)null : record.IsProven,
                steg = record.Levels.Select(l => new { sannolikhet = l.Value, hogst = l.Bound, personer = l.People }),
                fro = seed,
                lott = drawn?.Ticket,
                panel = drawn?.People,
                ersattningar = replaced.Select(r => new { tackadeNej = r.Declined, ersattare = r.Instead }),
            },
            Json));
        if (drawn is not null)
        {
            Table(folder, "panel.csv", ["nummer", .. pool.Input.Categories.Select(c => c.Feature)], Seats(pool, drawn, replaced));
        }
    }

    private static IEnumerable<string[]> Chances(Pool pool, DrawRecord record)
    {
        var groups = pool.GroupOf();
        return pool.Input.Candidates.Select(c => (c.Id, Group: groups[c.Id].Number)).Select(c => new[]
        {
            c.Id, Number(c.Group), Number(record.Chances[c.Group].Numerator), Number(record.Chances[c.Group].Denominator),
            record.Chances[c.Group].Probability.ToString("F9", Wording.Swedish),
        });
    }

    private static IEnumerable<string[]> Seats(Pool pool, DrawnPanel drawn, IReadOnlyList<(string Declined, string? Instead)> replaced)
    {
        var sitting = drawn.People.Except(replaced.Select(r => r.Declined)).Union(replaced.Select(r => r.Instead).OfType<string>()).Except(replaced.Select(r => r.Declined)).ToHashSet(StringComparer.Ordinal);
        return pool.Input.Candidates.Where(c => sitting.Contains(c.Id)).Select(c => new[] { c.Id }.Concat(c.Values).ToArray());
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Table(string folder, string name, string[] heads, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(heads))
        {
            text.AppendJoin(';', row.Select(Quoted)).Append("\r\n");
        }

        File.WriteAllText(Path.Combine(folder, name), text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
    }

    /// <summary>Quoted where the separator needs it; what a spreadsheet would take for a formula gets an apostrophe.</summary>
    private static string Quoted(string cell)
    {
        var safe = cell.Length > 0 && "=+-@".Contains(cell[0], StringComparison.Ordinal) ? "'" + cell : cell;
        return safe.AsSpan().ContainsAny(';', '"') ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
