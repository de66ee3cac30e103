using System.Globalization;
using System.Text;
using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Infrastructure.Rendering;

internal static class ReportCsv
{
    /// <summary>Rows of <c>part;question;answer;count;of;percent</c>.</summary>
    public static byte[] Write(ReportModel model)
    {
        var csv = new StringBuilder();
        Row(csv, "del", "fråga", "svar", "antal", "av", "procent");
        foreach (var measure in model.Measures)
        {
            Row(csv, measure.Kind, "", measure.Label, Number(measure.Count), Number(measure.Of), Number(measure.Percent));
        }

        foreach (var question in model.Questions)
        {
            foreach (var choice in question.Choices)
            {
                Row(csv, "resultat", question.Text, choice.Label, Number(choice.Count), Number(question.Base), Number(choice.Percent));
            }

            foreach (var choice in question.OutsideBase)
            {
                Row(csv, "utanför basen", question.Text, choice.Label, Number(choice.Count), "", "");
            }
        }

        foreach (var theme in model.Themes)
        {
            Row(csv, "tema", "", theme.Name, Number(theme.Posts), "", "");
        }

        foreach (var (name, groups) in new[] { ("ålder", model.Ages), ("område", model.Areas) })
        {
            foreach (var group in groups)
            {
                Row(csv, "vilka svarade, avrundat", name, group.Name, Number(group.Count), "", Number(group.Percent));
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

    private static string Number(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "";
}
