using System.Globalization;
using System.Text;
using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Infrastructure.Rendering;

internal static class ReportCsv
{
    /// <summary>Every cell of every table as a row of its own: <c>del;tabell;rad;kolumn;visas;värde;siffra</c>, and the themes after them.</summary>
    public static byte[] Write(ReportModel model)
    {
        var csv = new StringBuilder();
        Row(csv, "del", "tabell", "rad", "kolumn", "visas", "värde", "siffra");
        foreach (var section in model.Sections)
        {
            foreach (var table in section.Tables)
            {
                foreach (var line in table.Lines)
                {
                    for (var i = 0; i < line.Cells.Count; i++)
                    {
                        var cell = line.Cells[i];
                        Row(csv, section.Key, table.Caption, line.Label, table.Heads.ElementAtOrDefault(i + 1) ?? "", cell.Text, Number(cell.Value), cell.Figure);
                    }
                }
            }
        }

        foreach (var theme in model.Themes)
        {
            Row(csv, "teman", theme.Name, "", "personer", Number(theme.Writers), Number(theme.Writers), theme.Figures.ElementAtOrDefault(0) ?? "");
            if (theme.Posts is { } posts)
            {
                Row(csv, "teman", theme.Name, "", "inlägg", Number(posts), Number(posts), theme.Figures.ElementAtOrDefault(1) ?? "");
            }
        }

        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    private static void Row(StringBuilder csv, params string[] cells) => csv.AppendJoin(';', cells.Select(Cell)).Append("\r\n");

    /// <summary>Quoted, and never read as a formula by a spreadsheet.</summary>
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Number(double? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "";
}
