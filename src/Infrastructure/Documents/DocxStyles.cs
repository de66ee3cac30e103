using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Medborgardialog.Infrastructure.Documents;

/// <summary>Names of the styles that a document is written with. The same in every language of the program that opens it.</summary>
internal static class DocxStyle
{
    public const string Normal = "Normal";
    public const string Lead = "Ingress";
    public const string Finding = "Fynd";
    public const string Number = "Fyndtal";
    public const string Quote = "Quote";
    public const string Source = "Kalla";
    public const string Caption = "Caption";
    public const string Contents = "TOC1";
    public const string ContentsHeading = "TOCHeading";
    public const string ListNumber = "ListNumber";
    public const string ListBullet = "ListBullet";
    public const string Table = "Rapporttabell";
    public const string CellHead = "Tabellhuvud";
    public const string CellText = "Tabelltext";
    public const string CellNumber = "Tabelltal";
    public const string Header = "Header";
    public const string Footer = "Footer";
    public const string Link = "Hyperlink";
    public const string Strong = "Strong";
    public const string Instruction = "Anvisning";

    /// <param name="level">1 to 3.</param>
    public static string Heading(int level) => level switch { 1 => "Heading1", 2 => "Heading2", _ => "Heading3" };

    /// <summary>The same, and never parted from the row below.</summary>
    public static string Together(string cell) => cell + "Ihop";
}

/// <summary>The styles of a report and of a committee's paper. Everything is set here and nothing in the text, so that a municipality can lay its own over it.</summary>
internal static class DocxStyles
{
    private const string Face = "Arial";
    private const string Ink = "1B2126";
    private const string Petrol = "00566B";
    private const string Grey = "4F565D";
    private const string Line = "B9C2C7";
    private const string HeadFill = "E8EEF0";

    public static Styles All() => new(
        [
            Defaults(),
            Paragraph(DocxStyle.Normal, "Normal", null, after: 120, isDefault: true),
            .. Headings(),
            .. Texts(),
            .. Cells(),
            new Style(new StyleName { Val = "Default Paragraph Font" }, new UIPriority { Val = 1 }, new SemiHidden()) { Type = StyleValues.Character, StyleId = "DefaultParagraphFont", Default = true },
            Character(DocxStyle.Number, "Fyndtal", new Bold(), new Color { Val = Petrol }, new FontSize { Val = "28" }),
            Character(DocxStyle.Strong, "Strong", new Bold()),
            Character(DocxStyle.Link, "Hyperlink", new Color { Val = Petrol }, new Underline { Val = UnderlineValues.Single }),
            Plain(),
            Table(),
        ]);

