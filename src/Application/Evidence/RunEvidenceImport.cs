using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Evidence;

public sealed record RunEvidenceImportCommand(Guid TaskId);

/// <summary>
/// Run by the job: writes the checked rows into the ledger, a service at a time, each in one transaction. Safe to run twice and in parallel:
/// what the ledger says already stays. Errors, which also end the task: <see cref="EvidenceDraftGone"/>, those of <see cref="RecordEvidenceHandler"/>.
/// </summary>
public sealed class RunEvidenceImportHandler(IAppDbContext db, ImportDesk desk, RecordEvidenceHandler record, ITaskProgress progress) : IUseCase
{
    public async Task<Result<EvidenceRecorded>> HandleAsync(RunEvidenceImportCommand command, CancellationToken cancellationToken)
    {
        var task = await db.Set<LongTask>().SingleOrDefaultAsync(t => t.Id == command.TaskId, cancellationToken);
        var sum = new EvidenceRecorded(0, 0, 0);
        if (task is null)
        {
            return new EvidenceDraftGone();
        }

        if (task.State is LongTaskState.Finished or LongTaskState.Failed)
        {
            return sum;
        }

        var draft = await db.Set<EvidenceDraft>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == task.SubjectId, cancellationToken);
        if (draft is null)
        {
            return await FailAsync(task, new EvidenceDraftGone(), cancellationToken);
        }

        var services = ImportDesk.Unpack(draft.Rows);
        var (done, total) = (0, services.Sum(s => s.Signals.Count));
        foreach (var said in services)
        {
            await progress.ReportAsync(task.Id, "evidence.step.import", done, total, cancellationToken);
            var source = await desk.SourceAsync(draft.Kind, said.Service, cancellationToken);
            var recorded = await record.HandleAsync(new RecordEvidenceCommand(source, said.Signals, IsWhole: false), cancellationToken);
            if (!recorded.IsSuccess)
            {
                return await FailAsync(task, recorded.Error, cancellationToken);
            }

            done += said.Signals.Count;
            sum = new EvidenceRecorded(sum.Added + recorded.Value.Added, sum.Replaced + recorded.Value.Replaced, sum.Unchanged + recorded.Value.Unchanged);
        }

        task.Report("evidence.step.import", total, total, desk.Now);
        task.Finish(desk.Now);
        await db.SaveChangesAsync(cancellationToken);
        return sum;
    }

    private async Task<Result<EvidenceRecorded>> FailAsync(LongTask task, Error error, CancellationToken cancellationToken)
    {
        await progress.FailAsync(task.Id, error.Code, cancellationToken);
        return error;
    }
}
