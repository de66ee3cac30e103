using Medborgardialog.Application.Discussions;
using Medborgardialog.Domain.Discussions;
using Npgsql;

namespace Medborgardialog.Infrastructure.Discussions;

/// <summary>By hand: many react to the same post at once, and a count must follow what was really added or removed.</summary>
internal sealed class ReactionCounter(NpgsqlDataSource source) : IReactionCounter
{
    private const string Add = """
        WITH changed AS (
            INSERT INTO post_reaction (post_id, person_id, kind) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING kind)
        UPDATE post SET good = good + (SELECT count(*) FROM changed WHERE kind = 1), thoughtful = thoughtful + (SELECT count(*) FROM changed WHERE kind = 2)
        WHERE id = $1 RETURNING good, thoughtful
        """;

    private const string Remove = """
        WITH changed AS (
            DELETE FROM post_reaction WHERE post_id = $1 AND person_id = $2 AND kind = $3 RETURNING kind)
        UPDATE post SET good = good - (SELECT count(*) FROM changed WHERE kind = 1), thoughtful = thoughtful - (SELECT count(*) FROM changed WHERE kind = 2)
        WHERE id = $1 RETURNING good, thoughtful
        """;

    public async Task<ReactionCounts> SetAsync(Guid postId, Guid personId, ReactionKind kind, bool on, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(on ? Add : Remove);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = postId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = personId });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = (int)kind });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new ReactionCounts(reader.GetInt32(0), reader.GetInt32(1))
            : new ReactionCounts(0, 0);
    }
}
