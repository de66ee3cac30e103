using System.Buffers.Binary;
using System.Security.Cryptography;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Npgsql;
using NpgsqlTypes;

namespace Medborgardialog.Infrastructure.Persistence;

internal sealed class BallotBox(NpgsqlDataSource source) : IBallotBox
{
    public Task<CastOutcome> CastAsync(Cast cast, CancellationToken cancellationToken) =>
        RunAsync(BallotStatements.Cast, cast, whenNothingStored: null, cancellationToken);

    public Task<CastOutcome> CastAnonymouslyAsync(Cast cast, CancellationToken cancellationToken) =>
        RunAsync(BallotStatements.CastAnonymously, cast, CastStatus.AlreadyAnswered, cancellationToken);

    public Task<CastOutcome> ChangeAnonymouslyAsync(Cast cast, CancellationToken cancellationToken) =>
        RunAsync(BallotStatements.ChangeAnonymously, cast, CastStatus.EditKeyUnknown, cancellationToken);

    public async Task<OwnBallot?> FindAsync(Guid dialogueId, byte[] ownerTag, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(
            "SELECT body, receipt, about FROM ballot WHERE consultation_id = $1 AND owner_tag = $2");
        command.Parameters.AddWithValue(dialogueId);
        command.Parameters.AddWithValue(ownerTag);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new OwnBallot(reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2))
            : null;
    }

    public async Task<bool> MayTakePartAsync(Guid dialogueId, Participant participant, CancellationToken cancellationToken)
    {
        if (participant.Door is not (AnswerDoor.LetterCode or AnswerDoor.Panel))
        {
            return true;
        }

        await using var command = source.CreateCommand(BallotStatements.MayTakePart);
        command.Parameters.AddWithValue(dialogueId);
        command.Parameters.AddWithValue(participant.Id);
        command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)participant.Code ?? DBNull.Value);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async Task<bool> HasTakenPartAsync(Guid dialogueId, Guid participantId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(
            "SELECT 1 FROM participation WHERE consultation_id = $1 AND participant_id = $2");
        command.Parameters.AddWithValue(dialogueId);
        command.Parameters.AddWithValue(participantId);
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    public async Task<bool> DescribeAsync(
        Guid dialogueId, byte[] ownerTag, string aboutJson, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("""
            UPDATE ballot SET about = coalesce(about, '{}') || $3
            WHERE consultation_id = $1 AND owner_tag = $2
              AND (EXISTS (SELECT 1 FROM consultation WHERE id = $1 AND state = 2 AND clock_timestamp() < closes_at FOR SHARE)
                OR EXISTS (SELECT 1 FROM survey WHERE id = $1 AND state = 2 AND clock_timestamp() < closes_at FOR SHARE))
            """);
        command.Parameters.AddWithValue(dialogueId);
        command.Parameters.AddWithValue(ownerTag);
        command.Parameters.AddWithValue(NpgsqlDbType.Jsonb, aboutJson);
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    public async Task<CheckedReceipt> CheckReceiptAsync(string receiptCode, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("""
            SELECT consultation_id, true AS counts FROM ballot WHERE receipt = $1
            UNION ALL SELECT consultation_id, false FROM ballot_cast WHERE receipt = $1
            ORDER BY counts DESC LIMIT 1
            """);
        command.Parameters.AddWithValue(receiptCode);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new CheckedReceipt(reader.GetBoolean(1) ? ReceiptStatus.Current : ReceiptStatus.Replaced, reader.GetGuid(0))
            : new CheckedReceipt(ReceiptStatus.Unknown, DialogueId: null);
    }

    public async Task<bool> SealAsync(Guid dialogueId, CancellationToken cancellationToken)
    {
        await using (var connection = await source.OpenConnectionAsync(cancellationToken))
        {
            // One transaction by hand: sealing must be all or nothing while the row lock keeps casts out.
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            if (await LockForSealingAsync(connection, dialogueId, cancellationToken) is not { } locked)
            {
                return false;
            }

            var seal = await BallotSealing.CommandAsync(
                connection, dialogueId, keepOwnerTags: locked is { Mode: AnswerMode.Open, Counted: true }, locked.Counted, cancellationToken);
            await using var batch = new NpgsqlBatch(connection);
            batch.BatchCommands.Add(seal);
            batch.BatchCommands.Add(With(BallotStatements.ShuffleCasts, dialogueId));
            batch.BatchCommands.Add(With("DELETE FROM consultation_key WHERE consultation_id = $1", dialogueId));
            batch.BatchCommands.Add(With("""
                INSERT INTO sealed_box (consultation_id, drafts_left, entries_left)
                SELECT $1, (SELECT count(*) FROM answer_draft WHERE consultation_id = $1), (SELECT count(*) FROM registered_entry WHERE dialogue_id = $1)
                """, dialogueId));
            batch.BatchCommands.Add(With("DELETE FROM answer_draft WHERE consultation_id = $1", dialogueId));
            batch.BatchCommands.Add(With("DELETE FROM registered_entry WHERE dialogue_id = $1", dialogueId));
            if (locked.Counted)
            {
                batch.BatchCommands.Add(With($"UPDATE consultation SET state = {(int)BoxState.Closed}, counted_at = clock_timestamp() WHERE id = $1", dialogueId));
                batch.BatchCommands.Add(With($"UPDATE survey SET state = {(int)BoxState.Closed}, counted_at = clock_timestamp() WHERE id = $1", dialogueId));
            }

            await batch.ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await VacuumAsync(cancellationToken);
        return true;
    }

    public async Task<IReadOnlyList<Guid>> ListCancelledAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(
            """
            SELECT id FROM (SELECT id, state FROM consultation UNION ALL SELECT id, state FROM survey) d
            WHERE state = 9 AND NOT EXISTS (SELECT 1 FROM sealed_box WHERE consultation_id = d.id)
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var ids = new List<Guid>();
        while (await reader.ReadAsync(cancellationToken))
        {
            ids.Add(reader.GetGuid(0));
        }

        return ids;
    }

    public async Task ShuffleAsync(Guid dialogueId, CancellationToken cancellationToken)
    {
        await using (var connection = await source.OpenConnectionAsync(cancellationToken))
        {
            // The lock keeps casts out for the moment that the rows are gone.
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            if (!await LockForShufflingAsync(connection, dialogueId, cancellationToken))
            {
                return;
            }

            await using var batch = new NpgsqlBatch(connection);
            batch.BatchCommands.Add(With(BallotStatements.Shuffle, dialogueId));
            batch.BatchCommands.Add(With(BallotStatements.ShuffleCasts, dialogueId));
            await batch.ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await VacuumAsync(cancellationToken);
    }

    private async Task<CastOutcome> RunAsync(
        string statement, Cast cast, CastStatus? whenNothingStored, CancellationToken cancellationToken)
    {
        // A second run only when a parallel copy of the same form won between this statement's snapshot and its insert.
        for (var attempt = 0; ; attempt++)
        {
            var outcome = await RunOnceAsync(statement, cast, whenNothingStored, attempt > 0, cancellationToken);
            if (outcome is not null)
            {
                return outcome;
            }
        }
    }

    private async Task<CastOutcome?> RunOnceAsync(
        string statement, Cast cast, CastStatus? whenNothingStored, bool isLast, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(statement);
        return await AskAsync(command, cast, whenNothingStored, isLast, cancellationToken);
    }

    /// <summary>Fills in one of the statements of a cast, runs it and reads the verdict. Null when it must be run again.</summary>
    internal static async Task<CastOutcome?> AskAsync(
        NpgsqlCommand command, Cast cast, CastStatus? whenNothingStored, bool isLast, CancellationToken cancellationToken)
    {
        command.Parameters.AddWithValue(cast.DialogueId);
        command.Parameters.AddWithValue(cast.ParticipantId);
        command.Parameters.AddWithValue(cast.OwnerTag);
        command.Parameters.AddWithValue(cast.IdempotencyHash);
        command.Parameters.AddWithValue(cast.Body);
        command.Parameters.AddWithValue(cast.Choices);
        command.Parameters.AddWithValue(cast.ReceiptCode);
        command.Parameters.AddWithValue(RandomId.New());
        command.Parameters.AddWithValue(NewRecordKey());
        command.Parameters.AddWithValue(NpgsqlDbType.Bytea, (object?)cast.DraftId ?? DBNull.Value);
        command.Parameters.AddWithValue((short)cast.Door);
        command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)cast.Code ?? DBNull.Value);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return new CastOutcome(CastStatus.NotOpen, default, "");
        }

        var state = (BoxState)reader.GetInt32(0);
        var now = reader.GetFieldValue<DateTimeOffset>(1);
        if (!reader.IsDBNull(4))
        {
            return new CastOutcome(CastStatus.Replayed, now, reader.GetString(4));
        }

        if (!reader.IsDBNull(5))
        {
            return new CastOutcome(reader.GetInt32(5) == 0 ? CastStatus.Accepted : CastStatus.Changed, now, cast.ReceiptCode);
        }

        if (reader.GetBoolean(7))
        {
            return new CastOutcome(CastStatus.Revoked, now, "");
        }

        if (!reader.GetBoolean(6))
        {
            return NotOpen(state, now, reader.GetFieldValue<DateTimeOffset>(2), reader.GetFieldValue<DateTimeOffset>(3));
        }

        return isLast && whenNothingStored is { } status ? new CastOutcome(status, now, "") : null;
    }

    private static CastOutcome NotOpen(BoxState state, DateTimeOffset now, DateTimeOffset opens, DateTimeOffset closes) => state switch
    {
        BoxState.Paused => new CastOutcome(CastStatus.Paused, now, ""),
        BoxState.Cancelled => new CastOutcome(CastStatus.Cancelled, now, ""),
        BoxState.Published when now < opens => new CastOutcome(CastStatus.NotOpen, opens, ""),
        BoxState.Draft or BoxState.InReview => new CastOutcome(CastStatus.NotOpen, now, ""),
        _ => new CastOutcome(CastStatus.Closed, closes, ""),
    };

    private static async Task<bool> LockForShufflingAsync(
        NpgsqlConnection connection, Guid dialogueId, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(With("SELECT 1 FROM consultation WHERE id = $1 FOR UPDATE", dialogueId));
        batch.BatchCommands.Add(With("SELECT 1 FROM survey WHERE id = $1 FOR UPDATE", dialogueId));
        batch.BatchCommands.Add(With(BallotStatements.MayShuffle, dialogueId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) && reader.GetBoolean(0);
    }

    private static async Task<(AnswerMode Mode, bool Counted)?> LockForSealingAsync(
        NpgsqlConnection connection, Guid dialogueId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(BallotStatements.LockForSealing, connection);
        command.Parameters.AddWithValue(dialogueId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) && reader.GetBoolean(1)
            ? ((AnswerMode)reader.GetInt32(0), reader.GetBoolean(2))
            : null;
    }

    private static NpgsqlBatchCommand With(string statement, Guid dialogueId)
    {
        var command = new NpgsqlBatchCommand(statement);
        command.Parameters.Add(new NpgsqlParameter { Value = dialogueId });
        return command;
    }

    /// <summary>Dead row versions still carry the old <c>xmin</c> and order; VACUUM removes them (rule R5).</summary>
    private async Task VacuumAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("VACUUM ballot, ballot_cast, answer_draft, registered_entry");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static long NewRecordKey() => BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;
}
