using Medborgardialog.Application.Themes;
using Npgsql;

namespace Medborgardialog.Infrastructure.Themes;

/// <summary>Stems by PostgreSQL's full text search (Snowball), in one round trip.</summary>
internal sealed class TextStems(NpgsqlDataSource source) : ITextStems
{
    public async Task<IReadOnlyList<IReadOnlyList<string>>> OfAsync(IReadOnlyList<(string Text, string Language)> texts, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("""
            SELECT ARRAY(SELECT s FROM unnest(tsvector_to_array(to_tsvector(t.rules::regconfig, t.text))) s WHERE length(s) > 1 AND s !~ '[0-9]')
            FROM unnest($1::text[], $2::text[]) WITH ORDINALITY t(text, rules, place) ORDER BY t.place
            """);
        command.Parameters.AddWithValue(texts.Select(t => t.Text).ToArray());
        command.Parameters.AddWithValue(texts.Select(t => Rules(t.Language)).ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var stems = new List<IReadOnlyList<string>>();
        while (await reader.ReadAsync(cancellationToken))
        {
            stems.Add(await reader.GetFieldValueAsync<string[]>(0, cancellationToken));
        }

        return stems;
    }

    private static string Rules(string language) => language switch
    {
        "sv" => "swedish",
        "en" => "english",
        "fi" => "finnish",
        "ar" => "arabic",
        _ => "simple",
    };
}
