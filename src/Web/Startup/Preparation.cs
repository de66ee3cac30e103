namespace Medborgardialog.Web.Startup;

internal static class Preparation
{
    /// <summary>Migrates, seeds and carries out a command given on the command line. Returns an exit code when the process should end.</summary>
    public static Task<int?> PrepareAsync(this WebApplication app, string[] args) => Task.FromResult<int?>(null);
}
