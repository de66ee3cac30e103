using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Medborgardialog.Infrastructure.Documents;

/// <summary>
/// One sheet of a report's spreadsheet, filled from the top. Texts are texts whatever they begin with: no cell is ever a formula (trust 1.2.10).
/// </summary>
/// <param name="name">At most 31 characters, none of <c>: \ / ? * [ ]</c>.</param>
/// <param name="widths">Of the columns, in characters.</param>
internal sealed class XlsxSheet(string name, IReadOnlyList<double> widths)
{
    /// <summary>Most characters of a cell (ECMA-376 part 1, 18.3.1).</summary>
    private const int LongestCell = 32_767;

    /// <summary>In points: of a row with one line, and of each further line.</summary>
    private const double Line = 15;
    private const double NextLine = 12.75;
    private const double TitleLine = 24;

    /// <summary>The width of a column is told in digits of the usual size; of running text somewhat fewer letters fit.</summary>
    private const double LettersPerDigit = 0.92;

    private readonly SheetData _rows = new();
    private readonly List<Hyperlink> _links = [];
    private readonly List<string> _merged = [];
    private uint _row;
    private uint _head;

    public string Name => name;

    /// <summary>The row with the heads, from 1; 0 where there is none. It and what is above stay in sight, and the row is on every printed page.</summary>
    public uint Head => _head;

    public void Add(params IReadOnlyList<Cell> cells) => Add(cells, cells.Select((c, i) => Lines(c, widths[i])).DefaultIfEmpty(1).Max());

    /// <summary>A text over the width of the whole sheet.</summary>
    public void AddNote(string text)
    {
        var note = Text(text, XlsxLook.Weak);
        Add([note], Lines(note, widths.Sum()));
        _merged.Add($"{Reference(0, _row)}:{Reference(widths.Count - 1, _row)}");
    }

    /// <param name="lines">Height of the row: programs that only read do not reckon it out for themselves.</param>
    private void Add(IReadOnlyList<Cell> cells, int lines)
    {
        _row++;
        var row = new Row { RowIndex = _row };
        var isTitle = cells.Count > 0 && cells[0].StyleIndex?.Value == (uint)XlsxLook.Title;
        if (lines > 1 || isTitle)
        {
            (row.Height, row.CustomHeight) = (isTitle ? TitleLine : Line + ((lines - 1) * NextLine), true);
        }

        for (var i = 0; i < cells.Count; i++)
        {
            cells[i].CellReference = Reference(i, _row);
            row.Append(cells[i]);
        }

        _rows.Append(row);
    }

    /// <param name="numbers">All columns but the first and the last are numbers, so their heads stand to the right as they do.</param>
    public void AddHead(IReadOnlyList<string> heads, bool numbers = false)
    {
        Add([.. heads.Select((h, i) => Text(h, !numbers || i == 0 ? XlsxLook.Head : i < heads.Count - 1 ? XlsxLook.HeadNumber : XlsxLook.HeadKeys))]);
        _head = _row;
    }

    /// <summary>A row whose first cell leads to another sheet of the file.</summary>
    public void AddLink(string text, string sheet, params IReadOnlyList<Cell> others)
    {
        Add([Text(text, XlsxLook.Link), .. others]);
        _links.Add(new Hyperlink { Reference = Reference(0, _row), Location = $"{Quoted(sheet)}!A1", Display = text });
    }

    public static Cell Text(string text, XlsxLook look = XlsxLook.Plain) => new()
    {
        DataType = CellValues.InlineString, StyleIndex = (uint)look,
        InlineString = new InlineString(new Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve }),
    };

    public static Cell Number(double number, XlsxLook look) =>
        new() { DataType = CellValues.Number, StyleIndex = (uint)look, CellValue = new CellValue(number.ToString("R", CultureInfo.InvariantCulture)) };

    /// <summary>A name of a sheet as it stands in a reference.</summary>
    public static string Quoted(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    public Worksheet Worksheet()
    {
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = false };
        if (_head > 0)
        {
            view.Append(new Pane { VerticalSplit = _head, TopLeftCell = Reference(0, _head + 1), ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen });
        }

        var sheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(view),
            new SheetFormatProperties { DefaultRowHeight = 15 },
            new Columns(widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })),
            _rows);
        if (_merged.Count > 0)
        {
            sheet.Append(new MergeCells(_merged.Select(m => new MergeCell { Reference = m })));
        }

        if (_links.Count > 0)
        {
            sheet.Append(new Hyperlinks(_links));
        }

        sheet.Append(
            new PageMargins { Left = 0.6, Right = 0.6, Top = 0.75, Bottom = 0.75, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        return sheet;
    }

    /// <summary>Lines that a cell takes in a column so wide, broken between words.</summary>
    private static int Lines(Cell cell, double width)
    {
        if (cell.InlineString?.Text?.Text is not { } text || !XlsxStyles.IsBroken((XlsxLook)(cell.StyleIndex?.Value ?? 0)))
        {
            return 1;
        }

        var (lines, used, room) = (1, 0.0, Math.Max(1, width * LettersPerDigit));
        foreach (var word in text.Split(' '))
        {
            if (used > 0 && used + 1 + word.Length > room)
            {
                (lines, used) = (lines + 1, 0);
            }

            used += word.Length + (used > 0 ? 1 : 0);
            if (used > room)
            {
                lines += (int)(used / room);
                used %= room;
            }
        }

        return lines;
    }

    /// <summary>What XML and a cell can hold.</summary>
    private static string Clean(string text)
    {
        var clean = string.Concat(text.Where(c => c is '\n' or '\t' || !char.IsControl(c)));
        return clean.Length <= LongestCell ? clean : clean[..LongestCell];
    }

    /// <param name="column">From 0, below 26: no table of a report is wider.</param>
    private static string Reference(int column, uint row) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row}");
}
