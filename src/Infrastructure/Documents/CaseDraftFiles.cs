using System.Net;
using System.Xml.Linq;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Infrastructure.Rendering;

namespace Medborgardialog.Infrastructure.Documents;

/// <summary>The draft of a committee's paper as HTML and as a text document, from the same parts in the same order.</summary>
internal sealed class CaseDraftFiles(ITexts texts, ReportStyles styles) : ICaseDraftFiles
{
    private readonly ReportSummaryDocx _summary = new(texts);

    /// <summary>Built as XML, so that every text is escaped by construction.</summary>
    public string Html(CaseDraft draft) => new XElement(
        "article",
        new XAttribute("class", "rapport skrivelse"),
        new XElement(
            "header", new XAttribute("class", "rapport-huvud"),
            new XElement("p", new XAttribute("class", "rapport-id"), Facts(draft).Select(f => new XElement("span", f))),
            new XElement("h1", draft.Title)),
        draft.Parts.Select(p => Part(p, draft.Report, 2))).ToString(SaveOptions.DisableFormatting);

    public string Document(CaseDraft draft) => $"""
        <!doctype html>
        <html lang="sv" data-tema="ljust"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{WebUtility.HtmlEncode(draft.Title)}</title>
        <style>{styles.ForPrint(draft.Report)}</style></head>
        <body class="rapport"><main id="innehall" class="behallare">{Html(draft)}</main></body></html>
        """;

    public byte[] Docx(CaseDraft draft)
    {
        var paper = new DocxPaper();
        paper.Heading(1, draft.Title);
        paper.Text(string.Join(". ", Facts(draft)) + ".", DocxStyle.Lead);
        foreach (var part in draft.Parts)
        {
            Write(paper, part, draft.Report, 2);
        }

        return paper.Pack(new DocxFrame(
            draft.Title, draft.Report.Committee, draft.RegistrationNumber.Length > 0 ? draft.RegistrationNumber : texts["case.draft"], texts["document.page", "{0}", "{1}"], draft.Report.CutOff));
    }

    private IEnumerable<string> Facts(CaseDraft draft) =>
    [
        texts["case.draft"], draft.Report.Committee,
        .. draft.RegistrationNumber.Length > 0 ? [texts["decision.number", draft.RegistrationNumber]] : Array.Empty<string>(),
        $"{texts["report.number", draft.Report.Number]}, {texts["report.version", draft.Report.Version]}",
    ];

    private void Write(DocxPaper paper, CasePart part, ReportModel report, int level)
    {
        paper.Heading(level, part.Heading);
        foreach (var text in part.Text)
        {
            paper.Text(text);
        }

        foreach (var item in part.Items)
        {
            paper.Text(item, part.Numbered ? DocxStyle.ListNumber : DocxStyle.ListBullet);
        }

        if (part.ShowsSummary)
        {
            _summary.Write(paper, report);
        }

        if (part.Instruction.Length > 0)
        {
            paper.Text(part.Instruction, DocxStyle.Instruction);
        }

        foreach (var below in part.Parts)
        {
            Write(paper, below, report, level + 1);
        }
    }

    private XElement Part(CasePart part, ReportModel report, int level) => new(
        "section", new XAttribute("id", part.Key), new XAttribute("aria-labelledby", $"{part.Key}-h"),
        new XElement($"h{level}", new XAttribute("id", $"{part.Key}-h"), part.Heading),
        part.Text.Select(t => new XElement("p", t)),
        part.Items.Count == 0 ? null : new XElement(part.Numbered ? "ol" : "ul", new XAttribute("class", "plus"), part.Items.Select(i => new XElement("li", i))),
        part.ShowsSummary ? Summary(report) : null,
        part.Instruction.Length == 0 ? null : new XElement("p", new XAttribute("class", "svag"), new XElement("i", part.Instruction)),
        part.Parts.Select(p => Part(p, report, level + 1)));

    private object[] Summary(ReportModel report) =>
    [
        new XElement(
            "ol", new XAttribute("class", "plus"),
            report.Findings.Select(f => new XElement(
                "li", new XElement("b", f.Value), " " + f.Text,
                f.Word.Length == 0 ? null : new object[] { $" {texts["report.difference"]} ", new XElement("b", f.Word), "." }))),
        new XElement("p", new XElement("b", texts["report.basis"] + " "), report.Basis),
    ];
}
