using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Application.Figures;
using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Infrastructure.Rendering;

/// <summary>The report as HTML, built as XML so that every text is escaped by construction.</summary>
internal sealed class ReportRenderer(ITexts texts, ReportStyles styles) : IReportRenderer
{
    public string Html(ReportModel model)
    {
        var article = new XElement(
            "article",
            new XAttribute("class", "rapport"),
            Head(model),
            Summary(model),
            Contents(model),
            Measures(model),
            Section("per-fraga", texts["report.perQuestion"], Questions(model)),
            Section("teman", texts["report.themes"], Themes(model)),
            Section("vilka", texts["report.who"], Who(model)),
            Section("metod", texts["report.method"], [new XElement("ul", model.Method.Select(m => new XElement("li", m)))]),
            Section("tabeller", texts["report.tables"], [.. model.Questions.Select(QuestionTable), .. Groups(model).Select(g => WhoFigure.Table(texts, g.Caption, g.Rows))]));
        return article.ToString(SaveOptions.DisableFormatting);
    }

    public string Document(ReportModel model, string article) => $"""
        <!doctype html>
        <html lang="sv" data-tema="ljust"><head><meta charset="utf-8"><title>{WebUtility.HtmlEncode($"{model.Number} {model.Title}")}</title>
        <style>{styles.ForPrint(model)}</style></head>
        <body class="rapport"><main id="innehall" class="behallare">{article}</main></body></html>
        """;

    public byte[] Csv(ReportModel model) => ReportCsv.Write(model);

    private XElement Head(ReportModel model) => new(
        "header",
        new XAttribute("class", "rapport-huvud"),
        new XElement("p", new XAttribute("class", "rapport-id"), Span(model.Committee), Span(texts["report.number", model.Number]), Span(texts["report.version", model.Version])),
        new XElement("h1", model.Title),
        new XElement("p", new XAttribute("class", "meta"), Span(texts["report.cutOff", Moment(model.CutOff)]), Span(model.ConsultationTitle)));

    private XElement Summary(ReportModel model) => new(
        "section",
        new XAttribute("class", "sammanfattning"),
        new XAttribute("aria-labelledby", "s1"),
        new XElement("h2", new XAttribute("id", "s1"), texts["report.onePage"]),
        new XElement(
            "div",
            new XAttribute("class", "sammanfattning-rutor"),
            new XElement(
                "div",
                new XElement("ol", new XAttribute("class", "fynd lista"), model.Findings.Select(Finding)),
                new XElement("p", new XAttribute("class", "underlag"), new XElement("b", texts["report.basis"] + " "), Basis(model)),
                Headline(model)),
            new XElement(
                "div",
                new XAttribute("class", "ombeds"),
                new XElement("h2", texts["report.asked"]),
                new XElement("p", model.Question),
                new XElement("p", texts["report.promised", Day(model.PromisedAt)]))));

    private XElement Finding(ReportFinding finding, int index) => new(
        "li",
        new XElement("span", new XAttribute("class", "fynd-tal"), finding.Value.Replace(' ', '\u00A0')),
        new XElement("div", new XElement("p", finding.Text)),
        new XElement(
            "a", new XAttribute("href", $"#{finding.Anchor}"), texts["report.more"],
            new XElement("span", new XAttribute("class", "dold"), " " + texts["report.aboutFinding", index + 1])));

    /// <summary>The first page of the print holds the result itself; on a screen it is a scroll away.</summary>
    private XElement? Headline(ReportModel model) =>
        model.Questions.FirstOrDefault(q => q is { IsHeadline: true, Base: > 0 }) is { } question
            ? new XElement("div", new XAttribute("class", "bara-utskrift"), Bars(question, "figur-forsta", texts["report.perQuestion"]))
            : null;

    private XElement Contents(ReportModel model) => new(
        "nav",
        new XAttribute("class", "innehall-nav skarm"), new XAttribute("aria-label", texts["report.contents"]),
        new XElement(
            "ol", new XAttribute("class", "lista"),
            new[] { ("evl", "report.evl"), ("per-fraga", "report.perQuestion"), ("teman", "report.themes"), ("vilka", "report.who"), ("metod", "report.method"), ("tabeller", "report.tables") }
                .Where(part => part.Item1 != "per-fraga" || model.Questions.Count > 0)
                .Select(part => new XElement("li", new XElement("a", new XAttribute("href", $"#{part.Item1}"), texts[part.Item2])))));

    private string Basis(ReportModel model) => model.Base.Answers is { } answers
        ? texts["report.basisText", Number(answers), Number(model.Base.Posts), model.Base.Changed is { } changed ? Number(changed) : texts["report.fewerThanTen"]]
        : texts["report.basisTooFew", Number(model.Base.Posts)];

    private XElement Measures(ReportModel model) => Section(
        "evl", texts["report.evl"],
        [
            new XElement("p", texts["report.evlMeans"]),
            .. new[] { "exit", "voice", "loyalty" }.Select(kind => new XElement(
                "section",
                new XElement("h3", texts[$"report.evl.{kind}"]),
                new XElement("p", texts[$"report.evl.{kind}.means"]),
                FigureTable.Draw(
                    texts[$"report.evl.{kind}"], [texts["report.measure"], texts["report.count"], texts["report.of"], texts["report.share"]],
                    [.. model.Measures.Where(m => m.Kind == kind).Select(Row)]))),
            new XElement("p", new XAttribute("class", "figur-lasning"), texts["report.evlReading"]),
        ]);

