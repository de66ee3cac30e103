using Medborgardialog.Domain.Consultations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Medborgardialog.Browser.Tests.Looks;

/// <summary>A resident with a telephone, a receipt and no script follows what came of the answer, and says whether the promise was kept.</summary>
[Collection(Scenes.Readers)]
public class TraceLooksTests(SharedBrowser browser, Scenes scenes)
{
    [Fact]
    public async Task A_receipt_is_followed_to_what_was_done_at_360_px_without_script()
    {
        var scene = await scenes.GetAsync("svara");
        await using var person = await Person.AtAsync(browser, scene, script: false);
        await CheckAsync(person, await ReceiptAsync(scene, "belysning-vid-kvarnbacken"));

        Assert.Equal(
            ["Mottaget", "Räknat", "I rapporten", "Teman", "Nämndens svar", "Beslut", "Det som lovades"], await person.Page.Locator(".spar h3").AllTextContentsAsync());
        Assert.All(await person.Page.Locator(".spar-lage .markor").AllTextContentsAsync(), s => Assert.Equal("Klart", s));
        await person.TickAsync("Delvis");
        await person.FillAsync("Varför? (frivillig)", "Lampan vid andra bron är släckt.");
        await person.PressAsync("Skicka");
        await person.SeesAsync("Tack. Det du sa räknas.");
        Assert.DoesNotContain("Lampan vid andra bron", await person.Page.ContentAsync(), StringComparison.Ordinal);
        await person.ClickAsync("Läs rapporten, version 1");
        await person.SeesAsync("Lampor hela vägen");

        Assert.Empty(person.Complaints);
    }

    [Theory]
    [InlineData("svara", "belysning-vid-kvarnbacken")]
    [InlineData("svara", "badbrygga-i-norrstrand")]
    [InlineData("svara", "stortorget")]
    [InlineData("försenat", "stortorget")]
    [InlineData("besvarat", "stortorget")]
    public async Task The_way_of_a_receipt_is_accessible_and_fits(string scenario, string slug)
    {
        var scene = await scenes.GetAsync(scenario);
        await using var person = await Person.AtAsync(browser, scene);
        await CheckAsync(person, await ReceiptAsync(scene, slug));

        await Look.AssertIsGoodAsync(person, $"kvittots-vag-{scenario}-{slug}");
    }

    [Fact]
    public async Task A_vote_without_a_choice_keeps_what_was_written_and_says_what_is_missing()
    {
        var scene = await scenes.GetAsync("svara");
        await using var person = await Person.AtAsync(browser, scene);
        await CheckAsync(person, await ReceiptAsync(scene, "belysning-vid-kvarnbacken"));
        await person.FillAsync("Varför? (frivillig)", "För sent.");
        await person.PressAsync("Skicka");

        await Assertions.Expect(person.Page.Locator("#varfor")).ToHaveValueAsync("För sent.");
        await Look.AssertIsGoodAsync(person, "kvittots-vag-fel", "422");
    }

    private static async Task CheckAsync(Person person, string receipt)
    {
        await person.GoAsync("/kvitto");
        await person.FillAsync("Kvittokod", receipt);
        await person.PressAsync("Kontrollera");
        await Assertions.Expect(person.Page.Locator(".spar")).ToBeVisibleAsync();
    }

    private static async Task<string> ReceiptAsync(Scene scene, string slug)
    {
        var id = await scene.ReadAsync(db => db.Set<Consultation>().Where(c => c.Slug == slug).Select(c => c.Id).SingleAsync());
        return await scene.ReadAsync(db => db.Database.SqlQuery<string>($"SELECT receipt AS \"Value\" FROM ballot WHERE consultation_id = {id} ORDER BY receipt DESC LIMIT 1").SingleAsync());
    }
}
