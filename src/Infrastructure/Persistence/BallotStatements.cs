namespace Medborgardialog.Infrastructure.Persistence;

/// <summary>
/// The statements of the ballot box. Each cast is one statement: the row of the rådslag or survey is locked FOR SHARE, and only after
/// the lock is held does the outer query read <c>clock_timestamp()</c>, so an answer cannot be timed before a closing that it waited for.
/// States are those of <c>BoxState</c>: 2 published, 3 paused, 9 cancelled. The column <c>consultation_id</c> of the answer tables
/// holds the id of a rådslag or of a survey; it has kept its name so that the version before can run beside this one.
/// Of a participant who came with a code the frame is asked in the same statement, so that answering stays one round trip: whether the
/// code still holds, and which groups the answer is counted in: of a survey those that were declared and no others, of a rådslag age and
/// area, and in mode A (3) nothing that only the list knows.
/// Parameters: $1 dialogue, $2 participant, $3 owner tag, $4 idempotency hash, $5 body, $6 choices, $7 receipt,
/// $8 ballot id, $9 record key, $10 draft id or null, $11 door, $12 first symbols of the code that the participant came with, or null.
/// </summary>
internal static class BallotStatements
{
    private const string Gate = """
        WITH c AS MATERIALIZED (
            SELECT state, answers_open_at, closes_at FROM consultation WHERE id = $1 FOR SHARE
        ), s AS MATERIALIZED (
            SELECT state, answers_open_at, closes_at FROM survey WHERE id = $1 FOR SHARE
        ), t AS MATERIALIZED (
            SELECT d.*, clock_timestamp() AS now FROM (SELECT * FROM c UNION ALL SELECT * FROM s) d
        ), person AS MATERIALIZED (
            SELECT p.state <> 0 OR f.dialogue_id <> $1 OR f.valid_from > clock_timestamp() OR f.valid_until <= clock_timestamp()
                   OR NOT coalesce($12 = p.selector OR EXISTS (SELECT 1 FROM earlier_code e WHERE e.person_id = p.id AND e.selector = $12), $12 IS NULL) AS refused,
                   (SELECT jsonb_object_agg(a.key, a.value) FROM (
                        VALUES ('age', p.age_band), ('area', p.area), ('unit', p.unit) UNION ALL SELECT * FROM jsonb_each_text(p.groups)) a(key, value)
                    WHERE a.value <> '' AND (
                        a.key IN ('age', 'area') AND EXISTS (SELECT 1 FROM consultation WHERE id = $1 AND mode <> 3)
                        OR EXISTS (SELECT 1 FROM survey v, jsonb_array_elements(v.breakdowns) d
                                   WHERE v.id = $1 AND d ->> 'Source' = '1' AND d ->> 'Key' = a.key))) AS about
            FROM frame_person p JOIN frame f ON f.id = p.frame_id WHERE p.id = $2
        ), replay AS MATERIALIZED (
            SELECT receipt FROM ballot_cast WHERE consultation_id = $1 AND idempotency_hash = $4
        ), open AS MATERIALIZED (
            SELECT now FROM t
            WHERE state = 2 AND answers_open_at <= now AND now < closes_at AND NOT EXISTS (SELECT 1 FROM replay)
              AND NOT EXISTS (SELECT 1 FROM person WHERE refused)
        )
        """;

    private const string Verdict = """
        , done AS (
            DELETE FROM answer_draft WHERE id = $10 AND EXISTS (SELECT 1 FROM stored)
        )
        SELECT t.state, t.now, t.answers_open_at, t.closes_at,
               (SELECT receipt FROM replay), (SELECT changes FROM stored),
               EXISTS (SELECT 1 FROM open), EXISTS (SELECT 1 FROM person WHERE refused)
        FROM t
        """;

    private const string Log = """
        INSERT INTO ballot_cast (consultation_id, idempotency_hash, receipt)
        SELECT $1, $4, $7 FROM
        """;

    /// <summary>Modes Ö and F. The cast row comes first: of parallel copies of one form only one gets past it.</summary>
    public const string Cast = Gate + """
        , logged AS (
        """ + Log + """
             open ON CONFLICT DO NOTHING RETURNING 1
        ), took_part AS (
            INSERT INTO participation (consultation_id, participant_id, day)
            SELECT $1, $2, (open.now AT TIME ZONE 'Europe/Stockholm')::date FROM open, logged
            ON CONFLICT DO NOTHING
        ), stored AS (
            INSERT INTO ballot (id, consultation_id, owner_tag, body, first_choices, changes, receipt, record_key, shuffled, door, about)
            SELECT $8, $1, $3, $5::jsonb, $6::jsonb, 0, $7, $9, false, $11, (SELECT about FROM person) FROM logged
            ON CONFLICT (consultation_id, owner_tag) DO UPDATE
                SET body = excluded.body, receipt = excluded.receipt, changes = ballot.changes + 1, door = excluded.door
            RETURNING changes
        )
        """ + Verdict;

