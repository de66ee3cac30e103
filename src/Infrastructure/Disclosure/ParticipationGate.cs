using System.Text.Json;
using Medborgardialog.Application.Participation;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Participation;
using Medborgardialog.Infrastructure.Persistence;
using Npgsql;
using NpgsqlTypes;

namespace Medborgardialog.Infrastructure.Disclosure;

/// <summary>The part of the gate that is open while answers are sealed. The statements name no column with an answer in it.</summary>
internal sealed class ParticipationGate(NpgsqlDataSource source) : IParticipationGate
{
    public async Task<ParticipationCounts> ReadAsync(Guid dialogueId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var sql in new[] { BallotStatements.CountParticipation, BallotStatements.CountDays })
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(sql) { Parameters = { new NpgsqlParameter { Value = dialogueId } } });
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            throw new InvalidOperationException($"There is no dialogue {dialogueId}.");
        }

        var counts = new ParticipationCounts(
            reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.IsDBNull(3) ? null : reader.GetInt32(3), reader.GetBoolean(4),
            reader.GetBoolean(5), reader.GetFieldValue<DateOnly>(6), [],
            reader.IsDBNull(7) ? null : JsonSerializer.Deserialize<ParticipationRelease>(reader.GetString(7)));
        await reader.NextResultAsync(cancellationToken);
        var days = new List<DayCount>();
        while (await reader.ReadAsync(cancellationToken))
        {
            days.Add(new DayCount(reader.GetFieldValue<DateOnly>(0), reader.GetInt32(1), reader.GetInt64(2)));
        }

        return counts with { Days = days };
    }

    public async Task<int> ReleaseAsync(CancellationToken cancellationToken)
    {
        var released = 0;
        foreach (var due in await DueAsync(cancellationToken))
        {
            var release = ParticipationRelease.Of(await PeopleAsync(due.DialogueId, cancellationToken), due.Limits, due.Today);
            await using var command = source.CreateCommand(BallotStatements.Release);
            command.Parameters.AddWithValue(due.DialogueId);
            command.Parameters.AddWithValue(release.Day);
            command.Parameters.AddWithValue(release.Answers);
            command.Parameters.AddWithValue(NpgsqlDbType.Jsonb, JsonSerializer.Serialize(release));
            released += await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return released;
    }

    private async Task<List<(Guid DialogueId, ProtectionLimits Limits, DateOnly Today)>> DueAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(BallotStatements.ListForRelease);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var due = new List<(Guid, ProtectionLimits, DateOnly)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var (limits, today) = (ProtectionLimits.For(reader.GetBoolean(1)), reader.GetFieldValue<DateOnly>(5));
            var last = reader.IsDBNull(3) ? ((DateOnly, int)?)null : (reader.GetFieldValue<DateOnly>(3), reader.GetInt32(4));
            if (ParticipationRelease.IsDue(reader.GetInt32(2), last, today, limits))
            {
                due.Add((reader.GetGuid(0), limits, today));
            }
        }

        return due;
    }

    private async Task<List<TakenPart>> PeopleAsync(Guid dialogueId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(BallotStatements.WhoTookPart);
        command.Parameters.AddWithValue(dialogueId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var people = new List<TakenPart>();
        while (await reader.ReadAsync(cancellationToken))
        {
            // Answers older than the column of doors were all by e-mail.
            people.Add(new TakenPart(
                reader.IsDBNull(0) ? null : reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1),
                reader.IsDBNull(2) ? AnswerDoor.Email : (AnswerDoor)reader.GetInt16(2), new Tally(reader.GetInt32(3), reader.GetInt64(4))));
        }

        return people;
    }
}
