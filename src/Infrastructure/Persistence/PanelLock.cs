using Medborgardialog.Application.Panels;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Infrastructure.Persistence;

internal sealed class PanelLock(AppDbContext db, OutboxSignal signal) : IPanelLock
{
    public Task<T> WithAsync<T>(Guid panelId, Func<Task<T>> work, CancellationToken cancellationToken) =>
        LockedAsync($"SELECT 1 FROM panel WHERE id = {panelId} FOR UPDATE", work, cancellationToken);

    public Task<T> WithAllAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken) =>
        LockedAsync($"SELECT 1 FROM panel ORDER BY id FOR UPDATE", work, cancellationToken);

    private async Task<T> LockedAsync<T>(FormattableString rows, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        // What is counted must not be counted by two at a time, hence an explicit transaction.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(rows, cancellationToken);
        var done = await work();
        await transaction.CommitAsync(cancellationToken);
        signal.Raise();
        return done;
    }
}
