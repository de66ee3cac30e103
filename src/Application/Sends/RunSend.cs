using Medborgardialog.Application.Common;
using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Sends;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Sends;

public sealed record RunSendCommand(Guid SendId);

/// <param name="State">Where the send is now.</param>
public sealed record SendRun(SendState State);

/// <summary>
/// Run by the job, as often as it takes and in parallel if it so happens: nobody gets a message of a kind twice. Letters are printed for
/// all at once by the frame's own letters. Errors: <see cref="SendNotFound"/>.
/// </summary>
public sealed class RunSendHandler(
    IAppDbContext db, IDialogueAddresses dialogues, ISendLedger ledger, MessageRun messages, PrintLettersHandler letters, SendHours hours) : IUseCase
{
    public async Task<Result<SendRun>> HandleAsync(RunSendCommand command, CancellationToken cancellationToken)
    {
        var send = await db.Set<Send>().SingleOrDefaultAsync(s => s.Id == command.SendId, cancellationToken);
        if (send is null)
        {
            return new SendNotFound();
        }

        if (send.State != SendState.Running)
        {
            return new SendRun(send.State);
        }

        var frame = await db.Set<Frame>().AsNoTracking().SingleOrDefaultAsync(f => f.DialogueId == send.DialogueId, cancellationToken);
        var dialogue = await dialogues.FindAsync(send.DialogueId, cancellationToken);
        var now = await ledger.NowAsync(cancellationToken);
        if (frame is not { AddressesForgottenAt: null } || dialogue is null)
        {
            send.Stop(SendStop.AddressesGone, now);
        }
        else if (send.Channel == SendChannel.Letter)
        {
            await PrintAsync(send, dialogue.ClosesAt, now, cancellationToken);
        }
        else
        {
            var done = await db.Set<SendRecipient>().CountAsync(r => r.SendId == send.Id, cancellationToken);
            Apply(send, await messages.RunAsync(send, dialogue, hours.Of(frame), done, cancellationToken), await ledger.NowAsync(cancellationToken));
        }

        return new SendRun(await SaveAsync(send, cancellationToken));
    }

    private static void Apply(Send send, RunEnd end, DateTimeOffset now)
    {
        switch (end.State)
        {
            case SendState.Done:
                send.Finish(now);
                break;
            case SendState.Stopped:
                send.Stop(SendStop.Closed, now);
                break;
            case SendState.Planned:
                send.Wait(end.Next ?? now);
                break;
        }
    }

    /// <summary>Who is claimed stays so until the letters are there, so a run that was cut off prints for the same people.</summary>
    private async Task PrintAsync(Send send, DateTimeOffset? closes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var people = await ledger.ClaimAllAsync(send.Id, send.DialogueId, send.Kind, cancellationToken);
        if (people.Count == 0)
        {
            // Nobody may get it: nobody is left, or the dialogue is paused or closed.
            var left = await ledger.CountAsync(send.DialogueId, send.Kind, send.Channel, cancellationToken);
            Apply(send, now >= closes ? new RunEnd(SendState.Stopped) : left.Waiting > 0 ? new RunEnd(SendState.Planned, now.AddMinutes(15)) : new RunEnd(SendState.Done), now);
            return;
        }

        var printed = await letters.HandleAsync(new PrintLettersCommand(send.TaskId!.Value, people), cancellationToken);
        if (printed.IsSuccess)
        {
            await ledger.EndAllAsync(send.Id, cancellationToken);
            send.Finish(now);
            return;
        }

        await ledger.ReleaseAsync(send.Id, personId: null, cancellationToken);
        send.Stop(printed.Error is AddressesForgotten ? SendStop.AddressesGone : SendStop.Closed, now);
    }

    private async Task<SendState> SaveAsync(Send send, CancellationToken cancellationToken)
    {
        var now = await ledger.NowAsync(cancellationToken);
        if (send.State != SendState.Running && await db.Set<LongTask>().SingleOrDefaultAsync(t => t.Id == send.TaskId, cancellationToken) is { } task)
        {
            task.Finish(now);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Stopped by an officer, or ended by a run in parallel: what they said stands.
            return SendState.Running;
        }

        return send.State;
    }
}
