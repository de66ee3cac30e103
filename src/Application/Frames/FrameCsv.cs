using System.Text;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;

namespace Medborgardialog.Application.Frames;

/// <summary>One row of the file.</summary>
/// <param name="Line">Line in the file at which it begins, from 1.</param>
internal sealed record CsvRow(int Line, IReadOnlyList<string> Cells);

/// <summary>
/// Reads comma-separated values (RFC 4180) as offices write them: UTF-8 with or without a byte order mark, or Windows-1252; parted by
/// semicolons, commas or tabs, whichever the first line has most of.
/// </summary>
internal static class FrameCsv
{
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>Errors: <see cref="FrameFileMissing"/>, <see cref="FrameFileTooLarge"/>, <see cref="FrameFileNotText"/>.</summary>
    public static Result<string> Decode(byte[] file)
    {
        if (file.Length == 0)
        {
            return new FrameFileMissing();
        }

        if (file.Length > MaxBytes)
        {
            return new FrameFileTooLarge();
        }

        // A zero byte is in no text of these encodings, but in every spreadsheet file and in UTF-16.
        if (Array.IndexOf(file, (byte)0) >= 0)
        {
            return new FrameFileNotText();
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            // Old offices' own. Every letter of Swedish is invalid as UTF-8 when it is written so.
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(file);
        }
    }

    /// <summary>All rows that hold anything. An opened quotation that never ends takes the rest of the file, which the check of rows then finds.</summary>
    public static List<CsvRow> Parse(string text)
    {
        var delimiter = Delimiter(text);
        var rows = new List<CsvRow>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (line, begun, quoted) = (1, 1, false);
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            if (quoted)
            {
                if (sign == '"' && i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                    continue;
                }

                quoted = sign != '"';
                line += sign == '\n' ? 1 : 0;
                _ = quoted ? cell.Append(sign) : cell;
            }
            else if (sign == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (sign == delimiter)
            {
                EndCell(cells, cell);
            }
            else if (sign is '\n' or '\r')
            {
                // A line of Windows ends with both.
                i += sign == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                EndRow(rows, cells, cell, begun);
                cells = [];
                begun = ++line;
            }
            else
            {
                cell.Append(sign);
            }
        }

        EndRow(rows, cells, cell, begun);
        return rows;
    }

    private static void EndCell(List<string> cells, StringBuilder cell)
    {
        cells.Add(PlainText.Clean(cell.ToString()));
        cell.Clear();
    }

    private static void EndRow(List<CsvRow> rows, List<string> cells, StringBuilder cell, int line)
    {
        EndCell(cells, cell);
        if (cells.Exists(c => c.Length > 0))
        {
            rows.Add(new CsvRow(line, cells));
        }
    }

    private static char Delimiter(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var first = end < 0 ? text : text[..end];
        return new[] { ';', '\t', ',' }.MaxBy(d => first.Count(c => c == d));
    }
}
