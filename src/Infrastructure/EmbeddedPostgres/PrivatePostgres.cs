using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Medborgardialog.Infrastructure.EmbeddedPostgres;

/// <summary>
/// A PostgreSQL server that belongs to this process alone and ends with it, killed or not. Never shared: a second
/// instance of the application gets a second cluster.
/// </summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private const string Database = "medborgardialog";
    private const int MaxSlots = 50;
    private const string ThrowAwayPrefix = "medborgardialog-pg-";
    private const string LockName = "lock";

    // A kept cluster keeps what it has confirmed; both are PostgreSQL's defaults, said aloud because answers depend on them.
    private static readonly string[] Kept = ["fsync=on", "synchronous_commit=on", "max_connections=200"];

    private static readonly string[] ThrowAway =
    [
        "fsync=off", "full_page_writes=off", "synchronous_commit=off", "autovacuum=off", "max_connections=900", "max_wal_size=4GB",
    ];

    private readonly PostgresProcess _process;
    private readonly FolderLock _lock;
    private readonly string? _deleteAfterwards;

    private PrivatePostgres(PostgresProcess process, PostgresCluster cluster, FolderLock held, string database, string? deleteAfterwards)
    {
        _process = process;
        _lock = held;
        _deleteAfterwards = deleteAfterwards;
        Folder = cluster.Folder;
        ConnectionString = Connection(process, cluster, database);
    }

    /// <summary>For Npgsql. Development: an existing database of ours. Throw-away: the server's <c>postgres</c> database.</summary>
    public string ConnectionString { get; }

    /// <summary>Which development cluster this is, from 1; above 1 means that another instance is running. 0: throw-away.</summary>
    public int Slot { get; private init; }

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>Takes the first cluster of <see cref="PostgresSettings.DataFolder"/> that no living process uses, and makes it if needed.</summary>
    /// <exception cref="PostgresUnavailableException">No PostgreSQL, or it does not start.</exception>
    public static async Task<PrivatePostgres> StartDevelopmentAsync(PostgresSettings settings, CancellationToken cancellationToken)
    {
        var (binaries, account) = await ResolveAsync(settings, cancellationToken);
        Directory.CreateDirectory(settings.DataFolder);
        for (var slot = 1; slot <= MaxSlots; slot++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"pg-{slot}");
            if (FolderLock.TryTake(Path.Combine(settings.DataFolder, name + ".lock")) is not { } held)
            {
                continue;
            }

            try
            {
                var parent = account == PostgresAccount.Nobody ? ForNobody(settings.DataFolder) : settings.DataFolder;
                var cluster = new PostgresCluster(binaries, account, Path.Combine(parent, name));
                var process = await StartAsync(cluster, Kept, kept: true, cancellationToken);
                await EnsureDatabaseAsync(Connection(process, cluster, "postgres"), cancellationToken);
                return new PrivatePostgres(process, cluster, held, Database, deleteAfterwards: null) { Slot = slot };
            }
            catch
            {
                held.Dispose();
                throw;
            }
        }

        throw new PostgresUnavailableException($"{MaxSlots} instances already use {settings.DataFolder}: stop one of them.");
    }

    /// <summary>A cluster in the temp folder for one test run: no password, nothing flushed to disk, deleted at the end or by the next run.</summary>
    /// <exception cref="PostgresUnavailableException">No PostgreSQL, or it does not start.</exception>
    public static async Task<PrivatePostgres> StartThrowAwayAsync(PostgresSettings settings, CancellationToken cancellationToken)
    {
        var (binaries, account) = await ResolveAsync(settings, cancellationToken);
        await SweepAsync(cancellationToken);
        var folder = Directory.CreateTempSubdirectory(ThrowAwayPrefix).FullName;
        if (account == PostgresAccount.Nobody && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute);
        }

        var held = FolderLock.TryTake(Path.Combine(folder, LockName))!;
        var cluster = new PostgresCluster(binaries, account, Path.Combine(folder, "pg"));
        var process = await StartAsync(cluster, ThrowAway, kept: false, cancellationToken);
        return new PrivatePostgres(process, cluster, held, "postgres", folder);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _lock.Dispose();
        if (_deleteAfterwards is not null)
        {
            Delete(_deleteAfterwards);
        }
    }

    /// <summary>Stops and removes throw-away clusters whose test run is gone.</summary>
    internal static async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), ThrowAwayPrefix + "*").ToList())
        {
            using var held = FolderLock.TryTake(Path.Combine(folder, LockName), FileMode.Open);
            if (held is not null)
            {
                await Postmaster.StopOrphanAsync(Path.Combine(folder, "pg"), cancellationToken);
                Delete(folder);
            }
        }
    }

    private static async Task<(PostgresBinaries Binaries, PostgresAccount Account)> ResolveAsync(
        PostgresSettings settings, CancellationToken cancellationToken)
    {
        var binaries = await PostgresBinaries.FindAsync(settings, cancellationToken);
        var account = settings.Account ?? await PostgresAccounts.ChooseAsync(cancellationToken);
        return (account == PostgresAccount.Nobody ? await binaries.ReachableByNobodyAsync(cancellationToken) : binaries, account);
    }

    private static async Task<PostgresProcess> StartAsync(
        PostgresCluster cluster, string[] options, bool kept, CancellationToken cancellationToken)
    {
        await Postmaster.StopOrphanAsync(cluster.Folder, cancellationToken);
        await cluster.InitialiseAsync(kept, cancellationToken);
        return await PostgresProcess.StartAsync(cluster, options, cancellationToken);
    }

    private static string ForNobody(string dataFolder)
    {
        var checkout = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(dataFolder))))[..16];
        var folder = Path.Combine(PostgresAccounts.SharedFolder, checkout);
        Directory.CreateDirectory(folder);
        return folder;
    }

    private static string Connection(PostgresProcess process, PostgresCluster cluster, string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = process.Port,
            Database = database,
            Username = "postgres",
            Password = cluster.Password,
        }.ConnectionString;

    private static async Task EnsureDatabaseAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false });
        await using var exists = source.CreateCommand("SELECT 1 FROM pg_database WHERE datname = $1");
        exists.Parameters.AddWithValue(Database);
        if (await exists.ExecuteScalarAsync(cancellationToken) is null)
        {
            await using var create = source.CreateCommand($"CREATE DATABASE {Database}");
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Somebody else's, or still being closed: the next run tries again.
        }
    }
}
