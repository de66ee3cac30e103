using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Reports;
using Microsoft.Extensions.Options;

namespace Medborgardialog.Infrastructure.Documents;

/// <summary>
/// The tables of a report as a spreadsheet: a first sheet that says what the file is and leads to the others, one sheet for each table, the themes,
/// and every number with the address of its rows. Numbers are numbers, shares lie between 0 and 1, and what may not be shown keeps its sign.
/// </summary>
internal sealed class ReportXlsx(ITexts texts, IOptions<AppOptions> options) : IReportFileWriter
{
    private const int LongestName = 31;

    /// <summary>A name of a sheet holds none of these, and no apostrophe at its ends.</summary>
    private const string Forbidden = ":\\/?*[]'";
    private const double First = 44;
    private const double Other = 15;
    private const double Last = 22;
    private const double Address = 62;

    public string Format => "xlsx";

    public string ContentType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public byte[] Write(ReportModel model)
    {
        var sheets = model.Tables.Select((table, i) => Table(model, table, i + 1)).ToList();
        if (model.Themes.Count > 0)
        {
            sheets.Add(Themes(model, sheets.Count + 1));
        }

        sheets.Add(Figures(model, sheets.Count + 1));
        return Pack(model, [Contents(model, sheets), .. sheets.Select(s => s.Sheet)]);
    }

