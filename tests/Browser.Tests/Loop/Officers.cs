using System.Globalization;
using Medborgardialog.Application.Common;
using Microsoft.Playwright;
using SkiaSharp;
using Xunit;

namespace Medborgardialog.Browser.Tests.Loop;

/// <summary>What the communication officers do: build, approve, deliver the report.</summary>
internal static class Officers
{
    private const string Committee = "Samhällsbyggnadsnämnden";

    public static async Task BuildAsync(Story story, Person officer)
    {
        await officer.GoAsync("/arbetsyta/radslag");
        await officer.ClickAsync("Nytt rådslag");
        await officer.FillAsync("Frågan", story.Title);
        await officer.FillAsync("Adress (frivillig)", story.Slug);
        await officer.PressAsync("Skapa utkast");

        await officer.GoAsync($"{story.Work}/publicera");
        Assert.Equal(0, await officer.Page.GetByText("Skicka för godkännande", new() { Exact = true }).CountAsync());

        await TaskAsync(story, officer, "Fråga och syfte", ("Sammanfattning", "Välj mellan två förslag för gatan. Nämnden beslutar."));
        await InfluenceAsync(story, officer);
        await TaskAsync(story, officer, "Bakgrund", ("Bakgrund", "## Varför nu\n\nRören byts nästa år."), ("Lätt svenska", "Gatan ska byggas om. Vad vill du?"));
        await OptionsAsync(story, officer);
        await TaskAsync(story, officer, "Samtal och regler", async () =>
        {
            await officer.ChooseAsync("Moderator", "Maria Demolund");
            await officer.ChooseAsync("Ersättare", "Nils Mallqvist");
        });
        await QuestionsAsync(story, officer);
        await TaskAsync(story, officer, "Vilka får svara", ("Vilka får svara", "Folkbokförda i Exempelby från 16 år"), ("Hur många är det (frivillig)", "18000"));
        await TaskAsync(story, officer, "Nämnd och kontakt", async () =>
        {
            await officer.ChooseAsync("Nämnd som beslutar", Committee);
            await officer.FillAsync("Kontaktperson", "Lena Provberg, trafikingenjör");
            await officer.FillAsync("Telefon", "0000-00 00 00");
        });
        await TimesAsync(story, officer);
        await TaskAsync(story, officer, "Texter och kanaler", ("Andra sätt att svara", "Papper på biblioteket."), ("Personuppgifter", "Vi sparar att du har svarat, skilt från vad."));
        await SendAsync(story, officer);
    }

    /// <summary>The officer who built it may not approve it; the second one does.</summary>
    public static async Task ApproveAsync(Story story, Person first, Person second)
    {
        await first.GoAsync($"{story.Work}/godkann");
        await first.SeesAsync("En annan kommunikatör behöver godkänna det.");

        await second.GoAsync("/arbetsyta/radslag");
        await second.ClickAsync(story.Title);
        await second.PressAsync("Godkänn och schemalägg publicering");
        await second.SeesAsync("Rådslaget är godkänt och schemalagt");
    }

    public static async Task DeliverReportAsync(Story story, Person officer)
    {
        var page = $"/arbetsyta/rapporter/{story.Slug}";
        await officer.ReloadUntilAsync(page, p => p.GetByText("Lämna till nämnden", new() { Exact = true }));
        await officer.PressAsync("Lämna till nämnden");
        await officer.SeesAsync("Rapporten är lämnad till nämnden.");
    }

    private static Task TaskAsync(Story story, Person officer, string task, params (string Label, string Text)[] fields) => TaskAsync(story, officer, task, async () =>
    {
        foreach (var (label, text) in fields)
        {
            await officer.FillAsync(label, text);
        }
    });

    private static async Task TaskAsync(Story story, Person officer, string task, Func<Task> fill)
    {
        await officer.GoAsync(story.Work);
        await officer.ClickAsync(task);
        await fill();
        await officer.PressAsync("Spara");
        await officer.SeesAsync("Sparat");
    }

