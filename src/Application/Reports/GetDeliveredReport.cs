using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

public sealed record GetDeliveredReportQuery(Guid ReportId);

/// <param name="Themes">What the committee answers, theme by theme.</param>
/// <param name="Findings">The first page's sentences.</param>
public sealed record DeliveredReport(
    Guid ReportId, string Number, int Version, string Title, Guid ConsultationId, string Slug, DateTimeOffset DeliveredAt,
    DateOnly PromisedAt, Guid CommitteeId, IReadOnlyList<ReportAsked> Asked, IReadOnlyList<string> Findings, IReadOnlyList<ReportTheme> Themes);

/// <summary>A report as the committee's room shows it. <see cref="ReportNotFound"/> when there is none or it is another committee's.</summary>
public sealed class GetDeliveredReportHandler(IAppDbContext db, ICurrentUser user) : IUseCase
{
    public async Task<Result<DeliveredReport>> HandleAsync(GetDeliveredReportQuery query, CancellationToken cancellationToken)
    {
        var row = await db.Set<Report>().AsNoTracking()
            .Where(r => r.Id == query.ReportId && r.State == ReportState.Delivered && r.WithdrawnAt == null)
            .Join(db.Set<AskedDialogue>(), r => r.DialogueId, c => c.Id, (r, c) => new { Report = r, Dialogue = c })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null || !ConsultationAccess.MayEnterCommitteeRoom(user, row.Report.CommitteeId))
        {
            return new ReportNotFound();
        }

        var model = JsonSerializer.Deserialize<ReportModel>(row.Report.Model!)!;
        return new DeliveredReport(
            row.Report.Id, row.Report.Number, row.Report.Version, row.Report.Title, row.Report.DialogueId, row.Dialogue.Slug,
            row.Report.DeliveredAt!.Value, row.Dialogue.PromisedAt, row.Report.CommitteeId, model.Asked, [.. model.Findings.Select(f => $"{f.Value} {f.Text}")], model.Themes);
    }
}
