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

    private readonly SheetData _rows = new();
    private readonly List<Hyperlink> _links = [];
    private uint _row;
    private uint _head;

    public string Name => name;

    /// <summary>The row with the heads, from 1; 0 where there is none. It and what is above stay in sight, and the row is on every printed page.</summary>
    public uint Head => _head;

    public void Add(params IReadOnlyList<Cell> cells)
    {
        _row++;
        var row = new Row { RowIndex = _row };
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
        Add([.. heads.Select((h, i) => Text(h, numbers && i > 0 && i < heads.Count - 1 ? XlsxLook.HeadNumber : XlsxLook.Head))]);
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
        if (_links.Count > 0)
        {
            sheet.Append(new Hyperlinks(_links));
        }

        sheet.Append(
            new PageMargins { Left = 0.6, Right = 0.6, Top = 0.75, Bottom = 0.75, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        return sheet;
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
