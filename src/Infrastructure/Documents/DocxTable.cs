using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Medborgardialog.Infrastructure.Documents;

/// <summary>A table of a text document: a head that comes back on every page, rows that are never parted, and words for those who cannot see it.</summary>
/// <param name="Caption">What the table is, for screen readers too.</param>
/// <param name="Heads">That of the rows first.</param>
/// <param name="Rows">Label first; the rest are numbers, set to the right.</param>
internal sealed record DocxTable(string Caption, string Description, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Up to so many rows the table stays on one page.</summary>
    private const int Whole = 14;
    private const int NarrowestLabel = 3_000;
    private const int NarrowestNumber = 1_200;
    private const int WidestNumber = 2_000;

    /// <summary>Of bold text of 9 points, in twentieths of a point, with room to spare.</summary>
    private const int Letter = 115;
    private const int Margins = 200;

    public OpenXmlElement Draw()
    {
        var columns = Math.Max(Heads.Count, Rows.Select(r => r.Count).DefaultIfEmpty(0).Max());
        var widths = Widths(columns);
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = DocxStyle.Table }, new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa }, new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { Val = "0420", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = false, NoVerticalBand = true },
                new TableCaption { Val = Attribute(Caption) }, new TableDescription { Val = Attribute(Description) }),
            new TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" })));
        table.Append(Row([.. Heads, .. Enumerable.Repeat("", columns - Heads.Count)], widths, Head));
        for (var i = 0; i < Rows.Count; i++)
        {
            var together = Rows.Count <= Whole && i < Rows.Count - 1;
            table.Append(Row([.. Rows[i], .. Enumerable.Repeat("", columns - Rows[i].Count)], widths, c => Cell(c, together)));
        }

        ((TableRow)table.Elements<TableRow>().First()).TableRowProperties!.Append(new TableHeader());
        return table;
    }

    private static TableRow Row(List<string> cells, List<int> widths, Func<int, string> style)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        for (var i = 0; i < cells.Count; i++)
        {
            row.Append(new TableCell(
                new TableCellProperties(new TableCellWidth { Width = $"{widths[i]}", Type = TableWidthUnitValues.Dxa }), DocxPaper.Styled(style(i), DocxPaper.Run(cells[i]))));
        }

        return row;
    }

    private static string Head(int column) => column == 0 ? DocxStyle.CellHead : DocxStyle.CellHead + "Tal";

    private static string Cell(int column, bool together)
    {
        var style = column == 0 ? DocxStyle.CellText : DocxStyle.CellNumber;
        return together ? DocxStyle.Together(style) : style;
    }

    /// <summary>Columns of numbers are as wide as their longest word asks for, so that no head is broken inside one.</summary>
    private List<int> Widths(int columns)
    {
        var numbers = Math.Max(0, columns - 1);
        var longest = Rows.Append(Heads).SelectMany(r => r.Skip(1)).SelectMany(c => c.Split(' ')).Select(w => w.Length).DefaultIfEmpty(0).Max();
        var number = numbers == 0 ? 0 : Math.Min(Math.Clamp((longest * Letter) + Margins, NarrowestNumber, WidestNumber), (DocxPaper.TextWidth - NarrowestLabel) / numbers);
        return [DocxPaper.TextWidth - (numbers * number), .. Enumerable.Repeat(number, numbers)];
    }

    /// <summary>An attribute of a document holds no control characters.</summary>
    private static string Attribute(string text) => DocxPaper.Clean(text);
}
