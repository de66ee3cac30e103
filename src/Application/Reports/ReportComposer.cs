using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Application.Discussions;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Application.Reports;

/// <summary>
/// Puts a report's content together from what the gate let through and what was said in public. Writes in Swedish.
/// Wording: a self-selected result is never about "the residents" (design decision 17).
/// </summary>
public sealed class ReportComposer(ITexts texts)
{
    private const int MostQuotes = 3;
    private const int LongestQuote = 280;

    public ReportModel Compose(Report report, Consultation consultation, string committee, ResultView result, DiscussionEvidence talk)
    {
        var visible = talk.Posts.Where(p => !p.IsHidden).ToList();
        var residents = visible.Where(p => !p.IsOfficial).ToList();
        var figures = new ReportBase(
            result.Disclosed.Answers, result.EligibleCount, result.TurnoutPercent, result.Disclosed.Changed, result.Disclosed.LeftTheFlow,
            visible.Count, residents.Select(p => p.AuthorId).Distinct().Count(), visible.Count - residents.Count);
        var themes = Themes(consultation.Slug, talk, residents);
        var measures = new ReportMeasures(texts).List(result, figures, residents);
        var questions = result.Questions.Select(Question).ToList();
        return new ReportModel(
            report.Number, report.Version, Title(consultation, result), consultation.Title, consultation.Slug, committee,
            consultation.CountedAt ?? report.RequestedAt, consultation.PromisedAt!.Value, Findings(result, figures, measures, themes),
            texts["report.question", consultation.NameInText], figures, measures, questions, themes,
            [.. result.Ages.Select(Group)], [.. result.Areas.Select(Group)], Method(result, consultation));
    }

    private string Title(Consultation consultation, ResultView result) => result switch
    {
        { Disclosed.TooFew: true } => texts["report.title.tooFew", consultation.NameInText],
        { Headline: { Base: > 0 } headline } => texts["report.title", consultation.NameInText, Most(headline).Label],
        _ => texts["report.title.plain", consultation.NameInText],
    };

    /// <summary>A number, what it is of, and a way to it. Two of the five are about whether voices were answered and who stays.</summary>
    private List<ReportFinding> Findings(ResultView result, ReportBase figures, IReadOnlyList<ReportMeasure> measures, List<ReportTheme> themes)
    {
        var findings = new List<ReportFinding>();
        if (figures.Answers is not { } answers)
        {
            findings.Add(new("..", texts["report.finding.tooFew"], "per-fraga"));
        }
        else
        {
            if (result.Headline is { Base: > 0 } headline)
            {
                var most = Most(headline);
                findings.Add(new(
                    texts["result.percent", most.Percent], texts["report.finding.headline", most.Label, Number(most.Count), Number(headline.Base)],
                    $"figur-{headline.Key}"));
            }

            findings.Add(figures.TurnoutPercent is { } turnout
                ? new($"{turnout.ToString("0.0", CultureInfo.CurrentCulture)} %", texts["report.finding.turnout", Number(figures.Eligible!.Value), Number(answers)], "vilka")
                : new(Number(answers), texts["report.finding.answers"], "vilka"));
        }

        var answered = measures.First(m => m.Key == "gotAnswer");
        findings.Add(figures.Posts == 0
            ? new("0", texts["report.finding.noTalk"], "evl")
            : new(texts["result.percent", answered.Percent ?? 0], texts["report.finding.voice", Number(figures.Writers), Number(figures.Posts)], "evl"));
        if (themes.Count > 0)
        {
            findings.Add(new(Number(themes[0].Posts), texts["report.finding.theme", themes[0].Name, Number(themes[0].Writers)], "teman"));
        }

        var loyal = measures.First(m => m.Key == "loyal");
        findings.Add(loyal.Percent is { } share
            ? new(texts["result.percent", share], texts["report.finding.loyal", Number(loyal.Of!.Value)], "evl")
            : new("..", texts["report.finding.loyalUnknown"], "evl"));
        return findings;
    }

    private static List<ReportTheme> Themes(string slug, DiscussionEvidence talk, List<EvidencePost> residents) =>
    [
        .. talk.Themes
            .Select(theme => (Theme: theme, Posts: residents.Where(p => p.ThemeIds.Contains(theme.Id)).ToList()))
            .Where(t => t.Posts.Count > 0)
            .OrderByDescending(t => t.Posts.Count)
            .Select(t => new ReportTheme(
                t.Theme.Id, t.Theme.Name, t.Posts.Count, t.Posts.Select(p => p.AuthorId).Distinct().Count(), t.Posts.Count(p => p.AnsweredByOfficial),
                [.. t.Posts.OrderByDescending(p => p.Reactions).ThenBy(p => p.At).Take(MostQuotes)
                    .Select(p => new ReportQuote(Short(p.Text), p.Thread, $"/radslag/{slug}/diskussion"))])),
    ];

    private List<string> Method(ResultView result, Consultation consultation)
    {
        var schedule = consultation.Schedule!;
        return
        [
            texts["report.method.who", consultation.Eligibility],
            texts["report.method.when", Day(schedule.AnswersOpenAt), Day(schedule.ClosesAt.AddTicks(-1))],
            texts["report.method.self"],
            texts["report.method.once"],
            texts["report.method.base"],
            texts["report.method.protection", result.Disclosed.Limits.SmallestGroup, result.Disclosed.Limits.RoundingBase],
            texts["report.method.themes"],
            texts["report.method.rules", consultation.ManifestHash ?? ""],
        ];
    }

    private static ReportQuestion Question(QuestionResult q) => new(
        q.Key, q.Section, q.Text, q.IsHeadline, q.IsMultiple, q.Base, q.Unanswered, [.. q.Choices.Select(Choice)], [.. q.OutsideBase.Select(Choice)]);

    private static ReportChoice Choice(ChoiceResult c) => new(c.Label, c.Count, c.Percent);

    private static ReportGroup Group(WhoRow row) => new(row.Name, row.Count, row.Percent, row.PopulationPercent);

    private static ChoiceResult Most(QuestionResult question) => question.Choices.MaxBy(c => c.Count)!;

    private static string Short(string text) => PlainText.Shorten(text, LongestQuote);

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private static string Day(DateTimeOffset at) => at.SwedishDate().ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
}
