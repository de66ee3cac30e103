using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Frames;

public sealed record DropFrameDraftCommand(string Kind, string Slug);

/// <summary>Throws a checked file away without importing it. Errors: <see cref="FrameNotFound"/>, <see cref="FrameBusy"/>.</summary>
public sealed class DropFrameDraftHandler(IAppDbContext db, FrameDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(DropFrameDraftCommand command, CancellationToken cancellationToken)
    {
        var dialogue = await desk.OpenAsync(command.Kind, command.Slug, cancellationToken);
        if (!dialogue.IsSuccess)
        {
            return dialogue.Error;
        }

        if (await desk.IsBusyAsync(dialogue.Value.DialogueId, cancellationToken))
        {
            return new FrameBusy();
        }

        db.Set<FrameDraft>().RemoveRange(await db.Set<FrameDraft>().Where(d => d.DialogueId == dialogue.Value.DialogueId).ToListAsync(cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }
}
