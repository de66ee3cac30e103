using System.Security.Cryptography;
using System.Text.Json;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Receipts;
using Npgsql;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>
/// Simulated residents answer through the ballot box itself, changes included. Answering is moved to the present while they do,
/// and moved back before the box is sealed.
/// </summary>
internal sealed class BallotFilling(NpgsqlDataSource source, IBallotBox box, IAnswerDrafts drafts, IConsultationKeys keys)
{
    /// <param name="schedule">The real one, put back afterwards.</param>
    /// <param name="until">The last day on which they came, as days after the answers opened.</param>
    public async Task FillAsync(
        Guid consultationId, Schedule schedule, int until, IReadOnlyList<SimulatedAnswer> answers, CancellationToken cancellationToken)
    {
        await ExecuteAsync(
            "UPDATE consultation SET answers_open_at = now() - interval '1 hour', closes_at = now() + interval '1 hour' WHERE id = $1",
            consultationId, cancellationToken);
        var key = (await keys.FindAsync(consultationId, cancellationToken))!;
        await Parallel.ForEachAsync(
            answers, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken },
            async (answer, stop) => await AnswerAsync(consultationId, key, answer, stop));
        await ExecuteAsync(
            "UPDATE consultation SET answers_open_at = $2, closes_at = $3 WHERE id = $1", consultationId, cancellationToken,
            schedule.AnswersOpenAt, schedule.ClosesAt);

        // People came on different days; the table keeps no more than that.
        await ExecuteAsync(
            "UPDATE participation SET day = $2::date + floor(random() * $3)::int WHERE consultation_id = $1", consultationId, cancellationToken,
            schedule.AnswersOpenAt.UtcDateTime.Date, until);
    }

    /// <summary>People who began and never sent: their drafts lie there until the box is sealed.</summary>
    public async Task LeaveAsync(Guid consultationId, int count, CancellationToken cancellationToken)
    {
        for (var i = 0; i < count; i++)
        {
            await drafts.SaveAsync(RandomId.Bytes(16), consultationId, RandomId.Bytes(64), cancellationToken);
        }
    }

    public async Task SealAsync(Guid consultationId, DateTimeOffset closedAt, CancellationToken cancellationToken)
    {
        await box.SealAsync(consultationId, cancellationToken);
        await ExecuteAsync("UPDATE consultation SET counted_at = $2 WHERE id = $1", consultationId, cancellationToken, closedAt.AddSeconds(2));
    }

    private async Task AnswerAsync(Guid consultationId, byte[] key, SimulatedAnswer answer, CancellationToken cancellationToken)
    {
        var participant = RandomId.New();
        var tag = OwnerTag.Confidential(key, participant);
        await CastAsync(consultationId, participant, tag, answer.First, cancellationToken);
        if (!ReferenceEquals(answer.First, answer.Final))
        {
            await CastAsync(consultationId, participant, tag, answer.Final, cancellationToken);
        }

        if (answer.About.Count > 0)
        {
            await box.DescribeAsync(consultationId, tag, JsonSerializer.Serialize(answer.About), cancellationToken);
        }
    }

    private async Task CastAsync(
        Guid consultationId, Guid participant, byte[] tag, AnswerSheet sheet, CancellationToken cancellationToken)
    {
        var formKey = RandomId.Bytes(16);
        var choices = sheet.ChoicesToJson();
        var receipt = Commitment.ReceiptCode(Commitment.ForForm(consultationId, formKey, choices));
        var outcome = await box.CastAsync(
            new Cast(consultationId, participant, tag, SHA256.HashData(formKey), sheet.ToJson(), choices, receipt, DraftId: null),
            cancellationToken);
        if (outcome.Status is not (CastStatus.Accepted or CastStatus.Changed))
        {
            throw new InvalidOperationException($"A simulated answer was not stored: {outcome.Status}");
        }
    }

    private async Task ExecuteAsync(string sql, Guid consultationId, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddWithValue(consultationId);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
