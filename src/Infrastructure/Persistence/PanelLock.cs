using Medborgardialog.Application.Panels;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Infrastructure.Persistence;

internal sealed class PanelLock(AppDbContext db, OutboxSignal signal) : IPanelLock
{
    public async Task<T> WithAsync<T>(Guid panelId, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        // The seats must not be counted by two at a time, hence an explicit transaction.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM panel WHERE id = {panelId} FOR UPDATE", cancellationToken);
        var done = await work();
        await transaction.CommitAsync(cancellationToken);
        signal.Raise();
        return done;
    }
}
