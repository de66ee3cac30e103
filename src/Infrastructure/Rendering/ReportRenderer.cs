using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Reports;
using Microsoft.Extensions.Options;

namespace Medborgardialog.Infrastructure.Rendering;

/// <summary>The report as HTML, built as XML so that every text is escaped by construction. Every number leads to its rows of the ledger.</summary>
internal sealed class ReportRenderer(ITexts texts, ReportStyles styles, IOptions<AppOptions> options, IEnumerable<IReportFileWriter> writers) : IReportRenderer
{
    public string Html(ReportModel model)
    {
        var drawing = new ReportTableDrawing(texts, model);
        var article = new XElement(
            "article",
            new XAttribute("class", "rapport"),
            Head(model),
            Summary(model, drawing),
            Contents(model),
            model.Sections.Where(s => s.Key != "metod").Select(s => Section(s, model, drawing)),
            model.Sections.Where(s => s.Key == "metod").Select(s => Element(s.Key, s.Heading, [new XElement("ul", s.Text.Select(m => new XElement("li", m)))])),
            Element("tabeller", texts["report.tables"], [.. model.Tables.Where(t => t.Drawing != ReportDrawing.None).Select(drawing.Table), new XElement("p", new XAttribute("class", "tecken"), texts["report.signs"])]));
        return article.ToString(SaveOptions.DisableFormatting);
    }

    public string Document(ReportModel model, string article) => $"""
        <!doctype html>
        <html lang="sv" data-tema="ljust"><head><meta charset="utf-8"><title>{WebUtility.HtmlEncode($"{model.Number} {model.Title}")}</title>
        <style>{styles.ForPrint(model)}</style></head>
        <body class="rapport"><main id="innehall" class="behallare">{WithSite(article)}</main></body></html>
        """;

    public IReadOnlyList<RenderedFile> Files(ReportModel model) =>
        [new("csv", "text/csv; charset=utf-8", ReportCsv.Write(model)), .. writers.Select(w => new RenderedFile(w.Format, w.ContentType, w.Write(model)))];

    /// <summary>On paper a link leads to the site, not to a folder of the one who reads it.</summary>
    private string WithSite(string article)
    {
        var whole = XElement.Parse(article, LoadOptions.PreserveWhitespace);
        foreach (var link in whole.Descendants("a").Select(a => a.Attribute("href")).OfType<XAttribute>().Where(h => h.Value.StartsWith('/')))
        {
            link.Value = options.Value.BaseUrl + link.Value;
        }

        return whole.ToString(SaveOptions.DisableFormatting);
    }

    private XElement Head(ReportModel model) => new(
        "header",
        new XAttribute("class", "rapport-huvud"),
        new XElement("p", new XAttribute("class", "rapport-id"), Span(model.Committee), Span(texts["report.number", model.Number]), Span(texts["report.version", model.Version])),
        new XElement("h1", model.Title),
        new XElement("p", new XAttribute("class", "meta"), Span(texts["report.cutOff", Moment(model.CutOff)]), Span(model.DialogueTitle)));

    private XElement Summary(ReportModel model, ReportTableDrawing drawing) => new(
        "section",
        new XAttribute("class", "sammanfattning"),
        new XAttribute("aria-labelledby", "s1"),
        new XElement("h2", new XAttribute("id", "s1"), texts["report.onePage"]),
        new XElement(
            "div",
            new XAttribute("class", "sammanfattning-rutor"),
            new XElement(
                "div",
                new XElement("ol", new XAttribute("class", "fynd lista"), model.Findings.Select((f, i) => Finding(f, i, drawing))),
                new XElement("p", new XAttribute("class", "underlag"), new XElement("b", texts["report.basis"] + " "), model.Basis),
                Headline(model, drawing)),
            new XElement(
                "div",
                new XAttribute("class", "ombeds"),
                new XElement("h2", texts["report.asked"]),
                model.Asked is [var only]
                    ? new XElement("p", only.Text)
                    : new XElement(
                        "ol", new XAttribute("class", "bokstavslista lista"),
                        model.Asked.Select((a, i) => new XElement(
                            "li", new XElement("span", new XAttribute("aria-hidden", "true"), ((char)('A' + i)).ToString()), new XElement("p", a.Text)))),
                new XElement("p", texts["report.promised", Day(model.PromisedAt)]))));

