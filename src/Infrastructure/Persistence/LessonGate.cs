using System.Globalization;
using System.Text.Json;
using Medborgardialog.Application.Classrooms;
using Npgsql;

namespace Medborgardialog.Infrastructure.Persistence;

/// <summary>See <see cref="ILessonGate"/>. States of a survey are those of <c>BoxState</c>: 2 is published.</summary>
internal sealed class LessonGate(NpgsqlDataSource source) : ILessonGate
{
    /// <summary>The lesson with the code and whether it lets anybody in. $1 code, $2 now.</summary>
    private const string Lesson = """
        WITH l AS MATERIALIZED (
            SELECT l.id, l.survey_id, s.slug, l.places, l.id::text || '.in' AS key,
                   s.state = 2 AND l.closed_at IS NULL AND coalesce(l.open_until > $2, false) AS open
            FROM class_lesson l JOIN survey s ON s.id = l.survey_id WHERE l.code = $1
        )
        """;

    /// <summary>
    /// The number is compared while the row is locked: a second writer waits, and then compares with what the first has written. The lesson's own
    /// row is read and not locked, so that it does not carry the transaction of whoever came in.
    /// </summary>
    private const string Enter = Lesson + """
        , taken AS (
            INSERT INTO class_tally AS t (survey_id, counts)
            SELECT survey_id, jsonb_build_object(key, 1) FROM l WHERE open AND places > 0
            ON CONFLICT (survey_id) DO UPDATE
                SET counts = t.counts || (SELECT jsonb_build_object(key, coalesce((t.counts ->> key)::int, 0) + 1) FROM l)
                WHERE (SELECT coalesce((t.counts ->> key)::int, 0) < places FROM l)
            RETURNING 1
        )
        SELECT id, slug, open, EXISTS (SELECT 1 FROM taken) FROM l
        """;

    private const string Sent = """
        INSERT INTO class_tally AS t (survey_id, counts)
        SELECT survey_id, jsonb_build_object($2, 1) FROM class_lesson WHERE id = $1
        ON CONFLICT (survey_id) DO UPDATE SET counts = t.counts || jsonb_build_object($2, coalesce((t.counts ->> $2)::int, 0) + 1)
        """;

    public Task<LessonTurn> EnterAsync(string code, DateTimeOffset now, CancellationToken cancellationToken) => AskAsync(Enter, code, now, cancellationToken);

    public Task<LessonTurn> LookAsync(string code, DateTimeOffset now, CancellationToken cancellationToken) =>
        AskAsync(Lesson + "SELECT id, slug, open, true FROM l", code, now, cancellationToken);

    public async Task CountSentAsync(Guid lessonId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(Sent);
        command.Parameters.AddWithValue(lessonId);
        command.Parameters.AddWithValue($"{lessonId:D}.sent");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<IReadOnlyDictionary<Guid, LessonTally>> TallyAsync(Guid surveyId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT counts::text FROM class_tally WHERE survey_id = $1");
        command.Parameters.AddWithValue(surveyId);
        if (await command.ExecuteScalarAsync(cancellationToken) is not string json)
        {
            return new Dictionary<Guid, LessonTally>();
        }

        var counts = JsonSerializer.Deserialize<Dictionary<string, int>>(json)!;
        return counts.Keys.Select(key => Guid.Parse(key.Split('.')[0], CultureInfo.InvariantCulture)).Distinct()
            .ToDictionary(id => id, id => new LessonTally(counts.GetValueOrDefault($"{id:D}.in"), counts.GetValueOrDefault($"{id:D}.sent")));
    }

    public async Task MixAsync(CancellationToken cancellationToken)
    {
        await using (var command = source.CreateCommand("UPDATE class_lesson SET name = name"))
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await ForgetEarlierAsync(cancellationToken);
    }

    public async Task ForgetEarlierAsync(CancellationToken cancellationToken)
    {
        // What was there before still carries the transactions that wrote it.
        await using var vacuum = source.CreateCommand("VACUUM class_lesson, class_tally");
        await vacuum.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<LessonTurn> AskAsync(string statement, string code, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(statement);
        command.Parameters.AddWithValue(code);
        command.Parameters.AddWithValue(now);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return new LessonTurn(LessonDoor.Unknown, default, "");
        }

        var door = !reader.GetBoolean(2) ? LessonDoor.Closed : reader.GetBoolean(3) ? LessonDoor.In : LessonDoor.Full;
        return new LessonTurn(door, reader.GetGuid(0), reader.GetString(1));
    }
}
