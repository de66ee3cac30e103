using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Evidence;
using Medborgardialog.Application.Themes;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Evidence.Measures;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Reports;

/// <summary>What a report about a survey is written from, beside the ledger: words, never numbers.</summary>
/// <param name="Comments">What providers say, printed unedited: name of the unit and the text.</param>
/// <param name="Since">What was decided about the edition before and how far it has come, a sentence each.</param>
/// <param name="Themes">Coded by people; empty where nothing is coded.</param>
/// <param name="Recruitment">How the panel was recruited, in words; empty outside panels.</param>
internal sealed record SurveyMaterial(
    Survey Survey, Questionnaire Questionnaire, ProtectionLimits Limits, IReadOnlyList<(string Unit, string Text)> Comments, IReadOnlyList<string> Since,
    IReadOnlyList<CodedThemes> Themes, IReadOnlyList<ReportAsked> Asked, string Recruitment)
{
    /// <summary>What may be said of those who were answered beside those who were not; null where nothing may.</summary>
    public AnsweringVerdict? Answering { get; init; }

    /// <summary>Counts that earlier delivered versions tell, by what they are of; empty for the first.</summary>
    public ILookup<string, int> Before { get; init; } = Array.Empty<(string Label, int Count)>().ToLookup(c => c.Label, c => c.Count);
}

/// <summary>The report about a survey or a wave of a panel, in Swedish. Sections in the order of ux 10.1.</summary>
internal sealed class SurveyReport
{
    private readonly ITexts _texts;
    private readonly FigureBook _book;
    private readonly SurveyMaterial _material;
    private readonly ReportTables _tables;
    private readonly SurveyLoopPart _loop;
    private readonly SurveySeriesPart _series;

    public SurveyReport(ITexts texts, FigureBook book, SurveyMaterial material)
    {
        (_texts, _book, _material) = (texts, book, material);
        _tables = new ReportTables(texts, book);
        _series = new SurveySeriesPart(texts, book);
        _loop = new SurveyLoopPart(texts, book, _tables, _series, Source, material);
    }

    private string Name => _material.Survey.NameInText;

    private string Source => _texts["surveyResult.source", Name];

    private EvidenceRow? Answers => _book.Row(Measures.Answers);

    public string Title() => Answers is null ? _texts["report.title.tooFew", Name]
        : _loop.Title(Name) ?? (Leading() is { } leading
            ? _texts["report.survey.title", Name, _book.Share("", leading.Row).Text, leading.Text]
            : _texts["report.title.plain", Name]);

    public IReadOnlyList<ReportAsked> Asked() => _material.Asked.Count > 0 ? _material.Asked : [new(Guid.Empty, _texts["report.question", Name])];

    public string Basis()
    {
        if (Answers is not { } answers)
        {
            return _texts["report.survey.basisTooFew"];
        }

        var parts = new List<string>
        {
            answers.Denominator is null
                ? _texts["report.survey.basisOpen", _book.Count(answers).Text]
                : _texts["report.survey.basis", _book.Count(answers).Text, _book.Base(answers).Text, _book.Share(_texts["evidence.answers"], answers).Text],
            _material.Survey.Eligibility + ".",
        };
        if (_material.Survey.Breakdowns.Count > 0)
        {
            parts.Add(_texts["report.survey.rounded", _material.Limits.RoundingBase]);
        }

        return string.Join(' ', parts);
    }

    public IReadOnlyList<ReportFinding> Findings()
    {
        if (Answers is not { } answers)
        {
            return [new("..", _texts["report.finding.tooFew"], "per-fraga", "", "")];
        }

        var findings = new List<ReportFinding>(_loop.Findings());
        if (findings.Count < 4 && Leading() is { } leading)
        {
            findings.Insert(0, _series.Finding(leading.Row, _texts["report.survey.leading", leading.Text], leading.Indicator, $"figur-{leading.Key.Replace('.', '-')}"));
        }

        if (findings.Count < 5)
        {
            var rate = _book.Share(_texts["evidence.answers"], answers);
            findings.Add(answers.Denominator is null
                ? new(_book.Count(answers).Text, _texts["report.finding.answers"], "vilka", "", _book.Count(answers).Figure)
                : new(rate.Text, Missing(answers), "vilka", "", rate.Figure));
        }

        return findings;
    }

