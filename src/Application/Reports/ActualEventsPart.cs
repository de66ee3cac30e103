using Medborgardialog.Application.Common;
using Medborgardialog.Application.Evidence;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Application.Reports;

/// <summary>
/// What happened, from the records of the service: apart from what people say they will do. Months are added up over the year first; what is
/// still a count of a few persons is shown as ".." (trust 2.3).
/// </summary>
/// <param name="before">
/// Counts that earlier delivered versions tell, by what they are of. A sum that has moved by one to four persons since is not told: the versions stand beside each
/// other, and the difference would be those few.
/// </param>
internal sealed class ActualEventsPart(ITexts texts, FigureBook book, ILookup<string, int> before)
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
        var hidden = columns.Select(c => Hidden(units, c.Rows, u => $"{NameOf(u)}: {c.Way}")).ToList();
        return new ReportTable(
            "evl-byten-enheter", ReportDrawing.None, texts["report.loop.switchedByUnit"], texts["report.loop.switchedByUnitUnder"], texts["report.loop.switchedByUnit"],
            [texts["report.loop.unitHead"], .. columns.SelectMany(c => new[] { c.Way, texts["report.loop.perHundredOf", c.Way] })],
            [
                .. units.Select((unit, at) => new ReportLine(
                    NameOf(unit),
                    [
                        .. columns.SelectMany((c, i) => hidden[i].Contains(at) || c.Rows[at].Count == 0
                            ? new[] { c.Rows[at].Count == 0 ? new ReportCell("–") : FigureBook.Nothing, c.Rows[at].Count == 0 ? new ReportCell("–") : FigureBook.Nothing }
                            : [book.Sum($"{NameOf(unit)}: {c.Way}", c.Rows[at]), Rate($"{NameOf(unit)}: {c.Way}", c.Rows[at], unit)]),
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
        var hidden = Hidden(units, rows.ConvertAll(r => r.Came), u => $"{NameOf(u)}: {texts["report.complaints"]}")
            .Union(Hidden(units, rows.ConvertAll(r => r.Answered), u => $"{NameOf(u)}: {texts["report.complaints.answered"]}")).ToHashSet();
        return new ReportTable(
            "evl-synpunkter-enheter", ReportDrawing.None, texts["report.loop.complaintsByUnit"], texts["report.loop.complaintsUnder"], texts["report.loop.complaintsByUnit"],
            [texts["report.loop.unitHead"], texts["report.complaints"], texts["report.complaints.answered"]],
            [
                .. units.Select((unit, at) => new ReportLine(
                    NameOf(unit),
                    hidden.Contains(at)
                        ? [FigureBook.Nothing, FigureBook.Nothing]
                        : [book.Sum($"{NameOf(unit)}: {texts["report.complaints"]}", rows[at].Came), Pooled($"{NameOf(unit)}: {texts["report.complaints.answered"]}", rows[at].Answered)],
                    null)),
            ],
            came[0].SourceTitle, [texts["report.loop.few"]]);
    }

    private IReadOnlyList<EvidenceRow> Of(string measure) => [.. book.Rows.Where(r => r.Measure == measure)];

    /// <summary>By name; what was told of no unit last, since it is a part of the whole as they are.</summary>
    private static List<string> Units(IEnumerable<EvidenceRow> rows) =>
        [.. rows.Select(r => r.Unit).Distinct(StringComparer.Ordinal).OrderBy(u => u.Length == 0).ThenBy(u => u, StringComparer.CurrentCulture)];

    private string NameOf(string unit) => unit.Length > 0 ? unit : texts["report.loop.noUnit"];

    /// <summary>Places in a column by unit that are not told: what is small, what has moved by few, and what would give either away.</summary>
    private HashSet<int> Hidden(List<string> units, List<List<EvidenceRow>> column, Func<string, string> label)
    {
        // What the versions differ by is a column of its own, whose sum the totals of the two tell.
        var counts = column.ConvertAll(Total);
        return [.. SmallCounts.HiddenOf(counts), .. SmallCounts.HiddenOf([.. counts.Select((c, i) => Moved(label(units[i]), c))])];
    }

    /// <summary>Persons by which a count differs from the version that is nearest to it and not the same; 0 where none differs.</summary>
    private int Moved(string label, int count) => before[label].Select(was => Math.Abs(count - was)).Where(d => d > 0).DefaultIfEmpty().Min();

    private bool HasMovedByFew(string label, int count) => SmallCounts.IsSmall(Moved(label, count));

    private string Way(List<EvidenceRow> rows) => texts[$"evidence.kind.{rows[0].Kind}"];

    private static int Total(IReadOnlyList<EvidenceRow> rows) => rows.Sum(r => r.Count ?? 0);

    private ReportCell Sum(string label, IReadOnlyList<EvidenceRow> rows) => SmallCounts.IsSmall(Total(rows)) || HasMovedByFew(label, Total(rows)) ? FigureBook.Nothing : book.Sum(label, rows);

    private ReportCell Pooled(string label, IReadOnlyList<EvidenceRow> rows) => SmallCounts.IsSmall(Total(rows)) || HasMovedByFew(label, Total(rows)) ? FigureBook.Nothing : book.Pooled(label, rows);

    /// <summary>Of the users of the periods, each period counted.</summary>
    private ReportCell Rate(string label, IReadOnlyList<EvidenceRow> rows, string? unit) => SmallCounts.IsSmall(Total(rows)) || HasMovedByFew(label, Total(rows))
        ? FigureBook.Nothing
        : book.Rate(texts["report.loop.perHundredOf", label], rows, [.. Of(Measures.Users).Where(r => unit is null || r.Unit == unit)]);
}
