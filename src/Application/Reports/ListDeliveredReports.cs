using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

public sealed record ListDeliveredReportsQuery(Guid CommitteeId);

public sealed record DeliveredReportRow(
    Guid ReportId, string Number, int Version, string Title, Guid DialogueId, string Slug, DateTimeOffset DeliveredAt, DateOnly PromisedAt);

/// <summary>What lies in a committee's room, the earliest promised answer first. <see cref="ReportNotFound"/> for those who may not enter it.</summary>
public sealed class ListDeliveredReportsHandler(IAppDbContext db, ICurrentUser user) : IUseCase
{
    public async Task<Result<IReadOnlyList<DeliveredReportRow>>> HandleAsync(ListDeliveredReportsQuery query, CancellationToken cancellationToken)
    {
        if (!ConsultationAccess.MayEnterCommitteeRoom(user, query.CommitteeId))
        {
            return new ReportNotFound();
        }

        var rows = await db.Set<Report>().AsNoTracking()
            .Where(r => r.CommitteeId == query.CommitteeId && r.State == ReportState.Delivered)
            .Join(db.Set<AskedDialogue>(), r => r.DialogueId, c => c.Id, (r, c) => new { Report = r, Dialogue = c })
            .ToListAsync(cancellationToken);
        return (DeliveredReportRow[])
        [
            .. rows
                .Select(r => new DeliveredReportRow(
                    r.Report.Id, r.Report.Number, r.Report.Version, r.Report.Title, r.Report.DialogueId, r.Dialogue.Slug,
                    r.Report.DeliveredAt!.Value, r.Dialogue.PromisedAt))
                .OrderBy(r => r.PromisedAt).ThenByDescending(r => r.Version),
        ];
    }
}