    private static DocDefaults Defaults() => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = Face, HighAnsi = Face, ComplexScript = Face, EastAsia = Face }, new Color { Val = Ink }, new FontSize { Val = "21" }, new FontSizeComplexScript { Val = "21" },
            new Languages { Val = CoreProperties.Swedish, EastAsia = CoreProperties.Swedish })),
        new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto })));

    private static IEnumerable<Style> Headings() =>
    [
        Paragraph(DocxStyle.Heading(1), "heading 1", DocxStyle.Normal, before: 120, after: 160, keep: true, level: 0, bold: true, size: 40),
        Paragraph(DocxStyle.Heading(2), "heading 2", DocxStyle.Normal, before: 360, after: 120, keep: true, level: 1, bold: true, size: 28, colour: Petrol),
        Paragraph(DocxStyle.Heading(3), "heading 3", DocxStyle.Normal, before: 240, after: 60, keep: true, level: 2, bold: true, size: 23),
        Paragraph(DocxStyle.ContentsHeading, "TOC Heading", DocxStyle.Normal, before: 0, after: 120, keep: true, bold: true, size: 28, colour: Petrol, page: true),
    ];

    private static IEnumerable<Style> Texts() =>
    [
        Paragraph(DocxStyle.Lead, "Ingress", DocxStyle.Normal, after: 160, size: 23, colour: Grey),
        Paragraph(DocxStyle.Finding, "Fynd", DocxStyle.Normal, before: 40, after: 100, list: 1),
        Paragraph(DocxStyle.ListNumber, "List Number", DocxStyle.Normal, after: 80, list: 2),
        Paragraph(DocxStyle.ListBullet, "List Bullet", DocxStyle.Normal, after: 60, list: 3),
        Paragraph(DocxStyle.Quote, "Quote", DocxStyle.Normal, before: 60, after: 80, left: 340, italic: true, bar: true),
        Paragraph(DocxStyle.Source, "Källa", DocxStyle.Normal, before: 60, after: 60, size: 17, colour: Grey),
        Paragraph(DocxStyle.Caption, "caption", DocxStyle.Normal, before: 60, after: 80, keep: true, bold: true, size: 19),
        Paragraph(DocxStyle.Contents, "toc 1", DocxStyle.Normal, after: 60),
        Paragraph(DocxStyle.Header, "header", DocxStyle.Normal, after: 0, size: 17, colour: Grey, tab: true),
        Paragraph(DocxStyle.Footer, "footer", DocxStyle.Normal, after: 0, size: 17, colour: Grey, tab: true),
        Paragraph(DocxStyle.Instruction, "Anvisning", DocxStyle.Normal, after: 120, italic: true, colour: Grey),
    ];

    private static IEnumerable<Style> Cells()
    {
        yield return Paragraph(DocxStyle.CellHead, "Tabellhuvud", DocxStyle.Normal, before: 30, after: 30, keep: true, bold: true, size: 18);
        foreach (var (id, right) in new[] { (DocxStyle.CellText, false), (DocxStyle.CellNumber, true) })
        {
            yield return Paragraph(id, id, DocxStyle.Normal, before: 20, after: 20, size: 18, right: right);
            yield return Paragraph(DocxStyle.Together(id), id + " ihop", id, before: 20, after: 20, keep: true, size: 18, right: right);
        }

        yield return Paragraph(DocxStyle.CellHead + "Tal", "Tabellhuvud tal", DocxStyle.CellHead, before: 30, after: 30, keep: true, bold: true, size: 18, right: true);
    }

    private static Style Paragraph(
        string id, string name, string? on, int before = 0, int after = 0, bool keep = false, int? level = null, bool bold = false, bool italic = false, int size = 21, string? colour = null,
        bool page = false, int left = 0, bool bar = false, bool tab = false, bool right = false, int list = 0, bool isDefault = false)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null, CustomStyle = char.IsUpper(name[0]) && on is not null && name is not ("TOC Heading" or "List Number" or "List Bullet" or "Quote") ? true : null };
        if (on is not null)
        {
            style.Append(new BasedOn { Val = on });
        }

        style.Append(new PrimaryStyle());
        var laid = new StyleParagraphProperties
        {
            KeepNext = keep ? new KeepNext() : null, KeepLines = keep ? new KeepLines() : null, PageBreakBefore = page ? new PageBreakBefore() : null, WidowControl = new WidowControl(),
            NumberingProperties = list == 0 ? null : new NumberingProperties(new NumberingId { Val = list }),
            ParagraphBorders = bar ? new ParagraphBorders(new LeftBorder { Val = BorderValues.Single, Size = 18, Space = 8, Color = Petrol }) : null,
            Tabs = tab ? new Tabs(new TabStop { Val = TabStopValues.Right, Position = DocxPaper.TextWidth }) : null,
            SpacingBetweenLines = new SpacingBetweenLines { Before = $"{before}", After = $"{after}", Line = size >= 28 ? "252" : "276", LineRule = LineSpacingRuleValues.Auto },
            Indentation = left > 0 ? new Indentation { Left = $"{left}" } : null,
            Justification = right ? new Justification { Val = JustificationValues.Right } : null,
            OutlineLevel = level is { } outline ? new OutlineLevel { Val = outline } : null,
        };
        style.Append(laid);
        var run = new StyleRunProperties
        {
            Bold = bold ? new Bold() : null, Italic = italic ? new Italic() : null, Color = colour is null ? null : new Color { Val = colour }, FontSize = new FontSize { Val = $"{size}" },
        };
        style.Append(run);
        return style;
    }

    private static Style Character(string id, string name, params OpenXmlElement[] look) => new(
        new StyleName { Val = name }, new BasedOn { Val = "DefaultParagraphFont" }, new PrimaryStyle(), new StyleRunProperties(look)) { Type = StyleValues.Character, StyleId = id };

    private static Style Plain() => new(
        new StyleName { Val = "Normal Table" }, new UIPriority { Val = 99 }, new SemiHidden(),
        new StyleTableProperties(
            new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa },
            new TableCellMarginDefault(
                new TopMargin { Width = "0", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa }))) { Type = StyleValues.Table, StyleId = "TableNormal", Default = true };

    private static Style Table() => new(
        new StyleName { Val = "Rapporttabell" }, new BasedOn { Val = "TableNormal" }, new PrimaryStyle(),
        new StyleTableProperties(new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = 8, Color = Petrol }, new BottomBorder { Val = BorderValues.Single, Size = 8, Color = Petrol },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = Line })),
        new TableStyleProperties(
            new TableStyleConditionalFormattingTableCellProperties(
                new TableCellBorders(new BottomBorder { Val = BorderValues.Single, Size = 8, Color = Petrol }), new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = HeadFill })) { Type = TableStyleOverrideValues.FirstRow }) { Type = StyleValues.Table, StyleId = DocxStyle.Table, CustomStyle = true };
}
