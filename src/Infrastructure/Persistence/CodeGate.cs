using Medborgardialog.Application.Frames;
using Npgsql;

namespace Medborgardialog.Infrastructure.Persistence;

/// <summary>
/// Counters in the database, so that all nodes count together. A selector has five tries, and then none until 15 minutes after the fifth; a
/// dialogue with a thousand wrong codes in an hour makes the gate strict for everything.
/// </summary>
internal sealed class CodeGate(NpgsqlDataSource source, TimeProvider clock) : ICodeGate
{
    public const int TriesPerSelector = 5;
    public const int WrongPerDialogue = 1_000;
    private static readonly TimeSpan _lock = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    public async Task<CodeTurn> TakeAsync(string selector, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();

        // One statement, hence one row lock: of many tries at once no more than five are let through.
        await using var command = source.CreateCommand("""
            INSERT INTO code_try AS t (kind, key, tries, until) VALUES ('s', $1, 1, $3)
            ON CONFLICT (kind, key) DO UPDATE SET
                tries = CASE WHEN t.until <= $2 THEN 1 ELSE least(t.tries, $4) + 1 END,
                until = CASE WHEN t.until <= $2 OR t.tries < $4 THEN excluded.until ELSE t.until END
            RETURNING tries, EXISTS (SELECT 1 FROM code_try d WHERE d.kind = 'd' AND d.until > $2 AND d.tries >= $5)
            """);
        command.Parameters.AddWithValue(selector);
        command.Parameters.AddWithValue(now);
        command.Parameters.AddWithValue(now + _lock);
        command.Parameters.AddWithValue(TriesPerSelector);
        command.Parameters.AddWithValue(WrongPerDialogue);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new CodeTurn(reader.GetInt32(0) > TriesPerSelector, reader.GetBoolean(1));
    }

    public async Task WrongAsync(Guid? dialogueId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var command = source.CreateCommand("""
            INSERT INTO code_try AS t (kind, key, tries, until) VALUES ('d', $1, 1, $3)
            ON CONFLICT (kind, key) DO UPDATE SET
                tries = CASE WHEN t.until <= $2 THEN 1 ELSE t.tries + 1 END,
                until = CASE WHEN t.until <= $2 THEN excluded.until ELSE t.until END
            """);
        command.Parameters.AddWithValue((dialogueId ?? Guid.Empty).ToString("D"));
        command.Parameters.AddWithValue(now);
        command.Parameters.AddWithValue(now + _hour);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task RightAsync(string selector, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("DELETE FROM code_try WHERE kind = 's' AND key = $1");
        command.Parameters.AddWithValue(selector);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
