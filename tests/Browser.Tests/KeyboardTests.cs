using Medborgardialog.Browser.Tests.Looks;
using Microsoft.Playwright;
using Xunit;

namespace Medborgardialog.Browser.Tests;

/// <summary>A rådslag answered with nothing but the keyboard, at the width of a phone (WCAG 2.1.1, 2.4.7, 2.4.11).</summary>
public class KeyboardTests(SharedBrowser browser, Scenes scenes)
{
    private const int MostTabs = 80;

    [Fact]
    public async Task A_radslag_is_answered_by_keyboard_alone()
    {
        var scene = await scenes.GetAsync("svara");
        await using var person = await scene.NewcomerAsync(browser);
        var page = person.Page;
        await person.GoAsync("/radslag/stortorget");

        await PressOnAsync(page, "a.knapp[href='/radslag/stortorget/svara']", "Enter", "**/svara");
        await PressOnAsync(page, "main form button.knapp", "Enter", "**/svara/fraga/1");
        for (var n = 1; page.Url.Contains("/fraga/", StringComparison.Ordinal); n++)
        {
            await AnswerAsync(page);
            await PressOnAsync(page, "main form button.knapp", "Enter", url => !url.EndsWith($"/fraga/{n}", StringComparison.Ordinal));
        }

        await person.SeesHeadingAsync("Kontrollera dina svar");
        await PressOnAsync(page, "main form button.knapp", "Enter", "**/svara/klart");
        await person.SeesHeadingAsync("Tack, ditt svar är mottaget");
    }

    private static async Task AnswerAsync(IPage page)
    {
        if (await page.Locator("input[name=val]").CountAsync() > 0)
        {
            await TabToAsync(page, "input[name=val]");
            await page.Keyboard.PressAsync("Space");
            return;
        }

        await TabToAsync(page, "#text");
        await page.Keyboard.TypeAsync("Fler träd");
    }

    private static async Task PressOnAsync(IPage page, string selector, string key, string leadsTo)
    {
        await TabToAsync(page, selector);
        await page.Keyboard.PressAsync(key);
        await page.WaitForURLAsync(leadsTo);
    }

    private static async Task PressOnAsync(IPage page, string selector, string key, Func<string, bool> leadsTo)
    {
        await TabToAsync(page, selector);
        await page.Keyboard.PressAsync(key);
        await page.WaitForURLAsync(leadsTo);
    }

    /// <summary>Goes on with Tab until the element has focus, and asserts that each stop shows that it has focus and is not covered.</summary>
    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var i = 0; i < MostTabs; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var wrong = await page.EvaluateAsync<string?>("""
                () => {
                    const e = document.activeElement, r = e.getBoundingClientRect(), s = getComputedStyle(e);
                    const name = `${e.tagName} ${e.textContent.trim().slice(0, 40)}`;
                    if (e === document.body) return null;
                    if (r.bottom < 0 || r.top > innerHeight) return `${name} is outside the window`;
                    const row = e.closest('label') ?? e;
                    const shows = [e, row].some(x => getComputedStyle(x).outlineStyle !== 'none' || getComputedStyle(x).boxShadow !== 'none');
                    if (!shows) return `${name} does not show its focus`;
                    const box = row.getClientRects()[0];
                    const top = document.elementFromPoint(Math.max(1, box.left + box.width / 2), Math.min(innerHeight - 1, Math.max(0, box.top + box.height / 2)));
                    return top && !row.contains(top) && !top.contains(row) ? `${name} is covered by ${top.tagName}.${top.className}` : null;
                }
                """);
            Assert.True(wrong is null, $"{page.Url}: {wrong}");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"{selector} is not reached in {MostTabs} steps on {page.Url}");
    }
}
