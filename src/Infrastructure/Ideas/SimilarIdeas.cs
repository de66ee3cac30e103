using Medborgardialog.Application.Ideas;
using Medborgardialog.Domain.Ideas;
using Npgsql;

namespace Medborgardialog.Infrastructure.Ideas;

/// <summary>PostgreSQL's full text search with Swedish stems, over the stored column of words. Any word of the title brings an idea in; all words say how like it is.</summary>
internal sealed class SimilarIdeas(NpgsqlDataSource source) : ISimilarIdeas
{
    public async Task<IReadOnlyList<SimilarIdea>> FindAsync(string title, string text, int most, CancellationToken cancellationToken)
    {
        // plainto_tsquery joins with "and" what here is "or"; a text of nothing but stop words finds nothing.
        await using var command = source.CreateCommand("""
            WITH asked AS (
                SELECT replace(plainto_tsquery('swedish', $1)::text, '&', '|')::tsquery AS title, replace(plainto_tsquery('swedish', $1 || ' ' || $2)::text, '&', '|')::tsquery AS whole)
            SELECT i.number, i.title, i.step FROM idea i, asked
            WHERE i.state = $3 AND i.words @@ asked.title
            ORDER BY ts_rank(i.words, asked.title) + ts_rank(i.words, asked.whole) DESC, i.number DESC
            LIMIT $4
            """);
        command.Parameters.AddWithValue(title);
        command.Parameters.AddWithValue(text);
        command.Parameters.AddWithValue((int)IdeaState.Shown);
        command.Parameters.AddWithValue(most);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<SimilarIdea>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(new SimilarIdea(reader.GetInt32(0), reader.GetString(1), (IdeaStep)reader.GetInt32(2)));
        }

        return found;
    }
}