    public IReadOnlyList<ReportSection> Sections()
    {
        var sections = new List<ReportSection>();
        if (_loop.Section() is { } loop)
        {
            sections.Add(loop);
        }

        sections.Add(new("per-fraga", _texts["report.perQuestion"], Answers is null ? [_texts["report.finding.tooFew"]] : [], [.. Questions(), .. ByUnit()], ""));
        sections.Add(new("teman", _texts["report.survey.themes"], ThemeText(), ThemeTables(), ""));
        var who = Who();
        sections.Add(new("vilka", _texts["report.who"], [_texts[who.Count == 0 ? "result.whoTooFew" : "report.survey.whoMeans"]], who, ""));
        sections.AddRange(_series.Sections(Source));
        if (_material.Comments.Count > 0)
        {
            sections.Add(new("utforare", _texts["report.survey.comments"], [.. _material.Comments.Select(c => $"{c.Unit}: ”{c.Text}”")], [], ""));
        }

        if (_material.Since.Count > 0)
        {
            sections.Add(new("du-sa", _texts["report.survey.since"], _material.Since, [], ""));
        }

        sections.Add(new("metod", _texts["report.method"], Method(), [], ""));
        return sections;
    }

    /// <summary>Those that may be told, most persons first.</summary>
    public IReadOnlyList<ReportTheme> Themes() =>
    [
        .. _material.Themes.SelectMany(c => c.Themes).Select(t => (Theme: t, Row: _book.Row(Measures.Theme(t.Id)))).Where(t => t.Row?.Count is not null)
            .OrderByDescending(t => t.Row!.Count).ThenBy(t => t.Theme.Name, StringComparer.Ordinal)
            .Select(t => new ReportTheme(
                t.Theme.Id, t.Theme.Name, t.Theme.Wants.Length > 0 ? t.Theme.Wants : t.Theme.Description, null, t.Row!.Count!.Value, null, [.. t.Theme.Quotes.Select(Quote)],
                t.Theme.Opposing is { } opposing ? Quote(opposing) : null,
                [_book.Count(t.Row).Figure, _book.Share(_texts["report.theme.share", t.Theme.Name], t.Row).Figure])),
    ];

    private static ReportQuote Quote(CodedQuote quote) => new(quote.Text, quote.Source, quote.Path);

    /// <summary>How many wrote, how much of it has a theme, by whom it was ordered and how far two agree.</summary>
    private List<string> ThemeText()
    {
        if (Themes().Count == 0)
        {
            return [_texts["report.survey.noThemes"]];
        }

        var text = new List<string> { _texts["report.survey.themesMean"] };
        foreach (var coding in _material.Themes)
        {
            var wrote = _book.Rows.FirstOrDefault(r => r.Measure == Measures.WroteAtAll && r.Group == coding.Title);
            text.Add(_texts["report.survey.coded", coding.Title, _book.Count(wrote).Text, coding.CoveragePercent, coding.ReleasedBy]);
            if (coding.Agreement is { MeanKappa: { } kappa } agreement)
            {
                text.Add(_texts["report.survey.agreement", FigureBook.Number(agreement.Texts), kappa.ToString("0.00", CultureInfo.CurrentCulture), FigureBook.Number(agreement.Differing), FigureBook.Number(agreement.Settled)]);
            }
        }

        return text;
    }

    private IReadOnlyList<ReportTable> ThemeTables() =>
        _tables.Who(Measures.Heard, "teman-rost", _texts["report.survey.heard"], Source) is { } heard ? [heard with { Under = _texts["report.survey.heardUnder"] }] : [];

    /// <summary>The first question that is compared over time, else the first that has a positive share.</summary>
    private (string Key, string Text, string? Indicator, EvidenceRow Row)? Leading()
    {
        var asked = _material.Questionnaire.Route.Steps.Where(s => s.Battery is null && !s.Question.IsAddOn)
            .Select(s => (s.Question, Row: _book.Row(Measures.Positive(s.Question.Key)))).Where(q => q.Row is not null && q.Question.Measures is null).ToList();
        var leading = asked.Find(q => q.Question.Indicator is not null) is { Row: not null } compared ? compared : asked.FirstOrDefault();
        return leading.Row is null ? null : (leading.Question.Key, leading.Question.Text, leading.Question.Indicator, leading.Row);
    }

