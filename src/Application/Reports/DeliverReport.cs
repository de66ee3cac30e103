using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

public sealed record DeliverReportCommand(Guid ReportId);

/// <summary>
/// Puts a finished report in the committee's room and makes it public; the dialogue is now with the committee. Safe to repeat.
/// Errors: <see cref="ReportNotFound"/>, <see cref="ReportNotReady"/>, <see cref="WrongPhase"/>.
/// </summary>
public sealed class DeliverReportHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(DeliverReportCommand command, CancellationToken cancellationToken)
    {
        var report = await db.Set<Report>().SingleOrDefaultAsync(r => r.Id == command.ReportId, cancellationToken);
        if (report is null || !ConsultationAccess.MayCompileReport(user))
        {
            return new ReportNotFound();
        }

        var consultation = report.Kind == DialogueKind.Consultation
            ? await db.Set<Consultation>().SingleAsync(c => c.Id == report.DialogueId, cancellationToken)
            : null;
        var now = clock.GetUtcNow();
        var delivered = report.Deliver(now);
        if (!delivered.IsSuccess)
        {
            return delivered.Error;
        }

        // A later version finds the rådslag answered already; it is only added to the room.
        if (consultation is { State: ConsultationState.Closed or ConsultationState.WithCommittee })
        {
            var moved = consultation.DeliverToCommittee(now);
            if (!moved.IsSuccess)
            {
                return moved.Error;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }
}
