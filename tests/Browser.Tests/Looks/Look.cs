using System.Globalization;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Medborgardialog.Browser.Tests.Looks;

/// <summary>
/// Looks at the page that a person has open as a phone and as a wide screen show it, light and dark. With the environment
/// variable <c>SCREENSHOTS</c> set to a folder it leaves a picture of each there.
/// </summary>
internal static partial class Look
{
    private const int Height = 800;

    /// <summary>Narrowest width that must not scroll sideways (WCAG 1.4.10).</summary>
    private const int Narrowest = 320;

    private static readonly (int Width, ColorScheme Scheme)[] Ways =
        [(360, ColorScheme.Light), (360, ColorScheme.Dark), (1280, ColorScheme.Dark), (1280, ColorScheme.Light)];

    private static string? Folder => Environment.GetEnvironmentVariable("SCREENSHOTS");

    public static async Task AssertIsGoodAsync(Person person, string name)
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

        foreach (var (viewport, scheme) in Ways)
        {
            await page.SetViewportSizeAsync(viewport, Height);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var found = await page.RunAxe();
            wrong.AddRange(found.Violations.Select(v => $"{viewport} px {scheme}: {Say(v)}"));
            await KeepPictureAsync(page, $"{name}-{viewport}-{(scheme == ColorScheme.Dark ? "mork" : "ljus")}");
        }

        wrong.AddRange(person.Complaints);
        Assert.True(wrong.Count == 0, $"{name} ({page.Url}){Environment.NewLine}{string.Join(Environment.NewLine, wrong.Distinct(StringComparer.Ordinal))}");
    }

    private static string Say(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help} {string.Join(" | ", violation.Nodes.Take(3).Select(n => $"{n.Target} {n.Html}{Contrast(n)}"))}";

    private static string Contrast(AxeResultNode node) =>
        string.Concat(node.Any.Where(c => c.Id == "color-contrast").Select(c => $" [{c.Message}]"));

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
