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
/// Reads every answer of a dialogue once, and puts them together as they come. A sealed box never changes, so what it lets through is kept;
/// what it does not let through is asked for again.
/// </summary>
internal sealed class DisclosureGate(NpgsqlDataSource source, SurveyGate surveys) : IDisclosureGate
{
    private const string State = """
        SELECT d.counted_at IS NOT NULL, d.results_at <= clock_timestamp(), d.high_protection, s.drafts_left
        FROM (SELECT id, counted_at, results_at, high_protection FROM consultation
              UNION ALL SELECT id, counted_at, results_at, high_protection FROM survey) d
        LEFT JOIN sealed_box s ON s.consultation_id = d.id WHERE d.id = $1
        """;

    private const string TextCounts = "SELECT question_key, count(*) FROM ballot_text WHERE consultation_id = $1 AND choice IS NULL GROUP BY 1";

    private const string Groups = "SELECT variable, category FROM population WHERE $1::uuid IS NOT NULL ORDER BY variable, \"order\"";

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

        var result = await CompileAsync(connection, dialogueId, state, cancellationToken);
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

    private static async Task<DisclosedResult> CompileAsync(NpgsqlConnection connection, Guid dialogueId, BoxState state, CancellationToken cancellationToken)
    {
        var (limits, counted, changed) = (ProtectionLimits.For(state.HighProtection), new CountedAnswers(), 0);
        await using (var ballots = await CountedBallots.OpenAsync(connection, dialogueId, cancellationToken))
        {
            while (await ballots.ReadAsync(cancellationToken))
            {
                counted.Add(ballots.Body, ballots.About, ballots.Door, ballots.RecordKey);
                changed += ballots.IsChanged ? 1 : 0;
            }
        }

        var everyone = counted.Everyone;
        if (everyone.Persons < limits.SmallestGroup)
        {
            return new DisclosedResult(null, null, null, limits, [], [], [], [], new Dictionary<string, int>(StringComparer.Ordinal));
        }

        var (texts, groups) = await BesideAsync(connection, dialogueId, cancellationToken);
        return new DisclosedResult(
            everyone.Persons, Shown(changed), Shown(state.DraftsLeft ?? 0), limits,
            [.. counted.Chosen.Select(q => new Distribution(q.Key, q.Persons, q.Answered))],
            [.. AboutYou.ExitQuestions.Keys.Select(Exit).Where(q => q.Answered >= limits.SmallestGroup)],
            Who(AboutYou.Age, ordered: true), Who(AboutYou.Area, ordered: false), texts)
        {
            Doors = counted.Doors.Count > 1
                ? Breakdown.Publish([.. counted.Doors.Select(d => Group(((int)d.Key).ToString(CultureInfo.InvariantCulture), d.Value))], limits, ordered: false)
                : [],
        };

        int? Shown(int count) => count == 0 || count >= limits.SmallestGroup ? count : null;

        Distribution Exit(string key)
        {
            var told = counted.Told(key);
            return new Distribution(key, told.ToDictionary(t => t.Key, t => t.Value.Persons, StringComparer.Ordinal), told.Sum(t => t.Value.Persons));
        }

        // Those who told nothing are a group like any other (rule R11), or the exact headline less the shown groups would betray them.
        IReadOnlyList<PublishedGroup> Who(string variable, bool ordered)
        {
            var told = counted.Told(variable);
            var cells = groups.Where(g => g.Variable == variable).Select(g => Group(g.Category, told.GetValueOrDefault(g.Category))).ToList();
            var silent = unchecked(everyone.RecordKey - cells.Aggregate(0L, (sum, c) => sum + c.CellKey)) & long.MaxValue;
            return Breakdown.Publish([.. cells, new BreakdownGroup([AboutYou.NotTold], everyone.Persons - cells.Sum(c => c.Count), silent)], limits, ordered);
        }

        static BreakdownGroup Group(string name, Tally people) => new([name], people.Persons, people.RecordKey);
    }

    /// <summary>What does not lie on the ballots: how many wrote, by question, and the categories of age and area in their order.</summary>
    private static async Task<(Dictionary<string, int> Texts, List<(string Variable, string Category)> Groups)> BesideAsync(
        NpgsqlConnection connection, Guid dialogueId, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var sql in new[] { TextCounts, Groups })
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(sql) { Parameters = { new NpgsqlParameter { Value = dialogueId } } });
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var (texts, groups) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<(string, string)>());
        while (await reader.ReadAsync(cancellationToken))
        {
            texts[reader.GetString(0)] = (int)reader.GetInt64(1);
        }

        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            groups.Add((reader.GetString(0), reader.GetString(1)));
        }

        return (texts, groups);
    }

    private sealed record BoxState(bool Counted, bool Released, bool HighProtection, int? DraftsLeft);
}
