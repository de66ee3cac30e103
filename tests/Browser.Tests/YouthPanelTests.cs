using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Infrastructure.Persistence;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Medborgardialog.Browser.Tests;

/// <summary>
/// The ways of those who are 14, 12 and grown up through a panel, at the width of a phone: joining, answering, talking, seeing what came of
/// it, and leaving.
/// </summary>
public class YouthPanelTests(SharedBrowser browser, WebFixture web) : IClassFixture<WebFixture>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task At_fourteen_one_joins_answers_talks_sees_what_came_of_it_and_leaves(bool script)
    {
        await MakeAsync();
        var email = $"ung{(script ? "med" : "utan")}@exempelby.example";
        await using var young = await Person.AtAsync(browser, web, script);
        await young.Page.SetViewportSizeAsync(360, 640);

        await young.GoAsync("/ungdom");
        await young.ClickAsync("Gå med");
        await young.FillAsync("Din ålder", "fjorton");
        await young.PressAsync("Fortsätt");
        await young.SeesAsync("Skriv din ålder i hela år");
        await young.FillAsync("Din ålder", "14");
        await young.PressAsync("Fortsätt");
        await SignInAsync(young, email);
        await young.SeesHeadingAsync("Välj ett namn");
        await young.Page.Locator(".svarsrad").Nth(1).ClickAsync();
        var alias = (await young.Page.Locator(".svarsrad").Nth(1).TextContentAsync())!.Trim();
        await young.PressAsync("Fortsätt");
        await young.TickAsync("Centrum");
        await young.PressAsync("Fortsätt");
        await young.SeesHeadingAsync("Stämmer det?");
        await young.PressAsync("Gå med");
        await young.SeesAsync("Kryssa i att du vill vara med");
        await young.TickAsync("Jag har läst och vill vara med");
        await young.PressAsync("Gå med");
        await young.SeesHeadingAsync("Klart! Du är med");

        await young.ClickAsync("Svara nu");
        await young.SeesAsync("Lämna sidan snabbt");
        await young.PressAsync("Börja");
        await young.SeesHeadingAsync("Hur trygg känner du dig");
        await young.SeesAsync("Ingen ser vad just du svarade");
        await young.TickAsync("Trygg");
        await young.PressAsync("Fortsätt");
        await young.TickAsync("Buss");
        await young.PressAsync("Fortsätt");
        await young.PressAsync("Fortsätt");
        await young.PressAsync("Skicka mitt svar");
        await young.SeesHeadingAsync("Klart! Tack");
        await young.SeesAsync("Ni sa att det är mörkt.");
        await young.SeesAsync("Nämnden för ungdomspanelen");

        await young.GoAsync("/ungdom/snack/1");
        await young.FillAsync("Skriv ett inlägg", $"Bussen går för tidigt, tycker {alias}.");
        await young.PressAsync("Skicka");
        await young.SeesAsync("Ditt inlägg väntar");
        await ModerateAsync(alias, script);
        await young.GoAsync("/ungdom/snack/1");
        await Assertions.Expect(young.Page.Locator(".snackinlagg.mitt .notis")).ToHaveCountAsync(0);

        await young.GoAsync("/ungdom/resultat/1");
        await young.SeesAsync("Vi har satt upp lampor.");
        await young.GoAsync("/ungdom/lamna");
        await young.PressAsync("Lämna panelen nu");
        await young.SeesAsync("Du har lämnat panelen");
        await young.GoAsync("/ungdom/hem");
        Assert.EndsWith("/ungdom", young.Page.Url, StringComparison.Ordinal);
        Assert.Empty(Unexpected(young));
    }

    [Fact]
    public async Task At_twelve_one_is_told_of_other_ways_and_nothing_is_kept()
    {
        await MakeAsync();
        var before = await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM panel_membership");
        await using var child = await Person.AtAsync(browser, web, script: false);
        await child.Page.SetViewportSizeAsync(360, 640);

        await child.GoAsync("/ungdom/ga-med");
        await child.FillAsync("Din ålder", "12");
        await child.PressAsync("Fortsätt");

        await child.SeesHeadingAsync("Du kan inte gå med än");
        await child.SeesAsync("Prata med elevrådet");
        Assert.Equal(before, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM panel_membership"));
        Assert.Empty(child.Complaints);
    }

    [Fact]
    public async Task Where_the_municipality_asks_guardians_they_say_yes_on_a_page_of_their_own()
    {
        await MakeAsync();
        await using var young = await Person.AtAsync(browser, web, script: false);
        await using var guardian = await Person.AtAsync(browser, web, script: false);
        await young.GoAsync("/paneler/barnpanelen/ga-med");
        await young.FillAsync("Din ålder", "12");
        await young.PressAsync("Fortsätt");
        await young.TickAsync("Nej, inget av dem");
        await young.PressAsync("Fortsätt");
        await SignInAsync(young, "tolv@exempelby.example");
        await young.FillAsync("Namn", "Kim");
        await young.PressAsync("Fortsätt");
        await young.PressAsync("Fortsätt");
        await young.SeesHeadingAsync("En vuxen behöver säga ja");
        await young.FillAsync("Vårdnadshavarens e-post", "vuxen@exempelby.example");
        await young.PressAsync("Fortsätt");
        await young.TickAsync("Jag har läst och vill vara med");
        await young.PressAsync("Gå med");
        await young.SeesHeadingAsync("Nu väntar vi på ett ja");

        var mail = await web.MailAsync("vuxen@exempelby.example");
        await guardian.GoAsync("/paneler/vardnadshavare/" + mail[(mail.IndexOf("/vardnadshavare/", StringComparison.Ordinal) + 16)..][..27]);
        await guardian.SeesHeadingAsync("Får Kim vara med?");
        await guardian.PressAsync("Ja, det är okej");
        await guardian.SeesHeadingAsync("Tack för ditt ja");

        await young.GoAsync("/paneler/barnpanelen/hem");
        await young.SeesHeadingAsync("Hej!");
        Assert.Empty(young.Complaints);
        Assert.Empty(guardian.Complaints);
    }

    [Fact]
    public async Task A_grown_up_joins_says_that_no_role_stands_in_the_way_and_has_a_page_of_their_own()
    {
        await MakeAsync();
        await using var adult = await Person.AtAsync(browser, web, script: false);
        await adult.Page.SetViewportSizeAsync(360, 640);
        await adult.GoAsync("/paneler");
        await adult.ClickAsync("Vuxenpanelen");
        await adult.ClickAsync("Gå med");
        await adult.FillAsync("Din ålder", "47");
        await adult.PressAsync("Fortsätt");
        await adult.PressAsync("Fortsätt");
        await adult.SeesAsync("Svara ja eller nej");
        await adult.TickAsync("Nej, inget av dem");
        await adult.PressAsync("Fortsätt");
        await SignInAsync(adult, "vuxen47@exempelby.example");
        await adult.FillAsync("Namn", "Åke");
        await adult.PressAsync("Fortsätt");
        await adult.PressAsync("Fortsätt");
        await adult.TickAsync("Jag har läst och vill vara med");
        await adult.PressAsync("Gå med");
        await adult.SeesHeadingAsync("Klart! Du är med");
        await adult.ClickAsync("Till panelen");

        await adult.SeesHeadingAsync("Hej!");
        await adult.SeesAsync("Ingen omgång är öppen nu");
        Assert.Empty(Unexpected(adult));
    }

    /// <summary>Chromium notes each form that comes back with an error, which is what was tried.</summary>
    private static IEnumerable<string> Unexpected(Person person) => person.Complaints.Where(c => !c.Contains("status of 422", StringComparison.Ordinal));

    /// <summary>The address and the code from the mail; in a panel no other name is asked for.</summary>
    private async Task SignInAsync(Person person, string email)
    {
        await person.ClickAsync("Fortsätt med e-post");
        await person.FillAsync("E-post", email);
        await person.PressAsync("Skicka kod");
        var mail = await web.MailAsync(email);
        await person.FillAsync("Kod", System.Text.RegularExpressions.Regex.Match(mail, "[0-9]{8}", System.Text.RegularExpressions.RegexOptions.NonBacktracking).Value);
        await person.PressAsync("Logga in");
    }

    private async Task ModerateAsync(string alias, bool script)
    {
        await using var moderator = await (await Person.AtAsync(browser, web, script)).WithSessionAsync(web, web.StaffCookie(await web.AddStaffAsync(Role.Moderator)));
        await moderator.GoAsync("/arbetsyta/moderering/panel");
        await moderator.SeesAsync($"tycker {alias}.");
        await moderator.Page.Locator("li", new() { HasText = $"tycker {alias}." }).GetByRole(AriaRole.Button, new() { Name = $"Visa {alias}" }).ClickAsync();
        await moderator.SeesAsync("Inlägget visas.");
        Assert.Empty(moderator.Complaints);
    }

    /// <summary>A youth panel with one wave that has been given back and one that is open, a panel for children and one for adults.</summary>
    private async Task MakeAsync()
    {
        await _turn.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            await using var scope = web.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            if (await db.Set<Panel>().AnyAsync())
            {
                return;
            }

            var data = new TestData(scope.ServiceProvider);
            var youth = await data.PanelAsync();
            var (wave, survey) = await data.WaveAsync(youth, 1);
            await db.Database.ExecuteSqlAsync($"UPDATE survey SET answers_open_at = now() - interval '9 days', closes_at = now() - interval '2 days', results_at = now() - interval '1 day' WHERE id = {survey.Id}");
            await scope.ServiceProvider.GetRequiredService<CloseSurveysHandler>().HandleAsync(new CloseSurveysCommand(TimeSpan.Zero), TestContext.Current.CancellationToken);
            wave.Return("Ni sa att det är mörkt.", "Vi har satt upp lampor.", "", isCounted: true, "Maria Demolund, kommunikatör", TimeProvider.System.GetUtcNow());
            await data.WaveAsync(youth, 2, sensitive: true);
            db.Add(PanelTopic.Open(youth.Id, 1, "Sena bussen", false, TimeProvider.System.GetUtcNow()).Value!);
            await data.PanelAsync(TestData.PanelSettings("Barnpanelen", youngest: 11, oldest: 15), PanelKind.Adult, "barnpanelen");
            await data.PanelAsync(TestData.PanelSettings("Vuxenpanelen", youngest: 16, oldest: null, guardianBelow: 16), PanelKind.Adult, "vuxenpanelen");
            await db.SaveChangesAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    private static readonly SemaphoreSlim _turn = new(1, 1);
}
