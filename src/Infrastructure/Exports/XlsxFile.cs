using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Medborgardialog.Application.Exports;

namespace Medborgardialog.Infrastructure.Exports;

/// <summary>
/// Writes rows as they come. Texts stand in their cells, so that no table of shared texts grows with them; nothing is ever a formula.
/// The package needs a stream that can be sought, so it is made in a file that is gone when it is closed.
/// </summary>
internal static class XlsxFile
{
    private const int LongestCell = 32_767;

    public static async Task WriteAsync(IReadOnlyList<TableSheet> sheets, Stream to, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using var file = new FileStream(
            path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var entries = new Sheets();
            for (var i = 0; i < sheets.Count; i++)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                await WriteAsync(part, sheets[i], cancellationToken);
                entries.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)(i + 1), Name = sheets[i].Name });
            }

            workbook.Workbook = new Workbook(entries);
        }

        file.Position = 0;
        await file.CopyToAsync(to, cancellationToken);
    }

    private static async Task WriteAsync(WorksheetPart part, TableSheet sheet, CancellationToken cancellationToken)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane
        {
            VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen,
        }) { WorkbookViewId = 0 }));
        writer.WriteStartElement(new SheetData());
        Write(writer, [.. sheet.Heads.Select(h => new TableCell(h))]);
        await foreach (var row in sheet.Rows.WithCancellation(cancellationToken))
        {
            Write(writer, row);
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Write(OpenXmlWriter writer, IReadOnlyList<TableCell> cells)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells)
        {
            writer.WriteElement(cell.IsNumber
                ? new Cell { CellValue = new CellValue(cell.Text), DataType = CellValues.Number }
                : new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(Shortened(cell.Text)) { Space = SpaceProcessingModeValues.Preserve }) });
        }

        writer.WriteEndElement();
    }

    private static string Shortened(string text) => text.Length <= LongestCell ? text : text[..LongestCell];
}
