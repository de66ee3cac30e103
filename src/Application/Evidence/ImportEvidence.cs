using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Evidence;

public sealed record ImportEvidenceCommand(Guid Draft);

public sealed record EvidenceImportStarted(Guid TaskId);

/// <summary>
/// Starts the import of a file that has been checked; asked for again while it goes on or when it is done, the same task is given back. Errors:
/// <see cref="EvidenceNotFound"/> for others than officers, <see cref="EvidenceDraftGone"/>.
/// </summary>
public sealed class ImportEvidenceHandler(IAppDbContext db, ImportDesk desk, IOutbox outbox) : IUseCase
{
    /// <summary>Kind of the task and name of the job.</summary>
    public const string Job = "evidence-import";

    public async Task<Result<EvidenceImportStarted>> HandleAsync(ImportEvidenceCommand command, CancellationToken cancellationToken)
    {
        var draft = await db.Set<EvidenceDraft>().SingleOrDefaultAsync(d => d.Id == command.Draft, cancellationToken);
        if (!desk.MayImport)
        {
            return new EvidenceNotFound();
        }

        if (draft is null || !draft.IsWaiting(desk.Now))
        {
            return new EvidenceDraftGone();
        }

        var started = await db.Set<LongTask>().Where(t => t.SubjectId == draft.Id && t.Kind == Job && t.State != LongTaskState.Failed).FirstOrDefaultAsync(cancellationToken);
        if (started is not null)
        {
            return new EvidenceImportStarted(started.Id);
        }

        var task = new LongTask(Job, draft.Id, desk.OfficerId, desk.Now);
        db.Set<LongTask>().Add(task);
        foreach (var source in ImportDesk.Unpack(draft.Rows))
        {
            desk.Record("evidence.imported", ImportDesk.SourceOf(draft.Kind, source.Service), draft.Name);
        }

        outbox.Add(new StartJob(Job, task.Id));
        await db.SaveChangesAsync(cancellationToken);
        return new EvidenceImportStarted(task.Id);
    }
}
