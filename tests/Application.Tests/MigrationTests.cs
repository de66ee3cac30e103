using Medborgardialog.Infrastructure.Persistence;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class MigrationTests
{
    /// <summary>Everything that a migration could forget: columns with types and defaults, keys, checks, indexes.</summary>
    private const string Shape = """
        SELECT format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, coalesce(column_default, identity_generation, ''))
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '__EFMigrationsHistory'
        UNION ALL
        SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '__EFMigrationsHistory'
        UNION ALL
        SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> '"__EFMigrationsHistory"'
        ORDER BY 1
        """;

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    /// <summary>Fails when the model has changed and nobody has run <c>dotnet ef migrations add</c> (docs/developing.md).</summary>
    [Fact]
    public async Task Every_change_of_the_model_has_a_migration()
    {
        await using var db = await OpenAsync(empty: false);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Migrating_makes_the_tables_of_the_model()
    {
        await using var migrated = await OpenAsync(empty: true);
        await using var made = await OpenAsync(empty: true);
        await using var copied = await OpenAsync(empty: false);

        await Schema.UpdateAsync(migrated, CancellationToken);
        await made.Database.EnsureCreatedAsync(CancellationToken);

        var expected = await ShapeAsync(made);
        Assert.Contains(expected, line => line.StartsWith("ballot.", StringComparison.Ordinal));
        Assert.Equal(expected, await ShapeAsync(migrated));
        Assert.Equal(expected, await ShapeAsync(copied));
    }

    [Fact]
    public async Task Two_nodes_may_start_on_an_empty_database_at_once()
    {
        await using var first = await OpenAsync(empty: true);
        await using var second = Context(first.Database.GetConnectionString()!);

        await Task.WhenAll(Schema.UpdateAsync(first, CancellationToken), Schema.UpdateAsync(second, CancellationToken));

        Assert.Equal(first.Database.GetMigrations(), await first.Database.GetAppliedMigrationsAsync(CancellationToken));
    }

    [Fact]
    public async Task A_database_from_before_the_migrations_is_refused_and_left_as_it_is()
    {
        await using var db = await OpenAsync(empty: true);
        await db.Database.EnsureCreatedAsync(CancellationToken);

        var error = await Assert.ThrowsAsync<Infrastructure.EmbeddedPostgres.PostgresUnavailableException>(() => Schema.UpdateAsync(db, CancellationToken));

        Assert.Contains("before the first migration", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(await ShapeAsync(db));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_said_in_one_sentence()
    {
        await using var db = Context("Host=127.0.0.1;Port=1;Timeout=5");

        var error = await Assert.ThrowsAsync<Infrastructure.EmbeddedPostgres.PostgresUnavailableException>(() => Schema.UpdateAsync(db, CancellationToken));

        Assert.StartsWith("The database in ConnectionStrings__Database cannot be used", error.Message, StringComparison.Ordinal);
    }

    private static async Task<AppDbContext> OpenAsync(bool empty)
    {
        var app = await AppFixture.SharedAsync();
        return Context(await app.DatabaseAsync(empty));
    }

    private static AppDbContext Context(string connection) =>
        new(new DbContextOptionsBuilder<AppDbContext>()
            .UseNpgsql(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString)
            .UseSnakeCaseNamingConvention()
            .Options);

    private static Task<List<string>> ShapeAsync(AppDbContext db) => db.Database.SqlQueryRaw<string>(Shape).ToListAsync(CancellationToken);
}
