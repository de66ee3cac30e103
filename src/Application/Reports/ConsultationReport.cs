using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Discussions;
using Medborgardialog.Application.Evidence;
using Medborgardialog.Application.Themes;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Application.Reports;

/// <summary>What a report about a rådslag is written from, beside the ledger: words, never numbers.</summary>
internal sealed record ConsultationMaterial(
    Consultation Consultation, Questionnaire Questionnaire, DiscussionEvidence Talk, ProtectionLimits Limits, IReadOnlyList<CodedThemes> Coded);

/// <summary>
/// The report about a rådslag. Writes in Swedish. Wording: a self-selected result is never about "the residents" (design decision 17).
/// </summary>
internal sealed class ConsultationReport(ITexts texts, FigureBook book, ConsultationMaterial material)
{
    private const int MostQuotes = 3;
    private const int LongestQuote = 280;
    private readonly ReportTables _tables = new(texts, book);

    private Consultation Consultation => material.Consultation;

    private EvidenceRow? Answers => book.Row(Measures.Answers);

    private Question? Headline => material.Questionnaire.Questions.FirstOrDefault(q => q.Headline);

    public string Title() => Answers is null ? texts["report.title.tooFew", Consultation.NameInText]
        : Top(Headline) is { } top ? texts["report.title", Consultation.NameInText, LabelOf(Headline!, top)]
        : texts["report.title.plain", Consultation.NameInText];

    public IReadOnlyList<ReportAsked> Asked() => [new(Guid.Empty, texts["report.question", Consultation.NameInText])];

    public string Basis()
    {
        var posts = book.Count(book.Row(Measures.Posts)).Text;
        return Answers is null
            ? texts["report.basisTooFew", posts]
            : texts["report.basisText", book.Count(Answers).Text, posts, book.Row(Measures.Changed) is { } changed ? book.Count(changed).Text : texts["report.fewerThanTen"]];
    }

    /// <summary>A number, what it is of, and a way to it. Two of the five are about whether voices were answered and who stays.</summary>
    public IReadOnlyList<ReportFinding> Findings()
    {
        var findings = new List<ReportFinding>();
        if (Answers is not { } answers)
        {
            findings.Add(new("..", texts["report.finding.tooFew"], "per-fraga", "", ""));
        }
        else
        {
            if (Headline is { } headline && Top(headline) is { } top)
            {
                var share = book.Share(LabelOf(headline, top), top);
                findings.Add(new(
                    share.Text, texts["report.finding.headline", LabelOf(headline, top), book.Count(top).Text, book.Base(top).Text], $"figur-{headline.Key}", "", share.Figure));
            }

            findings.Add(Turnout(answers));
        }

        findings.Add(Voice());
        if (Themes() is [var theme, ..])
        {
            var posts = book.Row(Measures.ThemePosts(theme.Id))!;
            findings.Add(new(book.Count(posts).Text, texts["report.finding.theme", theme.Name, FigureBook.Number(theme.Writers)], "teman", "", book.Count(posts).Figure));
        }

        var loyal = book.Row(Measures.Loyal);
        var stay = book.Share(texts["report.measure.loyal"], loyal);
        findings.Add(stay.Figure.Length > 0
            ? new(stay.Text, texts["report.finding.loyal", book.Base(loyal).Text], "evl", "", stay.Figure)
            : new("..", texts["report.finding.loyalUnknown"], "evl", "", ""));
        return findings;
    }

    public IReadOnlyList<ReportSection> Sections() =>
    [
        new("evl", texts["report.evl"], [texts["report.evlMeans"]], [.. new[] { "exit", "voice", "loyalty" }.Select(Measured), .. Listened()], texts["report.evlReading"]),
        new("per-fraga", texts["report.perQuestion"], Answers is null ? [texts["report.finding.tooFew"]] : [], [.. Questions()], ""),
        new("teman", texts["report.themes"], [Themes().Count == 0 ? texts["report.noThemes"] : texts["report.themesMean"]], [], ""),
        new("vilka", texts["report.who"], Who() is [] ? [texts["result.whoTooFew"]] : [texts["report.whoMeans"]], Who(), ""),
        new("metod", texts["report.method"], Method(), [], ""),
    ];

    public List<ReportTheme> Themes()
    {
        var residents = material.Talk.Posts.Where(p => !p.IsHidden && !p.IsOfficial).ToList();
        return
        [
            .. material.Talk.Themes
                .Select(t => (Theme: t, Writers: book.Row(Measures.Theme(t.Id)), Posts: book.Row(Measures.ThemePosts(t.Id)), Answered: book.Row(Measures.ThemeAnswered(t.Id))))
                .Where(t => t is { Writers: not null, Posts: not null, Answered: not null })
                .OrderByDescending(t => t.Posts!.Count)
                .Select(t => new ReportTheme(
                    t.Theme.Id, t.Theme.Name, Coded(t.Theme.Name)?.Wants ?? "", t.Posts!.Count!.Value, t.Writers!.Count!.Value, t.Answered!.Count!.Value,
                    Coded(t.Theme.Name) is { } coded ? [.. coded.Quotes.Select(Quote)] : Quotes(residents.Where(p => p.ThemeIds.Contains(t.Theme.Id))),
                    Coded(t.Theme.Name)?.Opposing is { } opposing ? Quote(opposing) : null,
                    [book.Count(t.Writers).Figure, book.Count(t.Posts).Figure, book.Count(t.Answered).Figure])),
        ];
    }

