using Microsoft.Playwright;
using Xunit;

namespace Medborgardialog.Browser.Tests.Looks;

/// <summary>The screens that no address leads to by itself: one has to have done something first, right or wrong.</summary>
public class FlowsTests(SharedBrowser browser, Scenes scenes)
{
    private const string Torget = "/radslag/stortorget";

    [Fact]
    public async Task Answering()
    {
        await using var person = await (await scenes.GetAsync("svara")).NewcomerAsync(browser);
        await person.GoAsync($"{Torget}/svara");
        await person.PressAsync("Börja");
        await person.SeesAsync("Fråga 1 av");
        await Look.AssertIsGoodAsync(person, "svar-1-fraga");
        await person.PressAsync("Fortsätt");
        await person.SeesAsync("En sak behöver rättas");
        await Look.AssertIsGoodAsync(person, "svar-2-fel", ignoring: "422");

        for (var n = 1; person.Page.Url.Contains("/fraga/", StringComparison.Ordinal); n++)
        {
            await AnswerAsync(person);
            var url = person.Page.Url;
            await person.PressAsync("Fortsätt");
            await person.Page.WaitForURLAsync(u => u != url);
            if (n is 1 or 2)
            {
                await Look.AssertIsGoodAsync(person, $"svar-3-fraga-{n + 1}", ignoring: "422");
            }
        }

        await Look.AssertIsGoodAsync(person, "svar-4-kontrollera", ignoring: "422");
        await person.PressAsync("Skicka mitt svar");
        await person.SeesHeadingAsync("Tack, ditt svar är mottaget");
        await Look.AssertIsGoodAsync(person, "svar-5-kvitto", ignoring: "422");
        await person.ClickAsync("Berätta om dig");
        await person.SeesHeadingAsync("Om dig");
        await Look.AssertIsGoodAsync(person, "svar-6-om-dig", ignoring: "422");
    }

    [Fact]
    public async Task Signing_in()
    {
        var scene = await scenes.GetAsync("svara");
        await using var person = await Person.AtAsync(browser, scene);
        await person.GoAsync("/logga-in");
        await person.PressAsync("Skicka kod");
        await person.SeesAsync("En sak behöver rättas");
        await Look.AssertIsGoodAsync(person, "logga-in-fel", ignoring: "422");
        await person.FillAsync("E-post", "ny@exempelby.example");
        await person.PressAsync("Skicka kod");
        await person.SeesHeadingAsync("Skriv koden från mejlet");
        await Look.AssertIsGoodAsync(person, "logga-in-kod", ignoring: "422");
    }

    [Fact]
    public async Task Talking()
    {
        await using var person = await (await scenes.GetAsync("svara")).NewcomerAsync(browser);
        await person.GoAsync($"{Torget}/diskussion");
        await Look.AssertIsGoodAsync(person, "samtal-1-tradar");
        await person.ClickAsync("Starta en tråd");
        await person.SeesHeadingAsync("Starta en tråd");
        await Look.AssertIsGoodAsync(person, "samtal-2-ny");
        await person.GoAsync($"{Torget}/diskussion");
        await person.Page.Locator(".tradlista a").First.ClickAsync();
        await person.FillAsync("Ditt inlägg", "Var ska lastbilarna stå?");
        await person.PressAsync("Skicka inlägg");
        await person.SeesAsync("Var ska lastbilarna stå?");
        await person.Page.ReloadAsync();
        await Look.AssertIsGoodAsync(person, "samtal-3-trad");
    }

