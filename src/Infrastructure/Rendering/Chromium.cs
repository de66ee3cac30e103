namespace Medborgardialog.Infrastructure.Rendering;

/// <summary>Finds a Chromium. Never downloads one at run time.</summary>
internal static class Chromium
{
    private static readonly string[] _names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome.exe", "msedge.exe"];
    private static readonly string[] _places =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <param name="configured">Path from configuration, or null.</param>
    /// <param name="contentRoot">Folder of the web project; npm packages lie in the repository's root above it.</param>
    public static string? Find(string? configured, string contentRoot)
    {
        if (!string.IsNullOrWhiteSpace(configured))
        {
            return File.Exists(configured) ? configured : null;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(folder => _names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? _places.FirstOrDefault(File.Exists)
            ?? FromNpm(contentRoot);
    }

    private static string? FromNpm(string contentRoot)
    {
        for (var folder = new DirectoryInfo(contentRoot); folder is not null; folder = folder.Parent)
        {
            var unpacked = Path.Combine(folder.FullName, ".data", "chromium", "chromium");
            if (File.Exists(unpacked))
            {
                return unpacked;
            }
        }

        return null;
    }
}
