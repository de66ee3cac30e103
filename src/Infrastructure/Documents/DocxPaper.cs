using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Medborgardialog.Infrastructure.Documents;

/// <summary>What stands around the text of a document.</summary>
/// <param name="Right">To the right in the header, for example number and version.</param>
/// <param name="Page">"Sida {0} av {1}", as a text with its two gaps.</param>
/// <param name="At">The time of the content; the same content gives the same bytes.</param>
internal sealed record DocxFrame(string Title, string Creator, string Right, string Page, DateTimeOffset At);

/// <summary>
/// A text document in A4, written from the top: paragraphs by style, headings that a reader can walk by, tables with heads that come back on every
/// page. No macro, no picture, nothing from outside.
/// </summary>
internal sealed class DocxPaper
{
    /// <summary>Width of the text in twentieths of a point: A4 less 20 mm on either side.</summary>
    public const int TextWidth = 11_906 - (2 * Side);

    private const int Side = 1_134;
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private readonly Body _body = new();
    private readonly List<(string Anchor, string Text)> _contents = [];
    private Paragraph? _listHead;

    public void Heading(int level, string text, bool inContents = false)
    {
        var paragraph = Styled(DocxStyle.Heading(level), Run(text));
        if (inContents)
        {
            var number = _contents.Count + 1;
            var (id, anchor) = (number.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"_Toc{number:D8}"));
            _contents.Add((anchor, text));
            paragraph.InsertAfter(new BookmarkStart { Id = id, Name = anchor }, paragraph.ParagraphProperties);
            paragraph.Append(new BookmarkEnd { Id = id });
        }

        _body.Append(paragraph);
    }

    public void Text(string text, string style = DocxStyle.Normal) => _body.Append(Styled(style, Run(text)));

    public void Runs(string style, params OpenXmlElement[] runs) => _body.Append(Styled(style, runs));

    public void Table(DocxTable table) => _body.Append(table.Draw());

    /// <summary>Where the list of headings goes; it is filled in when all are known.</summary>
    public void Contents(string heading)
    {
        _listHead = Styled(DocxStyle.ContentsHeading, Run(heading));
        _body.Append(_listHead);
    }

    public static Run Run(string text, string? style = null)
    {
        var run = style is null ? new Run() : new Run(new RunProperties(new RunStyle { Val = style }));
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(Clean(lines[i])) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    public static Paragraph Styled(string style, params OpenXmlElement[] runs)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(runs);
        return paragraph;
    }

    /// <summary>What XML can hold.</summary>
    public static string Clean(string text) => string.Concat(text.Where(c => c == '\t' || !char.IsControl(c)));

    public byte[] Pack(DocxFrame frame)
    {
        FillContents();
        using var package = new MemoryStream();
        using (var document = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            var main = document.AddNewPart<MainDocumentPart>(Word, "rId1");
            CoreProperties.Write(document.AddNewPart<CoreFilePropertiesPart>("rId2"), frame.Title, frame.Creator, frame.At);
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = DocxStyles.All();
            main.AddNewPart<NumberingDefinitionsPart>("rIdLists").Numbering = DocxLists.All();
            main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = new Settings(
                new DefaultTabStop { Val = 720 }, new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
                new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
                new ThemeFontLanguages { Val = CoreProperties.Swedish });
            main.AddNewPart<HeaderPart>("rIdHeader").Header = new Header(Styled(DocxStyle.Header, Run(frame.Creator), new Run(new TabChar()), Run(frame.Right)));
            main.AddNewPart<FooterPart>("rIdFooter").Footer = new Footer(Styled(DocxStyle.Footer, [Run(Short(frame.Title)), new Run(new TabChar()), .. PageNumber(frame.Page)]));
            _body.Append(new SectionProperties(
                new HeaderReference { Type = HeaderFooterValues.Default, Id = "rIdHeader" }, new FooterReference { Type = HeaderFooterValues.Default, Id = "rIdFooter" },
                new PageSize { Width = 11_906, Height = 16_838 },
                new PageMargin { Top = 1_304, Bottom = 1_134, Left = Side, Right = Side, Header = 567, Footer = 510, Gutter = 0 }));
            main.Document = new Document(_body);
        }

        return SteadyPackage.Pack(package, frame.At);
    }

    /// <summary>
    /// The headings with links, inside a field that Word can make anew from the headings. Without page numbers, so that it is right when the document
    /// is opened and nobody is asked whether to update it (ECMA-376 part 1, 17.16.5.68: o levels, h links, n no numbers).
    /// </summary>
    private void FillContents()
    {
        if (_listHead is null || _contents.Count == 0)
        {
            return;
        }

        OpenXmlElement last = _listHead;
        for (var i = 0; i < _contents.Count; i++)
        {
            var line = Styled(DocxStyle.Contents);
            if (i == 0)
            {
                line.Append(Field(FieldCharValues.Begin), Instruction(" TOC \\o \"2-2\" \\h \\n "), Field(FieldCharValues.Separate));
            }

            line.Append(new Hyperlink(Run(_contents[i].Text, DocxStyle.Link)) { Anchor = _contents[i].Anchor, History = true });
            if (i == _contents.Count - 1)
            {
                line.Append(Field(FieldCharValues.End));
            }

            last = last.InsertAfterSelf(line);
        }
    }

    private static List<OpenXmlElement> PageNumber(string page)
    {
        var parts = page.Split("{0}", 2);
        var rest = parts.Length > 1 ? parts[1].Split("{1}", 2) : [""];
        return [Run(parts[0]), .. Numbered(" PAGE "), Run(rest[0]), .. Numbered(" NUMPAGES "), Run(rest.Length > 1 ? rest[1] : "")];
    }

    private static IEnumerable<OpenXmlElement> Numbered(string code) =>
        [Field(FieldCharValues.Begin), Instruction(code), Field(FieldCharValues.Separate), Run("1"), Field(FieldCharValues.End)];

    private static Run Field(FieldCharValues kind) => new(new FieldChar { FieldCharType = kind });

    private static Run Instruction(string code) => new(new FieldCode(code) { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>A footer is one line.</summary>
    private static string Short(string title) => title.Length <= Longest ? title : title[..(Longest - 1)].TrimEnd() + "…";

    private const int Longest = 84;
}