    private XElement Finding(ReportFinding finding, int index, ReportTableDrawing drawing) => new(
        "li",
        new XElement("span", new XAttribute("class", "fynd-tal"), drawing.Link(finding.Value.Replace(' ', '\u00A0'), finding.Figure)),
        new XElement(
            "div",
            new XElement(
                "p", finding.Text,
                finding.Word.Length == 0 ? null
                    : new object[] { $" {texts[finding.Word == texts["report.word.notCompared"] ? "report.number.it" : "report.difference"]} ", new XElement("b", new XAttribute("class", "ord"), finding.Word), "." })),
        new XElement(
            "a", new XAttribute("href", $"#{finding.Anchor}"), texts["report.more"],
            new XElement("span", new XAttribute("class", "dold"), " " + texts["report.aboutFinding", index + 1])));

    /// <summary>The first page of the print holds the result itself, that of the first finding where it can be drawn; on a screen it is a scroll away.</summary>
    private static XElement? Headline(ReportModel model, ReportTableDrawing drawing) =>
        model.Tables.Where(t => t.Drawing is ReportDrawing.Bars or ReportDrawing.Stack).OrderByDescending(t => model.Findings.Count > 0 && t.Key == model.Findings[0].Anchor).FirstOrDefault() is { } table
            ? new XElement("div", new XAttribute("class", "bara-utskrift"), drawing.Figure(table with { Key = "figur-forsta", Notes = [] }))
            : null;

    private XElement Contents(ReportModel model) => new(
        "nav",
        new XAttribute("class", "innehall-nav skarm"), new XAttribute("aria-label", texts["report.contents"]),
        new XElement(
            "ol", new XAttribute("class", "lista"),
            model.Sections.Select(s => (s.Key, s.Heading)).Append(("tabeller", texts["report.tables"]))
                .Select(s => new XElement("li", new XElement("a", new XAttribute("href", $"#{s.Item1}"), s.Item2)))));

    private XElement Section(ReportSection section, ReportModel model, ReportTableDrawing drawing) => Element(
        section.Key, section.Heading,
        [
            .. section.Text.Select(t => new XElement("p", t)),
            .. section.Tables.Select(drawing.Figure),
            .. section.Key == "teman" ? model.Themes.Select(t => Theme(t, model, drawing)) : [],
            .. section.Reading.Length == 0 ? Array.Empty<XElement>() : [new XElement("p", new XAttribute("class", "figur-lasning"), section.Reading)],
        ]);

    private XElement Theme(ReportTheme theme, ReportModel model, ReportTableDrawing drawing) => new(
        "article",
        new XAttribute("class", "tema-ruta"),
        new XElement("h3", theme.Name),
        new XElement(
            "p", new XAttribute("class", "meta"),
            new XElement("span", drawing.Link(texts.Count("report.writers", theme.Writers), theme.Figures.ElementAtOrDefault(0) ?? "")),
            theme.Posts is null && model.Figures.FirstOrDefault(f => f.Key == theme.Figures.ElementAtOrDefault(1)) is { } share
                ? new XElement("span", drawing.Link(texts["report.theme.ofWriters", share.Shown], share.Key))
                : null,
            theme.Posts is { } posts ? new XElement("span", drawing.Link(texts.Count("report.posts", posts), theme.Figures.ElementAtOrDefault(1) ?? "")) : null,
            theme.Answered is { } answered
                ? new XElement("span", drawing.Link(texts["report.answeredPosts", answered.ToString("N0", CultureInfo.CurrentCulture)], theme.Figures.ElementAtOrDefault(2) ?? ""))
                : null),
        theme.Description.Length == 0 ? null : new XElement("p", theme.Description),
        theme.Quotes.Select(Quote),
        theme.Opposing is { } other ? new object[] { new XElement("p", new XAttribute("class", "liten svag"), texts["report.opposing"]), Quote(other) } : null);

    private static XElement Quote(ReportQuote quote) => new(
        "blockquote", new XElement("p", quote.Text),
        new XElement("footer", new XAttribute("class", "liten"), quote.Address.Length == 0 ? quote.Place : new XElement("a", new XAttribute("href", quote.Address), quote.Place)));

    private static XElement Element(string id, string heading, IEnumerable<XElement> content) => new(
        "section", new XAttribute("id", id), new XAttribute("aria-labelledby", $"{id}-h"),
        new XElement("h2", new XAttribute("id", $"{id}-h"), heading), content);

    private static XElement Span(string text) => new("span", text);

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    private string Moment(DateTimeOffset at) => texts["time.moment", Day(at.SwedishDate()), at.ToSwedish().ToString(texts["time.clock"], CultureInfo.InvariantCulture)];
}
