using System.Collections.Concurrent;
using System.Security.Cryptography;
using Medborgardialog.Application.Ballots;
using Npgsql;

namespace Medborgardialog.Infrastructure.Persistence;

/// <summary>
/// Keeps each key in memory for at most <see cref="Lifetime"/>, so that answering stays one round trip and a key destroyed
/// by another node is forgotten here within seconds.
/// </summary>
internal sealed class DialogueKeys(NpgsqlDataSource source, TimeProvider clock) : IDialogueKeys
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<Guid, (byte[] Key, DateTimeOffset ReadAt)> _keys = new();

    public async Task<byte[]?> FindAsync(Guid dialogueId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_keys.TryGetValue(dialogueId, out var kept) && now - kept.ReadAt < Lifetime)
        {
            return kept.Key;
        }

        var key = await ReadOrCreateAsync(dialogueId, cancellationToken);
        if (key is null)
        {
            if (_keys.TryRemove(dialogueId, out var old))
            {
                CryptographicOperations.ZeroMemory(old.Key);
            }

            return null;
        }

        _keys[dialogueId] = (key, now);
        return key;
    }

    private async Task<byte[]?> ReadOrCreateAsync(Guid dialogueId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("""
            WITH c AS MATERIALIZED (
                SELECT id FROM consultation WHERE id = $1 AND state IN (2, 3) AND counted_at IS NULL FOR SHARE
            ), s AS MATERIALIZED (
                SELECT id FROM survey WHERE id = $1 AND state IN (2, 3) AND counted_at IS NULL FOR SHARE
            ), made AS (
                INSERT INTO consultation_key (consultation_id, key)
                SELECT id, $2 FROM (SELECT id FROM c UNION ALL SELECT id FROM s) d
                ON CONFLICT DO NOTHING RETURNING key
            )
            SELECT key FROM made UNION ALL SELECT key FROM consultation_key WHERE consultation_id = $1
            """);
        command.Parameters.AddWithValue(dialogueId);
        command.Parameters.AddWithValue(RandomNumberGenerator.GetBytes(32));
        var key = (byte[]?)await command.ExecuteScalarAsync(cancellationToken);

        // A parallel creator may have won after this statement's snapshot was taken.
        return key ?? await ReadAsync(dialogueId, cancellationToken);
    }

    private async Task<byte[]?> ReadAsync(Guid dialogueId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT key FROM consultation_key WHERE consultation_id = $1");
        command.Parameters.AddWithValue(dialogueId);
        return (byte[]?)await command.ExecuteScalarAsync(cancellationToken);
    }
}
