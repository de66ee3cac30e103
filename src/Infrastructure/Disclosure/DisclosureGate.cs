using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Surveys;
using Npgsql;

namespace Medborgardialog.Infrastructure.Disclosure;

/// <summary>
/// Reads answers in one batch, one round trip. A sealed box never changes, so what it lets through is kept; what it does not
/// let through is asked for again.
/// </summary>
internal sealed class DisclosureGate(NpgsqlDataSource source, SurveyGate surveys) : IDisclosureGate
{
    private const string State = """
        SELECT d.counted_at IS NOT NULL, d.results_at <= clock_timestamp(), d.high_protection, s.drafts_left
        FROM (SELECT id, counted_at, results_at, high_protection FROM consultation
              UNION ALL SELECT id, counted_at, results_at, high_protection FROM survey) d
        LEFT JOIN sealed_box s ON s.consultation_id = d.id WHERE d.id = $1
        """;

    private const string Total = """
        SELECT count(*), count(*) FILTER (WHERE changes > 0), (coalesce(sum(record_key), 0) % 9223372036854775808)::bigint
        FROM ballot WHERE consultation_id = $1
        """;

    private const string Choices = """
        SELECT e.key, v.value, count(*) FROM ballot b, jsonb_each(b.body) e, jsonb_array_elements_text(e.value) v(value)
        WHERE b.consultation_id = $1 AND jsonb_typeof(e.value) = 'array' GROUP BY 1, 2
        """;

    private const string Answered =
        "SELECT e.key, count(*) FROM ballot b, jsonb_each(b.body) e WHERE b.consultation_id = $1 AND e.value <> '[]' GROUP BY 1";

    private const string About = """
        SELECT e.key, e.value, count(*), (sum(b.record_key) % 9223372036854775808)::bigint
        FROM ballot b, jsonb_each_text(b.about) e WHERE b.consultation_id = $1 GROUP BY 1, 2
        """;

    private const string TextCounts = "SELECT question_key, count(*) FROM ballot_text WHERE consultation_id = $1 AND choice IS NULL GROUP BY 1";

    private const string Groups = "SELECT variable, category FROM population WHERE $1::uuid IS NOT NULL ORDER BY variable, \"order\"";

    // Answers older than the column came by e-mail.
    private const string Doors = """
        SELECT coalesce(door, 1)::int, count(*), (sum(record_key) % 9223372036854775808)::bigint FROM ballot WHERE consultation_id = $1 GROUP BY 1 ORDER BY 1
        """;

    private readonly ConcurrentDictionary<Guid, DisclosedResult> _public = new();
    private readonly ConcurrentDictionary<Guid, DisclosedSurvey> _publicSurveys = new();

    public async Task<DisclosedResult?> ReadAsync(Guid dialogueId, Audience audience, CancellationToken cancellationToken)
    {
        if (_public.TryGetValue(dialogueId, out var kept))
        {
            return kept;
        }

        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        if (await StateAsync(connection, dialogueId, cancellationToken) is not { Counted: true } state
            || (audience == Audience.Public && !state.Released))
        {
            return null;
        }

        await using var batch = new NpgsqlBatch(connection);
        foreach (var sql in new[] { Total, Choices, Answered, About, TextCounts, Groups, Doors })
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(sql) { Parameters = { new NpgsqlParameter { Value = dialogueId } } });
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var result = await CompileAsync(reader, state, cancellationToken);
        if (state.Released)
        {
            _public[dialogueId] = result;
        }

