using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Evidence;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Application.Reports;

/// <summary>Earlier editions and other municipalities in a report about a survey: only what was asked in the same words is compared (N1, N6).</summary>
internal sealed class SurveySeriesPart(ITexts texts, FigureBook book)
{
    private const string Prefix = "series.";

    /// <summary>A share with its interval and, where it has an earlier edition, what may be said of the step from it.</summary>
    /// <param name="said">What the share is of.</param>
    public ReportFinding Finding(EvidenceRow row, string said, string? indicator, string anchor)
    {
        var share = book.Share(row.Label, row);
        var text = FigureBook.IntervalOf(row) is { } ends ? $"{said} {texts["report.series.first", FigureBook.Whole(ends.Lower), FigureBook.Whole(ends.Upper)]}" : said + ".";
        var ours = indicator is null ? [] : Ours(indicator);
        if (ours.Count < 2)
        {
            return new(share.Text, text, anchor, "", share.Figure);
        }

        var step = Trend.Steps([.. ours.Select(Point)])[^1];
        var before = ours[^2];
        return step.Verdict == TrendVerdict.NotComparable
            ? new(share.Text, text, anchor, texts["report.word.notCompared"], share.Figure)
            : new(share.Text, $"{text} {texts["report.series.before", Capital(before.Group), book.Share(before.Label, before).Text]}", anchor, Word(step.Verdict), share.Figure);
    }

    public IEnumerable<ReportSection> Sections(string source)
    {
        var indicators = book.Rows.Where(r => r.Measure.StartsWith(Prefix, StringComparison.Ordinal)).Select(r => r.Measure).Distinct(StringComparer.Ordinal).ToList();
        var earlier = indicators.Select(m => (Measure: m, Rows: Ours(m[Prefix.Length..]))).Where(s => s.Rows.Count > 1).ToList();
        if (earlier.Count > 0)
        {
            yield return new("tidigare", texts["report.series.earlier"], [texts["report.series.only"], .. new SilentDiscontentPart(texts, book).Text()], [.. earlier.Select(s => Earlier(s.Measure, s.Rows, source))], "");
        }

        var elsewhere = indicators.Select(m => (Measure: m, Rows: Elsewhere(m))).Where(s => s.Rows.Count > 0).ToList();
        if (elsewhere.Count > 0)
        {
            yield return new("andra", texts["report.series.others"], [texts["report.series.othersRead"]], [.. elsewhere.Select(s => Others(s.Measure, s.Rows, source))], "");
        }
    }

    private ReportTable Earlier(string measure, List<EvidenceRow> rows, string source)
    {
        var steps = Trend.Steps([.. rows.Select(Point)]);
        var words = steps.Select(s => s.Verdict == TrendVerdict.NotComparable
            ? $"{s.From.Edition}–{s.To.Edition}: {rows.First(r => r.Group == s.To.Edition).Reason}"
            : texts["report.series.step", s.From.Edition, s.To.Edition, Word(s.Verdict)]);
        return Table($"tidigare-{Key(measure)}", rows, r => r.Group, texts["report.series.overTime", NameOf(rows[^1])], source) with { Notes = [.. words] };
    }

    private ReportTable Others(string measure, List<EvidenceRow> rows, string source) => Table(
        $"andra-{Key(measure)}", [Ours(measure[Prefix.Length..])[^1], .. rows], r => r.Unit.Length == 0 ? texts["report.series.we", r.Group] : $"{r.Unit} {r.Group}",
        texts["report.series.elsewhere", NameOf(rows[0])], source);

    private ReportTable Table(string key, IReadOnlyList<EvidenceRow> rows, Func<EvidenceRow, string> label, string heading, string source) =>
        new ReportTables(texts, book).Rates(key, heading, texts["report.series.under"], source, [.. rows.Select(r => (label(r), (EvidenceRow?)r))]);

    /// <summary>In order of time, ours alone.</summary>
    private List<EvidenceRow> Ours(string indicator) =>
        [.. book.Rows.Where(r => r.Measure == Measures.Series(indicator) && r.Unit.Length == 0).OrderBy(r => r.Group, Domain.Surveys.EditionOrder.Instance)];

    private List<EvidenceRow> Elsewhere(string measure) =>
        [.. book.Rows.Where(r => r.Measure == measure && r.Unit.Length > 0).OrderBy(r => r.Unit, StringComparer.Ordinal)];

    private static TrendPoint Point(EvidenceRow row) => new(row.Group, new Share(row.Count!.Value, row.Denominator!.Value, row.Design), row.Reason.Length > 0);

    private string Word(TrendVerdict verdict) => texts[verdict switch
    {
        TrendVerdict.Rise or TrendVerdict.Fall => "report.word.established",
        TrendVerdict.NotComparable => "report.word.notCompared",
        TrendVerdict.NotTestable => "report.word.notTested",
        _ => "report.word.notEstablished",
    }];

    /// <summary>The words before the edition.</summary>
    private static string NameOf(EvidenceRow row) => row.Label.Split(", " + row.Group, 2, StringSplitOptions.None)[0];

    /// <summary>An edition can be a year or a word, and begins a sentence.</summary>
    private static string Capital(string edition) => edition.Length == 0 ? edition : char.ToUpper(edition[0], CultureInfo.CurrentCulture) + edition[1..];

    private static string Key(string measure) => measure[Prefix.Length..].Replace('.', '-');
}
