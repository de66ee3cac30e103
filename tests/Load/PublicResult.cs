using System.Globalization;
using System.Text;

namespace Medborgardialog.Load;

/// <summary>The result as everybody gets it: the page and the file beside it.</summary>
internal static class PublicResult
{
    /// <returns>Persons per question text and choice label.</returns>
    public static async Task<Dictionary<(string Question, string Choice), int>> ReadAsync(Trial trial, string slug)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(trial.Server, $"/radslag/{slug}/resultat?handler=data"));
        using var response = await trial.Network.Http.SendAsync(request, CancellationToken.None);
        if (!response.IsSuccessStatusCode)
        {
            throw new LoadException($"The result is not public: {(int)response.StatusCode}");
        }

        var rows = Csv.Parse(await response.Content.ReadAsStringAsync(), ';').Skip(1);
        return rows.ToDictionary(r => (Plain(r[0]), Plain(r[1])), r => int.Parse(r[2], CultureInfo.InvariantCulture));
    }

    /// <summary>The number of answers that the page begins with.</summary>
    public static async Task<int> AnswersAsync(Trial trial, string slug)
    {
        var page = await new Browser(trial.Network).ReadAsync("read result", $"/radslag/{slug}/resultat");
        var shown = page.Document.QuerySelector("main dl.sifferrad dd")?.TextContent ?? throw page.Unexpected("the number of answers");
        return int.Parse(shown.Where(char.IsAsciiDigit).ToArray(), CultureInfo.InvariantCulture);
    }

    // The file puts an apostrophe before what a spreadsheet would take for a formula.
    private static string Plain(string cell) => cell.Length > 1 && cell[0] == '\'' && "=+-@".Contains(cell[1], StringComparison.Ordinal) ? cell[1..] : cell;
}

/// <summary>Comma-separated values with quotes (RFC 4180).</summary>
internal static class Csv
{
    public static IEnumerable<IReadOnlyList<string>> Parse(string text, char separator)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"')
            {
                quoted = true;
            }
            else if (c == separator || c == '\n')
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    yield return cells;
                    cells = [];
                }
            }
            else if (c is not '\r' and not '\uFEFF')
            {
                cell.Append(c);
            }
        }

        if (cells.Count > 0 || cell.Length > 0)
        {
            cells.Add(cell.ToString());
            yield return cells;
        }
    }
}
