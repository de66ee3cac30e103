using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Evidence;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Promises;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Promises;

/// <param name="Receipt">Kvittokod as typed.</param>
/// <param name="Choice">Null where nothing was chosen.</param>
public sealed record VotePromiseCommand(string? Receipt, PromiseChoice? Choice, string? Why);

/// <summary>
/// Who took part says whether the promise was kept: once for each receipt that counts, and what is said later takes its place. Says the same to one who has said
/// it before, so that the receipt proves nothing. Errors: <see cref="PromiseReceiptUnknown"/> (also for a receipt whose answer was replaced: one person, one vote),
/// <see cref="PromiseNotDue"/>, <see cref="PromiseChoiceMissing"/>, <see cref="PromiseWhyTooLong"/>.
/// </summary>
public sealed class VotePromiseHandler(
    IAppDbContext db, CheckReceiptHandler receipts, IPromiseBox box, IEvidenceLock sources, IOutbox outbox, TimeProvider clock) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(VotePromiseCommand command, CancellationToken cancellationToken)
    {
        var receipt = (await receipts.HandleAsync(new CheckReceiptQuery(command.Receipt), cancellationToken)).Value!;
        if (receipt is not { Status: ReceiptStatus.Current, DialogueId: { } dialogueId })
        {
            return new PromiseReceiptUnknown();
        }

        var today = clock.SwedishToday();
        var feedback = await db.Set<DecisionFeedback>().AsNoTracking()
            .SingleOrDefaultAsync(f => f.DialogueId == dialogueId && f.State == FeedbackState.Published, cancellationToken);
        if (feedback is null || !PromiseMoment.Of(PointProgress.ListOf(feedback, SwedishTime.SwedishDate), today).IsOpen)
        {
            return new PromiseNotDue();
        }

        var tag = await box.TagOfAsync(dialogueId, receipt.Code, cancellationToken);
        return await sources.WithAsync(PromiseSource.IdOf(dialogueId), () => SayAsync(tag, dialogueId, command, today, cancellationToken), cancellationToken);
    }

    /// <summary>One at a time for each dialogue, so that votes that come together are counted together.</summary>
    private async Task<Result<Done>> SayAsync(byte[] tag, Guid dialogueId, VotePromiseCommand command, DateOnly today, CancellationToken cancellationToken)
    {
        var said = await db.Set<PromiseVote>().SingleOrDefaultAsync(v => v.Tag == tag, cancellationToken);
        if (said is not null)
        {
            var changed = said.Say(command.Choice, command.Why ?? "");
            if (changed.IsSuccess)
            {
                await db.SaveChangesAsync(cancellationToken);
            }

            return changed;
        }

        var given = PromiseVote.Give(tag, dialogueId, command.Choice, command.Why ?? "");
        if (!given.IsSuccess)
        {
            return given.Error;
        }

        db.Set<PromiseVote>().Add(given.Value);
        await db.SaveChangesAsync(cancellationToken);
        await TellAsync(dialogueId, today, cancellationToken);
        return Done.Value;
    }

    /// <summary>In the transaction of the vote: the figure and the reasons are told together, ten votes at a time.</summary>
    private async Task TellAsync(Guid dialogueId, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await db.Set<PromiseVote>().Where(v => v.DialogueId == dialogueId)
            .GroupBy(v => v.Choice)
            .Select(g => new { Choice = g.Key, Votes = g.Count(), Reasons = g.Count(v => v.Why != "") })
            .ToListAsync(cancellationToken);
        int Of(PromiseChoice choice) => rows.Where(r => r.Choice == choice).Sum(r => r.Votes);
        var listed = await db.Set<AskedDialogue>().Where(d => d.Id == dialogueId).Select(d => d.Listed).SingleAsync(cancellationToken);
        var counts = new PromiseCounts(Of(PromiseChoice.Kept), Of(PromiseChoice.Partly), Of(PromiseChoice.Broken), rows.Sum(r => r.Reasons));
        var told = await db.Set<PromiseQuota>().SingleOrDefaultAsync(q => q.DialogueId == dialogueId, cancellationToken);
        var quota = told ?? new PromiseQuota(dialogueId);
        if (!quota.Tell(counts, listed, today))
        {
            return;
        }

        if (told is null)
        {
            db.Set<PromiseQuota>().Add(quota);
        }

        outbox.Add(new StartJob(RecordPromiseHandler.Job, dialogueId));
        await db.SaveChangesAsync(cancellationToken);
        await box.TellReasonsAsync(dialogueId, cancellationToken);
    }
}
