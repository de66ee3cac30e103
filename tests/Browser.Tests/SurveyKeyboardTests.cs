using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Medborgardialog.Browser.Tests;

/// <summary>
/// Forty questions with every kind and nested logic, answered at the width of a phone with nothing but the keyboard and without script,
/// begun in Swedish on one device and ended in English on another.
/// </summary>
public class SurveyKeyboardTests(SharedBrowser browser, WebFixture web) : IClassFixture<WebFixture>
{
    private const string Survey = "/enkater/fyrtio";

    [Fact]
    public async Task Forty_questions_are_answered_by_keyboard_without_script_in_two_languages_on_two_devices()
    {
        await FillAsync();
        await using var phone = await Person.AtAsync(browser, web, script: false);
        await using var library = await Person.AtAsync(browser, web, script: false);
        await phone.GoAsync(Survey);
        await Keys.PressOnAsync(phone.Page, "main form:not(.sprakval) button.knapp", "Enter", url => url.EndsWith("/fraga/1", StringComparison.Ordinal));
        var first = await AnswerAsync(phone.Page, pages: 20);

        await Keys.PressOnAsync(phone.Page, "a.lank-knapp", "Enter", url => url.EndsWith("/spara", StringComparison.Ordinal));
        await Keys.PressOnAsync(phone.Page, "form[action*='handler=Code'] button", "Enter", url => url.Contains("handler=Code", StringComparison.Ordinal));
        var code = (await phone.Page.Locator(".kod").TextContentAsync())!;
        await library.GoAsync($"/en{Survey}/spara");
        await Keys.TabToAsync(library.Page, "input[name=kod]");
        await library.Page.Keyboard.TypeAsync(code.ToLowerInvariant());
        await library.Page.Keyboard.PressAsync("Enter");
        await library.Page.WaitForURLAsync(url => url.Contains("/fraga/", StringComparison.Ordinal));
        var second = await AnswerAsync(library.Page, pages: int.MaxValue);
        await library.SeesHeadingAsync("Check your answers");
        await Keys.PressOnAsync(library.Page, "main form button.knapp", "Enter", url => url.EndsWith("/klart", StringComparison.Ordinal));

        Assert.Equal(20, first);
        Assert.InRange(second, 15, 30);
        Assert.Equal(1, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM ballot"));
        Assert.Equal(1, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM ballot WHERE body ->> 'q01' = '5' AND body -> 'q15' = '[\"a\", \"b\"]'"));
        Assert.Empty(phone.Complaints);
        Assert.Empty(library.Complaints);
    }

    /// <summary>Answers page after page; how many.</summary>
    private static async Task<int> AnswerAsync(IPage page, int pages)
    {
        var answered = 0;
        while (answered < pages && page.Url.Contains("/fraga/", StringComparison.Ordinal))
        {
            var here = page.Url;
            if (await page.Locator("#text").CountAsync() > 0)
            {
                await Keys.TabToAsync(page, "#text");
                await page.Keyboard.TypeAsync(await TypedAsync(page));
            }
            else if (await page.Locator("button.som-knapp").CountAsync() > 0)
            {
                // The buttons of a ranking send the form and show the order so far: two are enough.
                await RankAsync(page);
                await RankAsync(page);
            }
            else
            {
                await Keys.TabToAsync(page, "input[name=val]");
                await page.Keyboard.PressAsync("Space");
            }

            await Keys.PressOnAsync(page, "main form button.knapp:not([name])", "Enter", url => url != here);
            answered++;
        }

        return answered;
    }

    private static async Task RankAsync(IPage page)
    {
        var ranked = await page.Locator(".rangordning li").CountAsync();
        await Keys.TabToAsync(page, "button.som-knapp");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".rangordning li")).ToHaveCountAsync(ranked + 1);
    }

    private static async Task<string> TypedAsync(IPage page) =>
        await page.Locator("#text.dag").CountAsync() > 0 ? "3/3 2026"
        : await page.Locator("#text.tal").CountAsync() > 0 ? "5"
        : "65.85, 23.14";

    private async Task FillAsync()
    {
        await using var scope = web.Services.CreateAsyncScope();
        await new TestData(scope.ServiceProvider).SurveyAsync(
            minimum: AssuranceLevel.None, slug: "fyrtio", questions: FortyQuestions.Questions, languages: ["en"]);
    }
}
