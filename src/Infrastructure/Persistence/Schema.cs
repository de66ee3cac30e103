using Medborgardialog.Infrastructure.EmbeddedPostgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Medborgardialog.Infrastructure.Persistence;

/// <summary>Brings the tables up to the newest migration.</summary>
internal static class Schema
{
    private const int OldestServer = 150000;

    /// <summary>Safe to run by several nodes at once: the first takes a lock, the others find that nothing is left to do.</summary>
    /// <exception cref="PostgresUnavailableException">The database cannot be used; the message says why in one sentence.</exception>
    public static async Task UpdateAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            var known = db.Database.GetMigrations().ToList();
            var state = await StateAsync(db, cancellationToken);
            if (state.Version < OldestServer)
            {
                throw new PostgresUnavailableException($"PostgreSQL 15 or newer is needed, this one is {state.Version / 10000}.");
            }

            if (state.HasTables && !state.Applied.Intersect(known, StringComparer.Ordinal).Any())
            {
                throw new PostgresUnavailableException(
                    "The database was made before the first migration and cannot be updated: in development remove the folder .data, elsewhere create an empty database.");
            }

            // The newest is there, so all are. Comparing the whole model costs a fifth of a second of every start.
            if (!state.Applied.Contains(known[^1], StringComparer.Ordinal))
            {
                await MigrateAloneAsync(db, cancellationToken);
            }
        }
        catch (Exception error) when (Refusal(error) is { } refusal)
        {
            throw new PostgresUnavailableException($"The database in ConnectionStrings__Database cannot be used: {refusal.Message}");
        }
    }

    /// <summary>
    /// EF Core's own lock ends with each migration, and the node that waited would run the next one a second time. This one is held by
    /// a transaction on a connection of its own until all are done.
    /// </summary>
    private static async Task MigrateAloneAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        await using var other = (NpgsqlConnection)((ICloneable)db.Database.GetDbConnection()).Clone();
        await other.OpenAsync(cancellationToken);
        await using var transaction = await other.BeginTransactionAsync(cancellationToken);
        await using (var wait = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtext('medborgardialog schema'))", other, transaction) { CommandTimeout = 600 })
        {
            await wait.ExecuteNonQueryAsync(cancellationToken);
        }

        // Made first, since its absence would be logged as an error.
        await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>No answer, or no entrance. EF Core wraps what it thinks may pass.</summary>
    private static NpgsqlException? Refusal(Exception error) =>
        (error as NpgsqlException ?? error.InnerException as NpgsqlException) switch
        {
            PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InvalidAuthorizationSpecification } refused => refused,
            PostgresException => null,
            var unreachable => unreachable,
        };

    /// <summary>Asked past EF Core, which would log a database that does not answer with all its stack.</summary>
    private static async Task<DatabaseState> StateAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await connection.OpenAsync(cancellationToken);
        try
        {
            await using var look = new NpgsqlCommand(
                """
                SELECT current_setting('server_version_num')::int, to_regclass('consultation') IS NOT NULL, to_regclass('"__EFMigrationsHistory"') IS NOT NULL
                """,
                connection);
            await using var reader = await look.ExecuteReaderAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            var (version, hasTables, hasHistory) = (reader.GetInt32(0), reader.GetBoolean(1), reader.GetBoolean(2));
            await reader.DisposeAsync();
            return new DatabaseState(version, hasTables, hasHistory ? await AppliedAsync(connection, cancellationToken) : []);
        }
        finally
        {
            await connection.CloseAsync();
        }
    }

    private static async Task<List<string>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var list = new NpgsqlCommand("SELECT migration_id FROM \"__EFMigrationsHistory\"", connection);
        await using var reader = await list.ExecuteReaderAsync(cancellationToken);
        var applied = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            applied.Add(reader.GetString(0));
        }

        return applied;
    }

    private sealed record DatabaseState(int Version, bool HasTables, IReadOnlyList<string> Applied);
}