    /// <summary>Mode A, first time: the participation row decides, so a person has one ballot.</summary>
    public const string CastAnonymously = Gate + """
        , took_part AS (
            INSERT INTO participation (consultation_id, participant_id, day)
            SELECT $1, $2, (open.now AT TIME ZONE 'Europe/Stockholm')::date FROM open
            ON CONFLICT DO NOTHING RETURNING 1
        ), logged AS (
        """ + Log + """
             took_part ON CONFLICT DO NOTHING RETURNING 1
        ), stored AS (
            INSERT INTO ballot (id, consultation_id, owner_tag, body, first_choices, changes, receipt, record_key, shuffled, door, about)
            SELECT $8, $1, $3, $5::jsonb, $6::jsonb, 0, $7, $9, false, $11, (SELECT about FROM person) FROM logged
            RETURNING changes
        )
        """ + Verdict;

    /// <summary>Mode A, later: the owner tag alone finds the ballot.</summary>
    public const string ChangeAnonymously = Gate + """
        , own AS MATERIALIZED (
            SELECT id FROM ballot WHERE consultation_id = $1 AND owner_tag = $3
        ), logged AS (
        """ + Log + """
             open, own ON CONFLICT DO NOTHING RETURNING 1
        ), stored AS (
            UPDATE ballot SET body = $5::jsonb, receipt = $7, changes = ballot.changes + 1, door = $11
            FROM own, logged WHERE ballot.id = own.id
            RETURNING ballot.changes
        )
        """ + Verdict;

    /// <summary>The same question of a participant as in a cast, before there is one. $1 dialogue, $2 participant, $3 first symbols of the code or null.</summary>
    public const string MayTakePart = """
        SELECT NOT EXISTS (
            SELECT 1 FROM frame_person p JOIN frame f ON f.id = p.frame_id
            WHERE p.id = $2 AND (p.state <> 0 OR f.dialogue_id <> $1 OR f.valid_from > clock_timestamp() OR f.valid_until <= clock_timestamp()
                OR NOT coalesce($3 = p.selector OR EXISTS (SELECT 1 FROM earlier_code e WHERE e.person_id = p.id AND e.selector = $3), $3 IS NULL)))
        """;

    /// <summary>
    /// Keeps every cast of the dialogue out until the transaction ends: casts lock the same row in share mode. What is read after it, in
    /// the same transaction, is the last there is. $1 dialogue.
    /// </summary>
    public const string KeepOthersOut = """
        WITH c AS MATERIALIZED (SELECT id FROM consultation WHERE id = $1 FOR NO KEY UPDATE),
             s AS MATERIALIZED (SELECT id FROM survey WHERE id = $1 FOR NO KEY UPDATE)
        SELECT 1 FROM (SELECT id FROM c UNION ALL SELECT id FROM s) d
        """;

    /// <summary>
    /// One row when the participant has answered by their own hand, through any other door than paper (4) and telephone (5); answers older
    /// than the column are such. $1 dialogue, $2 owner tag.
    /// </summary>
    public const string OwnAnswer =
        "SELECT 1 FROM ballot WHERE consultation_id = $1 AND owner_tag = $2 AND (door IS NULL OR door NOT IN (4, 5))";

    /// <summary>$1 dialogue, $2 idempotency hash.</summary>
    public const string ReceiptOfForm = "SELECT receipt FROM ballot_cast WHERE consultation_id = $1 AND idempotency_hash = $2";

    /// <summary>
    /// One row when the state is published (2) or cancelled (9) and the box is not sealed: waits for every running cast. The last
    /// column says whether it is to be counted. $1 dialogue.
    /// </summary>
    public const string LockForSealing = """
        WITH c AS MATERIALIZED (
            SELECT mode, state, closes_at FROM consultation WHERE id = $1 AND state IN (2, 9) AND counted_at IS NULL FOR UPDATE
        ), s AS MATERIALIZED (
            SELECT mode, state, closes_at FROM survey WHERE id = $1 AND state IN (2, 9) AND counted_at IS NULL FOR UPDATE
        )
        SELECT mode, state = 9 OR closes_at <= clock_timestamp(), state = 2 FROM (SELECT * FROM c UNION ALL SELECT * FROM s) d
        WHERE NOT EXISTS (SELECT 1 FROM sealed_box WHERE consultation_id = $1)
        """;