    /// <summary>What somebody has coded, checked and released under the same name goes before what is chosen by reactions.</summary>
    private CodedTheme? Coded(string name) =>
        material.Coded.SelectMany(c => c.Themes).FirstOrDefault(t => string.Equals(t.Name, name, StringComparison.OrdinalIgnoreCase) && t.Quotes.Count > 0);

    private static ReportQuote Quote(CodedQuote quote) => new(quote.Text, quote.Source, quote.Path);

    private ReportFinding Turnout(EvidenceRow answers)
    {
        if (answers.Denominator is not { } eligible)
        {
            return new(book.Count(answers).Text, texts["report.finding.answers"], "vilka", "", book.Count(answers).Figure);
        }

        // One decimal: of many thousands a whole percent says too little.
        var turnout = Math.Round(100.0 * answers.Count!.Value / eligible, 1).ToString("0.0", CultureInfo.CurrentCulture);
        return new($"{turnout} %", texts["report.finding.turnout", FigureBook.Number(eligible), book.Count(answers).Text], "vilka", "", book.Count(answers).Figure);
    }

    private ReportFinding Voice()
    {
        var (posts, opening) = (book.Row(Measures.Posts), book.Row(Measures.Opening));
        if (posts is not { Count: > 0 })
        {
            return new("0", texts["report.finding.noTalk"], "evl", "", book.Count(posts).Figure);
        }

        var answered = book.Share(texts["report.measure.gotAnswer"], opening);
        return new(
            answered.Text == ".." ? texts["result.percent", 0] : answered.Text, texts["report.finding.voice", book.Count(book.Row(Measures.Wrote)).Text, book.Count(posts).Text],
            "evl", "", answered.Figure);
    }

    private ReportTable Measured(string kind)
    {
        var rows = kind switch
        {
            "exit" => new[] { Measures.Left, Measures.Again },
            "voice" => [Measures.Wrote, Measures.Opening, Measures.Told, Measures.ToldAnswered],
            _ => [Measures.Loyal],
        };
        return _tables.Rates($"evl-{kind}", texts[$"report.evl.{kind}"], texts[$"report.evl.{kind}.means"], texts["report.source.dialogue"], [.. rows.Select(m => (Word(m), book.Row(m)))]);
    }

    /// <summary>Hare or crocodile (E11), where enough was asked and said.</summary>
    private IEnumerable<ReportTable> Listened()
    {
        var rows = new[] { Measures.Opening, Measures.DaysToAnswer, Measures.WordsHeard, Measures.WordsSpoken }.Select(book.Row).OfType<EvidenceRow>().ToList();
        if (rows.Count > 1)
        {
            yield return _tables.Rates("evl-lyssna", texts["report.listen"], texts["report.listen.means"], texts["report.source.dialogue"], [.. rows.Select(r => (r.Label, (EvidenceRow?)r))]);
        }
    }

    private string Word(string measure) => texts["report.measure." + measure switch
    {
        Measures.Left => "left",
        Measures.Again => "again",
        Measures.Wrote => "wrote",
        Measures.Opening => "gotAnswer",
        Measures.Told => "told",
        Measures.ToldAnswered => "toldAnswered",
        _ => "loyal",
    }];

    private IEnumerable<ReportTable> Questions() => Answers is null ? []
        : material.Questionnaire.Questions.Where(q => q.Choices.Count > 0 && !q.IsText).Select(q => _tables.Choices(q, q.Section, Answers, null, texts["report.source"])).OfType<ReportTable>();

    private List<ReportTable> Who() =>
    [
        .. new[] { (AboutYou.Age, "figur-alder", texts["result.whoAge"]), (AboutYou.Area, "figur-omrade", texts["result.whoArea"]) }
            .Select(g => _tables.Who(g.Item1, g.Item2, g.Item3, texts["report.sourceWho"])).OfType<ReportTable>(),
    ];

    private List<string> Method()
    {
        var schedule = Consultation.Schedule!;
        return
        [
            texts["report.method.who", Consultation.Eligibility],
            texts["report.method.when", Day(schedule.AnswersOpenAt), Day(schedule.ClosesAt.AddTicks(-1))],
            texts["report.method.self"],
            texts["report.method.once"],
            texts["report.method.base"],
            texts["report.method.protection", material.Limits.SmallestGroup, material.Limits.RoundingBase],
            texts["report.method.themes"],
            texts["report.method.ledger", book.Rows.Count],
            texts["report.method.rules", Consultation.ManifestHash ?? ""],
        ];
    }

    /// <summary>What is public already, and nothing that a moderator would have been asked to look at: an address, a phone number, a name with a title.</summary>
    private List<ReportQuote> Quotes(IEnumerable<EvidencePost> posts) =>
    [
        .. posts.Where(p => TextFlags.Of(p.Text).Count == 0).OrderByDescending(p => p.Reactions).ThenBy(p => p.At).Take(MostQuotes)
            .Select(p => new ReportQuote(PlainText.Shorten(p.Text, LongestQuote), p.Thread, $"/radslag/{Consultation.Slug}/diskussion")),
    ];

    /// <summary>The choice within the base that most made; null where nobody answered.</summary>
    private EvidenceRow? Top(Question? question) => question?.Choices.Where(c => !c.IsOutside).Select(c => book.Row(Measures.Choice(question.Key, c.Key)))
        .Where(r => r is { Count: > 0, Denominator: > 0 }).MaxBy(r => r!.Count);

    private static string LabelOf(Question question, EvidenceRow row) => question.Choices.First(c => Measures.Choice(question.Key, c.Key) == row.Measure).Label;

    private static string Day(DateTimeOffset at) => at.SwedishDate().ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
}
