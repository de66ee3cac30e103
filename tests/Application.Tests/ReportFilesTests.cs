using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Reports;
using Medborgardialog.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Medborgardialog.Application.Tests;

public class ReportFilesTests : UseCaseTest
{
    private static readonly DateTimeOffset _cutOff = new(2026, 5, 4, 6, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Formats => ["docx", "xlsx"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_file_is_what_an_office_program_expects(string format)
    {
        using var file = Open(format);

        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}");

        Assert.Equal("", string.Join(Environment.NewLine, errors));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_report_gives_the_same_bytes_and_no_part_is_from_today(string format)
    {
        var (first, second) = (Write(format), Write(format));

        using var package = new ZipArchive(new MemoryStream(first));
        Assert.Equal(first, second);
        Assert.All(package.Entries, e => Assert.Equal(_cutOff.DateTime, e.LastWriteTime.DateTime));
        Assert.Equal("[Content_Types].xml", package.Entries[0].FullName);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_file_says_its_title_its_language_and_the_time_of_its_content(string format)
    {
        using var file = Open(format);
        using var core = new StreamReader(file.GetPartsOfType<CoreFilePropertiesPart>().Single().GetStream());

        var xml = core.ReadToEnd();

        Assert.All(["Hemtjänsten: Åsa & Örjan", "sv-SE", "2026-05-04T06:00:00Z"], text => Assert.Contains(text.Replace("&", "&amp;", StringComparison.Ordinal), xml, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_in_a_spreadsheet_is_a_formula_or_comes_from_outside()
    {
        using var file = (SpreadsheetDocument)Open("xlsx");
        var cells = file.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Cell>()).ToList();

        Assert.True(cells.Count > 60);
        Assert.DoesNotContain(cells, c => c.CellFormula is not null);
        Assert.Contains(cells, c => c.InnerText.StartsWith("=HYPERLINK", StringComparison.Ordinal) && c.DataType?.Value == CellValues.InlineString);
        Assert.Empty(file.WorkbookPart.ExternalRelationships);
        Assert.All(file.WorkbookPart.WorksheetParts, p => Assert.Empty(p.HyperlinkRelationships));
    }

    [Fact]
    public void Sheets_have_names_that_hold_and_the_first_leads_to_all()
    {
        using var file = (SpreadsheetDocument)Open("xlsx");
        var names = file.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value!).ToList();

        var links = Worksheet(file, "Innehåll").Descendants<Hyperlink>().Select(l => l.Location!.Value);

        Assert.Equal(names.Skip(1).Select(n => $"'{n}'!A1"), links);
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, n => Assert.True(n.Length is > 0 and <= 31 && n.IndexOfAny([':', '\\', '/', '?', '*', '[', ']']) < 0, n));
    }

    [Fact]
    public void A_table_keeps_its_head_in_sight_and_numbers_are_numbers()
    {
        using var file = (SpreadsheetDocument)Open("xlsx");
        var sheet = Worksheet(file, "1 Andel som stannar gärna Norr");
        var rows = sheet.Descendants<Row>().ToList();
        var head = rows.FindIndex(r => Texts(r)[0] == "Enhet");
        var first = rows[head + 1].Elements<Cell>().ToList();

        Assert.Equal(["Enhet", "Antal", "Andel", "95 %", "Underlag"], Texts(rows[head]));
        Assert.Equal(head + 1, sheet.Descendants<Pane>().Single().VerticalSplit!.Value);
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
        Assert.Equal(("138", "0.61"), (first[1].CellValue!.Text, first[2].CellValue!.Text));
        Assert.Equal("0\\ %", Shown(file, first[2]));
        Assert.Equal("53–69", first[3].InnerText);
        Assert.Equal("f1 f2", first[4].InnerText);
        Assert.EndsWith("/rapporter/von-2026-4/v2/underlag/f5", file.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Row>()).Last(r => Texts(r)[0] == "f5").Elements<Cell>().Last().InnerText, StringComparison.Ordinal);
        Assert.Equal("..", rows[head + 3].Elements<Cell>().ElementAt(1).InnerText);
        Assert.Equal("minst 90 %", rows[head + 2].Elements<Cell>().ElementAt(2).InnerText);
    }

    [Fact]
    public void A_document_can_be_walked_by_its_headings_and_begins_with_the_one_page()
    {
        using var file = (WordprocessingDocument)Open("docx");
        var body = file.MainDocumentPart!.Document!.Body!;
        var headings = body.Descendants<W.Paragraph>().Select(p => (Style: StyleOf(p), Text: p.InnerText)).Where(p => p.Style.StartsWith("Heading", StringComparison.Ordinal)).ToList();
        var levels = headings.Select(h => int.Parse(h.Style.AsSpan(7), CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(["Hemtjänsten: Åsa & Örjan", "Det viktigaste på en sida", "Nämnden ombeds svara på"], headings.Take(3).Select(h => h.Text));
        Assert.Equal(1, levels.Count(l => l == 1));
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second - pair.First <= 1));
        Assert.Contains(levels, l => l == 3);
        Assert.Contains(" TOC ", string.Concat(body.Descendants<W.FieldCode>().Select(f => f.Text)), StringComparison.Ordinal);
        var anchors = body.Descendants<W.BookmarkStart>().Select(b => b.Name!.Value).ToList();
        Assert.Equal(anchors, body.Descendants<W.Hyperlink>().Select(l => l.Anchor!.Value));
        Assert.Equal(levels.Count(l => l == 2), anchors.Count);
        Assert.Equal(2, body.Descendants<W.Paragraph>().Count(p => StyleOf(p) == "Quote"));
    }

    [Fact]
    public void The_look_of_a_document_is_in_its_styles_and_its_language_is_Swedish()
    {
        using var file = (WordprocessingDocument)Open("docx");
        var main = file.MainDocumentPart!;
        var known = main.StyleDefinitionsPart!.Styles!.Elements<W.Style>().Select(s => s.StyleId!.Value!).ToHashSet(StringComparer.Ordinal);

        var direct = main.Document!.Descendants<W.RunProperties>().SelectMany(r => r.ChildElements).Where(e => e is not W.RunStyle)
            .Concat(main.Document!.Descendants<W.ParagraphProperties>().SelectMany(p => p.ChildElements).Where(e => e is not W.ParagraphStyleId));

        Assert.Empty(direct);
        Assert.All(main.Document.Descendants<W.ParagraphStyleId>(), s => Assert.Contains(s.Val!.Value!, known));
        Assert.All(main.Document.Descendants<W.RunStyle>(), s => Assert.Contains(s.Val!.Value!, known));
        Assert.Equal("sv-SE", main.StyleDefinitionsPart.Styles.DocDefaults!.Descendants<W.Languages>().Single().Val!.Value);
        Assert.Equal("Vård- och omsorgsnämndenVON 2026:4, version 2", main.HeaderParts.Single().Header!.InnerText);
        Assert.Equal(["PAGE", "NUMPAGES"], main.FooterParts.Single().Footer!.Descendants<W.FieldCode>().Select(f => f.Text.Trim()));
        Assert.Equal((11906u, 16838u), main.Document.Descendants<W.PageSize>().Select(p => (p.Width!.Value, p.Height!.Value)).Single());
    }

    [Fact]
    public void The_head_of_a_table_comes_back_on_every_page_and_no_row_is_parted()
    {
        using var file = (WordprocessingDocument)Open("docx");
        var tables = file.MainDocumentPart!.Document!.Descendants<W.Table>().ToList();

        Assert.Equal(Model().Tables.Count(), tables.Count);
        Assert.All(tables, t =>
        {
            var rows = t.Elements<W.TableRow>().ToList();
            Assert.NotEmpty(rows[0].Descendants<W.TableHeader>());
            Assert.All(rows, r => Assert.NotEmpty(r.Descendants<W.CantSplit>()));
            Assert.NotEmpty(t.Descendants<W.TableCaption>().Single().Val!.Value!);
        });
    }

    private static List<string> Texts(Row row) => [.. row.Elements<Cell>().Select(c => c.InnerText).DefaultIfEmpty("")];

    private static Worksheet Worksheet(SpreadsheetDocument file, string name) =>
        ((WorksheetPart)file.WorkbookPart!.GetPartById(file.WorkbookPart.Workbook!.Sheets!.Elements<Sheet>().Single(s => s.Name == name).Id!)).Worksheet!;

    private static string Shown(SpreadsheetDocument file, Cell cell)
    {
        var styles = file.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        var number = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value).NumberFormatId!.Value;
        return styles.NumberingFormats!.Elements<NumberingFormat>().Single(f => f.NumberFormatId!.Value == number).FormatCode!.Value!;
    }

    private static string StyleOf(W.Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";

    private OpenXmlPackage Open(string format)
    {
        var stream = new MemoryStream(Write(format));
        return format == "docx" ? WordprocessingDocument.Open(stream, false) : SpreadsheetDocument.Open(stream, false);
    }

    private byte[] Write(string format) => Services.GetServices<IReportFileWriter>().Single(w => w.Format == format).Write(Model());

    /// <summary>With what a file may stumble on: signs of formulas, names that are too long and the same, control characters, a table over pages.</summary>
    private static ReportModel Model()
    {
        var groups = new ReportTable(
            "figur-a", ReportDrawing.Intervals, "Norr och Söder skiljer sig åt", "Procent (n = 360)", "Andel som stannar gärna: Norr/Söder [2026]*?", ["Enhet", "Antal", "Andel", "95 %"],
            [
                new("Norr", [new("138", 138, "f1"), new("61 %", 61, "f2"), new("53–69")], null),
                new("Söder", [new("121", 121, "f3"), new("minst 90 %", 90, "f4"), new("–")], null),
                new("=HYPERLINK(\"http://exempel.example\")", [new("..")], null),
            ],
            "Källa: enkäten.", ["Underlaget är litet.", "+46"]);
        var pages = groups with { Key = "figur-b", Drawing = ReportDrawing.None, Lines = [.. Enumerable.Range(1, 70).Select(i => new ReportLine($"Område {i}\u0001", [new($"{i}", i), new("4,5", 4.5), new("–")], null))] };
        return new ReportModel(
            "VON 2026:4", 2, "Hemtjänsten: Åsa & Örjan", DialogueKind.Survey, "Hemtjänsten 2026", "/enkater/hemtjanst", "Vård- och omsorgsnämnden", _cutOff, new DateOnly(2026, 6, 30), "360 svar.",
            [new("61 %", "stannar gärna.", "figur-a", "säkerställd", "f2"), new("..", "för få.", "figur-b", "", "")],
            [new(Guid.Empty, "Hur ska Söder svara?"), new(Guid.Empty, "Vad görs åt tiderna?")],
            [new("per-fraga", "Resultat per fråga", ["Läs så här."], [groups, pages], "Läs raderna tillsammans."), new("teman", "Teman med citat", [], [], ""), new("metod", "Metod", ["Totalundersökning.", "=1+1"], [], "")],
            [new(Guid.Empty, "Tider", "Hålls inte.", null, 62, null, [new("-Nya ansikten\nvarje vecka", "Fritext 118, Söder", "")], new("Det går bra.", "Fritext 4", ""), ["f5"])],
            [.. new[] { FigureRule.Count, FigureRule.Share, FigureRule.Count, FigureRule.AtLeast, FigureRule.Count }.Select((rule, i) => new ReportFigure($"f{i + 1}", $"Tal {i + 1}", "138", rule, [], []))]);
    }
}
