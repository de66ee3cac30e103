using Medborgardialog.Application;
using Medborgardialog.Application.Common;
using Medborgardialog.Benchmarks.Bare;
using Medborgardialog.Benchmarks.Measuring;
using Medborgardialog.Infrastructure;
using Medborgardialog.Infrastructure.EmbeddedPostgres;
using Npgsql;

namespace Medborgardialog.Benchmarks.Subject;

/// <summary>
/// The application as published, in Production, and the bare reference: each in a process of its own with a database of its
/// own in one private PostgreSQL that flushes every commit to disk.
/// </summary>
internal sealed class Site : IAsyncDisposable
{
    private const string AppDatabase = "benchmark_app";
    private const string BareDatabase = "benchmark_bare";
    private readonly PrivatePostgres _postgres;
    private readonly string _assembly;

    private Site(PrivatePostgres postgres, string assembly, ServiceProvider services)
    {
        _postgres = postgres;
        _assembly = assembly;
        Services = services;
        BareSource = NpgsqlDataSource.Create(BareServer.Settings(Connection(BareDatabase)));
    }

    /// <summary>The application's own services on its database, to fill it and to seal sessions with its key ring.</summary>
    public ServiceProvider Services { get; }

    public NpgsqlDataSource AppSource => Services.GetRequiredService<NpgsqlDataSource>();

    public NpgsqlDataSource BareSource { get; }

    public Exhibit Exhibit { get; private set; } = null!;

    public Child App { get; private set; } = null!;

    public Child Bare { get; private set; } = null!;

    public string PostgresLog => Path.Combine(_postgres.Folder, "server.log");

    /// <param name="appFolder">Where the application has been published to.</param>
    public static async Task<Site> StartAsync(string root, string appFolder)
    {
        var postgres = await PrivatePostgres.StartDevelopmentAsync(
            new PostgresSettings
            {
                BinaryFolder = Environment.GetEnvironmentVariable("PG_BIN"), SearchFrom = root, DataFolder = Path.Combine(root, ".data", "benchmark"),
            },
            CancellationToken.None);
        await using (var admin = NpgsqlDataSource.Create(postgres.ConnectionString))
        {
            foreach (var database in new[] { AppDatabase, BareDatabase })
            {
                await ExecuteAsync(admin, $"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
                await ExecuteAsync(admin, $"CREATE DATABASE {database}");
            }
        }

        var connection = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Database = AppDatabase }.ConnectionString;
        var site = new Site(postgres, Path.Combine(appFolder, "Medborgardialog.Web.dll"), MakeServices(connection));
        await site.Services.UpdateSchemaAsync(CancellationToken.None);
        site.Exhibit = await Exhibit.FillAsync(site.Services);
        await BareServer.PrepareAsync(site.Connection(BareDatabase));
        site.App = await site.StartAppAsync();
        site.Bare = await site.StartBareAsync("/");
        return site;
    }

    public Task<Child> StartAppAsync() => Child.StartAsync(
        _assembly, [],
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ConnectionStrings__Database"] = Connection(AppDatabase),
            ["AzureAd__Instance"] = "https://login.microsoftonline.com/",
            ["AzureAd__TenantId"] = "00000000-0000-0000-0000-000000000001",
            ["AzureAd__ClientId"] = "00000000-0000-0000-0000-000000000002",
            ["Mail__Host"] = "127.0.0.1",
            ["Mail__From"] = "medborgardialog@exempelby.example",
            ["App__Municipality"] = "Exempelby kommun",
            ["App__BaseUrl"] = "http://127.0.0.1",
            ["App__ContactPhone"] = "0000-00 00 00",
            ["App__ContactEmail"] = "medborgardialog@exempelby.example",
        },
        firstPage: "/");

    public Task<Child> StartBareAsync(string firstPage) => Child.StartAsync(
        typeof(Site).Assembly.Location, ["bare", Connection(BareDatabase)],
        new Dictionary<string, string>(StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        firstPage);

    public Task<long> CountAsync(string sql) => CountAsync(AppSource, sql);

    public static async Task<long> CountAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        App.Dispose();
        Bare.Dispose();
        await BareSource.DisposeAsync();
        await Services.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    private string Connection(string database) => new NpgsqlConnectionStringBuilder(_postgres.ConnectionString) { Database = database }.ConnectionString;

    private static ServiceProvider MakeServices(string connection)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["ConnectionStrings:Database"] = connection })
            .Build());
        services.AddApplication();
        services.AddInfrastructure();
        services.AddAntiforgery(o => o.Cookie.Name = Participant.AntiforgeryCookie);
        services.AddSingleton<ITexts, NoTexts>();
        services.AddSingleton<ICurrentUser, Officer>();
        return services.BuildServiceProvider();
    }

    /// <summary>Who runs what officers run.</summary>
    private sealed class Officer : ICurrentUser
    {
        public Guid? Id { get; } = Guid.CreateVersion7();

        public string? DisplayName => "Lena Provberg";

        public string? Title => null;

        public Domain.Identity.AssuranceLevel Assurance => Domain.Identity.AssuranceLevel.None;

        public bool IsInRole(Domain.Identity.Role role) => role == Domain.Identity.Role.Officer;

        public bool IsInRole(Domain.Identity.Role role, Guid committeeId) => false;
    }

    /// <summary>Nothing is shown here.</summary>
    private sealed class NoTexts : ITexts
    {
        public string this[string key, params object[] arguments] => key;

        public string Count(string key, int count, params object[] arguments) => key;
    }
}
