using System.Buffers;
using System.Text;
using Medborgardialog.Application.Exports;

namespace Medborgardialog.Infrastructure.Exports;

internal static class CsvFile
{
    private const int Buffer = 1 << 16;

    /// <summary>A spreadsheet takes a cell that begins with one of them for a formula.</summary>
    private static readonly SearchValues<char> _formula = SearchValues.Create("=+-@\t\r");

    public static async Task WriteAsync(TableSheet sheet, Stream to, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), Buffer, leaveOpen: true);
        var line = new StringBuilder(1024);
        Append(line, [.. sheet.Heads.Select(h => new TableCell(h))]);
        await foreach (var row in sheet.Rows.WithCancellation(cancellationToken))
        {
            Append(line, row);
            if (line.Length > Buffer / 2)
            {
                await writer.WriteAsync(line, cancellationToken);
                line.Clear();
            }
        }

        await writer.WriteAsync(line, cancellationToken);
        await writer.FlushAsync(cancellationToken);
    }

    private static void Append(StringBuilder line, IReadOnlyList<TableCell> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
            {
                line.Append(';');
            }

            Append(line, cells[i]);
        }

        line.Append("\r\n");
    }

    private static void Append(StringBuilder line, TableCell cell)
    {
        if (cell.IsNumber)
        {
            line.Append(cell.Text);
            return;
        }

        line.Append('"');
        if (cell.Text.Length > 0 && _formula.Contains(cell.Text[0]))
        {
            line.Append('\'');
        }

        if (cell.Text.Contains('"', StringComparison.Ordinal))
        {
            line.Append(cell.Text.Replace("\"", "\"\"", StringComparison.Ordinal));
        }
        else
        {
            line.Append(cell.Text);
        }

        line.Append('"');
    }
}