    [Fact]
    public async Task Building()
    {
        await using var person = await (await scenes.GetAsync("svara")).PersonAsync(browser, "Maria Demolund");
        await person.GoAsync("/arbetsyta/radslag/ny");
        await person.PressAsync("Skapa utkast");
        await person.SeesAsync("En sak behöver rättas");
        await Look.AssertIsGoodAsync(person, "bygga-ny-fel", ignoring: "422");
        await person.FillAsync("Frågan", "Var ska lekplatsen ligga?");
        await person.FillAsync("Adress (frivillig)", "lekplatsen");
        await person.PressAsync("Skapa utkast");
        await person.SeesAsync("Utkastet är skapat");
        await Look.AssertIsGoodAsync(person, "bygga-uppgifter", ignoring: "422");

        const string work = "/arbetsyta/radslag/lekplatsen";
        string[] steps = ["fraga", "paverkan", "bakgrund", "alternativ", "samtal", "fragor", "fragor/ny", "vilka", "namnd", "tider", "kanaler"];
        foreach (var path in steps.Select(s => $"bygg/{s}").Append("publicera"))
        {
            await person.GoAsync($"{work}/{path}");
            await Look.AssertIsGoodAsync(person, $"bygga-{path}", ignoring: "422");
        }

        await person.GoAsync($"{work}/bygg/alternativ");
        await person.PressAsync("Lägg till alternativ");
        await person.SeesAsync("Alternativet är tillagt");
        await Look.AssertIsGoodAsync(person, "bygga-alternativ-a", ignoring: "422");
    }

    [Fact]
    public async Task Moderating()
    {
        await using var person = await (await scenes.GetAsync("svara")).PersonAsync(browser, "Maria Demolund");
        await person.GoAsync("/arbetsyta/moderering");
        await person.Page.Locator(".ko-rader a").First.ClickAsync();
        await person.Page.WaitForURLAsync("**/arbetsyta/moderering/*");
        await Look.AssertIsGoodAsync(person, "moderera-arende");
        await person.GoAsync($"{Torget}/diskussion");
        await person.ClickAsync("Hur räknas svaren?");
        await person.SeesHeadingAsync("Hur räknas svaren?");
        await Look.AssertIsGoodAsync(person, "moderera-trad");
    }

    /// <summary>A thread with a hidden post as everyone sees it, and the form to report another in it.</summary>
    [Fact]
    public async Task Reporting_a_post()
    {
        await using var person = await (await scenes.GetAsync("svara")).NewcomerAsync(browser);
        await person.GoAsync($"{Torget}/diskussion");
        var threads = await person.Page.Locator(".tradlista a").EvaluateAllAsync<string[]>("links => links.map(a => a.href)");
        foreach (var thread in threads)
        {
            await person.GoAsync(thread);
            if (await person.Page.GetByText("är dolt av moderator").CountAsync() > 0)
            {
                break;
            }
        }

        await person.SeesAsync("är dolt av moderator");
        await Look.AssertIsGoodAsync(person, "samtal-4-dolt");
        await person.Page.Locator("a[href*='/anmal']").First.EvaluateAsync("a => a.click()");
        await person.Page.WaitForURLAsync("**/anmal*");
        await Look.AssertIsGoodAsync(person, "samtal-5-anmal");
    }

    [Fact]
    public async Task Reading_a_report()
    {
        await using var person = await (await scenes.GetAsync("besvarat")).PersonAsync(browser, "");
        await person.GoAsync("/rapporter");
        await person.Page.Locator("main a[href*='/rapporter/']").First.ClickAsync();
        await person.Page.WaitForURLAsync("**/rapporter/*");
        await Assertions.Expect(person.Page.Locator("#tabeller table")).ToHaveCountAsync(await person.Page.Locator(".rapport figure:not(.bara-utskrift figure)").CountAsync());
        await Look.AssertIsGoodAsync(person, "rapport");
    }

    [Fact]
    public async Task Answering_as_a_committee()
    {
        const string answer = "/namndrum/samhallsbyggnadsnamnden/svar/stortorget";
        var scene = await scenes.GetAsync("försenat");
        await using var secretary = await scene.PersonAsync(browser, "Karin Mallberg");
        await secretary.GoAsync(answer);
        await Look.AssertIsGoodAsync(secretary, "namnd-svar-1");
        await secretary.PressAsync("Skicka till ordföranden");
        await secretary.SeesAsync("behöver rättas");
        await Look.AssertIsGoodAsync(secretary, "namnd-svar-2-fel", ignoring: "422");
    }

    private static async Task AnswerAsync(Person person)
    {
        if (await person.Page.Locator("input[name=val]").CountAsync() > 0)
        {
            await person.Page.Locator(".svarsrad").First.ClickAsync();
        }
        else
        {
            await person.Page.Locator("#text").FillAsync("Fler träd och bänkar i solen.");
        }
    }
}
