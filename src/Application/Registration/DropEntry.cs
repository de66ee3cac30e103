using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Registration;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Registration;

/// <param name="Reason">At least 5 characters, for the audit log.</param>
public sealed record DropEntryCommand(string Kind, string Slug, Guid EntryId, string? Reason);

/// <summary>
/// Throws away what has been typed of one form, so that it can be typed anew. Nothing in the box changes. Errors:
/// <see cref="RegistrationNotFound"/>, <see cref="DropReasonMissing"/>, <see cref="EntryGone"/>.
/// </summary>
public sealed class DropEntryHandler(IAppDbContext db, RegistrationDesk desk) : IUseCase
{
    private const int ShortestReason = 5;

    public async Task<Result<Done>> HandleAsync(DropEntryCommand command, CancellationToken cancellationToken)
    {
        var found = await desk.OpenAsync(command.Kind, command.Slug, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var id = found.Value.DialogueId;
        var entry = await db.Set<RegisteredEntry>().SingleOrDefaultAsync(e => e.Id == command.EntryId && e.DialogueId == id, cancellationToken);
        if (entry is null)
        {
            return new EntryGone();
        }

        if (command.Reason is not { } reason || reason.Trim().Length < ShortestReason)
        {
            return new DropReasonMissing();
        }

        db.Set<RegisteredEntry>().Remove(entry);
        desk.Record("registration.entryDropped", id, $"{entry.Batch}/{entry.Label}: {reason.Trim()}");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new EntryGone();
        }

        return Done.Value;
    }
}
