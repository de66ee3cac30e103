using System.Security.Cryptography;
using System.Text;
using Medborgardialog.Application.Promises;
using Medborgardialog.Domain.Promises;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medborgardialog.Infrastructure.Persistence;

/// <summary>
/// A key for each dialogue, sealed with the key ring of the application before it is stored: a copy of the table of votes, even together with the one of
/// receipts, leads from neither to the other. Whoever has both and the key ring can link them, as the operator always could. The order of the rows says nothing
/// once they have been mixed, which they are at each telling and every hour.
/// </summary>
internal sealed class PromiseBox(NpgsqlDataSource source, AppDbContext db, IDataProtectionProvider protection) : IPromiseBox
{
    private static readonly byte[] _label = [.. "Medborgardialog/v1/loftesrost"u8, 0];
    private readonly IDataProtector _seal = protection.CreateProtector("promise-key");

    public async Task<byte[]> TagOfAsync(Guid dialogueId, string receiptCode, CancellationToken cancellationToken)
    {
        var key = _seal.Unprotect(await SealedKeyAsync(dialogueId, cancellationToken));
        try
        {
            byte[] said = [.. _label, .. Encoding.ASCII.GetBytes(receiptCode)];
            return HMACSHA256.HashData(key, said);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    // Every row carries the transaction that wrote it. Those that were written fewer than ten together are written together now, and no others: a telling costs
    // as much when ten thousand have voted as when a hundred have.
    public async Task TellReasonsAsync(Guid dialogueId, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM promise_reason WHERE dialogue_id = {dialogueId};
            INSERT INTO promise_reason (id, dialogue_id, text)
            SELECT gen_random_uuid(), dialogue_id, why FROM promise_vote WHERE dialogue_id = {dialogueId} AND why <> '' ORDER BY why LIMIT {ListPromiseReasonsHandler.Most};
            WITH moved AS (
                DELETE FROM promise_vote WHERE dialogue_id = {dialogueId} AND xmin::text IN (
                    SELECT xmin::text FROM promise_vote WHERE dialogue_id = {dialogueId} GROUP BY xmin::text HAVING count(*) < {PromiseQuota.Step}) RETURNING *
            )
            INSERT INTO promise_vote (tag, dialogue_id, choice, why) SELECT tag, dialogue_id, choice, why FROM moved ORDER BY random()
            """,
            cancellationToken);

    public async Task MixAsync(CancellationToken cancellationToken)
    {
        // Every row carries the transaction that wrote it. Where they are several, they tell which votes came together and in what order.
        const string Mix = """
            WITH moved AS (
                DELETE FROM promise_vote
                WHERE dialogue_id IN (SELECT dialogue_id FROM promise_vote GROUP BY dialogue_id HAVING count(DISTINCT xmin::text) > 1) RETURNING *
            )
            INSERT INTO promise_vote (tag, dialogue_id, choice, why) SELECT tag, dialogue_id, choice, why FROM moved ORDER BY random()
            """;
        await using (var connection = await source.OpenConnectionAsync(cancellationToken))
        {
            // The lock keeps votes out for the moment that the rows are gone.
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using var batch = new NpgsqlBatch(connection);
            batch.BatchCommands.Add(new NpgsqlBatchCommand("LOCK TABLE promise_vote IN SHARE ROW EXCLUSIVE MODE"));
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Mix));
            await batch.ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        // What was there before still carries the transactions that wrote it.
        await using var vacuum = source.CreateCommand("VACUUM promise_vote, promise_reason");
        await vacuum.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<byte[]> SealedKeyAsync(Guid dialogueId, CancellationToken cancellationToken)
    {
        if (await ReadAsync(dialogueId, cancellationToken) is { } kept)
        {
            return kept;
        }

        await using (var command = source.CreateCommand("INSERT INTO promise_key (dialogue_id, sealed_key) VALUES ($1, $2) ON CONFLICT DO NOTHING"))
        {
            command.Parameters.AddWithValue(dialogueId);
            command.Parameters.AddWithValue(_seal.Protect(RandomNumberGenerator.GetBytes(32)));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        // Of two that made one at the same time the first stands.
        return (await ReadAsync(dialogueId, cancellationToken))!;
    }

    private async Task<byte[]?> ReadAsync(Guid dialogueId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT sealed_key FROM promise_key WHERE dialogue_id = $1");
        command.Parameters.AddWithValue(dialogueId);
        return (byte[]?)await command.ExecuteScalarAsync(cancellationToken);
    }
}