    /// <summary>
    /// The log of forms in random order. Its rows are written together with participation and hold the receipt of the ballot, so that
    /// they would lead from one to the other by transaction and by order. $1 dialogue.
    /// </summary>
    public const string ShuffleCasts = """
        WITH moved AS (
            DELETE FROM ballot_cast WHERE consultation_id = $1 RETURNING *
        )
        INSERT INTO ballot_cast (consultation_id, idempotency_hash, receipt)
        SELECT consultation_id, idempotency_hash, receipt FROM moved ORDER BY random()
        """;

    /// <summary>
    /// Parts texts from choices and rewrites the ballots in random order. Of a question answered in words nothing stays on the ballot, not
    /// even that it was left: where one person wrote, that would say who. A text keeps what may be told of its group alone: $4 units, $5 the
    /// units that each is told together with or null, $6 whether paper may be told (<c>TextPlaces</c>). $1 dialogue, $2 text question keys,
    /// $3 whether owner tags are kept (mode Ö).
    /// </summary>
    public const string Seal = """
        WITH texts AS (
            INSERT INTO ballot_text (id, consultation_id, question_key, text, choice, units, on_paper)
            SELECT gen_random_uuid(), $1, e.key,
                   CASE jsonb_typeof(e.value) WHEN 'string' THEN e.value #>> '{}' ELSE '' END,
                   CASE jsonb_typeof(e.value) WHEN 'array' THEN e.value ->> 0 END,
                   p.label, coalesce(p.paper AND b.door = 4, false)
            FROM ballot b CROSS JOIN LATERAL jsonb_each(b.body) e
            LEFT JOIN unnest($4::text[], $5::text[], $6::boolean[]) p(unit, label, paper) ON p.unit = coalesce(b.about ->> 'unit', b.body -> 'unit' ->> 0, '')
            WHERE b.consultation_id = $1 AND e.key = ANY ($2) AND e.value <> '[]' ORDER BY random()
        ), moved AS (
            DELETE FROM ballot WHERE consultation_id = $1 RETURNING *
        )
        INSERT INTO ballot (id, consultation_id, owner_tag, body, first_choices, changes, receipt, about, record_key, shuffled, door)
        SELECT id, consultation_id, CASE WHEN $3 THEN owner_tag END, body - $2, first_choices - $2, changes, receipt, about, record_key, true, door
        FROM moved ORDER BY random()
        """;

    /// <summary>Every counted answer once, for the gate. A COPY takes no parameters; the id is no text that anybody wrote.</summary>
    public static string CopyCounted(Guid dialogueId) => $"""
        COPY (SELECT body::text, about::text, door, record_key, changes > 0 FROM ballot WHERE consultation_id = '{dialogueId:D}') TO STDOUT (FORMAT BINARY)
        """;

    /// <summary>
    /// Before sealing: answers by unit where the survey is broken down by it, of them on paper (door 4), and whether it is class H. $1 dialogue.
    /// </summary>
    public const string CountUnits = """
        SELECT b.unit, count(*)::int, (count(*) FILTER (WHERE b.door = 4))::int, bool_or(d.high_protection)
        FROM (SELECT id, high_protection, '[]'::jsonb AS breakdowns FROM consultation WHERE id = $1
              UNION ALL SELECT id, high_protection, breakdowns FROM survey WHERE id = $1) d
        CROSS JOIN LATERAL (
            SELECT CASE WHEN EXISTS (SELECT 1 FROM jsonb_array_elements(d.breakdowns) v WHERE v ->> 'Key' = 'unit')
                        THEN coalesce(about ->> 'unit', body -> 'unit' ->> 0, '') ELSE '' END AS unit, door
            FROM ballot WHERE consultation_id = d.id
        ) b
        GROUP BY b.unit
        """;

    /// <summary>One row, true, when there is enough to hide in (rule R5). $1 dialogue.</summary>
    public const string MayShuffle = "SELECT count(*) >= 10 FROM ballot WHERE consultation_id = $1 AND NOT shuffled";

    public const string Shuffle = """
        WITH moved AS (
            DELETE FROM ballot WHERE consultation_id = $1 RETURNING *
        )
        INSERT INTO ballot (id, consultation_id, owner_tag, body, first_choices, changes, receipt, about, record_key, shuffled, door)
        SELECT id, consultation_id, owner_tag, body, first_choices, changes, receipt, about, record_key, true, door
        FROM moved ORDER BY random()
        """;

