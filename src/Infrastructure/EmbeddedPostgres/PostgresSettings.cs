namespace Medborgardialog.Infrastructure.EmbeddedPostgres;

/// <summary>Where a private PostgreSQL server takes its programs from and keeps its files.</summary>
public sealed record PostgresSettings
{
    /// <summary>Folder with <c>initdb</c> and <c>postgres</c> (configuration <c>Database:PgBin</c>, environment <c>PG_BIN</c>). Null: look for them.</summary>
    public string? BinaryFolder { get; init; }

    /// <summary>Folder that <c>node_modules</c> is looked for in, then its parents.</summary>
    public required string SearchFrom { get; init; }

    /// <summary>Keeps <c>pg-1</c>, <c>pg-2</c> … of development. Throw-away clusters live in the temp folder instead.</summary>
    public string DataFolder { get; init; } = "";

    /// <summary>Which account to use when the process is root; null lets the machine decide. For tests.</summary>
    internal PostgresAccount? Account { get; init; }
}

/// <summary>No server could be started. The message is one sentence that says what to do.</summary>
public sealed class PostgresUnavailableException(string message) : Exception(message);
