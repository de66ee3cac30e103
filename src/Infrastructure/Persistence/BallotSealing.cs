using Medborgardialog.Domain.Disclosure;
using Npgsql;

namespace Medborgardialog.Infrastructure.Persistence;

/// <summary>What is asked before a box is sealed: which answers are words, and what may stand beside each of them when they are parted from the rest.</summary>
internal static class BallotSealing
{
    /// <summary>The statement that parts texts from choices. The box is locked.</summary>
    /// <param name="counted">False for a cancelled dialogue, of which nothing is told.</param>
    public static async Task<NpgsqlBatchCommand> CommandAsync(
        NpgsqlConnection connection, Guid dialogueId, bool keepOwnerTags, bool counted, CancellationToken cancellationToken)
    {
        var texts = await TextKeysAsync(connection, dialogueId, cancellationToken);
        var places = counted && texts.Length > 0 ? await PlacesAsync(connection, dialogueId, cancellationToken) : [];
        var command = new NpgsqlBatchCommand(BallotStatements.Seal);
        command.Parameters.Add(new NpgsqlParameter { Value = dialogueId });
        command.Parameters.Add(new NpgsqlParameter { Value = texts });
        command.Parameters.Add(new NpgsqlParameter { Value = keepOwnerTags });
        command.Parameters.Add(new NpgsqlParameter { Value = places.Select(p => p.Unit).ToArray() });
        command.Parameters.Add(new NpgsqlParameter { Value = places.Select(p => p.Label).ToArray() });
        command.Parameters.Add(new NpgsqlParameter { Value = places.Select(p => p.TellsPaper).ToArray() });
        return command;
    }

    private static async Task<string[]> TextKeysAsync(NpgsqlConnection connection, Guid dialogueId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("""
            SELECT coalesce(array_agg(q ->> 'Key'), '{}') FROM questionnaire, jsonb_array_elements(questions) q
            WHERE dialogue_id = $1
              AND ((q ->> 'Kind')::int IN (3, 4) OR ((q ->> 'Kind')::int = 10 AND (q ->> 'Place')::int > 0))
            """, connection);
        command.Parameters.AddWithValue(dialogueId);
        return (string[])(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<IReadOnlyList<TextPlace>> PlacesAsync(NpgsqlConnection connection, Guid dialogueId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(BallotStatements.CountUnits, connection);
        command.Parameters.AddWithValue(dialogueId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (units, isHigh) = (new List<UnitAnswers>(), false);
        while (await reader.ReadAsync(cancellationToken))
        {
            units.Add(new UnitAnswers(reader.GetString(0), reader.GetInt32(1), reader.GetInt32(2)));
            isHigh = reader.GetBoolean(3);
        }

        return TextPlaces.Of(units, ProtectionLimits.For(isHigh));
    }
}
