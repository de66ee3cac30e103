using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Evidence;

/// <param name="Kind">Switching or complaints.</param>
/// <param name="Name">Name of the file; empty for what was pasted.</param>
/// <param name="File">Its bytes.</param>
public sealed record CheckEvidenceCommand(EvidenceSourceKind Kind, string Name, byte[] File);

/// <param name="Draft">What waits to be imported; null where there is something to mend.</param>
public sealed record EvidenceCheck(Guid? Draft, EvidenceChecked Found);

/// <summary>
/// The dry run: says row by row what is wrong, and what the ledger would get. The ledger itself is left alone; a file without errors waits a
/// day for the officer. Errors: <see cref="EvidenceNotFound"/> for others than officers, those of <see cref="LedgerColumns"/>.
/// </summary>
public sealed class CheckEvidenceHandler(IAppDbContext db, ImportDesk desk) : IUseCase
{
    private const int LongestName = 120;

    public async Task<Result<EvidenceCheck>> HandleAsync(CheckEvidenceCommand command, CancellationToken cancellationToken)
    {
        if (!desk.MayImport || !ImportDesk.IsImported(command.Kind))
        {
            return new EvidenceNotFound();
        }

        var lines = LedgerColumns.Read(command.Kind, command.File);
        if (!lines.IsSuccess)
        {
            return lines.Error;
        }

        var reading = await desk.ReadAsync(command.Kind, lines.Value, cancellationToken);
        if (reading.Errors.Count > 0)
        {
            return new EvidenceCheck(null, ImportDesk.Found(reading, []));
        }

        var found = ImportDesk.Found(reading, await desk.CompareAsync(command.Kind, reading.Services, cancellationToken));
        var old = desk.Now.AddDays(-EvidenceDraft.Days);
        db.Set<EvidenceDraft>().RemoveRange(await db.Set<EvidenceDraft>().Where(d => d.CreatedAt <= old).ToListAsync(cancellationToken));
        var draft = new EvidenceDraft(
            command.Kind, PlainText.Shorten(PlainText.Clean(command.Name), LongestName), desk.OfficerId, JsonSerializer.Serialize(found), ImportDesk.Pack(reading.Services), desk.Now);
        db.Set<EvidenceDraft>().Add(draft);
        await db.SaveChangesAsync(cancellationToken);
        return new EvidenceCheck(draft.Id, found);
    }
}
