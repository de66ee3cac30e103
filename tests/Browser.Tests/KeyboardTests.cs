using Medborgardialog.Browser.Tests.Looks;
using Microsoft.Playwright;
using Xunit;

namespace Medborgardialog.Browser.Tests;

/// <summary>A rådslag answered with nothing but the keyboard, at the width of a phone (WCAG 2.1.1, 2.4.7, 2.4.11).</summary>
public class KeyboardTests(SharedBrowser browser, Scenes scenes)
{
    [Fact]
    public async Task A_radslag_is_answered_by_keyboard_alone()
    {
        var scene = await scenes.GetAsync("svara");
        await using var person = await scene.NewcomerAsync(browser);
        var page = person.Page;
        await person.GoAsync("/radslag/stortorget");

        await Keys.PressOnAsync(page, "a.knapp[href='/radslag/stortorget/svara']", "Enter", url => url.EndsWith("/svara", StringComparison.Ordinal));
        await Keys.PressOnAsync(page, "main form button.knapp", "Enter", url => url.EndsWith("/svara/fraga/1", StringComparison.Ordinal));
        for (var n = 1; page.Url.Contains("/fraga/", StringComparison.Ordinal); n++)
        {
            await AnswerAsync(page);
            await Keys.PressOnAsync(page, "main form button.knapp", "Enter", url => !url.EndsWith($"/fraga/{n}", StringComparison.Ordinal));
        }

        await person.SeesHeadingAsync("Kontrollera dina svar");
        await Keys.PressOnAsync(page, "main form button.knapp", "Enter", url => url.EndsWith("/svara/klart", StringComparison.Ordinal));
        await person.SeesHeadingAsync("Tack, ditt svar är mottaget");
    }

    private static async Task AnswerAsync(IPage page)
    {
        if (await page.Locator("input[name=val]").CountAsync() > 0)
        {
            await Keys.TabToAsync(page, "input[name=val]");
            await page.Keyboard.PressAsync("Space");
            return;
        }

        await Keys.TabToAsync(page, "#text");
        await page.Keyboard.TypeAsync("Fler träd");
    }
}
