using System.Buffers.Binary;
using Medborgardialog.Application.Evidence;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Infrastructure.Persistence;

internal sealed class EvidenceLock(AppDbContext db) : IEvidenceLock
{
    public async Task<T> WithAsync<T>(Guid sourceId, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        Span<byte> bytes = stackalloc byte[16];
        sourceId.TryWriteBytes(bytes);
        var key = BinaryPrimitives.ReadInt64LittleEndian(bytes) ^ BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // Held by the transaction and not by the session, so that it works through a pooler.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({key})", cancellationToken);
        var done = await work();
        await transaction.CommitAsync(cancellationToken);
        return done;
    }
}
