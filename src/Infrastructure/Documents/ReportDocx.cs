using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Reports;
using Microsoft.Extensions.Options;

namespace Medborgardialog.Infrastructure.Documents;

/// <summary>
/// The report as a text document to work on in a word processor: title, the one page, a list of contents, then the report in its order. Figures are
/// tables here; the drawings are in HTML and PDF.
/// </summary>
internal sealed class ReportDocx(ITexts texts, IOptions<AppOptions> options) : IReportFileWriter
{
    private readonly ReportSummaryDocx _summary = new(texts);

    public string Format => "docx";

    public string ContentType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public byte[] Write(ReportModel model)
    {
        var paper = new DocxPaper();
        paper.Heading(1, model.Title);
        paper.Text($"{model.Committee}. {texts["report.number", model.Number]}, {texts["report.version", model.Version]}. {texts["report.cutOff", Moment(model.CutOff)]}. {model.DialogueTitle}.", DocxStyle.Lead);
        paper.Heading(2, texts["report.onePage"], inContents: true);
        _summary.Write(paper, model);
        paper.Heading(2, texts["report.asked"], inContents: true);
        _summary.WriteAsked(paper, model);
        paper.Contents(texts["report.contents"]);
        foreach (var section in model.Sections)
        {
            Section(paper, model, section);
        }

        paper.Text(texts["report.signs"], DocxStyle.Source);
        paper.Text(texts["document.rowsAt", options.Value.BaseUrl + model.AddressOf("")], DocxStyle.Source);
        return paper.Pack(new DocxFrame(model.Title, model.Committee, $"{model.Number}, {texts["report.version", model.Version]}", texts["document.page", "{0}", "{1}"], model.CutOff));
    }

    private void Section(DocxPaper paper, ReportModel model, ReportSection section)
    {
        paper.Heading(2, section.Heading, inContents: true);
        var list = section.Key is "metod" or "du-sa";
        foreach (var text in section.Text)
        {
            paper.Text(text, list ? DocxStyle.ListBullet : DocxStyle.Normal);
        }

        foreach (var table in section.Tables)
        {
            Table(paper, table);
        }

        if (section.Key == "teman")
        {
            foreach (var theme in model.Themes)
            {
                Theme(paper, theme);
            }
        }

        if (section.Reading.Length > 0)
        {
            paper.Text(section.Reading);
        }
    }

    private static void Table(DocxPaper paper, ReportTable table)
    {
        paper.Heading(3, table.Finding);
        if (table.Under.Length > 0 || table.Caption != table.Finding)
        {
            paper.Text(table.Caption == table.Finding ? table.Under : $"{table.Caption.TrimEnd('.')}{(table.Under.Length == 0 || table.Caption.EndsWith('?') ? "" : ".")} {table.Under}".TrimEnd(), DocxStyle.Caption);
        }

        paper.Table(new DocxTable(
            table.Caption, table.Finding, table.Heads, [.. table.Lines.Select(l => (IReadOnlyList<string>)[l.Label, .. l.Cells.Select(c => c.Text)])]));
        paper.Text(string.Join(' ', table.Notes.Prepend(table.Source).Where(n => n.Length > 0)), DocxStyle.Source);
    }

    private void Theme(DocxPaper paper, ReportTheme theme)
    {
        paper.Heading(3, theme.Name);
        string[] counts =
        [
            texts.Count("report.writers", theme.Writers),
            .. theme.Posts is { } posts ? [texts.Count("report.posts", posts)] : Array.Empty<string>(),
            .. theme.Answered is { } answered ? [texts["report.answeredPosts", answered.ToString("N0", CultureInfo.CurrentCulture)]] : Array.Empty<string>(),
        ];
        paper.Text(string.Join(" · ", counts), DocxStyle.Caption);
        if (theme.Description.Length > 0)
        {
            paper.Text(theme.Description);
        }

        foreach (var quote in theme.Quotes)
        {
            Quote(paper, quote);
        }

        if (theme.Opposing is { } other)
        {
            paper.Text(texts["report.opposing"], DocxStyle.Caption);
            Quote(paper, other);
        }
    }

    private static void Quote(DocxPaper paper, ReportQuote quote)
    {
        paper.Text($"”{quote.Text}”", DocxStyle.Quote);
        paper.Text(quote.Place, DocxStyle.Source);
    }

    private string Moment(DateTimeOffset at) =>
        texts["time.moment", at.SwedishDate().ToString("d MMMM yyyy", CultureInfo.CurrentCulture), at.ToSwedish().ToString(texts["time.clock"], CultureInfo.InvariantCulture)];
}
