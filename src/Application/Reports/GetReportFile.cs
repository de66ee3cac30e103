using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

public sealed record GetReportFileQuery(Guid ReportId, string Format);

public sealed record StoredFile(byte[] Bytes, string ContentType, string Name);

/// <summary>
/// A stored file of a report, byte for byte. Errors: <see cref="ReportNotFound"/> like the report itself, <see cref="ReportWithdrawn"/> for others than
/// officers when it has been taken back.
/// </summary>
public sealed class GetReportFileHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<StoredFile>> HandleAsync(GetReportFileQuery query, CancellationToken cancellationToken)
    {
        var officer = ConsultationAccess.MayCompileReport(user);
        var file = await db.Set<ReportFile>()
            .Where(f => f.ReportId == query.ReportId && f.Format == query.Format)
            .Join(db.Set<Report>().Where(r => officer || r.State == ReportState.Delivered), f => f.ReportId, r => r.Id, (f, r) => new
            {
                File = f, Report = r, db.Set<AskedDialogue>().First(c => c.Id == r.DialogueId).ResultsAt,
            })
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        var mayRead = file is not null
            && (officer || file.ResultsAt <= clock.GetUtcNow() || ConsultationAccess.MayEnterCommitteeRoom(user, file.Report.CommitteeId));
        if (mayRead && !officer && file!.Report.WithdrawnAt is not null)
        {
            return new ReportWithdrawn(file.Report.Slug, file.Report.Version);
        }

        return !mayRead
            ? new ReportNotFound()
            : new StoredFile(file!.File.Bytes, file.File.ContentType, $"{file.Report.Slug}-v{file.Report.Version}.{query.Format}");
    }
}
