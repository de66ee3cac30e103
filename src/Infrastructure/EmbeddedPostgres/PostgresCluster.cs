using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Medborgardialog.Infrastructure.EmbeddedPostgres;

/// <summary>A data folder: made once, started many times.</summary>
internal sealed class PostgresCluster(PostgresBinaries binaries, PostgresAccount account, string folder)
{
    private const string PasswordFile = "medborgardialog.password";

    public string Folder => folder;

    public PostgresBinaries Binaries => binaries;

    public PostgresAccount Account => account;

    public string Log => Path.Combine(folder, "server.log");

    /// <summary>The superuser's password; null where only this machine's throw-away clusters are trusted without one.</summary>
    public string? Password { get; private set; }

    /// <summary>
    /// Makes the data folder if it is missing. An interrupted attempt leaves only the unfinished folder, which is removed
    /// next time; the folder of another major version is set aside, since its files cannot be read.
    /// </summary>
    public async Task InitialiseAsync(bool kept, CancellationToken cancellationToken)
    {
        SetAsideOtherVersion();
        var passwordFile = Path.Combine(folder, PasswordFile);
        if (!File.Exists(Path.Combine(folder, "PG_VERSION")))
        {
            await MakeAsync(kept, cancellationToken);
        }

        Password = File.Exists(passwordFile) ? await File.ReadAllTextAsync(passwordFile, cancellationToken) : null;
    }

    private async Task MakeAsync(bool kept, CancellationToken cancellationToken)
    {
        var unfinished = folder + ".new";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        await account.MakeFolderAsync(unfinished, cancellationToken);
        var password = kept ? Convert.ToHexString(RandomNumberGenerator.GetBytes(16)) : null;
        var locale = OperatingSystem.IsWindows() ? "en-US" : OperatingSystem.IsMacOS() ? "en_US.UTF-8" : "C.UTF-8";
        List<string> arguments =
        [
            "-D", unfinished, "-U", "postgres", "-E", "UTF8", "--locale-provider=icu", "--icu-locale=sv-SE", $"--locale={locale}", "--no-sync",
        ];
        var passwordSource = "";
        if (password is not null)
        {
            // Read by initdb as the account, hence in the open folder of temp files and gone a second later.
            passwordSource = Path.GetTempFileName();
            await File.WriteAllTextAsync(passwordSource, password, cancellationToken);
            await GiveAsync(passwordSource, cancellationToken);
            arguments.AddRange(["--auth=scram-sha-256", $"--pwfile={passwordSource}"]);
        }
        else
        {
            arguments.Add("--auth=trust");
        }

        var made = await ToolRun.OfAsync(account.Command([], binaries.Initdb, arguments), cancellationToken);
        if (password is not null)
        {
            File.Delete(passwordSource);
        }

        if (!made.Succeeded)
        {
            throw new PostgresUnavailableException($"PostgreSQL could not make its data folder {folder}: {made.Output}");
        }

        if (password is not null)
        {
            var target = Path.Combine(unfinished, PasswordFile);
            await File.WriteAllTextAsync(target, password, cancellationToken);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }

        Directory.Move(unfinished, folder);
    }

    private async Task GiveAsync(string file, CancellationToken cancellationToken)
    {
        if (account == PostgresAccount.Nobody)
        {
            await ToolRun.OfAsync(new ProcessStartInfo("chown", ["nobody", file]), cancellationToken);
        }
    }

    private void SetAsideOtherVersion()
    {
        var versionFile = Path.Combine(folder, "PG_VERSION");
        if (!File.Exists(versionFile))
        {
            return;
        }

        var version = File.ReadAllText(versionFile).Trim();
        if (version != binaries.Major.ToString(CultureInfo.InvariantCulture))
        {
            var aside = $"{folder}-postgres{version}";
            for (var number = 2; Directory.Exists(aside); number++)
            {
                aside = $"{folder}-postgres{version}-{number}";
            }

            Directory.Move(folder, aside);
        }
    }
}
