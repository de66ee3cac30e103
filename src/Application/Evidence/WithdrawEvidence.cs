using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Evidence;

public sealed record WithdrawEvidenceCommand(Guid Source, string Reason);

/// <param name="Reports">Reports that were marked stale.</param>
public sealed record EvidenceWithdrawn(int Rows, int Reports);

/// <summary>
/// Takes an imported source out of the ledger: its rows no longer hold, and every report that rests on one of them says so, in one transaction.
/// Safe to repeat. Errors: <see cref="EvidenceNotFound"/> (also for others than officers), <see cref="EvidenceNotImported"/>,
/// <see cref="EvidenceReasonMissing"/>.
/// </summary>
public sealed class WithdrawEvidenceHandler(IAppDbContext db, IEvidenceLock sources, ImportDesk desk, SourceWithdrawal withdrawal) : IUseCase
{
    private const int ShortestReason = 5;

    public async Task<Result<EvidenceWithdrawn>> HandleAsync(WithdrawEvidenceCommand command, CancellationToken cancellationToken)
    {
        var kind = await db.Set<EvidenceRow>().Where(r => r.SourceId == command.Source).Select(r => (EvidenceSourceKind?)r.SourceKind).FirstOrDefaultAsync(cancellationToken);
        if (kind is null || !desk.MayImport)
        {
            return new EvidenceNotFound();
        }

        if (!ImportDesk.IsImported(kind.Value))
        {
            return new EvidenceNotImported();
        }

        var reason = PlainText.Clean(command.Reason);
        if (reason.Length is < ShortestReason or > EvidenceRow.LongestReason)
        {
            return new EvidenceReasonMissing(EvidenceRow.LongestReason);
        }

        return await sources.WithAsync(
            command.Source,
            async () =>
            {
                var withdrawn = await withdrawal.MarkAsync([command.Source], reason, desk.Now, cancellationToken);
                if (withdrawn.Rows > 0)
                {
                    desk.Record("evidence.withdrawn", command.Source, reason);
                }

                await db.SaveChangesAsync(cancellationToken);
                return (Result<EvidenceWithdrawn>)withdrawn;
            },
            cancellationToken);
    }
}

/// <summary>What it means that a source goes away, whoever takes it. Within the transaction of whoever asks, who also saves the rows.</summary>
public sealed class SourceWithdrawal(IAppDbContext db)
{
    public async Task<EvidenceWithdrawn> MarkAsync(IReadOnlyCollection<Guid> sources, string why, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await db.Set<EvidenceRow>().Where(r => sources.Contains(r.SourceId) && r.WithdrawnAt == null).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            row.Withdraw(why, now);
        }

        // Also those that rest on a revision that was replaced before: it came from the same source.
        // At once, so that a report that is being built at this moment is no conflict for whoever withdraws; its builder finds it moved and tries again.
        var reports = rows.Count == 0 ? 0 : await db.Set<Report>()
            .Where(r => r.StaleAt == null && db.Set<ReportEvidence>().Any(e => e.ReportId == r.Id && db.Set<EvidenceRow>().Any(row => row.Id == e.RowId && sources.Contains(row.SourceId))))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.StaleAt, now).SetProperty(r => r.StaleWhy, why), cancellationToken);
        return new EvidenceWithdrawn(rows.Count, reports);
    }
}
