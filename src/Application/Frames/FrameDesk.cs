using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Frames;

/// <summary>
/// What all that officers do with a frame has in common: the dialogue is found, only officers know of its frame, every change has a
/// row in the audit log, and long work is started one at a time.
/// </summary>
public sealed class FrameDesk(IAppDbContext db, ICurrentUser user, IDialogueAddresses dialogues, IOutbox outbox, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => clock.SwedishToday();

    public Guid OfficerId => user.Id ?? Guid.Empty;

    /// <summary><see cref="FrameNotFound"/> when there is no such dialogue, and for all who are no officers.</summary>
    public async Task<Result<DialogueAddress>> OpenAsync(string kind, string slug, CancellationToken cancellationToken) =>
        ConsultationAccess.MayBuild(user) && await dialogues.FindAsync(kind, slug, cancellationToken) is { } dialogue ? dialogue : new FrameNotFound();

    public Task<Frame?> FindAsync(Guid dialogueId, CancellationToken cancellationToken) =>
        db.Set<Frame>().SingleOrDefaultAsync(f => f.DialogueId == dialogueId, cancellationToken);

    /// <summary>The latest of the dialogue's imports and letters, whatever became of it.</summary>
    public Task<LongTask?> LatestTaskAsync(Guid dialogueId, CancellationToken cancellationToken) =>
        db.Set<LongTask>().AsNoTracking().Where(t => t.SubjectId == dialogueId && (t.Kind == ImportFrameHandler.Job || t.Kind == IssueCodesHandler.Job))
            .OrderByDescending(t => t.StartedAt).FirstOrDefaultAsync(cancellationToken);

    public async Task<bool> IsBusyAsync(Guid dialogueId, CancellationToken cancellationToken) =>
        (await LatestTaskAsync(dialogueId, cancellationToken))?.IsUnderWay(Now) == true;

    /// <summary>Adds the task and, after the commit, its job.</summary>
    public LongTask Start(string job, Guid dialogueId)
    {
        var task = new LongTask(job, dialogueId, OfficerId, Now);
        db.Set<LongTask>().Add(task);
        outbox.Add(new StartJob(job, task.Id));
        return task;
    }

    /// <param name="action">Key below <c>audit.</c>, for example <c>frame.imported</c>.</param>
    public void Record(string action, Guid dialogueId, string reason = "") =>
        db.Set<AuditEntry>().Add(new AuditEntry(
            user.Id, user.Title is { Length: > 0 } title ? $"{user.DisplayName}, {title}" : user.DisplayName ?? "", action, dialogueId, reason, Now));
}