    /// <summary>Who is not heard: how many did not answer, and the group that answered least.</summary>
    private string Missing(EvidenceRow answers)
    {
        var least = _tables.Who("age", "x", "", "") is { Drawing: ReportDrawing.Pairs } ages ? ages.Lines.MinBy(l => l.Mark!.Percent - l.Mark.Other!.Value) : null;
        var said = _texts["report.survey.missing", _book.Count(answers).Text, _book.Base(answers).Text];
        return least is { Mark: { } mark } && mark.Percent < mark.Other ? $"{said} {_texts["report.survey.missingMost", least.Label]}" : said;
    }

    private IEnumerable<ReportTable> Questions()
    {
        foreach (var step in _material.Questionnaire.Route.Steps.Where(s => s.Battery is null && !s.Question.IsAddOn && SurveyTabulation.IsTabulated(s.Question)))
        {
            if (_tables.Choices(step.Question, step.Question.Section, Answers, null, Source) is { } table)
            {
                yield return table;
            }
        }

        foreach (var battery in _material.Questionnaire.Route.Steps.Where(s => s.Battery is not null && !s.Question.IsAddOn).GroupBy(s => s.Battery!.Key, StringComparer.Ordinal))
        {
            var first = battery.First();
            var rates = battery.Select(s => (s.Question.Text, Row: _book.Row(Measures.Positive(s.Question.Key)))).ToList();
            yield return _tables.Rates(
                $"figur-{battery.Key}", $"{first.Battery!.Section}: {_texts["report.survey.positive"]}", first.Battery.Text, Source, rates);
        }
    }

    /// <summary>Statements and questions by unit, as one table that is read and not drawn.</summary>
    private IEnumerable<ReportTable> ByUnit()
    {
        var asked = _material.Questionnaire.Route.Steps.Where(s => !s.Question.IsAddOn && s.Question.Measures is null)
            .Select(s => (Text: s.Question.Text, Rows: _book.ByUnit(Measures.Positive(s.Question.Key)))).Where(q => q.Rows.Count > 1).ToList();
        var units = asked.SelectMany(q => q.Rows.Select(r => r.Unit)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (units.Count == 0)
        {
            yield break;
        }

        yield return new ReportTable(
            "per-enhet", ReportDrawing.None, _texts["report.survey.byUnit"], _texts["report.survey.byUnitUnder"], _texts["report.survey.byUnit"],
            [_texts["report.survey.statement"], .. units],
            [
                .. asked.Select(q => new ReportLine(
                    q.Text, [.. units.Select(u => q.Rows.FirstOrDefault(r => r.Unit == u) is { } row ? WithEnds(row) : FigureBook.Nothing)], null)),
            ],
            Source, [_texts["report.signs"], _texts["report.survey.unitsDiffer"]]);
    }

    private ReportCell WithEnds(EvidenceRow row)
    {
        var share = _book.Share(row.Label, row);
        return FigureBook.IntervalOf(row) is { } ends ? share with { Text = $"{share.Text} ({_book.Between(ends)})" } : share;
    }

    private List<ReportTable> Who() =>
    [
        .. _material.Survey.Breakdowns.Select(v => _tables.Who(v.Key, $"vilka-{v.Key}", _texts["report.survey.whoCaption", v.Name.ToLower(CultureInfo.CurrentCulture)], Source)).OfType<ReportTable>(),
    ];

    private List<string> Method()
    {
        var (survey, times) = (_material.Survey, _material.Survey.Times!);
        var method = new List<string>
        {
            _texts["report.survey.method.who", survey.Eligibility],
            _texts[$"report.survey.method.{survey.Design}"],
            _texts["report.method.when", Day(times.AnswersOpenAt), Day(times.ClosesAt.AddTicks(-1))],
            _texts["report.method.base"],
            _texts["report.method.protection", _material.Limits.SmallestGroup, _material.Limits.RoundingBase],
            _texts["report.method.ledger", _book.Rows.Count],
            _texts["report.method.rules", survey.ManifestHash ?? ""],
        };
        if (_material.Recruitment.Length > 0)
        {
            method.Insert(1, _material.Recruitment);
        }

        if (survey.Design != SampleDesign.Open)
        {
            method.Insert(4, _texts["report.survey.method.interval"]);
        }

        if (_loop.IsMeasured)
        {
            method.Insert(4, _texts["report.survey.method.groups"]);
        }

        method.AddRange(_material.Questionnaire.Questions.Where(q => q.BreakNote is not null).Select(q => $"{q.Text}: {q.BreakNote}"));
        return method;
    }

    private static string Day(DateTimeOffset at) => at.SwedishDate().ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
}
