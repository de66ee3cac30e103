using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Evidence;
using Medborgardialog.Application.Promises;
using Medborgardialog.Domain.Promises;
using Medborgardialog.Infrastructure.Persistence;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>Simulated residents say, each with a receipt of their own and by the application's own handlers, whether a promise of the demo was kept.</summary>
internal sealed class PromiseFilling(AppDbContext db, BallotFilling ballots, CheckReceiptHandler receipts, IPromiseBox box, IEvidenceLock sources, ITexts texts)
{
    /// <param name="votes">How many say that it was kept, in part, not.</param>
    public async Task VoteAsync(Guid dialogueId, IReadOnlyList<int> votes, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var clock = new SeedClock(at);
        var vote = new VotePromiseHandler(db, receipts, box, sources, new SilentOutbox(), clock);
        var choices = votes.SelectMany((count, i) => Enumerable.Range(0, count).Select(n => (Choice: (PromiseChoice)(i + 1), Place: (n + 1.0) / (count + 1)))).OrderBy(v => v.Place);
        var codes = await ballots.ReceiptsAsync(dialogueId, votes.Sum(), cancellationToken);
        foreach (var (code, (choice, _)) in codes.Zip(choices))
        {
            TorgetStep.Must(await vote.HandleAsync(new VotePromiseCommand(code, choice, Why: null), cancellationToken));
        }

        TorgetStep.Must(await new RecordPromiseHandler(db, new RecordEvidenceHandler(db, sources, clock), texts).HandleAsync(
            new RecordPromiseCommand(dialogueId), cancellationToken));
        db.ChangeTracker.Clear();
    }
}
