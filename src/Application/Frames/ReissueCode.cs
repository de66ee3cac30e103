using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Frames;

/// <param name="Selector">First four symbols of the code that is to stop working.</param>
/// <param name="Reason">At least 5 characters, for the audit log.</param>
public sealed record ReissueCodeCommand(string Kind, string Slug, string? Selector, string? Reason);

/// <param name="Code">The new code as it is shown, once: nobody can see it again.</param>
public sealed record CodeReissued(string Code, string OldSelector);

/// <summary>
/// A new code for one person; the old one stops working at the same instant. Errors: <see cref="FrameNotFound"/>,
/// <see cref="FramePersonNotFound"/>, <see cref="CodeNotActive"/>, <see cref="CodeReasonMissing"/>, <see cref="FrameClosed"/>, <see cref="FrameBusy"/>.
/// </summary>
public sealed class ReissueCodeHandler(IAppDbContext db, CodeDesk codes, FrameDesk desk) : IUseCase
{
    public async Task<Result<CodeReissued>> HandleAsync(ReissueCodeCommand command, CancellationToken cancellationToken)
    {
        var found = await codes.FindAsync(command.Kind, command.Slug, command.Selector, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var (dialogue, person) = found.Value;
        if (person.State != FramePersonState.Active)
        {
            return new CodeNotActive();
        }

        if (desk.Now >= dialogue.ClosesAt)
        {
            return new FrameClosed();
        }

        if (await desk.IsBusyAsync(dialogue.DialogueId, cancellationToken))
        {
            // Letters that are being made would take the new code away again.
            return new FrameBusy();
        }

        if (!CodeDesk.IsReason(command.Reason))
        {
            return new CodeReasonMissing();
        }

        var old = person.Selector!;
        var taken = await PrintLettersHandler.SelectorsAsync(db, cancellationToken);
        var code = PrintLettersHandler.NewCode(taken);
        db.Set<EarlierCode>().RemoveRange(await db.Set<EarlierCode>().Where(e => e.PersonId == person.Id).ToListAsync(cancellationToken));
        person.GiveCode(code.Selector, CodeSecret.Make(code.Secret), desk.Now);
        desk.Record("frame.codeReissued", dialogue.DialogueId, $"{old} → {code.Selector}: {command.Reason}");
        await db.SaveChangesAsync(cancellationToken);
        return new CodeReissued(code.Shown, old);
    }
}
