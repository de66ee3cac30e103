using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Evidence;

/// <param name="IsWhole">These are all that the source says: rows of it that are not among them no longer hold.</param>
public sealed record RecordEvidenceCommand(EvidenceSource Source, IReadOnlyList<EvidenceSignal> Signals, bool IsWhole);

/// <param name="Unchanged">Said before, with the same numbers.</param>
public sealed record EvidenceRecorded(int Added, int Replaced, int Unchanged);

/// <summary>
/// Writes what a source says into the ledger: what is new is added, what says other numbers than before is a new revision, what is the same
/// stays. Safe to run twice and in parallel. Errors: those of <see cref="EvidenceRow.Write"/>, <see cref="EvidenceOverlaps"/> of what is imported; nothing is written then.
/// </summary>
public sealed class RecordEvidenceHandler(IAppDbContext db, IEvidenceLock sources, TimeProvider clock) : IUseCase
{
    public Task<Result<EvidenceRecorded>> HandleAsync(RecordEvidenceCommand command, CancellationToken cancellationToken) =>
        sources.WithAsync(command.Source.Id, () => WriteAsync(command, cancellationToken), cancellationToken);

    private async Task<Result<EvidenceRecorded>> WriteAsync(RecordEvidenceCommand command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rows = await db.Set<EvidenceRow>().Where(r => r.SourceId == command.Source.Id).ToListAsync(cancellationToken);
        var latest = rows.GroupBy(r => r.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Revision)!, StringComparer.Ordinal);
        if (ImportDesk.IsImported(command.Source.Kind) && AreOverlapping(rows, command.Signals))
        {
            return new EvidenceOverlaps();
        }

        var (added, replaced, unchanged) = (new List<EvidenceRow>(), 0, 0);
        foreach (var signal in command.Signals.DistinctBy(s => s.Key, StringComparer.Ordinal))
        {
            var known = latest.GetValueOrDefault(signal.Key);
            if (known is { Holds: true } && known.Says(signal))
            {
                unchanged++;
                continue;
            }

            var written = EvidenceRow.Write(command.Source, signal, (known?.Revision ?? 0) + 1, now);
            if (!written.IsSuccess)
            {
                return written.Error;
            }

            replaced += known is { Holds: true } ? 1 : 0;
            known?.Replace(now);
            added.Add(written.Value);
        }

        if (command.IsWhole)
        {
            var said = command.Signals.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
            foreach (var gone in latest.Values.Where(r => r.Holds && !said.Contains(r.Key)))
            {
                gone.Replace(now);
                replaced++;
            }
        }

        db.Set<EvidenceRow>().AddRange(added);
        await db.SaveChangesAsync(cancellationToken);
        return new EvidenceRecorded(added.Count, replaced, unchanged);
    }

    /// <summary>Looked at here too, where the source is locked: files are checked before somebody says that they are to be read in, and others may have been faster.</summary>
    private static bool AreOverlapping(IEnumerable<EvidenceRow> rows, IEnumerable<EvidenceSignal> signals)
    {
        var held = rows.Where(r => r.Holds).Select(r => (r.Service, r.Unit, Period: new EvidencePeriod(r.From, r.To))).Distinct().ToLookup(r => (r.Service, r.Unit), r => r.Period);
        return signals.Select(s => (s.Service, s.Unit, Period: new EvidencePeriod(s.From, s.To))).Distinct()
            .Any(s => held[(s.Service, s.Unit)].Any(h => h != s.Period && h.Overlaps(s.Period)));
    }
}

/// <summary>Lets one at a time write what a source says.</summary>
public interface IEvidenceLock
{
    /// <summary>Runs the work in a transaction that holds the lock of the source.</summary>
    Task<T> WithAsync<T>(Guid sourceId, Func<Task<T>> work, CancellationToken cancellationToken);
}
