using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Npgsql;

namespace Medborgardialog.Infrastructure.Persistence;

internal sealed class AnswerDrafts(NpgsqlDataSource source, TimeProvider clock) : IAnswerDrafts
{
    public async Task SaveAsync(byte[] draftId, Guid dialogueId, byte[] body, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("""
            INSERT INTO answer_draft (id, consultation_id, body, day)
            SELECT $1, $2, $3, $4 WHERE NOT EXISTS (SELECT 1 FROM sealed_box WHERE consultation_id = $2)
            ON CONFLICT (id) DO UPDATE SET body = excluded.body, day = excluded.day
            """);
        command.Parameters.AddWithValue(draftId);
        command.Parameters.AddWithValue(dialogueId);
        command.Parameters.AddWithValue(body);
        command.Parameters.AddWithValue(clock.SwedishToday());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<byte[]?> FindAsync(byte[] draftId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT body FROM answer_draft WHERE id = $1");
        command.Parameters.AddWithValue(draftId);
        return (byte[]?)await command.ExecuteScalarAsync(cancellationToken);
    }

    public async Task RemoveAsync(byte[] draftId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("DELETE FROM answer_draft WHERE id = $1");
        command.Parameters.AddWithValue(draftId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task RemoveOldAsync(DateOnly oldest, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("""
            DELETE FROM answer_draft d
            WHERE day < $1 OR EXISTS (SELECT 1 FROM sealed_box b WHERE b.consultation_id = d.consultation_id)
            """);
        command.Parameters.AddWithValue(oldest);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
