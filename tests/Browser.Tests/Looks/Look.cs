using System.Globalization;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace Medborgardialog.Browser.Tests.Looks;

/// <summary>
/// Looks at the page that a person has open as a phone and as a wide screen show it, light and dark. With the environment
/// variable <c>SCREENSHOTS</c> set to a folder, or <c>LOOKS=all</c>, all four pairs are looked at; otherwise each width once and each
/// scheme once, in pairs that follow from the name, so that all four pairs come up over the screens. <c>SCREENSHOTS</c> leaves a picture of each there.
/// </summary>
internal static partial class Look
{
    private const int Height = 800;

    /// <summary>Narrowest width that must not scroll sideways (WCAG 1.4.10).</summary>
    private const int Narrowest = 320;

    /// <summary>Each width is looked at with all rules once, and once more with the rule of colours in the other scheme.</summary>
    private static readonly (int Width, ColorScheme Scheme, bool OnlyColours)[] Ways =
    [
        (360, ColorScheme.Light, false), (360, ColorScheme.Dark, true), (1280, ColorScheme.Dark, false), (1280, ColorScheme.Light, true),
    ];

    private static readonly string[] Colours = ["color-contrast", "link-in-text-block"];
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static bool All => Folder is not null || Environment.GetEnvironmentVariable("LOOKS") == "all";

    private static string? Folder => Environment.GetEnvironmentVariable("SCREENSHOTS");

    /// <param name="ignoring">A status that the browser reports as an error and that is meant, such as 422 for a form with errors.</param>
    public static async Task AssertIsGoodAsync(Person person, string name, string? ignoring = null)
    {
        var page = person.Page;
        var wrong = new List<string>();
        var headings = await page.Locator("h1").CountAsync();
        if (headings != 1)
        {
            wrong.Add($"{headings} h1");
        }

        await page.SetViewportSizeAsync(Narrowest, Height);
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (width > Narrowest)
        {
            wrong.Add($"scrolls sideways at {Narrowest} px: {width} px, {await WidestAsync(page)}");
        }

        foreach (var (viewport, scheme, onlyColours) in WaysOf(name))
        {
            await page.SetViewportSizeAsync(viewport, Height);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            wrong.AddRange((await ViolationsAsync(page, onlyColours)).Select(v => $"{viewport} px {scheme}: {v}"));
            await KeepPictureAsync(page, $"{name}-{viewport}-{(scheme == ColorScheme.Dark ? "mork" : "ljus")}");
        }

        wrong.AddRange(person.Complaints.Where(c => ignoring is null || !c.Contains($"status of {ignoring}", StringComparison.Ordinal)));
        Assert.True(wrong.Count == 0, $"{name} ({page.Url}){Environment.NewLine}{string.Join(Environment.NewLine, wrong.Distinct(StringComparer.Ordinal))}");
    }

    private static IEnumerable<(int Width, ColorScheme Scheme, bool OnlyColours)> WaysOf(string name)
    {
        var crossed = name.Sum(c => c) % 2 == 1;
        return All ? Ways : Ways.Where(w => !w.OnlyColours).Select(w => w with
        {
            Scheme = crossed ? w.Scheme == ColorScheme.Light ? ColorScheme.Dark : ColorScheme.Light : w.Scheme,
        });
    }

    /// <summary>What axe finds. Loaded once into the page: the usual wrapper opens a tab of its own for each run.</summary>
    private static async Task<string[]> ViolationsAsync(IPage page, bool onlyColours)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in globalThis"))
        {
            await page.EvaluateAsync(Axe);
        }

        return await page.EvaluateAsync<string[]>("""
            async rules => (await axe.run(document, { resultTypes: ['violations'], preload: false, ...(rules.length > 0 ? { runOnly: rules } : {}) })).violations.map(v =>
                `${v.id}: ${v.help} ` + v.nodes.slice(0, 3).map(n => `${n.target} ${n.html} ${n.any.map(c => c.message)}`).join(' | '))
            """, onlyColours ? Colours : []);
    }

    private static Task<string> WidestAsync(IPage page) => page.EvaluateAsync<string>("""
        () => [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
            .slice(0, 3).map(e => `${e.tagName}.${e.className} ${Math.round(e.getBoundingClientRect().right)}`).join(', ')
        """);

    private static async Task KeepPictureAsync(IPage page, string name)
    {
        if (Folder is not null)
        {
            var file = string.Create(CultureInfo.InvariantCulture, $"{Unsafe().Replace(name, "_").Trim('_')}.png");
            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, file), FullPage = true });
        }
    }

    [GeneratedRegex("[^a-z0-9åäö-]+", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Unsafe();
}
