using System.Security.Cryptography;
using System.Text.Json;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Receipts;
using Npgsql;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>
/// Simulated residents answer through the ballot box itself, changes included. Answering is moved to the present while they do,
/// and moved back before the box is sealed.
/// </summary>
internal sealed class BallotFilling(NpgsqlDataSource source, IBallotBox box, IAnswerDrafts drafts, IDialogueKeys keys)
{
    /// <summary>A dialogue lies in one of them.</summary>
    private static readonly string[] _tables = ["consultation", "survey"];

    /// <summary>A rådslag or survey is answered.</summary>
    /// <param name="opensAt">When answers really opened; put back afterwards, as is <paramref name="closesAt"/>.</param>
    /// <param name="until">The last day on which they came, as days after the answers opened.</param>
    public async Task FillAsync(
        Guid dialogueId, DateTimeOffset opensAt, DateTimeOffset closesAt, int until, IReadOnlyList<SimulatedAnswer> answers,
        CancellationToken cancellationToken)
    {
        await MoveAsync(dialogueId, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, cancellationToken);
        var key = (await keys.FindAsync(dialogueId, cancellationToken))!;
        await Parallel.ForEachAsync(
            answers, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken },
            async (answer, stop) => await AnswerAsync(dialogueId, key, answer, stop));
        await MoveAsync(dialogueId, opensAt, closesAt, cancellationToken);

        // People came on different days, most of them early; the table keeps no more than that.
        await ExecuteAsync(
            "UPDATE participation SET day = $2::date + floor(power(random(), 1.6) * $3)::int WHERE consultation_id = $1", dialogueId, cancellationToken,
            opensAt.UtcDateTime.Date, until);
    }

    /// <summary>People who began and never sent: their drafts lie there until the box is sealed.</summary>
    public async Task LeaveAsync(Guid dialogueId, int count, CancellationToken cancellationToken)
    {
        for (var i = 0; i < count; i++)
        {
            await drafts.SaveAsync(RandomId.Bytes(16), dialogueId, RandomId.Bytes(64), cancellationToken);
        }
    }

    public async Task SealAsync(Guid dialogueId, DateTimeOffset closedAt, CancellationToken cancellationToken)
    {
        await box.SealAsync(dialogueId, cancellationToken);
        foreach (var table in _tables)
        {
            await ExecuteAsync($"UPDATE {table} SET counted_at = $2 WHERE id = $1 AND counted_at IS NOT NULL", dialogueId, cancellationToken, closedAt.AddSeconds(2));
        }
    }

    /// <summary>Receipts of answers that count, at most so many, in an order that says nothing.</summary>
    public async Task<IReadOnlyList<string>> ReceiptsAsync(Guid dialogueId, int count, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT receipt FROM ballot WHERE consultation_id = $1 ORDER BY receipt LIMIT $2");
        command.Parameters.AddWithValue(dialogueId);
        command.Parameters.AddWithValue(count);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var receipts = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            receipts.Add(reader.GetString(0));
        }

        return receipts;
    }

    private async Task AnswerAsync(Guid dialogueId, byte[] key, SimulatedAnswer answer, CancellationToken cancellationToken)
    {
        var participant = answer.Participant ?? RandomId.New();
        var tag = OwnerTag.Confidential(key, participant);
        await CastAsync(dialogueId, participant, tag, answer.First, answer.Door, cancellationToken);
        if (!ReferenceEquals(answer.First, answer.Final))
        {
            await CastAsync(dialogueId, participant, tag, answer.Final, answer.Door, cancellationToken);
        }

        if (answer.About.Count > 0)
        {
            await box.DescribeAsync(dialogueId, tag, JsonSerializer.Serialize(answer.About), cancellationToken);
        }
    }

    private async Task CastAsync(
        Guid dialogueId, Guid participant, byte[] tag, AnswerSheet sheet, AnswerDoor door, CancellationToken cancellationToken)
    {
        var formKey = RandomId.Bytes(16);
        var choices = sheet.ChoicesToJson();
        var receipt = Commitment.ReceiptCode(Commitment.ForForm(dialogueId, formKey, choices));
        var outcome = await box.CastAsync(
            new Cast(dialogueId, participant, tag, SHA256.HashData(formKey), sheet.ToJson(), choices, receipt, DraftId: null, door),
            cancellationToken);
        if (outcome.Status is not (CastStatus.Accepted or CastStatus.Changed))
        {
            throw new InvalidOperationException($"A simulated answer was not stored: {outcome.Status}");
        }
    }

    private async Task MoveAsync(Guid dialogueId, DateTimeOffset opensAt, DateTimeOffset closesAt, CancellationToken cancellationToken)
    {
        foreach (var table in _tables)
        {
            await ExecuteAsync($"UPDATE {table} SET answers_open_at = $2, closes_at = $3 WHERE id = $1", dialogueId, cancellationToken, opensAt, closesAt);
        }
    }

    private async Task ExecuteAsync(string sql, Guid dialogueId, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddWithValue(dialogueId);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
