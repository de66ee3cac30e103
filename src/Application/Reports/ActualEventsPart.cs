using Medborgardialog.Application.Common;
using Medborgardialog.Application.Evidence;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Application.Reports;

/// <summary>
/// What happened, from the records of the service: apart from what people say they will do. Months are added up over the year first; what is
/// still a count of a few persons is shown as ".." (trust 2.3).
/// </summary>
internal sealed class ActualEventsPart(ITexts texts, FigureBook book)
{
    public IEnumerable<ReportTable> Tables()
    {
        var moves = book.Rows.Where(r => r.Measure == Measures.Switched).GroupBy(r => r.Kind).OrderBy(g => g.Key).Select(g => g.ToList()).ToList();
        if (moves.Count > 0)
        {
            yield return Moves(moves);
            if (Units(moves.SelectMany(m => m)).Count > 1)
            {
                yield return MovesByUnit(moves);
            }
        }

        var said = new[] { Measures.Complaints, Measures.ComplaintsAnswered, Measures.ComplaintsInTime, Measures.ComplaintsChanged }
            .Select(m => (Measure: m, Rows: Of(m))).Where(m => m.Rows.Count > 0).ToList();
        if (said.Count > 0)
        {
            yield return Complaints(said);
            if (Units(said[0].Rows).Count > 1)
            {
                yield return ComplaintsByUnit();
            }
        }
    }

    private ReportTable Moves(List<List<EvidenceRow>> moves) => new(
        "evl-byten", ReportDrawing.None, texts["report.loop.switched"], texts["report.loop.switchedUnder"], texts["report.loop.switched"],
        [texts["report.loop.way"], texts["report.count"], texts["report.loop.perHundred"]],
        [.. moves.Select(m => new ReportLine(Way(m), [Sum(Way(m), m), Rate(Way(m), m, null)], null))],
        moves[0][0].SourceTitle, [texts["report.loop.statedActual"]]);

    private ReportTable MovesByUnit(List<List<EvidenceRow>> moves)
    {
        var units = Units(moves.SelectMany(m => m));
        var columns = moves.Select(m => (Way: Way(m), Rows: units.Select(u => m.Where(r => r.Unit == u).ToList()).ToList())).ToList();
        var hidden = columns.Select(c => SmallCounts.HiddenOf([.. c.Rows.Select(Total)])).ToList();
        return new ReportTable(
            "evl-byten-enheter", ReportDrawing.None, texts["report.loop.switchedByUnit"], texts["report.loop.switchedByUnitUnder"], texts["report.loop.switchedByUnit"],
            [texts["report.loop.unitHead"], .. columns.SelectMany(c => new[] { c.Way, texts["report.loop.perHundredOf", c.Way] })],
            [
                .. units.Select((unit, at) => new ReportLine(
                    unit,
                    [
                        .. columns.SelectMany((c, i) => hidden[i].Contains(at) || c.Rows[at].Count == 0
                            ? new[] { c.Rows[at].Count == 0 ? new ReportCell("–") : FigureBook.Nothing, c.Rows[at].Count == 0 ? new ReportCell("–") : FigureBook.Nothing }
                            : [book.Sum($"{unit}: {c.Way}", c.Rows[at]), Rate($"{unit}: {c.Way}", c.Rows[at], unit)]),
                    ],
                    null)),
            ],
            moves[0][0].SourceTitle, [texts["report.loop.few"]]);
    }

    private ReportTable Complaints(List<(string Measure, IReadOnlyList<EvidenceRow> Rows)> said) => new(
        "evl-synpunkter", ReportDrawing.None, texts["report.loop.complaints"], texts["report.loop.complaintsUnder"], texts["report.loop.complaints"],
        [texts["report.measure"], texts["report.count"], texts["report.share"]],
        [
            .. said.Select(m => new ReportLine(
                texts[$"report.{m.Measure}"], [Sum(texts[$"report.{m.Measure}"], m.Rows), m.Measure == Measures.Complaints ? new("–") : Pooled(texts[$"report.{m.Measure}"], m.Rows)], null)),
        ],
        said[0].Rows[0].SourceTitle, []);

    private ReportTable ComplaintsByUnit()
    {
        var (came, answered) = (Of(Measures.Complaints), Of(Measures.ComplaintsAnswered));
        var units = Units(came);
        var rows = units.Select(u => (Came: came.Where(r => r.Unit == u).ToList(), Answered: answered.Where(r => r.Unit == u).ToList())).ToList();
        var hidden = SmallCounts.HiddenOf([.. rows.Select(r => Total(r.Came))]);
        return new ReportTable(
            "evl-synpunkter-enheter", ReportDrawing.None, texts["report.loop.complaintsByUnit"], texts["report.loop.complaintsUnder"], texts["report.loop.complaintsByUnit"],
            [texts["report.loop.unitHead"], texts["report.complaints"], texts["report.complaints.answered"]],
            [
                .. units.Select((unit, at) => new ReportLine(
                    unit,
                    hidden.Contains(at)
                        ? [FigureBook.Nothing, FigureBook.Nothing]
                        : [book.Sum($"{unit}: {texts["report.complaints"]}", rows[at].Came), Pooled($"{unit}: {texts["report.complaints.answered"]}", rows[at].Answered)],
                    null)),
            ],
            came[0].SourceTitle, [texts["report.loop.few"]]);
    }

    private IReadOnlyList<EvidenceRow> Of(string measure) => [.. book.Rows.Where(r => r.Measure == measure)];

    private static List<string> Units(IEnumerable<EvidenceRow> rows) => [.. rows.Select(r => r.Unit).Where(u => u.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.CurrentCulture)];

    private string Way(List<EvidenceRow> rows) => texts[$"evidence.kind.{rows[0].Kind}"];

    private static int Total(IReadOnlyList<EvidenceRow> rows) => rows.Sum(r => r.Count ?? 0);

    private ReportCell Sum(string label, IReadOnlyList<EvidenceRow> rows) => SmallCounts.IsSmall(Total(rows)) ? FigureBook.Nothing : book.Sum(label, rows);

    private ReportCell Pooled(string label, IReadOnlyList<EvidenceRow> rows) => SmallCounts.IsSmall(Total(rows)) ? FigureBook.Nothing : book.Pooled(label, rows);

    /// <summary>Of the users of the periods, each period counted.</summary>
    private ReportCell Rate(string label, IReadOnlyList<EvidenceRow> rows, string? unit) => SmallCounts.IsSmall(Total(rows))
        ? FigureBook.Nothing
        : book.Rate(texts["report.loop.perHundredOf", label], rows, [.. Of(Measures.Users).Where(r => unit is null || r.Unit == unit)]);
}
