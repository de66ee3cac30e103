using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Evidence;

/// <param name="Kind">Only rows of it; null for all.</param>
/// <param name="Unit">Only rows of the unit; null for all, empty for rows about no unit.</param>
/// <param name="From">Only rows that begin on this day; null for all.</param>
/// <param name="Page">From 1.</param>
public sealed record GetEvidenceSourceQuery(Guid Source, EvidenceKind? Kind, string? Unit, DateOnly? From, int Page);

/// <param name="Row">What holds, or what held last.</param>
/// <param name="Before">The revisions before it, the latest first.</param>
public sealed record LedgerLine(LedgerEntry Row, IReadOnlyList<LedgerEntry> Before);

/// <summary>A row as officers see it.</summary>
public sealed record LedgerEntry(
    EvidenceKind Kind, string Measure, string Label, string Unit, string Group, string Reason, DateOnly From, DateOnly To, int? Count, int? Denominator, int? AtLeastPercent, int Revision,
    DateTimeOffset AddedAt, DateTimeOffset? ReplacedAt, DateTimeOffset? WithdrawnAt)
{
    internal static LedgerEntry Of(EvidenceRow row) => new(
        row.Kind, row.Measure, row.Label, row.Unit, row.Group, row.Reason, row.From, row.To, row.Count, row.Denominator, row.AtLeastPercent, row.Revision, row.AddedAt, row.ReplacedAt, row.WithdrawnAt);
}

/// <param name="Lines">Of the page, the latest period first.</param>
/// <param name="Total">Lines in all, with the filter.</param>
/// <param name="Kinds">That there are to choose between.</param>
/// <param name="Periods">First days that there are to choose between, the latest first.</param>
/// <param name="History">What officers and other systems have done with it, the latest first.</param>
/// <param name="Reports">Reports that rest on it: their numbers and versions.</param>
/// <param name="WithdrawnWhy">Of the latest withdrawal; empty while rows hold.</param>
public sealed record EvidenceSourceView(
    Guid Id, EvidenceSourceKind Kind, string Title, string Address, int Holding, IReadOnlyList<LedgerLine> Lines, int Total, int Pages, IReadOnlyList<EvidenceKind> Kinds,
    IReadOnlyList<string> Units, IReadOnlyList<(DateOnly From, DateOnly To)> Periods, IReadOnlyList<(string Action, string By, string Reason, DateTimeOffset At)> History,
    IReadOnlyList<(string Number, int Version)> Reports, string WithdrawnWhy, bool MayWithdraw);

/// <summary>One source, row by row with earlier revisions. <see cref="EvidenceNotFound"/> for others than officers.</summary>
public sealed class GetEvidenceSourceHandler(IAppDbContext db, ImportDesk desk) : IUseCase
{
    public const int PageSize = 100;
    private const int MostEvents = 20;

    public async Task<Result<EvidenceSourceView>> HandleAsync(GetEvidenceSourceQuery query, CancellationToken cancellationToken)
    {
        var rows = desk.MayImport ? await db.Set<EvidenceRow>().AsNoTracking().Where(r => r.SourceId == query.Source).ToListAsync(cancellationToken) : [];
        if (rows.Count == 0)
        {
            return new EvidenceNotFound();
        }

        var lines = rows.GroupBy(r => r.Key, StringComparer.Ordinal).Select(g => g.OrderByDescending(r => r.Revision).ToList()).ToList();
        var chosen = lines.Where(l => (query.Kind is null || l[0].Kind == query.Kind) && (query.Unit is null || l[0].Unit == query.Unit) && (query.From is null || l[0].From == query.From))
            .OrderByDescending(l => l[0].From).ThenBy(l => l[0].Unit, StringComparer.CurrentCulture).ThenBy(l => l[0].Key, StringComparer.Ordinal).ToList();
        var pages = Math.Max(1, (chosen.Count + PageSize - 1) / PageSize);
        var (first, holding) = (rows.MaxBy(r => r.AddedAt)!, lines.Count(l => l[0].Holds));
        var events = await db.Set<AuditEntry>().Where(a => a.SubjectId == query.Source).OrderByDescending(a => a.At).Take(MostEvents)
            .Select(a => new { a.Action, a.ActorName, a.Reason, a.At }).ToListAsync(cancellationToken);
        return new EvidenceSourceView(
            first.SourceId, first.SourceKind, first.SourceTitle, first.SourceAddress, holding,
            [
                .. chosen.Skip((Math.Clamp(query.Page, 1, pages) - 1) * PageSize).Take(PageSize)
                    .Select(l => new LedgerLine(LedgerEntry.Of(l[0]), [.. l.Skip(1).Select(LedgerEntry.Of)])),
            ],
            chosen.Count, pages, [.. lines.Select(l => l[0].Kind).Distinct().Order()],
            [.. lines.Select(l => l[0].Unit).Distinct(StringComparer.Ordinal).Order(StringComparer.CurrentCulture)],
            [.. lines.Select(l => (l[0].From, l[0].To)).Distinct().OrderDescending()],
            [.. events.Select(e => (e.Action, e.ActorName, e.Reason, e.At))], await ReportsAsync(query.Source, cancellationToken),
            holding == 0 ? rows.Where(r => r.WithdrawnAt is not null).MaxBy(r => r.WithdrawnAt)?.WithdrawnWhy ?? "" : "", holding > 0 && ImportDesk.IsImported(first.SourceKind));
    }

    private async Task<IReadOnlyList<(string Number, int Version)>> ReportsAsync(Guid source, CancellationToken cancellationToken)
    {
        var reports = await db.Set<Report>()
            .Where(r => db.Set<ReportEvidence>().Any(e => e.ReportId == r.Id && db.Set<EvidenceRow>().Any(row => row.Id == e.RowId && row.SourceId == source)))
            .OrderBy(r => r.Number).ThenBy(r => r.Version).Select(r => new { r.Number, r.Version }).ToListAsync(cancellationToken);
        return [.. reports.Select(r => (r.Number, r.Version))];
    }
}
