namespace Medborgardialog.Infrastructure.Rendering;

/// <summary>A Chromium to start. Never downloaded at run time.</summary>
/// <param name="Path">The program.</param>
/// <param name="Variables">Environment variables that it needs beside those of this process.</param>
internal sealed record Chromium(string Path, IReadOnlyDictionary<string, string> Variables)
{
    private static readonly string[] _names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome.exe", "msedge.exe"];
    private static readonly string[] _places =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>Chromium's sandbox refuses root; what is shown is our own.</summary>
    public static bool SandboxRefuses => OperatingSystem.IsLinux() && Environment.UserName == "root";

    /// <summary>The one in configuration, else on the machine, else the one that npm brings. Null when there is none.</summary>
    /// <param name="configured">Path from configuration, or null.</param>
    /// <param name="contentRoot">Folder of the web project; npm packages lie in the repository's root above it.</param>
    public static Chromium? Find(string? configured, string contentRoot)
    {
        if (!string.IsNullOrWhiteSpace(configured))
        {
            return File.Exists(configured) ? Installed(configured) : null;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var path = folders.SelectMany(folder => _names.Select(name => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? _places.FirstOrDefault(File.Exists);
        return path is not null ? Installed(path) : NpmChromium.Find(contentRoot);
    }

    private static Chromium Installed(string path) => new(path, new Dictionary<string, string>(StringComparer.Ordinal));
}
