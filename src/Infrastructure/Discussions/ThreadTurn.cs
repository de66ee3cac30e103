using Medborgardialog.Application.Discussions;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Infrastructure.Discussions;

internal sealed class ThreadTurn(AppDbContext db, OutboxSignal signal, IThreadBroadcast broadcast) : IThreadTurn
{
    public async Task<Result<T>> TakeAsync<T>(Guid threadId, Func<TalkThread, Task<Result<T>>> change, CancellationToken cancellationToken)
        where T : notnull
    {
        // The lock must last until the commit, hence an explicit transaction.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var thread = await db.Set<TalkThread>()
            .FromSql($"SELECT * FROM talk_thread WHERE id = {threadId} FOR UPDATE")
            .SingleOrDefaultAsync(cancellationToken);
        if (thread is null)
        {
            return new ThreadNotFound();
        }

        var before = thread.Sequence;
        var changed = await change(thread);
        if (!changed.IsSuccess)
        {
            await transaction.RollbackAsync(cancellationToken);
            db.ChangeTracker.Clear();
            return changed;
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signal.Raise();
        if (thread.Sequence != before)
        {
            broadcast.Changed(threadId);
        }

        return changed;
    }
}
