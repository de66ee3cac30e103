using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Identity;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Evidence;

/// <param name="Key">Id of the key that was shown.</param>
/// <param name="Kind">Switching or complaints.</param>
/// <param name="Rows">Fields by their names, which are those of the columns of a file.</param>
/// <param name="DryRun">Says what would be done, and does nothing.</param>
public sealed record ReceiveEvidenceCommand(Guid Key, EvidenceSourceKind Kind, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows, bool DryRun);

/// <summary>
/// Takes what another system of the municipality sends: all rows or, where one is wrong, none. Errors of rows come back in the value, with the
/// index of the row from 0. The same rows twice change nothing. Errors: <see cref="ApiKeyRefused"/>, <see cref="EvidenceTooMany"/>,
/// <see cref="EvidenceFileEmpty"/>, those of <see cref="RecordEvidenceHandler"/>.
/// </summary>
public sealed class ReceiveEvidenceHandler(IAppDbContext db, ImportDesk desk, RecordEvidenceHandler record) : IUseCase
{
    /// <summary>Rows that are taken at once.</summary>
    public const int MostRows = 5_000;

    public async Task<Result<EvidenceChecked>> HandleAsync(ReceiveEvidenceCommand command, CancellationToken cancellationToken)
    {
        var key = await db.Set<ApiKey>().AsNoTracking().SingleOrDefaultAsync(k => k.Id == command.Key, cancellationToken);
        if (key is not { Works: true } || !ImportDesk.IsImported(command.Kind))
        {
            return new ApiKeyRefused();
        }

        if (command.Rows.Count == 0)
        {
            return new EvidenceFileEmpty();
        }

        if (command.Rows.Count > MostRows)
        {
            return new EvidenceTooMany(MostRows);
        }

        var reading = await desk.ReadAsync(command.Kind, [.. command.Rows.Select(Line)], cancellationToken);
        if (reading.Errors.Count > 0)
        {
            return ImportDesk.Found(reading, []);
        }

        return command.DryRun
            ? ImportDesk.Found(reading, await desk.CompareAsync(command.Kind, reading.Services, cancellationToken))
            : await WriteAsync(key, command.Kind, reading, cancellationToken);
    }

    private async Task<Result<EvidenceChecked>> WriteAsync(ApiKey key, EvidenceSourceKind kind, ImportReading reading, CancellationToken cancellationToken)
    {
        var effects = new List<ImportEffect>();
        foreach (var said in reading.Services)
        {
            var source = await desk.SourceAsync(kind, said.Service, cancellationToken);

            // Saved together with the rows.
            desk.RecordFor(key.Name, "evidence.received", source.Id, key.Begins);
            var recorded = await record.HandleAsync(new RecordEvidenceCommand(source, said.Signals, IsWhole: false), cancellationToken);
            if (!recorded.IsSuccess)
            {
                return recorded.Error;
            }

            var (added, replaced, unchanged) = recorded.Value;
            effects.Add(ImportDesk.EffectOf(source.Id, said, added - replaced, replaced, unchanged));
        }

        return ImportDesk.Found(reading, effects);
    }

    private static ImportLine Line(IReadOnlyDictionary<string, string> fields, int index)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            cells.TryAdd(LedgerColumns.KeyOf(name), PlainText.Clean(value));
        }

        return new ImportLine(index, cells);
    }
}