        return result;
    }

    public async Task<DisclosedSurvey?> ReadSurveyAsync(Guid surveyId, Audience audience, CancellationToken cancellationToken)
    {
        if (_publicSurveys.TryGetValue(surveyId, out var kept))
        {
            return kept;
        }

        if (await StateAsync(surveyId, cancellationToken) is not { Counted: true } state || (audience == Audience.Public && !state.Released))
        {
            return null;
        }

        var disclosed = await surveys.ReadAsync(surveyId, state.HighProtection, state.DraftsLeft ?? 0, cancellationToken);
        if (state.Released)
        {
            _publicSurveys[surveyId] = disclosed;
        }

        return disclosed;
    }

    private async Task<BoxState?> StateAsync(Guid dialogueId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await StateAsync(connection, dialogueId, cancellationToken);
    }

    public async IAsyncEnumerable<CountedBallot> ReadRowsAsync(Guid surveyId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await ReadSurveyAsync(surveyId, Audience.Public, cancellationToken) is { TooFew: false })
        {
            await foreach (var row in surveys.RowsAsync(surveyId, cancellationToken))
            {
                yield return row;
            }
        }
    }

    public async Task<IReadOnlyList<string>> ReadTextsAsync(Guid dialogueId, string questionKey, CancellationToken cancellationToken) =>
        [.. (await ReadWrittenAsync(dialogueId, questionKey, cancellationToken)).Select(w => w.Text)];

    public async Task<IReadOnlyList<WrittenText>> ReadWrittenAsync(Guid dialogueId, string questionKey, CancellationToken cancellationToken)
    {
        if (await ReadAsync(dialogueId, Audience.Report, cancellationToken) is not { TooFew: false } disclosed)
        {
            return [];
        }

        // Ids are random, so this order says nothing of who came when.
        await using var command = source.CreateCommand(
            """
            SELECT id, text, units, on_paper, EXISTS (SELECT 1 FROM survey WHERE id = $1)
            FROM ballot_text WHERE consultation_id = $1 AND question_key = $2 AND choice IS NULL ORDER BY id
            """);
        command.Parameters.AddWithValue(dialogueId);
        command.Parameters.AddWithValue(questionKey);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (texts, isSurvey) = (new List<WrittenText>(), false);
        while (await reader.ReadAsync(cancellationToken))
        {
            texts.Add(new WrittenText(reader.GetGuid(0), reader.GetString(1), reader.IsDBNull(2) ? [] : reader.GetString(2).Split(','), reader.GetBoolean(3)));
            isSurvey = reader.GetBoolean(4);
        }

        await reader.CloseAsync();
        if (texts.Count < disclosed.Limits.SmallestForText || !await surveys.MayReadAsync(dialogueId, questionKey, this, cancellationToken))
        {
            return [];
        }

        // A young or a small population is class H also where the survey does not say so.
        var limits = isSurvey ? (await ReadSurveyAsync(dialogueId, Audience.Report, cancellationToken))!.Published.Limits : disclosed.Limits;
        return limits.SmallestGroupForText is null ? texts.ConvertAll(t => t with { Units = [], OnPaper = false }) : texts;
    }

    private static async Task<BoxState?> StateAsync(NpgsqlConnection connection, Guid dialogueId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(State, connection);
        command.Parameters.AddWithValue(dialogueId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new BoxState(
                reader.GetBoolean(0), !reader.IsDBNull(1) && reader.GetBoolean(1), reader.GetBoolean(2), reader.IsDBNull(3) ? null : reader.GetInt32(3))
            : null;
    }

    private static async Task<DisclosedResult> CompileAsync(NpgsqlDataReader reader, BoxState state, CancellationToken cancellationToken)
    {
        var limits = ProtectionLimits.For(state.HighProtection);
        await reader.ReadAsync(cancellationToken);
        var (total, changed, everyone) = ((int)reader.GetInt64(0), (int)reader.GetInt64(1), reader.GetInt64(2));
        if (total < limits.SmallestGroup)
        {
            return new DisclosedResult(null, null, null, limits, [], [], [], [], new Dictionary<string, int>(StringComparer.Ordinal));
        }

        var choices = await RowsAsync(reader, r => (Key: r.GetString(0), Choice: r.GetString(1), Count: (int)r.GetInt64(2)), cancellationToken);
        var answered = await RowsAsync(reader, r => (Key: r.GetString(0), Count: (int)r.GetInt64(1)), cancellationToken);
        var about = await RowsAsync(reader, r => (Key: r.GetString(0), Value: r.GetString(1), Count: (int)r.GetInt64(2), Cell: r.GetInt64(3)), cancellationToken);
        var texts = await RowsAsync(reader, r => (Key: r.GetString(0), Count: (int)r.GetInt64(1)), cancellationToken);
        var groups = await RowsAsync(reader, r => (Variable: r.GetString(0), Category: r.GetString(1)), cancellationToken);
        var doors = await RowsAsync(
            reader, r => new BreakdownGroup([r.GetInt32(0).ToString(CultureInfo.InvariantCulture)], (int)r.GetInt64(1), r.GetInt64(2)), cancellationToken);

        return new DisclosedResult(
            total, Shown(changed), Shown(state.DraftsLeft ?? 0), limits,
            [.. choices.GroupBy(c => c.Key, StringComparer.Ordinal).Select(q => new Distribution(
                q.Key, q.ToDictionary(c => c.Choice, c => c.Count, StringComparer.Ordinal), answered.First(a => a.Key == q.Key).Count))],
            [.. about.Where(a => AboutYou.ExitQuestions.ContainsKey(a.Key)).GroupBy(a => a.Key, StringComparer.Ordinal)
                .Where(q => q.Sum(a => a.Count) >= limits.SmallestGroup)
                .Select(q => new Distribution(q.Key, q.ToDictionary(a => a.Value, a => a.Count, StringComparer.Ordinal), q.Sum(a => a.Count)))],
            Who(AboutYou.Age, ordered: true), Who(AboutYou.Area, ordered: false),
            texts.ToDictionary(t => t.Key, t => t.Count, StringComparer.Ordinal))
        {
            Doors = doors.Count > 1 ? Breakdown.Publish(doors, limits, ordered: false) : [],
        };

        int? Shown(int count) => count == 0 || count >= limits.SmallestGroup ? count : null;

        // Those who told nothing are a group like any other (rule R11), or the exact headline less the shown groups would betray them.
        IReadOnlyList<PublishedGroup> Who(string variable, bool ordered)
        {
            var told = about.Where(a => a.Key == variable).ToList();
            var cells = groups.Where(g => g.Variable == variable)
                .Select(g => told.FirstOrDefault(t => t.Value == g.Category) is { Value: not null } t
                    ? new BreakdownGroup([g.Category], t.Count, t.Cell)
                    : new BreakdownGroup([g.Category], 0, 0))
                .ToList();
            var silent = unchecked(everyone - cells.Aggregate(0L, (sum, c) => sum + c.CellKey)) & long.MaxValue;
            return Breakdown.Publish([.. cells, new BreakdownGroup([AboutYou.NotTold], total - cells.Sum(c => c.Count), silent)], limits, ordered);
        }
    }

    private static async Task<List<T>> RowsAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await reader.NextResultAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private sealed record BoxState(bool Counted, bool Released, bool HighProtection, int? DraftsLeft);
}
