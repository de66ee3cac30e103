using Medborgardialog.Application.Common;
using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Sends;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Sends;

public sealed record StartDueSendsCommand;

public sealed record DueSendsStarted(int Sends);

/// <summary>
/// Run every minute: starts the sends whose time has come, and those whose job was lost with its machine. May run twice, and on two
/// nodes: a send's row version lets one of them start it.
/// </summary>
public sealed class StartDueSendsHandler(IAppDbContext db, ISendLedger ledger, IOutbox outbox) : IUseCase
{
    /// <summary>Kind of the task and name of the job.</summary>
    public const string Job = "send";

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    public async Task<Result<DueSendsStarted>> HandleAsync(StartDueSendsCommand command, CancellationToken cancellationToken)
    {
        _ = command;
        var now = await ledger.NowAsync(cancellationToken);
        var open = await db.Set<Send>().Where(s => s.State == SendState.Running || (s.State == SendState.Planned && s.NextAt <= now)).ToListAsync(cancellationToken);
        var started = 0;
        foreach (var send in open)
        {
            if (send.State == SendState.Running && await db.Set<LongTask>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == send.TaskId, cancellationToken) is { } task && task.IsUnderWay(now))
            {
                continue;
            }

            if (send.Channel == SendChannel.Letter && await PrintsAsync(send.DialogueId, now, cancellationToken))
            {
                send.Wait(now + _patience);
            }
            else
            {
                await StartAsync(send, now, cancellationToken);
                started++;
            }
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node, or an officer who stopped one; what is left is found in a minute.
            return new DueSendsStarted(0);
        }

        return new DueSendsStarted(started);
    }

    private async Task StartAsync(Send send, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Letters report as the frame's own letters do, so that no two printings of a dialogue go on at once.
        var isLetter = send.Channel == SendChannel.Letter;
        var task = new LongTask(isLetter ? IssueCodesHandler.Job : Job, isLetter ? send.DialogueId : send.Id, send.PlannedBy, now);
        db.Set<LongTask>().Add(task);
        send.Start(task.Id, now);
        outbox.Add(new StartJob(Job, send.Id));
        if (await db.Set<Frame>().SingleOrDefaultAsync(f => f.DialogueId == send.DialogueId, cancellationToken) is { } frame)
        {
            frame.Freeze(now);
        }
    }

    private async Task<bool> PrintsAsync(Guid dialogueId, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await db.Set<LongTask>().AsNoTracking().Where(t => t.SubjectId == dialogueId && t.Kind == IssueCodesHandler.Job)
            .OrderByDescending(t => t.StartedAt).FirstOrDefaultAsync(cancellationToken))?.IsUnderWay(now) == true;
}
