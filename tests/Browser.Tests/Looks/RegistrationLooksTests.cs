using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Browser.Tests.Looks;

/// <summary>Registering and the public screen, in each of their states.</summary>
public class RegistrationLooksTests(SharedBrowser browser, FrameInstallation web) : IClassFixture<FrameInstallation>
{
    [Fact]
    public async Task A_form_is_typed_by_two_with_the_keyboard_and_compared()
    {
        await using (var scope = web.Services.CreateAsyncScope())
        {
            await new TestData(scope.ServiceProvider).SurveyAsync(minimum: AssuranceLevel.None, slug: "biblioteket");
        }

        await using var person = await OfficerAsync();
        await person.GoAsync("/arbetsyta/enkater/biblioteket/registrera");
        await Look.AssertIsGoodAsync(person, "registrera-1-borja");
        await person.PressAsync("Börja registrera");
        await person.PressAsync("Ny bunt med papper");
        await Look.AssertIsGoodAsync(person, "registrera-2-nummer");
        await person.FillAsync("Blankettens nummer", "1");
        await person.Page.Keyboard.PressAsync("Enter");
        await person.SeesAsync("Hur nöjd är du?");
        await Look.AssertIsGoodAsync(person, "registrera-3-fragor");

        // By keyboard alone: the last choice of the first question, the second of the next, and on.
        await person.Page.Locator("#v1-1").FocusAsync();
        foreach (var key in new[] { "Space", "ArrowDown", "Tab", "Tab" })
        {
            await person.Page.Keyboard.PressAsync(key);
        }

        await person.Page.Locator("#v2-nej").PressAsync("Space");
        await person.Page.Locator("#v3-ja").PressAsync("Space");
        await person.Page.Locator("#r5-a").FillAsync("1");
        await person.Page.Locator("#r5-b").FillAsync("1");
        await person.PressAsync("Kontrollera");
        await person.SeesAsync("Skriv platserna som 1, 2, 3");
        await Look.AssertIsGoodAsync(person, "registrera-4-fel", ignoring: "422");
        await person.Page.Locator("#r5-b").FillAsync("2");
        await person.PressAsync("Kontrollera");
        await person.SeesAsync("1 svar på papperet räknas inte");
        await Look.AssertIsGoodAsync(person, "registrera-5-kontroll", ignoring: "422");
        await person.PressAsync("Registrera");
        await person.SeesAsync("Blankett 1 är inskriven en gång");
        await Look.AssertIsGoodAsync(person, "registrera-6-vantar", ignoring: "422");

        await using var other = await OfficerAsync();
        await other.GoAsync("/arbetsyta/enkater/biblioteket/registrera/1/blankett");
        await other.FillAsync("Blankettens nummer", "1");
        await other.Page.Keyboard.PressAsync("Enter");
        await other.Page.Locator("#v1-3").CheckAsync();
        await other.PressAsync("Kontrollera");
        await other.PressAsync("Registrera");
        await other.SeesAsync("Ta fram papperet");
        await Look.AssertIsGoodAsync(other, "registrera-7-skillnader");
        await other.GoAsync("/arbetsyta/enkater/biblioteket/registrera/1");
        await Look.AssertIsGoodAsync(other, "registrera-8-bunt");
    }

    [Fact]
    public async Task A_public_screen_from_start_to_receipt_and_what_it_asks_of_nobody()
    {
        await using (var scope = web.Services.CreateAsyncScope())
        {
            await new TestData(scope.ServiceProvider).ConsultationAsync(slug: "torget");
        }

        await using var person = await OfficerAsync();
        await person.GoAsync("/arbetsyta/radslag/torget/registrera");
        await person.PressAsync("Gör den här enheten till svarsskärm");
        await Look.AssertIsGoodAsync(person, "skarm-1-start");

        // The clock of the page, so that nobody waits.
        await person.Page.Clock.InstallAsync();
        await person.PressAsync("Börja svara");
        await person.SeesAsync("Vilket förslag?");
        await Look.AssertIsGoodAsync(person, "skarm-2-fraga");
        await person.Page.Clock.FastForwardAsync(161_000);
        await person.SeesAsync("Är du kvar?");
        await person.PressAsync("Jag är kvar");
        await person.Page.Clock.FastForwardAsync(161_000);
        await person.SeesAsync("Är du kvar?");
        await person.Page.Clock.FastForwardAsync(20_000);
        await person.SeesAsync("Det tar ungefär");

        await person.PressAsync("Börja svara");
        await person.Page.Locator("#v-a").CheckAsync();
        await person.PressAsync("Fortsätt");
        await person.PressAsync("Fortsätt");
        await person.PressAsync("Fortsätt");
        await Look.AssertIsGoodAsync(person, "skarm-3-kontroll");
        await person.PressAsync("Skicka mitt svar");
        await person.SeesAsync("ditt svar är mottaget");

        // Modules run before the page is loaded, and only then is there a watch to wind.
        await person.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.Load);
        await person.Page.Clock.FastForwardAsync(161_000);
        await person.SeesAsync("Är du kvar?");
        await person.PressAsync("Jag är kvar");
        await person.Page.Clock.FastForwardAsync(100_000);
        await person.SeesAsync("ditt svar är mottaget");
        Assert.Equal(["skarm"], (await person.Page.Context.CookiesAsync()).Select(c => c.Name).Where(n => n != "formular").Order());
        Assert.Equal(0, await person.Page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));
        Assert.Equal(0, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM answer_draft"));
    }

    private async Task<Person> OfficerAsync() =>
        await (await Person.AtAsync(browser, web)).WithSessionAsync(web, web.StaffCookie(await web.AddStaffAsync(Role.Officer)));
}
