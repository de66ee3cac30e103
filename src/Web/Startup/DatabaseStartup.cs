using Medborgardialog.Infrastructure.EmbeddedPostgres;

namespace Medborgardialog.Web.Startup;

internal static class DatabaseStartup
{
    private const string ConnectionKey = "ConnectionStrings:Database";

    /// <summary>
    /// Finds the database: a configured connection string, else a private cluster of our own. In Production a private
    /// cluster is started only where <c>Database:Embedded</c> says so: a forgotten setting must not become an empty database.
    /// </summary>
    public static async Task AddDatabaseAsync(this WebApplicationBuilder builder)
    {
        try
        {
            await FindAsync(builder);
        }
        catch (PostgresUnavailableException error)
        {
            // One sentence that says what to do, not a stack trace.
            await Console.Error.WriteLineAsync(error.Message);
            Environment.Exit(1);
        }
    }

    private static async Task FindAsync(WebApplicationBuilder builder)
    {
        if (!string.IsNullOrWhiteSpace(builder.Configuration[ConnectionKey]))
        {
            return;
        }

        if (!builder.Configuration.GetValue("Database:Embedded", !builder.Environment.IsProduction()))
        {
            throw new PostgresUnavailableException(
                "No database is configured: set ConnectionStrings__Database to a PostgreSQL 15 or newer, or Database__Embedded=true for one of its own.");
        }

        var root = RepositoryRoot(builder.Environment.ContentRootPath);
        var folder = builder.Configuration["Database:DataFolder"];
        var server = await PrivatePostgres.StartDevelopmentAsync(
            new PostgresSettings
            {
                BinaryFolder = builder.Configuration["Database:PgBin"] is { Length: > 0 } configured ? configured : builder.Configuration["PG_BIN"],
                SearchFrom = root,
                DataFolder = Path.GetFullPath(string.IsNullOrWhiteSpace(folder) ? ".data" : folder, root),
            },
            CancellationToken.None);
        builder.Configuration[ConnectionKey] = server.ConnectionString;

        // By a factory, so that the container disposes it: last, since PrepareAsync asks for it first.
        builder.Services.AddSingleton(_ => server);
    }

    /// <summary>The checkout, where there is one: the nearest parent with the npm lock file.</summary>
    private static string RepositoryRoot(string contentRoot)
    {
        for (var folder = new DirectoryInfo(contentRoot); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "package-lock.json")))
            {
                return folder.FullName;
            }
        }

        return contentRoot;
    }
}
