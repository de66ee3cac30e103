namespace Medborgardialog.Infrastructure.Persistence;

/// <summary>
/// The statements of the send ledger. As for a cast, the row of the rådslag or survey is locked FOR SHARE and the clock is read after the
/// lock is held; the row of the send is locked too, so that a stop that has been answered is seen by every claim after it. A person whose
/// row another run holds is passed over, and the key of <c>send_recipient</c> (dialogue, person, kind) lets one claim in.
/// States: dialogue 2 published, 3 paused, 9 cancelled; send 1 running; recipient 0 claimed, 3 skipped; person 0 active.
/// </summary>
internal static class SendStatements
{
    /// <summary>$3 channel: 0 mail, 1 text message, 2 letter. Which of the frame's people it can reach.</summary>
    private const string Reachable = """
        CASE $3 WHEN 0 THEN coalesce(p.contact ->> 'Email', '') <> ''
                WHEN 1 THEN coalesce(p.contact ->> 'Mobile', '') <> ''
                ELSE coalesce(p.contact ->> 'Name', '') <> '' AND coalesce(p.contact ->> 'Street', '') <> ''
                 AND coalesce(p.contact ->> 'PostalCode', '') <> '' AND coalesce(p.contact ->> 'City', '') <> '' END
        """;

    private const string Barred = """
        (p.state <> 0 OR p.wants_no_messages
         OR EXISTS (SELECT 1 FROM participation a WHERE a.consultation_id = $1 AND a.participant_id = p.id))
        """;

    /// <summary>$1 dialogue, $2 kind: the drawn people of the frame who have no message of the kind.</summary>
    private const string Left = """
        FROM frame_person p
        WHERE p.frame_id = (SELECT id FROM frame WHERE dialogue_id = $1) AND p.is_drawn
          AND NOT EXISTS (SELECT 1 FROM send_recipient r WHERE r.dialogue_id = $1 AND r.person_id = p.id AND r.kind = $2)
        """;

    private const string Gate = """
        WITH c AS MATERIALIZED (
            SELECT state, answers_open_at, closes_at FROM consultation WHERE id = $1 FOR SHARE
        ), s AS MATERIALIZED (
            SELECT state, answers_open_at, closes_at FROM survey WHERE id = $1 FOR SHARE
        ), m AS MATERIALIZED (
            SELECT state FROM send WHERE id = $4 FOR SHARE
        ), t AS MATERIALIZED (
            SELECT d.*, m.state = 1 AS running, clock_timestamp() AS now FROM (SELECT * FROM c UNION ALL SELECT * FROM s) d, m
        ), open AS MATERIALIZED (
            SELECT now FROM t
            WHERE running AND state = 2 AND answers_open_at <= now AND now < closes_at AND $5 <= now AND now < $6
        ), candidate AS MATERIALIZED (
            SELECT p.id, p.contact, p.language,
        """ + Barred + " AS barred " + Left + " AND " + Reachable + """
              AND EXISTS (SELECT 1 FROM open)
        """;

    /// <summary>$1 dialogue, $2 kind, $3 channel, $4 send, $5 from, $6 until, $7 after, $8 link hash, $9 stop hash.</summary>
    public const string Claim = Gate + """
              AND p.id > $7
            ORDER BY p.id LIMIT 1 FOR UPDATE OF p SKIP LOCKED
        ), claimed AS (
            INSERT INTO send_recipient (dialogue_id, person_id, kind, send_id, state, link_hash, stop_hash, detail, claimed_at)
            SELECT $1, id, $2, $4, CASE WHEN barred THEN 3 ELSE 0 END,
                   CASE WHEN barred THEN NULL ELSE $8 END, CASE WHEN barred THEN NULL ELSE $9 END, '', clock_timestamp()
            FROM candidate
            ON CONFLICT DO NOTHING
            RETURNING person_id
        )
        SELECT t.running, t.state, t.now, t.answers_open_at, t.closes_at, EXISTS (SELECT 1 FROM open),
               candidate.id, candidate.barred, candidate.contact, candidate.language, EXISTS (SELECT 1 FROM claimed)
        FROM t LEFT JOIN candidate ON true
        """;

    /// <summary>As a claim, of everybody and at any hour: paper does not wake anybody.</summary>
    public const string ClaimAll = Gate + """
            ORDER BY p.id FOR UPDATE OF p
        )
        INSERT INTO send_recipient (dialogue_id, person_id, kind, send_id, state, detail, claimed_at)
        SELECT $1, id, $2, $4, CASE WHEN barred THEN 3 ELSE 0 END, '', clock_timestamp() FROM candidate
        ON CONFLICT DO NOTHING
        """;

    public const string Count = "SELECT count(*) FILTER (WHERE " + Reachable + "), count(*) FILTER (WHERE NOT (" + Reachable + ")) " + Left + " AND NOT " + Barred;

    public const string Example = "SELECT p.contact, p.language " + Left + " AND NOT " + Barred + " AND " + Reachable + " ORDER BY p.id LIMIT 1";
}
