using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

/// <param name="Within">How far ahead closings are told about.</param>
public sealed record CloseConsultationsCommand(TimeSpan Within);

/// <param name="Coming">Closings that will come within the time asked for, UTC.</param>
public sealed record ConsultationsClosed(int Sealed, IReadOnlyList<DateTimeOffset> Coming);

/// <summary>
/// Run by a job: seals every box whose time has passed or that is cancelled.
/// The box decides by the database's clock and is safe to seal twice.
/// </summary>
public sealed class CloseConsultationsHandler(IAppDbContext db, IBallotBox box, TimeProvider clock) : IUseCase
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

        var now = clock.GetUtcNow();
        return new ConsultationsClosed(closed, [.. near.Where(c => c.ClosesAt > now).Select(c => c.ClosesAt).Distinct()]);
    }
}
