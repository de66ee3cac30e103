using Medborgardialog.Domain.Themes;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Browser.Tests.Looks;

/// <summary>The pages of codings, as phones and wide screens show them, and the keys of the list.</summary>
[Collection(Scenes.Readers)]
public class CodingLooksTests(SharedBrowser browser, Scenes scenes)
{
    private const string Officer = "Maria Demolund";

    [Fact]
    public async Task The_released_coding_of_the_demo_is_accessible_and_fits()
    {
        var scene = await scenes.GetAsync("svara");
        var set = await scene.ReadAsync(db => db.Set<CodingSet>().AsNoTracking().SingleAsync(s => s.Title == "Fritext om hemtjänsten 2026"));
        var theme = await scene.ReadAsync(db => db.Set<CodingTheme>().AsNoTracking().Where(t => t.SetId == set.Id && t.Name == "Svar uteblir").Select(t => t.Id).SingleAsync());
        var quote = await scene.ReadAsync(db => db.Set<ThemeQuote>().AsNoTracking().Where(q => q.ThemeId == theme).Select(q => q.PublicId).FirstAsync());
        var person = await scene.ReaderAsync(browser, Officer);
        foreach (var (path, name) in new[]
        {
            ("/arbetsyta/teman", "teman"), ($"/arbetsyta/teman/{set.Id:D}?vy=alla&text=131&tema={theme:D}", "teman-koda"), ($"/arbetsyta/teman/{set.Id:D}/tema/{theme:D}", "teman-tema"),
            ($"/arbetsyta/teman/{set.Id:D}/andra", "teman-andra-klar"), ($"/arbetsyta/teman/{set.Id:D}/olika", "teman-olika"), ($"/arbetsyta/teman/{set.Id:D}/resultat", "teman-resultat"),
            ($"/rapporter/utdrag/{quote:D}", "utdrag"),
        })
        {
            await person.GoAsync(path);
            await Look.AssertIsGoodAsync(person, name);
        }
    }

    [Fact]
    public async Task An_open_coding_is_accessible_and_its_keys_work_while_the_list_has_the_focus_alone()
    {
        var scene = await scenes.GetAsync("svara");
        await using var person = await scene.PersonAsync(browser, Officer);
        await person.GoAsync("/arbetsyta/teman/ny");
        await person.Page.SelectOptionAsync("#dialog", new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await person.PressAsync("Visa frågor och trådar");
        await person.FillAsync("Vad ska kodningen heta?", "Samtalet om torget");
        foreach (var thread in await person.Page.Locator("input[name=Threads]").AllAsync())
        {
            await thread.CheckAsync();
        }

        await Look.AssertIsGoodAsync(person, "teman-ny");
        await person.PressAsync("Börja koda");
        foreach (var name in new[] { "Parkering", "Träd och lindar" })
        {
            await person.Page.Locator("a", new() { HasTextString = "Nytt tema" }).First.ClickAsync();
            await person.FillAsync("Namn", name);
            await person.PressAsync("Lägg till tema");
        }

        await Look.AssertIsGoodAsync(person, "teman-okodad");
        await person.Page.SetViewportSizeAsync(1280, 800);
        var row = person.Page.Locator(".koda-rader a").First;
        await row.FocusAsync();
        await person.Page.Keyboard.PressAsync("2");
        await person.SeesAsync("Träd och lindar");
        await Microsoft.Playwright.Assertions.Expect(row.Locator(".koda-teman")).ToHaveTextAsync("Träd och lindar");
        await Microsoft.Playwright.Assertions.Expect(row).ToBeFocusedAsync();

        // Elsewhere, and switched off, a digit is a digit.
        await person.Page.Locator("#teman").ClickAsync();
        await person.Page.Keyboard.PressAsync("1");
        await person.Page.Locator("#tangenter").UncheckAsync();
        await row.FocusAsync();
        await person.Page.Keyboard.PressAsync("1");
        await person.Page.ReloadAsync();
        Assert.False(await person.Page.Locator("#tangenter").IsCheckedAsync());
        Assert.Equal(0, await person.Page.Locator(".koda-teman", new() { HasTextString = "Parkering" }).CountAsync());

        await person.GoAsync(person.Page.Url.Split('?')[0] + "/forslag");
        await Look.AssertIsGoodAsync(person, "teman-forslag");
        await person.GoAsync(person.Page.Url.Replace("/forslag", "/andra", StringComparison.Ordinal));
        await Look.AssertIsGoodAsync(person, "teman-andra");
    }
}
