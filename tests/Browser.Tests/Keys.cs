using Microsoft.Playwright;
using Xunit;

namespace Medborgardialog.Browser.Tests;

/// <summary>Going through a page with nothing but the keyboard.</summary>
internal static class Keys
{
    private const int MostTabs = 80;

    public static async Task PressOnAsync(IPage page, string selector, string key, Func<string, bool> leadsTo)
    {
        await TabToAsync(page, selector);
        await page.Keyboard.PressAsync(key);
        await page.WaitForURLAsync(leadsTo);
    }

    /// <summary>Goes on with Tab until the element has focus, and asserts that each stop shows that it has focus and is not covered.</summary>
    public static async Task TabToAsync(IPage page, string selector)
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
