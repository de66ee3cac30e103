using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Evidence;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Application.Reports;

/// <summary>The tables that reports have in common.</summary>
internal sealed class ReportTables(ITexts texts, FigureBook book)
{
    /// <summary>Percentage points. A difference of one can be rounding alone, so nothing is said about it.</summary>
    private const int WorthSaying = 2;
    private const int Small = 50;

    /// <summary>How those who answered a question chose; null where it may not be told.</summary>
    /// <param name="answers">The row of all answers.</param>
    /// <param name="statement">Of a battery the statement; null otherwise.</param>
    public ReportTable? Choices(Question question, string section, EvidenceRow? answers, string? statement, string source)
    {
        var inside = question.Choices.Where(c => !c.IsOutside).Select(c => (c.Label, Row: book.Row(Measures.Choice(question.Key, c.Key)))).ToList();
        if (answers is null || inside.TrueForAll(c => c.Row is null))
        {
            return null;
        }

        var outside = question.Choices.Where(c => c.IsOutside).Select(c => (c.Label, Row: book.Row(Measures.Outside(question.Key, c.Key)))).Where(c => c.Row is not null).ToList();
        var most = inside.Max(c => c.Row?.Count ?? 0);
        var top = inside.FirstOrDefault(c => c.Row?.Count == most && most > 0).Label;
        var basis = inside.Find(c => c.Row is not null).Row!;
        var lines = inside.ConvertAll(c => Choice(c.Label, c.Row, c.Row?.Count == most && most > 0));
        lines.AddRange(outside.Select(c => new ReportLine(c.Label, [book.Count(c.Row), new("–")], null)));
        if (book.Row(Measures.Unanswered(question.Key)) is { } unanswered)
        {
            lines.Add(new ReportLine(texts["report.unanswered"], [book.Count(unanswered), new("–")], null));
        }

        var left = outside.Sum(c => c.Row!.Count ?? 0);
        return new ReportTable(
            $"figur-{question.Key.Replace('.', '-')}", ReportDrawing.Bars, top is null ? section : $"{section}: {texts["result.mostChose", top]}",
            texts[question.Kind == QuestionKind.Multiple ? "report.underMultiple" : "report.under", book.Base(basis).Text], statement is null ? question.Text : $"{statement} {question.Text}",
            [texts["result.choice"], texts["result.count"], texts["result.share"]], lines,
            left > 0 ? texts["report.sourceOutside", source, FigureBook.Number(left)] : source, Few(basis));
    }

    /// <summary>Rates that overlap and never sum to a hundred: count, of how many, share and, where it may be shown, interval.</summary>
    public ReportTable Rates(string key, string heading, string under, string source, IReadOnlyList<(string Label, EvidenceRow? Row)> rates)
    {
        var intervals = rates.Any(r => FigureBook.IntervalOf(r.Row) is not null);
        string[] heads = [texts["report.measure"], texts["report.count"], texts["report.of"], texts["report.share"], .. intervals ? [texts["report.interval"]] : Array.Empty<string>()];
        return new ReportTable(
            key, intervals ? ReportDrawing.Intervals : ReportDrawing.None, heading, under, heading, heads,
            [.. rates.Select(r => Rate(r.Label, r.Row, intervals))], source, []);
    }

    /// <summary>Who answered beside who could have; null where it may not be told.</summary>
    public ReportTable? Who(string variable, string key, string caption, string source)
    {
        var rows = book.ByGroup(Measures.Who(variable));
        var others = book.ByGroup(Measures.Population(variable)).ToDictionary(r => r.Group, StringComparer.Ordinal);
        if (rows.Count == 0)
        {
            return null;
        }

        var total = rows.Sum(r => r.Count ?? 0);
        var both = rows.All(r => others.ContainsKey(r.Group));
        var lines = rows.Select(r =>
        {
            var (ours, theirs) = (book.Share(r.Label, r), both ? book.Share(others[r.Group].Label, others[r.Group]) : null);
            return theirs is null
                ? new ReportLine(r.Group, [book.Count(r), ours], new ReportMark(ours.Value ?? 0, null, null, null, ours.Text, "", Strong: false))
                : new ReportLine(
                    r.Group, [book.Count(r), ours, theirs, new(Signed(ours, theirs))],
                    new ReportMark(ours.Value ?? 0, null, null, theirs.Value, Signed(ours, theirs), "", Strong: false));
        }).ToList();
        string[] heads = [texts["result.group"], texts["result.aboutCount"], texts["result.shareOfAnswers"]];
        return new ReportTable(
            key, both ? ReportDrawing.Pairs : ReportDrawing.Bars, both ? Skew(caption, lines) : caption, texts["result.whoUnder", FigureBook.Number(total)], caption,
            both ? [.. heads, texts["result.shareOfPopulation"], texts["result.difference"]] : heads, lines, source, []);
    }

    /// <summary>"Underlaget är litet", from ten to fifty (ux 10.4).</summary>
    public IReadOnlyList<string> Few(EvidenceRow row) => row.Denominator is >= 10 and < Small and { } few ? [texts["surveyResult.few", few]] : [];

    public ReportLine Rate(string label, EvidenceRow? row, bool intervals)
    {
        var share = row?.Denominator is null ? new ReportCell(row is null ? ".." : "–") : book.Share(label, row);
        var ends = FigureBook.IntervalOf(row);
        ReportCell[] cells = [book.Count(row), book.Base(row), share, .. intervals ? [new ReportCell(ends is null ? "–" : book.Between(ends))] : Array.Empty<ReportCell>()];
        return new ReportLine(
            label, cells,
            share.Figure.Length == 0 ? null
                : new ReportMark(share.Value!.Value, 100 * ends?.Lower, 100 * ends?.Upper, null, share.Text, ends is null ? "" : $"({book.Between(ends)})", Strong: false));
    }

    private ReportLine Choice(string label, EvidenceRow? row, bool strong)
    {
        var share = book.Share(row?.Label ?? label, row);
        var count = book.Count(row);
        var detail = row?.Count is null ? "" : FigureBook.IntervalOf(row) is { } ends ? $"({book.Between(ends)})" : $"({count.Text})";
        return new ReportLine(label, [count, share], share.Figure.Length == 0 ? null : new ReportMark(share.Value!.Value, null, null, null, share.Text, detail, strong));
    }

    private string Skew(string caption, List<ReportLine> lines)
    {
        static double Difference(ReportLine line) => line.Mark!.Percent - line.Mark.Other!.Value;
        var (most, least) = (lines.MaxBy(Difference)!, lines.MinBy(Difference)!);
        return Difference(most) >= WorthSaying && Difference(least) <= -WorthSaying ? texts["result.whoFinding", most.Label, least.Label] : caption;
    }

    /// <summary>Percentage points with their sign, a true minus among them.</summary>
    private static string Signed(ReportCell ours, ReportCell theirs) =>
        ((int)((ours.Value ?? 0) - (theirs.Value ?? 0))).ToString("+0;−0;0", CultureInfo.InvariantCulture);
}
