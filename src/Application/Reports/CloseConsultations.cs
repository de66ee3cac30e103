using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

/// <param name="Within">How far ahead closings are told about.</param>
public sealed record CloseConsultationsCommand(TimeSpan Within);

/// <param name="Coming">Closings that will come within the time asked for, UTC.</param>
public sealed record ConsultationsClosed(int Sealed, IReadOnlyList<DateTimeOffset> Coming);

/// <summary>
/// Run by a job: seals every box whose time has passed or that is cancelled, and asks for the report of every counted rådslag that has none.
/// The box decides by the database's clock and is safe to seal twice.
/// </summary>
public sealed class CloseConsultationsHandler(IAppDbContext db, IBallotBox box, IOutbox outbox, TimeProvider clock) : IUseCase
{
    public async Task<Result<ConsultationsClosed>> HandleAsync(CloseConsultationsCommand command, CancellationToken cancellationToken)
    {
        var horizon = clock.GetUtcNow() + command.Within;
        var near = await db.Set<Consultation>().AsNoTracking()
            .Where(c => c.State == ConsultationState.Published && c.CountedAt == null && c.Schedule!.ClosesAt <= horizon)
            .Select(c => new { c.Id, c.Schedule!.ClosesAt })
            .ToListAsync(cancellationToken);
        var closed = 0;
        foreach (var consultation in near)
        {
            if (await box.SealAsync(consultation.Id, cancellationToken))
            {
                closed++;
            }
        }

        foreach (var cancelled in await box.ListCancelledAsync(cancellationToken))
        {
            await box.SealAsync(cancelled, cancellationToken);
        }

        await RequestReportsAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return new ConsultationsClosed(closed, [.. near.Where(c => c.ClosesAt > now).Select(c => c.ClosesAt).Distinct()]);
    }

    private async Task RequestReportsAsync(CancellationToken cancellationToken)
    {
        var without = await db.Set<Consultation>()
            .Where(c => c.State == ConsultationState.Closed && c.CountedAt != null && !db.Set<Report>().Any(r => r.ConsultationId == c.Id))
            .ToListAsync(cancellationToken);
        foreach (var consultation in without)
        {
            var report = await RequestReportHandler.NewAsync(db, consultation, null, null, clock.GetUtcNow(), cancellationToken);
            outbox.Add(new StartJob(RequestReportHandler.Job, report.Id));
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
