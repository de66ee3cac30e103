namespace Medborgardialog.Architecture.Tests;

/// <summary>The files of the repository, for rules that are about text. Paths have forward slashes.</summary>
internal static class Sources
{
    public static string Root { get; } = FindRoot();

    /// <summary>What people have written under a folder of the repository, not what the build or the migration tool has made.</summary>
    public static IEnumerable<string> Of(string folder, string pattern = "*.cs") =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(f => f.Replace('\\', '/'))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal)
                && !f.Contains("/bin/", StringComparison.Ordinal)
                && !f.Contains("/Migrations/", StringComparison.Ordinal));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Medborgardialog.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
