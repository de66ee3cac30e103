using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Registration;
using Npgsql;

namespace Medborgardialog.Infrastructure.Persistence;

/// <summary>Runs the same cast statements as <see cref="BallotBox"/>, with the rule of precedence before them in the same transaction.</summary>
internal sealed class RegistrationBox(NpgsqlDataSource source) : IRegistrationBox
{
    public async Task<CastOutcome?> RegisterAsync(Cast cast, int batch, Guid? entryId, bool anonymous, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);

        // By hand: the entry goes and the answer comes together, and nobody else answers between the look and the cast.
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RunAsync(connection, BallotStatements.KeepOthersOut, cancellationToken, cast.DialogueId);
        if (entryId is { } id && await RunAsync(connection, "DELETE FROM registered_entry WHERE id = $1", cancellationToken, id) == 0)
        {
            return null;
        }

        var outcome = await DecideAsync(connection, cast, anonymous, cancellationToken);
        if (outcome.Status is CastStatus.Accepted or CastStatus.Changed)
        {
            await RunAsync(connection, """UPDATE registration_batch SET "cast" = "cast" + 1 WHERE dialogue_id = $1 AND number = $2""", cancellationToken, cast.DialogueId, batch);
        }

        if (outcome.Status is CastStatus.Accepted or CastStatus.Changed or CastStatus.Replayed or CastStatus.OwnAnswerStands or CastStatus.AlreadyAnswered)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return outcome;
    }

    public async Task<string?> FindReceiptAsync(Guid dialogueId, byte[] idempotencyHash, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(BallotStatements.ReceiptOfForm);
        command.Parameters.AddWithValue(dialogueId);
        command.Parameters.AddWithValue(idempotencyHash);
        return (string?)await command.ExecuteScalarAsync(cancellationToken);
    }

    public async Task<int?> CountLeftAsync(Guid dialogueId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT entries_left FROM sealed_box WHERE consultation_id = $1");
        command.Parameters.AddWithValue(dialogueId);
        return (int?)await command.ExecuteScalarAsync(cancellationToken);
    }

    private static async Task<CastOutcome> DecideAsync(NpgsqlConnection connection, Cast cast, bool anonymous, CancellationToken cancellationToken)
    {
        await using var own = new NpgsqlCommand(BallotStatements.OwnAnswer, connection);
        own.Parameters.AddWithValue(cast.DialogueId);
        own.Parameters.AddWithValue(cast.OwnerTag);
        if (await own.ExecuteScalarAsync(cancellationToken) is not null)
        {
            return new CastOutcome(CastStatus.OwnAnswerStands, default, "");
        }

        // Nobody else casts meanwhile, so once is enough: nothing stored means that the participation row was there (mode A).
        await using var command = new NpgsqlCommand(anonymous ? BallotStatements.CastAnonymously : BallotStatements.Cast, connection);
        return (await BallotBox.AskAsync(command, cast, CastStatus.AlreadyAnswered, isLast: true, cancellationToken))!;
    }

    private static async Task<int> RunAsync(NpgsqlConnection connection, string statement, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
