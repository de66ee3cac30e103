using System.Text;
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

    [Fact(Skip = "The npm package is for Linux on x64.", SkipWhen = nameof(NpmHasNone))]
    public async Task Two_prints_of_a_document_are_the_same_bytes_from_the_time_of_its_content_with_tags_and_language()
    {
        var cutOff = new DateTimeOffset(2026, 5, 4, 6, 0, 0, TimeSpan.Zero);
        const string document = "<!doctype html><html lang=\"sv\"><head><title>Räksmörgås</title></head><body><h1>Räksmörgås</h1><h2>Bröd</h2><table><tr><th>Pålägg</th></tr><tr><td>4</td></tr></table></body></html>";

        var first = SteadyPdf.Settle(await ChromiumPrinter.PrintAsync(NpmChromium.Find(WebHost.Root())!, document, TestContext.Current.CancellationToken), cutOff);
        var second = SteadyPdf.Settle(await ChromiumPrinter.PrintAsync(NpmChromium.Find(WebHost.Root())!, document, TestContext.Current.CancellationToken), cutOff);

        Assert.Equal(first, second);
        var text = Encoding.Latin1.GetString(first);
        Assert.All(["/CreationDate (D:20260504060000", "/ModDate (D:20260504060000", "/StructTreeRoot", "/Lang (sv", "/S /H1", "/S /H2", "/S /TH"], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }
}
