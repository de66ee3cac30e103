using Medborgardialog.Infrastructure.Rendering;
using Medborgardialog.TestSupport;
using Microsoft.Playwright;
using Xunit;

namespace Medborgardialog.Browser.Tests;

public class ChromiumTests
{
    public static bool NpmHasNone => NpmChromium.Find(WebHost.Root()) is null;

    [Fact(Skip = "The npm package is for Linux on x64.", SkipWhen = nameof(NpmHasNone))]
    public async Task The_one_that_npm_brings_shows_a_page()
    {
        var chromium = NpmChromium.Find(WebHost.Root())!;
        using var playwright = await Playwright.CreateAsync();

        await using var browser = await SharedBrowser.StartAsync(playwright, chromium);
        var page = await browser.NewPageAsync();
        await page.SetContentAsync("<h1>Räksmörgås</h1>");

        Assert.Equal("Räksmörgås", await page.Locator("h1").TextContentAsync());
    }

    [Fact(Skip = "The npm package is for Linux on x64.", SkipWhen = nameof(NpmHasNone))]
    public async Task The_one_that_npm_brings_prints()
    {
        var pdf = await ChromiumPrinter.PrintAsync(NpmChromium.Find(WebHost.Root())!, "<h1>Räksmörgås</h1>", TestContext.Current.CancellationToken);

        Assert.True(pdf.AsSpan().StartsWith("%PDF-"u8));
    }
}
