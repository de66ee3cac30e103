using Medborgardialog.Benchmarks.Measuring;
using Npgsql;

namespace Medborgardialog.Benchmarks.Bare;

/// <summary>The physical limit: one response and ten answers in one prepared statement, without any web server.</summary>
internal sealed class StatementWorker(NpgsqlDataSource source) : Worker
{
    private static readonly int[] _questions = [.. Enumerable.Range(0, 10)];
    private static readonly int[] _values = [.. Enumerable.Repeat(3, 10)];
    private NpgsqlConnection? _connection;
    private NpgsqlCommand? _command;

    public override async Task<Outcome> NextAsync()
    {
        if (_command is null)
        {
            _connection = await source.OpenConnectionAsync();
            _command = new NpgsqlCommand(
                """
                WITH r AS (INSERT INTO "Responses" ("At") VALUES (now()) RETURNING "Id")
                INSERT INTO "BareAnswer" ("ResponseId", "Question", "Value")
                SELECT r."Id", a.q, a.v FROM r, unnest($1, $2) AS a (q, v)
                """,
                _connection);
            _command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = _questions });
            _command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = _values });
            await _command.PrepareAsync();
        }

        return await _command.ExecuteNonQueryAsync() == 10 ? Outcome.Accepted : Outcome.Failed;
    }

    public override void Dispose()
    {
        _command?.Dispose();
        _connection?.Dispose();
    }
}
