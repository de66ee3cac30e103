using System.Security.Cryptography;
using System.Text.Json;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Receipts;
using Npgsql;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>
/// Simulated residents answer through the ballot box itself, changes included. Where the scenario lies after closing the
/// answering time is moved to the present while they do, and moved back before the box is sealed.
/// </summary>
internal sealed class TorgetAnswersStep(NpgsqlDataSource source, IBallotBox box, IConsultationKeys keys) : ISeedStep
{
    private const int Seed = 2026;

    public async Task SeedAsync(SeedContext context, CancellationToken cancellationToken)
    {
        var scenario = context.Scenario;
        if (scenario.Day < Scenario.AnswersOpen)
        {
            return;
        }

        var content = ExempelbyContent.Read<TorgetContent>("torget.json");
        var answers = new SimulatedAnswers(content, Seed).Make();
        var closed = scenario.Day > Scenario.Closes;
        await ExecuteAsync(
            "UPDATE consultation SET answers_open_at = now() - interval '1 hour', closes_at = now() + interval '1 hour' WHERE id = $1",
            context.ConsultationId, cancellationToken);
        var key = (await keys.FindAsync(context.ConsultationId, cancellationToken))!;
        await Parallel.ForEachAsync(
            answers.Take(closed ? answers.Count : content.AnsweredAtDay35),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken },
            async (answer, stop) => await AnswerAsync(context.ConsultationId, key, answer, stop));
        await RestoreTimesAsync(context, cancellationToken);
        if (closed)
        {
            await box.SealAsync(context.ConsultationId, cancellationToken);
            await CountAtClosingAsync(context, cancellationToken);
        }
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

        var about = new Dictionary<string, string>(StringComparer.Ordinal);
        if (answer.Area.Length > 0)
        {
            about["area"] = answer.Area;
        }

        if (answer.Age.Length > 0)
        {
            about["age"] = answer.Age;
        }

        await box.DescribeAsync(consultationId, tag, JsonSerializer.Serialize(about), cancellationToken);
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

    private async Task RestoreTimesAsync(SeedContext context, CancellationToken cancellationToken)
    {
        var (scenario, now) = (context.Scenario, context.Now);
        await ExecuteAsync(
            "UPDATE consultation SET answers_open_at = $2, closes_at = $3 WHERE id = $1",
            context.ConsultationId, cancellationToken,
            scenario.At(now, Scenario.AnswersOpen, 8), scenario.At(now, Scenario.Closes, 23, 59));

        // People came on different days; the table keeps no more than that.
        await ExecuteAsync(
            "UPDATE participation SET day = $2::date + floor(random() * $3)::int WHERE consultation_id = $1",
            context.ConsultationId, cancellationToken,
            scenario.Date(now, Scenario.AnswersOpen), Math.Min(scenario.Day, Scenario.Closes) - Scenario.AnswersOpen);
    }

    private Task CountAtClosingAsync(SeedContext context, CancellationToken cancellationToken) => ExecuteAsync(
        "UPDATE consultation SET counted_at = $2 WHERE id = $1",
        context.ConsultationId, cancellationToken, context.Scenario.At(context.Now, Scenario.Closes, 23, 59).AddSeconds(2));

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
