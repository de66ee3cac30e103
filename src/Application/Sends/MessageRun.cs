using Medborgardialog.Application.Common;
using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Sends;

namespace Medborgardialog.Application.Sends;

/// <summary>How a run ended.</summary>
/// <param name="State">What the send becomes; <see cref="SendState.Running"/> when it was stopped by somebody else and is left as it is.</param>
/// <param name="Next">When it goes on, for <see cref="SendState.Planned"/>.</param>
public sealed record RunEnd(SendState State, DateTimeOffset? Next = null);

/// <summary>
/// Hands messages over one by one: claim, commit, deliver. One at a time and not in batches, so that nobody waits claimed while others get
/// theirs, has answered meanwhile and is reminded all the same. Two runs of the same send share the work and never a person.
/// </summary>
public sealed class MessageRun(ISendLedger ledger, IMessageDelivery delivery, SendWriting writing, ITaskProgress progress)
{
    private const int ReportEvery = 20;
    private static readonly TimeSpan _later = TimeSpan.FromMinutes(15);

    /// <param name="done">Messages that were dealt with in earlier runs.</param>
    public async Task<RunEnd> RunAsync(Send send, DialogueAddress dialogue, AllowedHours hours, int done, CancellationToken cancellationToken)
    {
        var total = done + (await ledger.CountAsync(send.DialogueId, send.Kind, send.Channel, cancellationToken)).Waiting;
        var (after, isWhole, left) = ((Guid?)null, true, false);
        await ReportAsync(send, done, total, cancellationToken);
        while (true)
        {
            var now = await ledger.NowAsync(cancellationToken);
            var (from, until) = hours.WindowOf(now);
            if (from > now)
            {
                return new RunEnd(SendState.Planned, from);
            }

            var (token, stop) = (LinkToken.New(), LinkToken.New());
            var turn = await ledger.ClaimAsync(
                new Claim(send.Id, send.DialogueId, send.Kind, send.Channel, from, until, after, LinkToken.AnswerHash(token), LinkToken.StopHash(stop)), cancellationToken);
            if (turn.PersonId is { } person && turn.Verdict is ClaimVerdict.Claimed or ClaimVerdict.Skipped)
            {
                (after, isWhole) = (person, false);
                if (turn.Verdict == ClaimVerdict.Claimed)
                {
                    var outcome = await HandOverAsync(send, writing.Of(send.Texts, send.Channel, dialogue, turn.Contact!, turn.Language, token, stop), person, cancellationToken);
                    if (outcome == DeliveryOutcome.Unreachable)
                    {
                        return new RunEnd(SendState.Planned, turn.Now + _later);
                    }

                    left |= outcome == DeliveryOutcome.Later;
                }

                if (++done % ReportEvery == 0)
                {
                    await ReportAsync(send, done, total, cancellationToken);
                }
            }
            else if (turn.Verdict == ClaimVerdict.Nobody && !isWhole && !left)
            {
                // Once more from the beginning: somebody may have been held by a run that was cut off.
                (after, isWhole) = (null, true);
            }
            else if (turn.Verdict != ClaimVerdict.Raced)
            {
                return EndOf(turn, left, hours);
            }
        }
    }

    private static RunEnd EndOf(ClaimTurn turn, bool left, AllowedHours hours) => turn.Verdict switch
    {
        ClaimVerdict.Nobody when !left => new RunEnd(SendState.Done),
        ClaimVerdict.Closed => new RunEnd(SendState.Stopped),
        ClaimVerdict.Halted => new RunEnd(SendState.Running),
        ClaimVerdict.OutsideHours => new RunEnd(SendState.Planned, hours.Next(turn.Now)),
        _ => new RunEnd(SendState.Planned, turn.Now + _later),
    };

    private async Task<DeliveryOutcome> HandOverAsync(Send send, OutgoingMessage message, Guid person, CancellationToken cancellationToken)
    {
        // Whatever is thrown from here leaves the claim as it is: perhaps delivered, never again.
        var delivered = await delivery.DeliverAsync(message, cancellationToken);
        if (delivered.Outcome is DeliveryOutcome.Later or DeliveryOutcome.Unreachable)
        {
            await ledger.ReleaseAsync(send.Id, person, cancellationToken);
        }
        else
        {
            var state = delivered.Outcome == DeliveryOutcome.Refused ? RecipientState.Bounced : RecipientState.Sent;
            await ledger.EndAsync(send.Id, person, state, state == RecipientState.Bounced ? delivered.Detail : "", cancellationToken);
        }

        return delivered.Outcome;
    }

    private Task ReportAsync(Send send, int done, int total, CancellationToken cancellationToken) =>
        send.TaskId is { } task ? progress.ReportAsync(task, "send.step.sending", done, Math.Max(done, total), cancellationToken) : Task.CompletedTask;
}
