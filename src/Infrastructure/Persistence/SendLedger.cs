using System.Text.Json;
using Medborgardialog.Application.Sends;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Sends;
using Npgsql;
using NpgsqlTypes;

namespace Medborgardialog.Infrastructure.Persistence;

internal sealed class SendLedger(NpgsqlDataSource source) : ISendLedger
{
    private const int LongestDetail = 200;

    public async Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT clock_timestamp()");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader.GetFieldValue<DateTimeOffset>(0);
    }

    public async Task<ClaimTurn> ClaimAsync(Claim claim, CancellationToken cancellationToken)
    {
        await using var command = Gate(SendStatements.Claim, claim.DialogueId, claim.Kind, claim.Channel, claim.SendId, claim.From, claim.Until);
        command.Parameters.AddWithValue(claim.After ?? Guid.Empty);
        command.Parameters.AddWithValue(NpgsqlDbType.Bytea, (object?)claim.LinkHash ?? DBNull.Value);
        command.Parameters.AddWithValue(NpgsqlDbType.Bytea, (object?)claim.StopHash ?? DBNull.Value);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return new ClaimTurn(ClaimVerdict.Halted, default);
        }

        var now = reader.GetFieldValue<DateTimeOffset>(2);
        if (!reader.GetBoolean(0))
        {
            return new ClaimTurn(ClaimVerdict.Halted, now);
        }

        if (!reader.GetBoolean(5))
        {
            return new ClaimTurn(WhyNot((BoxState)reader.GetInt32(1), now, reader.GetFieldValue<DateTimeOffset>(3), reader.GetFieldValue<DateTimeOffset>(4)), now);
        }

        if (reader.IsDBNull(6))
        {
            return new ClaimTurn(ClaimVerdict.Nobody, now);
        }

        var verdict = !reader.GetBoolean(10) ? ClaimVerdict.Raced : reader.GetBoolean(7) ? ClaimVerdict.Skipped : ClaimVerdict.Claimed;
        return new ClaimTurn(verdict, now, reader.GetGuid(6), ContactOf(reader, 8), reader.GetString(9));
    }

    public async Task<IReadOnlySet<Guid>> ClaimAllAsync(Guid sendId, Guid dialogueId, SendKind kind, CancellationToken cancellationToken)
    {
        await using (var command = Gate(
            SendStatements.ClaimAll, dialogueId, kind, SendChannel.Letter, sendId, DateTimeOffset.UnixEpoch, new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero)))
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var list = source.CreateCommand("SELECT person_id FROM send_recipient WHERE send_id = $1 AND state = 0");
        list.Parameters.AddWithValue(sendId);
        await using var reader = await list.ExecuteReaderAsync(cancellationToken);
        var people = new HashSet<Guid>();
        while (await reader.ReadAsync(cancellationToken))
        {
            people.Add(reader.GetGuid(0));
        }

        return people;
    }

    public async Task EndAsync(Guid sendId, Guid personId, RecipientState state, string detail, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("UPDATE send_recipient SET state = $3, detail = $4 WHERE send_id = $1 AND person_id = $2 AND state = 0");
        command.Parameters.AddWithValue(sendId);
        command.Parameters.AddWithValue(personId);
        command.Parameters.AddWithValue((int)state);
        command.Parameters.AddWithValue(detail.Length > LongestDetail ? detail[..LongestDetail] : detail);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task EndAllAsync(Guid sendId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("UPDATE send_recipient SET state = 1 WHERE send_id = $1 AND state = 0");
        command.Parameters.AddWithValue(sendId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task ReleaseAsync(Guid sendId, Guid? personId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("DELETE FROM send_recipient WHERE send_id = $1 AND state = 0 AND ($2::uuid IS NULL OR person_id = $2)");
        command.Parameters.AddWithValue(sendId);
        command.Parameters.AddWithValue(NpgsqlDbType.Uuid, (object?)personId ?? DBNull.Value);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<SendAudience> CountAsync(Guid dialogueId, SendKind kind, SendChannel channel, CancellationToken cancellationToken)
    {
        await using var command = Audience(SendStatements.Count, dialogueId, kind, channel);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new SendAudience((int)reader.GetInt64(0), (int)reader.GetInt64(1));
    }

    public async Task<(FrameContact Contact, string Language)?> ExampleAsync(Guid dialogueId, SendKind kind, SendChannel channel, CancellationToken cancellationToken)
    {
        await using var command = Audience(SendStatements.Example, dialogueId, kind, channel);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (ContactOf(reader, 0) ?? FrameContact.None, reader.GetString(1)) : null;
    }

    private static ClaimVerdict WhyNot(BoxState state, DateTimeOffset now, DateTimeOffset opens, DateTimeOffset closes) =>
        state is not (BoxState.Published or BoxState.Paused) || now >= closes ? ClaimVerdict.Closed
        : state == BoxState.Paused || now < opens ? ClaimVerdict.NotOpen
        : ClaimVerdict.OutsideHours;

    private static FrameContact? ContactOf(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : JsonSerializer.Deserialize<FrameContact>(reader.GetString(column));

    private NpgsqlCommand Audience(string statement, Guid dialogueId, SendKind kind, SendChannel channel)
    {
        var command = source.CreateCommand(statement);
        command.Parameters.AddWithValue(dialogueId);
        command.Parameters.AddWithValue((int)kind);
        command.Parameters.AddWithValue((int)channel);
        return command;
    }

    private NpgsqlCommand Gate(string statement, Guid dialogueId, SendKind kind, SendChannel channel, Guid sendId, DateTimeOffset from, DateTimeOffset until)
    {
        var command = Audience(statement, dialogueId, kind, channel);
        command.Parameters.AddWithValue(sendId);
        command.Parameters.AddWithValue(from);
        command.Parameters.AddWithValue(until);
        return command;
    }
}
