using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

public sealed record WithdrawReportCommand(Guid ReportId, string Reason);

/// <summary>
/// Takes back a delivered report: its page says why and who decided it in place of what it said. Safe to repeat, the first reason stands. Errors:
/// <see cref="ReportNotFound"/> (also for others than officers), <see cref="ReportNotReady"/>, <see cref="ReportReasonMissing"/>.
/// </summary>
public sealed class WithdrawReportHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(WithdrawReportCommand command, CancellationToken cancellationToken)
    {
        var report = await db.Set<Report>().SingleOrDefaultAsync(r => r.Id == command.ReportId, cancellationToken);
        if (report is null || !ConsultationAccess.MayCompileReport(user))
        {
            return new ReportNotFound();
        }

        var by = user.Title is { Length: > 0 } title ? $"{user.DisplayName}, {title}" : user.DisplayName ?? "";
        var first = report.WithdrawnAt is null;
        var withdrawn = report.Withdraw(PlainText.Clean(command.Reason), by, clock.GetUtcNow());
        if (!withdrawn.IsSuccess)
        {
            return withdrawn.Error;
        }

        if (first)
        {
            db.Set<AuditEntry>().Add(new AuditEntry(user.Id, by, "report.withdrawn", report.Id, report.WithdrawnWhy, clock.GetUtcNow()));
            await db.SaveChangesAsync(cancellationToken);
        }

        return Done.Value;
    }
}
