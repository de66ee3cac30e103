using Medborgardialog.Application.Common;
using Medborgardialog.Application.Evidence;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Goals;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Domain.Statistics;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Goals;

/// <summary>The latest figure of a measure.</summary>
/// <param name="Perspective">Whose answer it is; null where it is neither.</param>
/// <param name="Count">Of <paramref name="Of"/>; null where only <paramref name="AtLeastPercent"/> may be told.</param>
/// <param name="To">The last day that it is about.</param>
/// <param name="Verdict">Beside the reading before; null where there is none.</param>
/// <param name="Before">Whole percent of the reading before; null where there is none.</param>
public sealed record GoalFigure(
    Perspective? Perspective, string Label, string Service, int? Percent, int? Count, int? Of, int? AtLeastPercent, DateOnly To, string SourceTitle, string SourceAddress,
    TrendVerdict? Verdict, int? Before, DateOnly? BeforeTo);

/// <summary>
/// Reads the evidence ledger for goals: dialogues, and the editions before them as each dialogue tells them. What the ledger knows before a result is public stays sealed: rows of a dialogue count from the moment its result is out.
/// Citizens and users are never put together, nor are services.
/// </summary>
public sealed class GoalFigures(IAppDbContext db, TimeProvider clock)
{
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<GoalFigure>>> ListAsync(Guid committeeId, IReadOnlyList<Goal> goals, CancellationToken cancellationToken)
    {
        var measures = goals.SelectMany(g => g.Measures).Select(m => m.Measure).Distinct().ToList();
        var now = clock.GetUtcNow();
        var open = await db.Set<AskedDialogue>().Where(d => d.CommitteeId == committeeId && d.CountedAt != null && d.ResultsAt <= now).Select(d => d.Id).ToListAsync(cancellationToken);
        var sources = open.Concat(open.Select(id => DerivedId.Of(id, "series"))).ToList();
        var rows = await db.Set<EvidenceRow>().AsNoTracking()
            .Where(r => sources.Contains(r.SourceId) && measures.Contains(r.Measure) && r.Unit == "" && r.ReplacedAt == null && r.WithdrawnAt == null
                && (r.Group == "" || r.SourceKind == EvidenceSourceKind.Historic))
            .ToListAsync(cancellationToken);
        return goals.ToDictionary(g => g.Id, g => (IReadOnlyList<GoalFigure>)[.. g.Measures.SelectMany(m => Of(m, rows))]);
    }

    private static IEnumerable<GoalFigure> Of(GoalMeasure measure, List<EvidenceRow> rows) => rows
        .Where(r => r.Measure == measure.Measure && r.Service == measure.Service)
        .GroupBy(r => r.Perspective)
        .OrderBy(g => g.Key)
        .Select(g => Figure([.. g.OrderBy(r => r.To).ThenBy(r => r.AddedAt)]));

    private static GoalFigure Figure(List<EvidenceRow> rows)
    {
        var latest = rows[^1];
        var exact = rows.Where(r => r is { Count: { } count, Denominator: { } of and > 0, RoundingBase: 1 } && count <= of)
            .GroupBy(r => r.To).Select(g => g.Last()).ToList();
        var readings = exact.Select(r => new GoalReading(r.To, new Share(r.Count!.Value, r.Denominator!.Value, r.Design), Breaks: r.SourceKind == EvidenceSourceKind.Historic && r.Reason.Length > 0)).ToList();
        // Of questions and rates nothing says whether the words were the same the last time, or the survey; of a programme's series something does.
        var before = latest.SourceKind == EvidenceSourceKind.Historic && exact.Count > 1 && exact[^1].To == latest.To ? readings[^2] : null;
        return new GoalFigure(
            latest.Perspective, latest.Label, latest.Service, Percent(latest), latest.Count, latest.Denominator, latest.AtLeastPercent, latest.To, latest.SourceTitle, latest.SourceAddress,
            before is null ? null : GoalTrend.Verdict(readings), before?.Share.Percent, before?.To);
    }

    private static int? Percent(EvidenceRow row) =>
        row is { Count: { } count, Denominator: { } of and > 0 } ? new Share(Math.Min(count, of), of, row.Design).Percent : null;
}