    private static byte[] Pack(ReportModel model, IReadOnlyList<XlsxSheet> sheets)
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddNewPart<WorkbookPart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "rId1");
            CoreProperties.Write(document.AddNewPart<CoreFilePropertiesPart>("rId2"), $"{model.Number} {model.Title}", model.Committee, model.CutOff);
            workbook.AddNewPart<WorkbookStylesPart>("rIdS").Stylesheet = XlsxStyles.Sheet();
            var (entries, names) = (new Sheets(), new DefinedNames());
            for (var i = 0; i < sheets.Count; i++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"rId{i + 1}");
                workbook.AddNewPart<WorksheetPart>(id).Worksheet = sheets[i].Worksheet();
                entries.Append(new Sheet { Id = id, SheetId = (uint)i + 1, Name = sheets[i].Name });
                if (sheets[i].Head is > 0 and var head)
                {
                    // The heads come back on every printed page; this names rows and reckons nothing.
                    names.Append(new DefinedName(string.Create(CultureInfo.InvariantCulture, $"{XlsxSheet.Quoted(sheets[i].Name)}!${head}:${head}")) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
                }
            }

            workbook.Workbook = new Workbook(entries, names);
        }

        return SteadyPackage.Pack(package, model.CutOff);
    }

    private XlsxSheet Contents(ReportModel model, IReadOnlyList<(XlsxSheet Sheet, string Title)> sheets)
    {
        var sheet = new XlsxSheet(texts["document.contents"], [First, 90]);
        sheet.Add(XlsxSheet.Text(model.Title, XlsxLook.Title));
        sheet.Add(XlsxSheet.Text(texts["report.number", model.Number]), XlsxSheet.Text(texts["report.version", model.Version]));
        sheet.Add(XlsxSheet.Text(model.Committee), XlsxSheet.Text(model.DialogueTitle));
        sheet.Add(XlsxSheet.Text(texts["report.cutOff", Moment(model.CutOff)]));
        sheet.Add(XlsxSheet.Text(texts["report.basis"]), XlsxSheet.Text(model.Basis, XlsxLook.Text));
        sheet.Add();
        sheet.AddHead([texts["document.sheet"], texts["document.about"]]);
        foreach (var (other, title) in sheets)
        {
            sheet.AddLink(other.Name, other.Name, XlsxSheet.Text(title, XlsxLook.Text));
        }

        sheet.Add();
        sheet.AddNote(texts["report.signs"]);
        sheet.AddNote(texts["document.rowsMeans"]);
        return sheet;
    }

    private (XlsxSheet Sheet, string Title) Table(ReportModel model, ReportTable table, int number)
    {
        var columns = Math.Max(table.Heads.Count, 1 + table.Lines.Select(l => l.Cells.Count).DefaultIfEmpty().Max());
        var sheet = Begin(number, table.Caption, table.Finding, table.Under, columns);
        sheet.AddHead([.. table.Heads, .. Enumerable.Repeat("", columns - table.Heads.Count), texts["document.rows"]], numbers: true);
        var rules = model.Figures.ToDictionary(f => f.Key, f => f.Rule, StringComparer.Ordinal);
        foreach (var line in table.Lines)
        {
            var empty = Enumerable.Range(0, columns - 1 - line.Cells.Count).Select(_ => XlsxSheet.Text(""));
            sheet.Add([XlsxSheet.Text(line.Label, XlsxLook.Text), .. line.Cells.Select(c => Cell(c, rules)), .. empty, XlsxSheet.Text(Keys(line.Cells.Select(c => c.Figure)), XlsxLook.Keys)]);
        }

        sheet.Add();
        foreach (var note in table.Notes.Prepend(table.Source).Where(n => n.Length > 0))
        {
            sheet.AddNote(note);
        }

        return (sheet, table.Caption);
    }

    private (XlsxSheet Sheet, string Title) Themes(ReportModel model, int number)
    {
        var sheet = Begin(number, texts["report.themes"], texts["report.themes"], "", 4);
        sheet.AddHead([texts["document.theme"], texts["document.persons"], texts["document.posts"], texts["document.answered"], texts["document.rows"]], numbers: true);
        foreach (var theme in model.Themes)
        {
            sheet.Add(XlsxSheet.Text(theme.Name, XlsxLook.Text), Count(theme.Writers), Count(theme.Posts), Count(theme.Answered), XlsxSheet.Text(Keys(theme.Figures), XlsxLook.Keys));
        }

        return (sheet, texts["report.themes"]);

        static Cell Count(int? count) => count is { } number ? XlsxSheet.Number(number, XlsxLook.Count) : XlsxSheet.Text("–", XlsxLook.Sign);
    }

    /// <summary>Every number once, with what it is and how it follows from its rows.</summary>
    private (XlsxSheet Sheet, string Title) Figures(ReportModel model, int number)
    {
        var sheet = new XlsxSheet(NameOf(number, texts["document.rows"]), [8, 50, 14, 46, Address]);
        sheet.Add(XlsxSheet.Text(texts["document.figures"], XlsxLook.Title));
        sheet.AddLink(texts["document.back"], texts["document.contents"]);
        sheet.AddHead([texts["document.key"], texts["document.what"], texts["document.shown"], texts["document.how"], texts["document.rows"]]);
        foreach (var figure in model.Figures)
        {
            sheet.Add(
                XlsxSheet.Text(figure.Key), XlsxSheet.Text(figure.Label, XlsxLook.Text), XlsxSheet.Text(figure.Shown, XlsxLook.Sign),
                XlsxSheet.Text(texts[$"figure.rule.{figure.Rule}"], XlsxLook.Text), XlsxSheet.Text(options.Value.BaseUrl + model.AddressOf(figure.Key)));
        }

        return (sheet, texts["document.figures"]);
    }

    private XlsxSheet Begin(int number, string name, string title, string under, int columns)
    {
        var sheet = new XlsxSheet(NameOf(number, name), [First, .. Enumerable.Repeat(Other, columns - 1), Last]);
        sheet.Add(XlsxSheet.Text(title, XlsxLook.Title));
        if (under.Length > 0)
        {
            sheet.Add(XlsxSheet.Text(under));
        }

        sheet.AddLink(texts["document.back"], texts["document.contents"]);
        return sheet;
    }

    private static Cell Cell(ReportCell cell, Dictionary<string, FigureRule> rules)
    {
        // "At least" is a bound and no number to reckon with; so it stays as it is shown.
        if (cell.Value is not { } value || (rules.TryGetValue(cell.Figure, out var rule) && rule == FigureRule.AtLeast))
        {
            return XlsxSheet.Text(cell.Text, XlsxLook.Sign);
        }

        return cell.Text.EndsWith('%') ? XlsxSheet.Number(value / 100, XlsxLook.Share)
            : XlsxSheet.Number(value, value == Math.Truncate(value) ? XlsxLook.Count : XlsxLook.Decimal);
    }

    /// <summary>Keys of the numbers of a line, with spaces between; the last sheet has the address of each.</summary>
    private static string Keys(IEnumerable<string> figures) => string.Join(' ', figures.Where(f => f.Length > 0).Distinct(StringComparer.Ordinal));

    /// <summary>The number makes it unique; what a name may not hold is taken out.</summary>
    private static string NameOf(int number, string text)
    {
        var letters = text.Select(c => char.IsControl(c) || Forbidden.Contains(c, StringComparison.Ordinal) ? ' ' : c);
        var words = string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = string.Create(CultureInfo.InvariantCulture, $"{number} {string.Join(' ', words).TrimEnd('.')}");
        return name[..Math.Min(LongestName, name.Length)].TrimEnd();
    }

    private string Moment(DateTimeOffset at) =>
        texts["time.moment", at.SwedishDate().ToString("d MMMM yyyy", CultureInfo.CurrentCulture), at.ToSwedish().ToString(texts["time.clock"], CultureInfo.InvariantCulture)];
}
