using System.Globalization;
using Medborgardialog.Application.Common;
using Microsoft.Playwright;

namespace Medborgardialog.Browser.Tests.Loop;

/// <summary>What the committee does: the secretary writes, the chair approves.</summary>
internal static class Committees
{
    public const string Heading = "Lastplats för varor";
    public const string Summary = "Gatan blir bilfri, med en lastplats för affärerna.";

    public static async Task WriteAsync(Story story, Person secretary)
    {
        await secretary.GoAsync("/namndrum");
        await secretary.SeesHeadingAsync("Samhällsbyggnadsnämnden");
        await secretary.ClickAsync(story.Title);
        await secretary.SeesHeadingAsync("Nämndens svar");
        if (await secretary.Page.Locator("#p0").CountAsync() == 0)
        {
            await secretary.PressAsync("Lägg till en punkt");
            await secretary.SeesAsync("Utkastet är sparat.");
        }

        var points = secretary.Page.Locator(".punkt-en");
        for (var i = 0; i < await points.CountAsync(); i++)
        {
            await PointAsync(points.Nth(i));
        }

        await secretary.FillAsync("Svaret i korthet", Summary);
        await secretary.TickAsync("Ja, detta");
        await secretary.FillAsync("Vad förändrades, eller varför inte", "En lastplats är tillagd.");
        await secretary.FillAsync("Beslutsdag", TimeProvider.System.GetUtcNow().SwedishDate().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await secretary.FillAsync("Paragraf", "§ 112");
        await secretary.PressAsync("Skicka till ordföranden");
        await secretary.SeesAsync("är skickat till ordföranden.");
    }

    public static async Task ApproveAsync(Story story, Person chair)
    {
        await chair.GoAsync("/namndrum");
        await chair.ClickAsync(story.Title);
        await chair.PressAsync("Godkänn och publicera");
        await chair.SeesAsync("Svaret är publicerat.");
    }

    private static async Task PointAsync(ILocator point)
    {
        if (await point.GetAttributeAsync("open") is null)
        {
            await point.Locator("summary").ClickAsync();
        }

        var labels = new LocatorGetByLabelOptions { Exact = true };
        await point.GetByLabel("Rubrik", labels).FillAsync(Heading);
        await point.GetByLabel("Ni sa", labels).FillAsync("Affärerna behöver ta emot varor.");
        await point.GetByLabel("Ja, delvis", labels).CheckAsync();
        await point.GetByLabel("Vi gör", labels).FillAsync("Bygger en lastplats vid torget.");
        await point.GetByLabel("Varför", labels).FillAsync("Gatan är för smal för fler.");
        await point.GetByLabel("När", labels).FillAsync("juni 2027");
        await point.GetByLabel("Ansvarig", labels).FillAsync("trafikingenjören");
    }
}