    /// <summary>
    /// How far the answering has come: counts of the whole, and the latest release. Nothing is read of any answer. $1 dialogue.
    /// Whether it is open is asked of the clock and the state as a cast does.
    /// </summary>
    public const string CountParticipation = """
        SELECT b.answered, b.changed,
               (SELECT count(*)::int FROM answer_draft WHERE consultation_id = $1) + coalesce((SELECT drafts_left FROM sealed_box WHERE consultation_id = $1), 0),
               d.eligible, d.high_protection, coalesce(d.state = 2 AND d.answers_open_at <= clock_timestamp() AND clock_timestamp() < d.closes_at, false),
               (clock_timestamp() AT TIME ZONE 'Europe/Stockholm')::date, r.content::text
        FROM (SELECT id, state, answers_open_at, closes_at, high_protection, eligible_count AS eligible FROM consultation
              UNION ALL SELECT id, state, answers_open_at, closes_at, high_protection, invited_count FROM survey) d
        CROSS JOIN LATERAL (
            SELECT count(*)::int AS answered, (count(*) FILTER (WHERE changes > 0))::int AS changed FROM ballot WHERE consultation_id = d.id
        ) b
        LEFT JOIN participation_release r ON r.dialogue_id = d.id
        WHERE d.id = $1
        """;

    /// <summary>
    /// By whole day before today, with a cell key (rule R13) made of who they are, which is all that is kept of them beside the day. $1 dialogue.
    /// </summary>
    public const string CountDays = """
        SELECT day, count(*)::int, (sum(hashtextextended(participant_id::text, 0) & 9223372036854775807) % 9223372036854775808)::bigint
        FROM participation WHERE consultation_id = $1 AND day < (clock_timestamp() AT TIME ZONE 'Europe/Stockholm')::date
        GROUP BY day ORDER BY day
        """;

    /// <summary>Open dialogues with their number of answers and what was released of them before. The last column is today.</summary>
    public const string ListForRelease = """
        SELECT d.id, d.high_protection, (SELECT count(*)::int FROM ballot WHERE consultation_id = d.id), r.released_on, r.answers,
               (clock_timestamp() AT TIME ZONE 'Europe/Stockholm')::date
        FROM (SELECT id, state, answers_open_at, closes_at, counted_at, high_protection FROM consultation
              UNION ALL SELECT id, state, answers_open_at, closes_at, counted_at, high_protection FROM survey) d
        LEFT JOIN participation_release r ON r.dialogue_id = d.id
        WHERE d.state = 2 AND d.counted_at IS NULL AND d.answers_open_at <= clock_timestamp() AND clock_timestamp() < d.closes_at
        """;

    /// <summary>Who they are, and no column of what they answered. $1 dialogue.</summary>
    public const string WhoTookPart = """
        SELECT about ->> 'age', about ->> 'area', door, count(*)::int, (sum(record_key) % 9223372036854775808)::bigint
        FROM ballot WHERE consultation_id = $1 GROUP BY 1, 2, 3
        """;

    /// <summary>$1 dialogue, $2 day, $3 answers, $4 content. Of two at once the first of the day stands.</summary>
    public const string Release = """
        INSERT INTO participation_release (dialogue_id, released_on, answers, content) VALUES ($1, $2, $3, $4::jsonb)
        ON CONFLICT (dialogue_id) DO UPDATE SET released_on = excluded.released_on, answers = excluded.answers, content = excluded.content
        WHERE participation_release.released_on < excluded.released_on
        """;

    /// <summary>
    /// By wave of panel $1: how many were asked, have answered, and have left since. That somebody took part, and nothing of what was answered.
    /// States 3 and 4 of a membership: left, expired.
    /// </summary>
    public const string CountWaves = """
        SELECT w.number, count(i.person_id)::int, count(a.participant_id)::int, (count(*) FILTER (WHERE m.state IN (3, 4)))::int
        FROM panel_wave w
        LEFT JOIN panel_invitation i ON i.wave_id = w.id
        LEFT JOIN panel_membership m ON m.id = i.membership_id
        LEFT JOIN participation a ON a.consultation_id = w.survey_id AND a.participant_id = i.person_id
        WHERE w.panel_id = $1
        GROUP BY w.number ORDER BY w.number
        """;

    /// <summary>Of the people $2, each in the survey $1 at the same place, those who have taken part.</summary>
    public const string WhoAnswered = """
        SELECT participant_id FROM participation JOIN unnest($1, $2) AS asked (survey_id, person_id)
        ON consultation_id = asked.survey_id AND participant_id = asked.person_id
        """;
}
