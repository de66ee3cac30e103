using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Medborgardialog.Infrastructure.Rendering;

/// <summary>
/// The Chromium of the npm package @sparticuz/chromium (Linux on x64), which comes compressed. Unpacked once into
/// <c>.data/chromium/VERSION</c>, with the libraries that a machine without a desktop lacks.
/// </summary>
internal static class NpmChromium
{
    /// <summary>Null where the package is not restored or is not for this machine.</summary>
    public static Chromium? Find(string contentRoot)
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
        {
            return null;
        }

        for (var folder = new DirectoryInfo(contentRoot); folder is not null; folder = folder.Parent)
        {
            var package = Path.Combine(folder.FullName, "node_modules", "@sparticuz", "chromium");
            if (File.Exists(Path.Combine(package, "bin", "chromium.br")))
            {
                return At(Unpacked(package, Path.Combine(folder.FullName, ".data", "chromium")));
            }
        }

        return null;
    }

    private static Chromium At(string folder)
    {
        var given = Environment.GetEnvironmentVariable("LD_LIBRARY_PATH");
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["LD_LIBRARY_PATH"] = string.Join(':', new[] { Path.Combine(folder, "lib"), given }.Where(p => !string.IsNullOrEmpty(p))),
        };
        if (!Directory.Exists("/etc/fonts"))
        {
            variables["FONTCONFIG_FILE"] = Path.Combine(folder, "own-fonts.conf");
        }

        return new Chromium(Path.Combine(folder, "chromium"), variables);
    }

    private static string Unpacked(string package, string home)
    {
        using var description = JsonDocument.Parse(File.ReadAllText(Path.Combine(package, "package.json")));
        var folder = Path.Combine(home, description.RootElement.GetProperty("version").GetString()!);
        if (Directory.Exists(folder))
        {
            return folder;
        }

        // Unpacked aside and then renamed, so that a folder with the name is always whole, also when two processes begin at once.
        Directory.CreateDirectory(home);
        var aside = Path.Combine(home, Path.GetRandomFileName());
        Directory.CreateDirectory(aside);
        Unpack(Path.Combine(package, "bin"), aside);
        try
        {
            Directory.Move(aside, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            Directory.Delete(aside, recursive: true);
        }

        return folder;
    }

    private static void Unpack(string from, string to)
    {
        foreach (var archive in new[] { "al2023.tar.br", "fonts.tar.br", "swiftshader.tar.br" })
        {
            using var open = new BrotliStream(File.OpenRead(Path.Combine(from, archive)), CompressionMode.Decompress);
            TarFile.ExtractToDirectory(open, to, overwriteFiles: true);
        }

        // The package's own list of folders is for another kind of machine.
        var fonts = Path.Combine(to, "fonts");
        File.WriteAllText(
            Path.Combine(to, "own-fonts.conf"),
            $"<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir prefix=\"relative\">{Path.GetFileName(fonts)}</dir></fontconfig>");
        var program = Path.Combine(to, "chromium");
        using (var compressed = new BrotliStream(File.OpenRead(Path.Combine(from, "chromium.br")), CompressionMode.Decompress))
        using (var file = File.Create(program))
        {
            compressed.CopyTo(file);
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }
    }
}
