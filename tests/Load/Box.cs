using System.Text.Json;
using Medborgardialog.Domain.Ballots;
using Npgsql;

namespace Medborgardialog.Load;

/// <summary>What the database holds of one rådslag, counted without any of the application's own queries.</summary>
internal sealed class Box(NpgsqlDataSource database, string slug)
{
    /// <param name="Choices">Persons per question key and choice key.</param>
    public sealed record Contents(
        long Ballots, long Casts, long Participants, long Changes, IReadOnlyDictionary<string, string> SheetByReceipt,
        IReadOnlyDictionary<(string Question, string Choice), int> Choices);

    public async Task<Contents> ReadAsync()
    {
        var ballots = await ListAsync(
            "SELECT b.receipt, b.body::text, b.changes FROM ballot b JOIN consultation c ON c.id = b.consultation_id WHERE c.slug = $1",
            r => (Receipt: r.GetString(0), Sheet: AnswerSheet.FromJson(r.GetString(1)), Changes: r.GetInt32(2)));
        var choices = new Dictionary<(string, string), int>();
        foreach (var ballot in ballots)
        {
            Count(choices, ballot.Sheet);
        }

        return new Contents(
            ballots.Count, await CountAsync("ballot_cast"), await CountAsync("participation"), ballots.Sum(b => (long)b.Changes),
            ballots.ToDictionary(b => b.Receipt, b => b.Sheet.ToJson(), StringComparer.Ordinal), choices);
    }

    /// <summary>The questions as they were frozen.</summary>
    public async Task<IReadOnlyList<Question>> QuestionsAsync() => JsonSerializer.Deserialize<List<Question>>((await ListAsync(
        "SELECT q.questions::text FROM questionnaire q JOIN consultation c ON c.id = q.dialogue_id WHERE c.slug = $1", r => r.GetString(0)))[0])!;

    /// <summary>Moves the closing and the publication to so many seconds from now. Nobody can do that in the application.</summary>
    public Task CloseInAsync(int seconds) => ExecuteAsync(
        $"UPDATE consultation SET closes_at = clock_timestamp() + interval '{seconds} seconds', results_at = clock_timestamp() + interval '{seconds} seconds' WHERE slug = $1");

    /// <summary>Waits until the job has sealed the box.</summary>
    public async Task SealedAsync(TimeSpan patience)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        for (var until = TimeProvider.System.GetUtcNow() + patience; TimeProvider.System.GetUtcNow() < until;)
        {
            if ((await ListAsync("SELECT counted_at IS NOT NULL FROM consultation WHERE slug = $1", r => r.GetBoolean(0)))[0])
            {
                return;
            }

            await timer.WaitForNextTickAsync();
        }

        throw new LoadException($"The box was not sealed within {patience.TotalSeconds:0} s of the closing");
    }

    public static void Count(Dictionary<(string Question, string Choice), int> into, AnswerSheet sheet)
    {
        foreach (var (question, answer) in sheet.Answers)
        {
            foreach (var choice in answer.Choices)
            {
                into[(question, choice)] = into.GetValueOrDefault((question, choice)) + 1;
            }
        }
    }

    private async Task<long> CountAsync(string table) => (await ListAsync(
        $"SELECT count(*) FROM {table} t JOIN consultation c ON c.id = t.consultation_id WHERE c.slug = $1", r => r.GetInt64(0)))[0];

    private async Task<List<T>> ListAsync<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue(slug);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue(slug);
        await command.ExecuteNonQueryAsync();
    }
}