    private static Task InfluenceAsync(Story story, Person officer) => TaskAsync(story, officer, "Påverkansgrad", async () =>
    {
        await officer.TickAsync("Rådfrågas");
        await officer.FillAsync("Det här går att påverka", "Vilket förslag som byggs");
        await officer.FillAsync("Det här är redan bestämt", "Rören byts nästa år");
    });

    private static async Task OptionsAsync(Story story, Person officer)
    {
        await TaskAsync(story, officer, "Alternativ", ("Aspekter", "Kostnad\nTräd"), ("Hur många som visas på korten", "2"));
        await OptionAsync(officer, "Bilfri gata", "17 miljoner", "12 nya");
        await OptionAsync(officer, "Gata med träd", "9 miljoner", "40 nya");
    }

    private static async Task OptionAsync(Person officer, string name, string cost, string trees)
    {
        await officer.PressAsync("Lägg till alternativ");
        await officer.FillAsync("Namn", name);
        await officer.FillAsync("Idén", $"En {name.ToLowerInvariant()} från torget till ån.");
        await officer.FillAsync("Kostnad", cost);
        await officer.FillAsync("Träd", trees);
        await officer.Page.GetByLabel("Ny bild (frivillig)", new() { Exact = true }).SetInputFilesAsync(new FilePayload
        {
            Name = "gata.png",
            MimeType = "image/png",
            Buffer = Picture(),
        });
        await officer.FillAsync("Bildtext för den som inte ser bilden", $"Skiss av {name.ToLowerInvariant()}");
        await officer.PressAsync("Spara");
        await officer.SeesAsync("Bild med text.");
    }

    private static byte[] Picture()
    {
        using var bitmap = new SKBitmap(800, 600);
        bitmap.Erase(SKColors.SeaGreen);
        using var image = SKImage.FromBitmap(bitmap);
        using var bytes = image.Encode(SKEncodedImageFormat.Png, 90);
        return bytes.ToArray();
    }

    private static async Task QuestionsAsync(Story story, Person officer)
    {
        await officer.GoAsync(story.Work);
        await officer.ClickAsync("Svarsfrågor");
        await officer.PressAsync("Fråga om alternativen");
        await officer.SeesAsync("Frågan är tillagd");
        await officer.GoAsync($"{story.Work}/bygg/fragor");
        await officer.ClickAsync("Lägg till fråga");
        await officer.FillAsync("Fråga", "Vad är viktigast för dig?");
        await officer.FillAsync("Kort rubrik (frivillig)", "Viktigast");
        await officer.TickAsync("Längre text");
        await officer.PressAsync("Spara");
        await officer.SeesAsync("Vad är viktigast för dig?");
    }

    private static Task TimesAsync(Story story, Person officer)
    {
        var now = TimeProvider.System.GetUtcNow();
        return TaskAsync(story, officer, "Tider och lovat svar",
            ("Samtalet öppnar", At(now.AddDays(-2))), ("Svaren öppnar", At(now.AddDays(-1))), ("Stänger", At(now.AddDays(10))),
            ("Resultatet visas tidigast", At(now.AddDays(10))), ("Nämnden lovar svara senast", now.AddDays(60).SwedishDate().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    private static string At(DateTimeOffset time) => time.ToSwedish().ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static async Task SendAsync(Story story, Person officer)
    {
        await officer.GoAsync(story.Work);
        await officer.SeesAsync("10 av 10 klara");
        await officer.ClickAsync("Till checklistan");
        await officer.SeesHeadingAsync("Publicera");
        for (var left = await Ticks(officer).CountAsync(); left > 0; left--)
        {
            await Ticks(officer).First.ClickAsync();
            await Assertions.Expect(Ticks(officer)).ToHaveCountAsync(left - 1, new() { Timeout = 60_000 });
        }

        await officer.PressAsync("Skicka för godkännande");
        await officer.SeesAsync("Rådslaget är skickat för godkännande");
    }

    private static ILocator Ticks(Person officer) => officer.Page.Locator("form.bock button").Filter(new() { HasText = "Bocka av" });
}
