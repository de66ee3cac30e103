using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

public sealed record CountLateEvidenceQuery(Guid ReportId);

/// <param name="Rows">Rows that a new version would rest on and that this one could not, since they came after its cut-off.</param>
public sealed record LateEvidence(int Rows);

/// <summary>Whether something has come since a report was written. <see cref="ReportNotFound"/> also for others than officers.</summary>
public sealed class CountLateEvidenceHandler(IAppDbContext db, ICurrentUser user) : IUseCase
{
    public async Task<Result<LateEvidence>> HandleAsync(CountLateEvidenceQuery query, CancellationToken cancellationToken)
    {
        var report = await db.Set<Report>().Where(r => r.Id == query.ReportId).Select(r => new { r.DialogueId, r.CutOff }).SingleOrDefaultAsync(cancellationToken);
        if (report is null || !ConsultationAccess.MayCompileReport(user))
        {
            return new ReportNotFound();
        }

        if (report.CutOff is not { } cutOff)
        {
            return new LateEvidence(0);
        }

        var dialogue = await db.Set<AskedDialogue>().SingleAsync(d => d.Id == report.DialogueId, cancellationToken);
        return new LateEvidence(await ReportScope.Of(db, dialogue).CountAsync(r => r.AddedAt > cutOff && r.ReplacedAt == null && r.WithdrawnAt == null, cancellationToken));
    }
}
