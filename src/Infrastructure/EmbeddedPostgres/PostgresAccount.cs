using System.Diagnostics;

namespace Medborgardialog.Infrastructure.EmbeddedPostgres;

/// <summary>PostgreSQL refuses to run as root, so root hands it to somebody else.</summary>
internal enum PostgresAccount
{
    /// <summary>The ordinary user at hand.</summary>
    Self,

    /// <summary>Root, seen as user 1000 inside a user namespace: works wherever the files lie and keeps them owned by root.</summary>
    UserNamespace,

    /// <summary>The account nobody, where namespaces are forbidden. Programs and data must lie where nobody can enter.</summary>
    Nobody,
}

internal static class PostgresAccounts
{
    /// <summary>What nobody can enter and only root can write.</summary>
    public const string SharedFolder = "/var/lib/medborgardialog";

    private static readonly string[] Unshare = ["unshare", "--user", "--map-user=1000", "--map-group=1000"];

    public static async Task<PostgresAccount> ChooseAsync(CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return PostgresAccount.Self;
        }

        var probe = new ProcessStartInfo(Unshare[0], [.. Unshare[1..], "true"]);
        return (await ToolRun.OfAsync(probe, cancellationToken)).Succeeded ? PostgresAccount.UserNamespace : PostgresAccount.Nobody;
    }

    /// <summary>The command that runs <paramref name="program"/> as the account. <paramref name="outer"/> comes first and runs as the account too.</summary>
    public static ProcessStartInfo Command(
        this PostgresAccount account, IReadOnlyList<string> outer, string program, IReadOnlyList<string> arguments)
    {
        string[] words = [.. outer, .. account == PostgresAccount.UserNamespace ? Unshare : [], program, .. arguments];
        var start = new ProcessStartInfo(words[0], words[1..]);
        if (account == PostgresAccount.Nobody && !OperatingSystem.IsWindows())
        {
            start.UserName = "nobody";
            start.WorkingDirectory = "/";
        }

        return start;
    }

    /// <summary>An empty folder that only the account can enter.</summary>
    public static async Task MakeFolderAsync(this PostgresAccount account, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (account == PostgresAccount.Nobody)
        {
            await ToolRun.OfAsync(new ProcessStartInfo("chown", ["nobody", folder]), cancellationToken);
        }
    }
}