    private IReadOnlyList<string> Row(ReportMeasure measure) =>
    [
        measure.Label, measure.Count is { } count ? Number(count) : "..", measure.Of is { } of ? Number(of) : "–",
        measure.Percent is { } percent ? texts["result.percent", percent] : measure.Of is null ? "–" : "..",
    ];

    private IEnumerable<XElement> Questions(ReportModel model) => model.Questions.Count == 0
        ? [new XElement("p", texts["report.finding.tooFew"])]
        : model.Questions.Select((q, i) => Figure(q, i + 1));

    private XElement Figure(ReportQuestion question, int number) => Bars(question, $"figur-{question.Key}", texts["result.figure", number]);

    private XElement Bars(ReportQuestion question, string id, string number)
    {
        var most = question.Choices.Count == 0 ? 0 : question.Choices.Max(c => c.Count);
        var outside = question.OutsideBase.Sum(c => c.Count);
        var top = question.Choices.FirstOrDefault(c => c.Count == most);
        var text = new FigureText(
            id, number,
            top is null || question.Base == 0 ? question.Section : $"{question.Section}: {texts["result.mostChose", top.Label]}",
            texts[question.IsMultiple ? "report.underMultiple" : "report.under", Number(question.Base)],
            outside > 0 ? texts["report.sourceOutside", Number(outside)] : texts["report.source"],
            question.Text, [texts["result.choice"], texts["result.count"], texts["result.share"]]);
        return BarFigure.Draw(
            text,
            [.. question.Choices.Select(c => new Bar(c.Label, c.Percent, texts["result.percent", c.Percent], $"({Number(c.Count)})", c.Count == most))],
            Rows(question), 3, texts["act.showTable"]);
    }

    private List<IReadOnlyList<string>> Rows(ReportQuestion question) =>
        [.. question.Choices.Select(c => (IReadOnlyList<string>)[c.Label, Number(c.Count), texts["result.percent", c.Percent]])];

    private XElement QuestionTable(ReportQuestion question) => FigureTable.Draw(
        question.Text, [texts["result.choice"], texts["result.count"], texts["result.share"]],
        [
            .. Rows(question),
            .. question.OutsideBase.Select(c => (IReadOnlyList<string>)[c.Label, Number(c.Count), "–"]),
            [texts["report.unanswered"], Number(question.Unanswered), "–"],
        ]);

    private IEnumerable<XElement> Themes(ReportModel model) => model.Themes.Count == 0
        ? [new XElement("p", texts["report.noThemes"])]
        :
        [
            new XElement("p", texts["report.themesMean"]),
            .. model.Themes.Select(theme => new XElement(
                "article",
                new XAttribute("class", "tema-ruta"),
                new XElement("h3", theme.Name),
                new XElement(
                    "p", new XAttribute("class", "meta"), Span(texts.Count("report.posts", theme.Posts)), Span(texts.Count("report.writers", theme.Writers)),
                    Span(texts["report.answeredPosts", Number(theme.Answered)])),
                theme.Quotes.Select(q => new XElement(
                    "blockquote", new XElement("p", q.Text),
                    new XElement("footer", new XAttribute("class", "liten"), new XElement("a", new XAttribute("href", q.Address), q.Thread)))))),
        ];

    private IEnumerable<XElement> Who(ReportModel model)
    {
        if (model.Ages.Count == 0 && model.Areas.Count == 0)
        {
            yield return new XElement("p", texts["result.whoTooFew"]);
            yield break;
        }

        yield return new XElement("p", texts["report.whoMeans"]);
        var number = model.Questions.Count;
        foreach (var (id, caption, rows) in Groups(model))
        {
            yield return WhoFigure.Draw(texts, id, texts["result.figure", ++number], caption, texts["report.sourceWho"], rows, 3);
        }
    }

    /// <summary>Ages and areas, those of them that may be shown.</summary>
    private IEnumerable<(string Id, string Caption, IReadOnlyList<WhoRow> Rows)> Groups(ReportModel model) =>
        new[] { ("figur-alder", texts["result.whoAge"], model.Ages), ("figur-omrade", texts["result.whoArea"], model.Areas) }
            .Where(g => g.Item3.Count > 0)
            .Select(g => (g.Item1, g.Item2, (IReadOnlyList<WhoRow>)[.. g.Item3.Select(r => new WhoRow(r.Name, r.Count, r.Percent, r.PopulationPercent))]));

    private static XElement Section(string id, string heading, IEnumerable<XElement> content) => new(
        "section", new XAttribute("id", id), new XAttribute("aria-labelledby", $"{id}-h"),
        new XElement("h2", new XAttribute("id", $"{id}-h"), heading), content);

    private static XElement Span(string text) => new("span", text);

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    private string Moment(DateTimeOffset at) => texts["time.moment", Day(at.SwedishDate()), at.ToSwedish().ToString(texts["time.clock"], CultureInfo.InvariantCulture)];
}
