using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

public sealed record RequestDueReportsCommand;

public sealed record ReportsRequested(int Count);

/// <summary>Run by a job: asks for the first version of the report of every counted dialogue that a committee is to answer and that has none.</summary>
public sealed class RequestDueReportsHandler(IAppDbContext db, IOutbox outbox, TimeProvider clock) : IUseCase
{
    public async Task<Result<ReportsRequested>> HandleAsync(RequestDueReportsCommand command, CancellationToken cancellationToken)
    {
        _ = command;
        var without = await db.Set<AskedDialogue>()
            .Where(d => d.State == ConsultationState.Closed && d.CountedAt != null && d.CommitteeId != null && !db.Set<Report>().Any(r => r.DialogueId == d.Id))
            .OrderBy(d => d.CountedAt)
            .ToListAsync(cancellationToken);
        foreach (var dialogue in without)
        {
            // One at a time: the next number of a committee is known when the one before is saved.
            var report = await RequestReportHandler.NewAsync(db, dialogue, null, null, clock.GetUtcNow(), cancellationToken);
            outbox.Add(new StartJob(RequestReportHandler.Job, report.Id));
            await db.SaveChangesAsync(cancellationToken);
        }

        return new ReportsRequested(without.Count);
    }
}
