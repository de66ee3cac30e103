using Medborgardialog.Infrastructure;
using Medborgardialog.Infrastructure.EmbeddedPostgres;
using Medborgardialog.Infrastructure.Persistence;
using Medborgardialog.Web.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Npgsql;

namespace Medborgardialog.TestSupport;

/// <summary>
/// One throw-away PostgreSQL per test assembly with one template database that has every table. Each
/// <see cref="DatabaseAsync"/> is a copy of it, made in well under a tenth of a second.
/// </summary>
public sealed class AppFixture : IAsyncDisposable
{
    private const string Template = "template_app";
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static AppFixture? _shared;
    private static int _databases;
    private readonly PrivatePostgres _server;

    private AppFixture(PrivatePostgres server) => _server = server;

    /// <summary>The cluster of this assembly, started by the first who asks. It ends with the process.</summary>
    public static async Task<AppFixture> SharedAsync()
    {
        await Gate.WaitAsync();
        try
        {
            return _shared ??= await StartAsync();
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>A new database of its own; the connection string.</summary>
    /// <param name="empty">Without the tables, for tests of how they are made.</param>
    public async Task<string> DatabaseAsync(bool empty = false)
    {
        var name = $"t{Interlocked.Increment(ref _databases)}";
        await Gate.WaitAsync();
        try
        {
            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {(empty ? "template1" : Template)}");
        }
        finally
        {
            Gate.Release();
        }

        return Connection(name);
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private static async Task<AppFixture> StartAsync()
    {
        var server = await PrivatePostgres.StartThrowAwayAsync(
            new PostgresSettings
            {
                BinaryFolder = Environment.GetEnvironmentVariable("PG_BIN"),
                SearchFrom = AppContext.BaseDirectory,
                DataFolder = Path.GetTempPath(),
            },
            CancellationToken.None);
        var fixture = new AppFixture(server);
        await fixture.ExecuteAsync($"CREATE DATABASE {Template}");
        await using var provider = Services(fixture.Connection(Template), _ => { });
        await provider.UpdateSchemaAsync(CancellationToken.None);
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AppDbContext>().Database.CloseConnectionAsync();
        NpgsqlConnection.ClearAllPools();
        return fixture;
    }

    /// <summary>The application's own services on <paramref name="connection"/>, without its background work.</summary>
    internal static ServiceProvider Services(string connection, Action<IServiceCollection> replace)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Database"] = connection })
            .Build());
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment
        {
            EnvironmentName = Environments.Development, ApplicationName = "Medborgardialog.Web", ContentRootPath = AppContext.BaseDirectory,
        });
        Application.ApplicationRegistration.AddApplication(services);
        services.AddInfrastructure();
        services.AddTexts();
        replace(services);
        return services.BuildServiceProvider();
    }

    private string Connection(string database) =>
        new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Database = database }.ConnectionString;

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
