using System.Collections.Concurrent;
using System.Security.Cryptography;
using Medborgardialog.Application.Ballots;
using Npgsql;

namespace Medborgardialog.Infrastructure.Persistence;

/// <summary>
/// Keeps each key in memory for at most <see cref="Lifetime"/>, so that answering stays one round trip and a key destroyed
/// by another node is forgotten here within seconds.
/// </summary>
internal sealed class ConsultationKeys(NpgsqlDataSource source, TimeProvider clock) : IConsultationKeys
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<Guid, (byte[] Key, DateTimeOffset ReadAt)> _keys = new();

    public async Task<byte[]?> FindAsync(Guid consultationId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_keys.TryGetValue(consultationId, out var kept) && now - kept.ReadAt < Lifetime)
        {
            return kept.Key;
        }

        var key = await ReadOrCreateAsync(consultationId, cancellationToken);
        if (key is null)
        {
            if (_keys.TryRemove(consultationId, out var old))
            {
                CryptographicOperations.ZeroMemory(old.Key);
            }

            return null;
        }

        _keys[consultationId] = (key, now);
        return key;
    }

    private async Task<byte[]?> ReadOrCreateAsync(Guid consultationId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("""
            WITH made AS (
                INSERT INTO consultation_key (consultation_id, key)
                SELECT id, $2 FROM consultation WHERE id = $1 AND state IN (2, 3) AND counted_at IS NULL FOR SHARE
                ON CONFLICT DO NOTHING RETURNING key
            )
            SELECT key FROM made UNION ALL SELECT key FROM consultation_key WHERE consultation_id = $1
            """);
        command.Parameters.AddWithValue(consultationId);
        command.Parameters.AddWithValue(RandomNumberGenerator.GetBytes(32));
        var key = (byte[]?)await command.ExecuteScalarAsync(cancellationToken);

        // A parallel creator may have won after this statement's snapshot was taken.
        return key ?? await ReadAsync(consultationId, cancellationToken);
    }

    private async Task<byte[]?> ReadAsync(Guid consultationId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT key FROM consultation_key WHERE consultation_id = $1");
        command.Parameters.AddWithValue(consultationId);
        return (byte[]?)await command.ExecuteScalarAsync(cancellationToken);
    }
}
