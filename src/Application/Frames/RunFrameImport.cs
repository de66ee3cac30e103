using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Frames;

public sealed record RunFrameImportCommand(Guid TaskId);

public sealed record FrameImported(int People);

/// <summary>
/// Run by the job: everybody in the checked file or nobody, in one transaction, in place of a list that was there before. Safe to run
/// twice. Errors, which also end the task: <see cref="FrameNotFound"/>, <see cref="FrameDraftGone"/>, <see cref="FrameInUse"/>.
/// </summary>
public sealed class RunFrameImportHandler(IAppDbContext db, ITaskProgress progress, TimeProvider clock) : IUseCase
{
    public async Task<Result<FrameImported>> HandleAsync(RunFrameImportCommand command, CancellationToken cancellationToken)
    {
        var task = await db.Set<LongTask>().SingleOrDefaultAsync(t => t.Id == command.TaskId, cancellationToken);
        if (task is null)
        {
            return new FrameNotFound();
        }

        var old = await db.Set<Frame>().SingleOrDefaultAsync(f => f.DialogueId == task.SubjectId, cancellationToken);
        if (task.State is LongTaskState.Finished or LongTaskState.Failed)
        {
            return new FrameImported(old?.People ?? 0);
        }

        if (old?.IsInUse == true)
        {
            return await FailAsync(task, new FrameInUse(), cancellationToken);
        }

        var draft = await db.Set<FrameDraft>().SingleOrDefaultAsync(d => d.DialogueId == task.SubjectId, cancellationToken);
        if (draft is null)
        {
            return await FailAsync(task, new FrameDraftGone(), cancellationToken);
        }

        return await ImportAsync(task, draft, old, cancellationToken);
    }

    private async Task<Result<FrameImported>> ImportAsync(LongTask task, FrameDraft draft, Frame? old, CancellationToken cancellationToken)
    {
        var rows = CheckFrameHandler.Unpack(draft.Rows);
        await progress.ReportAsync(task.Id, "frame.step.import", 0, rows.Count, cancellationToken);
        if (old is not null)
        {
            // Its people go with it, in the database.
            db.Set<Frame>().Remove(old);
        }

        var frame = new Frame(draft.DialogueId, JsonSerializer.Deserialize<FrameSettings>(draft.Settings)!, rows.Count, draft.CreatedBy, clock.GetUtcNow());
        db.Set<Frame>().Add(frame);
        db.Set<FramePerson>().AddRange(rows.Select(r => new FramePerson(frame.Id, r.AgeBand, r.Area, r.Unit, r.Language, r.Contact)));
        db.Set<FrameDraft>().Remove(draft);
        task.Report("frame.step.import", rows.Count, rows.Count, clock.GetUtcNow());
        task.Finish(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new FrameImported(rows.Count);
    }

    private async Task<Result<FrameImported>> FailAsync(LongTask task, Error error, CancellationToken cancellationToken)
    {
        await progress.FailAsync(task.Id, error.Code, cancellationToken);
        return error;
    }
}
