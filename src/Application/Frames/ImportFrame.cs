using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Frames;

public sealed record ImportFrameCommand(string Kind, string Slug, Guid DraftId);

public sealed record FrameImportStarted(Guid TaskId);

/// <summary>
/// Starts the import of a file that has been checked. Errors: <see cref="FrameNotFound"/>, <see cref="FrameBusy"/>,
/// <see cref="FrameInUse"/>, <see cref="FrameDraftGone"/>.
/// </summary>
public sealed class ImportFrameHandler(IAppDbContext db, FrameDesk desk) : IUseCase
{
    /// <summary>Kind of the task and name of the job.</summary>
    public const string Job = "frame-import";

    public async Task<Result<FrameImportStarted>> HandleAsync(ImportFrameCommand command, CancellationToken cancellationToken)
    {
        var dialogue = await desk.OpenAsync(command.Kind, command.Slug, cancellationToken);
        if (!dialogue.IsSuccess)
        {
            return dialogue.Error;
        }

        if (await ObstacleAsync(desk, dialogue.Value, cancellationToken) is { } obstacle)
        {
            return obstacle;
        }

        if (!await db.Set<FrameDraft>().AnyAsync(d => d.Id == command.DraftId && d.DialogueId == dialogue.Value.DialogueId, cancellationToken))
        {
            return new FrameDraftGone();
        }

        var task = desk.Start(Job, dialogue.Value.DialogueId);
        desk.Record("frame.imported", dialogue.Value.DialogueId);
        await db.SaveChangesAsync(cancellationToken);
        return new FrameImportStarted(task.Id);
    }

    /// <summary>Why no list can be brought in now; null when it can.</summary>
    internal static async Task<Error?> ObstacleAsync(FrameDesk desk, DialogueAddress dialogue, CancellationToken cancellationToken)
    {
        if (desk.Now >= dialogue.ClosesAt)
        {
            return new FrameClosed();
        }

        if (await desk.IsBusyAsync(dialogue.DialogueId, cancellationToken))
        {
            return new FrameBusy();
        }

        return await desk.FindAsync(dialogue.DialogueId, cancellationToken) is { IsInUse: true } ? new FrameInUse() : null;
    }
}
