using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

/// <param name="All">True for officers: also reports not delivered and dialogues that have none.</param>
public sealed record ListReportsQuery(bool All);

/// <param name="NumberSlug">Null when no report has been asked for.</param>
/// <param name="IsStale">A source that it rests on has been withdrawn.</param>
/// <param name="IsWithdrawn">It has been taken back.</param>
public sealed record ReportRow(
    string Slug, string Title, string Committee, string? Number, string? NumberSlug, int Version, ReportState? State,
    int Progress, DateTimeOffset? DeliveredAt, DateTimeOffset ClosedAt, bool IsStale, bool IsWithdrawn);

/// <summary>Latest version of each report, latest closing first. Others than officers see what has been delivered, once the result is public.</summary>
public sealed class ListReportsHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<IReadOnlyList<ReportRow>>> HandleAsync(ListReportsQuery query, CancellationToken cancellationToken)
    {
        var all = query.All && ConsultationAccess.MayCompileReport(user);
        var now = clock.GetUtcNow();
        var rows = await db.Set<AskedDialogue>()
            .Where(c => c.CountedAt != null && c.CommitteeId != null && (all || c.ResultsAt <= now))
            .Select(c => new
            {
                Dialogue = c,
                Committee = db.Set<Committee>().Where(k => k.Id == c.CommitteeId).Select(k => k.Name).FirstOrDefault(),
                Report = db.Set<Report>().Where(r => r.DialogueId == c.Id && (all || r.State == ReportState.Delivered))
                    .OrderByDescending(r => r.Version).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return (ReportRow[])
        [
            .. rows.Where(r => all || r.Report is not null)
                .OrderByDescending(r => r.Dialogue.ClosesAt)
                .Select(r => new ReportRow(
                    r.Dialogue.Slug, r.Dialogue.Title, r.Committee ?? "", r.Report?.Number, r.Report?.Slug, r.Report?.Version ?? 0,
                    r.Report?.State, r.Report?.Progress ?? 0, r.Report?.DeliveredAt, r.Dialogue.ClosesAt, r.Report?.StaleAt is not null, r.Report?.WithdrawnAt is not null)),
        ];
    }
}
