using System.Collections.Concurrent;
using Hangfire.PostgreSql;
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
    /// <summary>
    /// Some tests hold a thread for seconds, such as a solver that counts. On two cores the pool begins with two threads and gives out one more
    /// a second, so that all others would stand still meanwhile.
    /// </summary>
    private const int Threads = 32;

    static AppFixture() => ThreadPool.SetMinThreads(Threads, Threads);

    private const string Template = "template_app";
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static AppFixture? _shared;
    private static FileStream? _turn;
    private static int _databases;
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _seeded = new(StringComparer.Ordinal);
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
    public Task<string> DatabaseAsync(bool empty = false) => CopyAsync(empty ? "template1" : Template);

    /// <summary>A new database with Exempelby in a scenario. The first who asks for a scenario has it seeded; the others get a copy.</summary>
    /// <param name="seed">Fills the database of the connection string that it is given, and lets go of it.</param>
    public async Task<string> SeededAsync(string scenario, Func<string, Task> seed)
    {
        var name = await _seeded.GetOrAdd(scenario, _ => new(async () =>
        {
            var connection = await DatabaseAsync();
            await seed(connection);
            return new NpgsqlConnectionStringBuilder(connection).Database!;
        })).Value;
        return await CopyAsync(name);
    }

    /// <summary>A new database that is like another at this moment; the connection string. Whoever is connected to the other is cut off.</summary>
    public Task<string> CopyOfAsync(string connection) => CopyAsync(new NpgsqlConnectionStringBuilder(connection).Database!);

    private async Task<string> CopyAsync(string template)
    {
        var name = $"t{Interlocked.Increment(ref _databases)}";
        await Gate.WaitAsync();
        try
        {
            // A database that somebody is connected to cannot be copied; an application that has ended may have left its pool.
            await ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{template}'");
            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        }
        finally
        {
            Gate.Release();
        }

        return Connection(name);
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    /// <summary>
    /// One assembly with a cluster at a time, until its process ends: side by side on two cores they take twice as long as one after
    /// the other, and what a test waits for comes too late.
    /// </summary>
    private static async Task TakeTurnAsync()
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (_turn is null)
        {
            try
            {
                _turn = new FileStream(Path.Combine(Path.GetTempPath(), "medborgardialog-tests.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await pause.WaitForNextTickAsync();
            }
        }
    }

    private static async Task<AppFixture> StartAsync()
    {
        await TakeTurnAsync();
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

        // Every application that starts would make the tables of the job store for itself.
        await using (var connection = new NpgsqlConnection(fixture.Connection(Template)))
        {
            await connection.OpenAsync();
            PostgreSqlObjectsInstaller.Install(connection);
        }

        NpgsqlConnection.ClearAllPools();
        return fixture;
    }

    /// <summary>
    /// Entity Framework keeps its model and its translated queries per data source, and each test has a database and so a data source of its own: it would
    /// build them anew every time, which took most of the suite. Known by connection string they are built once for the process.
    /// </summary>
    internal static void ShareModel(IServiceCollection services, string connection) =>
        services.ConfigureDbContext<AppDbContext>(options => options.UseNpgsql(new NpgsqlConnectionStringBuilder(connection)
        {
            NoResetOnClose = true, MaxAutoPrepare = 100, AutoPrepareMinUsages = 2,
        }.ConnectionString));

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
        ShareModel(services, connection);
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
