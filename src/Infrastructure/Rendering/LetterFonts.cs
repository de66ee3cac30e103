using SkiaSharp;

namespace Medborgardialog.Infrastructure.Rendering;

/// <summary>The typefaces of letters, from the fonts of the machine: those that the image installs beside Chromium, or the operating system's own.</summary>
internal sealed class LetterFonts
{
    private static readonly (string Regular, string Bold, string Code)[] _families =
    [
        ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "LiberationMono-Bold.ttf"),
        ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansMono-Bold.ttf"),
        ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSansMono-Bold.ttf"),
        ("OpenSans-Regular.ttf", "OpenSans-Bold.ttf", "OpenSans-Bold.ttf"),
        ("arial.ttf", "arialbd.ttf", "courbd.ttf"),
        ("Arial.ttf", "Arial Bold.ttf", "Courier New Bold.ttf"),
    ];

    private LetterFonts(string regular, string bold, string code) =>
        (Regular, Bold, Code) = (SKTypeface.FromFile(regular), SKTypeface.FromFile(bold), SKTypeface.FromFile(code));

    public SKTypeface Regular { get; }

    public SKTypeface Bold { get; }

    public SKTypeface Code { get; }

    /// <summary>Null when no family is there.</summary>
    /// <param name="configured">A folder to look in first (<c>Letters:Fonts</c>), or null.</param>
    public static LetterFonts? Find(string? configured)
    {
        string?[] folders =
        [
            configured, "/usr/share/fonts", "/usr/local/share/fonts", Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
            "/System/Library/Fonts/Supplemental", Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".fonts"),
        ];
        foreach (var folder in folders.Where(f => !string.IsNullOrEmpty(f) && Directory.Exists(f)).Distinct(StringComparer.Ordinal))
        {
            var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 6 };
            var files = Directory.EnumerateFiles(folder!, "*.ttf", options).ToLookup(Path.GetFileName, StringComparer.Ordinal);
            foreach (var (regular, bold, code) in _families.Where(f => files.Contains(f.Regular) && files.Contains(f.Bold)))
            {
                return new LetterFonts(files[regular].First(), files[bold].First(), files[code].FirstOrDefault() ?? files[bold].First());
            }
        }

        return null;
    }
}
