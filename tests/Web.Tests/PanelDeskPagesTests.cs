using System.Globalization;
using System.Net;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Panels;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>The officers' side of panels, read and filled in as a person without script does.</summary>
public class PanelDeskPagesTests(WebFixture web) : IClassFixture<WebFixture>
{
    private static readonly DateOnly NextWeek = SlotBooking.MondayOf(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date)).AddDays(7);

    [Fact]
    public async Task A_panel_is_made_changed_opened_and_ended()
    {
        await web.AddAsync(new Domain.Organisation.Committee("kultur", "Kulturnämnden", "KN"));
        using var officer = await web.StaffAsync(Role.Officer);

        var created = await officer.PostAsync("/arbetsyta/paneler/ny", null, Fields("Läsarpanelen"));
        Assert.Equal("/arbetsyta/paneler/lasarpanelen", created.Headers.Location?.OriginalString);
        var page = await officer.PageAsync("/arbetsyta/paneler/lasarpanelen");
        Assert.Equal("Läsarpanelen", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Utkast", page.QuerySelector(".arbetshuvud .meta")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Läsarpanelen", (await officer.PageAsync("/arbetsyta/paneler")).QuerySelector("main ul")!.TextContent, StringComparison.Ordinal);

        var settings = await officer.PageAsync("/arbetsyta/paneler/lasarpanelen/installningar");
        Assert.Equal("Centrum; 5200\nByarna; 800", settings.QuerySelector("textarea[name='Input.Strata[1].Categories']")!.TextContent.ReplaceLineEndings("\n").Trim());
        await RedirectedAsync(officer.PressAsync("/arbetsyta/paneler/lasarpanelen/installningar", "Spara", Fields("Bokpanelen")));
        await RedirectedAsync(officer.PressAsync("/arbetsyta/paneler/lasarpanelen", "Öppna panelen"));
        var ask = await officer.PageAsync("/arbetsyta/paneler/lasarpanelen/avsluta");
        Assert.Equal("Avsluta Bokpanelen?", ask.QuerySelector("h1")!.TextContent);
        await RedirectedAsync(officer.PressAsync("/arbetsyta/paneler/lasarpanelen/avsluta", "Ja, avsluta panelen"));

        var ended = await officer.PageAsync("/arbetsyta/paneler/lasarpanelen");
        Assert.Contains("Avslutad", ended.QuerySelector(".arbetshuvud .meta")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(ended.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_beside_its_field_and_nothing_typed_is_lost()
    {
        using var officer = await web.StaffAsync(Role.Officer);

        using var response = await officer.PostAsync(
            "/arbetsyta/paneler/ny", null,
            [.. Fields("").Where(f => f.Name is not ("Input.Strata[1].Categories" or "Input.TermMonths" or "Input.Committee")), ("Input.Strata[1].Categories", "Centrum; många\nByarna"), ("Input.TermMonths", "snart"), ("Input.Committee", "finns-inte")]);
        var page = await Visitor.ParseAsync(response);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(
            ["#Input-Committee", "#Input-Name", "#Input-Strata-1--Categories", "#Input-TermMonths"],
            page.QuerySelectorAll(".felruta a").Select(a => a.GetAttribute("href")!).Order(StringComparer.Ordinal));
        Assert.All(page.QuerySelectorAll(".felruta a"), a => Assert.NotNull(page.QuerySelector(a.GetAttribute("href")!)!.Closest(".falt")!.QuerySelector(".feltext")));
        Assert.Equal("snart", page.QuerySelector("#Input-TermMonths")!.GetAttribute("value"));
        Assert.Equal("Centrum; många\nByarna", page.QuerySelector("textarea[name='Input.Strata[1].Categories']")!.TextContent.ReplaceLineEndings("\n").Trim());
        Assert.True(page.QuerySelector("textarea[name='Input.Strata[1].Categories']")!.Closest("details")!.HasAttribute("open"));
        Assert.Equal("Gå med när du vill.", page.QuerySelector("#Input-RecruitmentText")!.TextContent.Trim());
    }

    [Fact]
    public async Task What_another_saved_meanwhile_is_shown_and_can_be_written_over()
    {
        await PanelAsync("meanwhile");
        using var officer = await web.StaffAsync(Role.Officer);
        var own = await officer.PageAsync("/arbetsyta/paneler/meanwhile/installningar");
        var version = own.QuerySelector("input[name=Version]")!.GetAttribute("value")!;
        await RedirectedAsync(officer.PressAsync("/arbetsyta/paneler/meanwhile/installningar", "Spara", Fields("Den andras namn")));

        using var response = await officer.PostAsync("/arbetsyta/paneler/meanwhile/installningar", null, [.. Fields("Mitt namn"), ("Version", version)]);
        var page = await Visitor.ParseAsync(response);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal("Den andras namn", page.QuerySelector(".nu-sparat dd")!.TextContent);
        Assert.Equal("Mitt namn", page.QuerySelector("#Input-Name")!.GetAttribute("value"));
        Assert.NotEqual(version, page.QuerySelector("input[name=Version]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_counted_wave_is_left_to_do_until_it_has_been_given_back()
    {
        var panel = await PanelAsync("aterlamna");
        await DataAsync(async data => await data.WaveAsync(panel, 1, await data.MembersAsync(panel, 3), answered: 0, returned: false));
        using var officer = await web.StaffAsync(Role.Officer);

        var page = await officer.PageAsync("/arbetsyta/paneler/aterlamna");
        Assert.Equal("aterlamna: omgång 1 ska lämnas tillbaka", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Kvar att göra", page.QuerySelector(".fragelista .status")!.TextContent);
        using var empty = await officer.PressAsync("/arbetsyta/paneler/aterlamna", "Lämna tillbaka resultatet", ("Input.YouSaid", "Ni ville ha fler turer."), ("Input.WeDid", " "));
        var again = await Visitor.ParseAsync(empty);
        Assert.NotNull(again.QuerySelector(".felruta a[href='#Input-WeDid']"));
        Assert.Equal("Ni ville ha fler turer.", again.QuerySelector("#Input-YouSaid")!.TextContent.Trim());
        await RedirectedAsync(officer.PressAsync(
            "/arbetsyta/paneler/aterlamna", "Lämna tillbaka resultatet", ("Input.YouSaid", "Ni ville ha fler turer."), ("Input.WeDid", "Linje 3 går oftare.")));

        var done = await officer.PageAsync("/arbetsyta/paneler/aterlamna");
        Assert.Equal("Lämnad tillbaka", done.QuerySelector(".fragelista .status")!.TextContent);
        Assert.Equal("Linje 3 går oftare.", (await officer.PageAsync("/arbetsyta/paneler/aterlamna?omgang=1")).QuerySelector("#Input-WeDid")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_new_wave_goes_on_in_the_survey_builder()
    {
        await PanelAsync("omgangar");
        using var officer = await web.StaffAsync(Role.Officer);

        using var nameless = await officer.PressAsync("/arbetsyta/paneler/omgangar", "Påbörja omgången", ("Input.Title", ""));
        using var begun = await officer.PressAsync("/arbetsyta/paneler/omgangar", "Påbörja omgången", ("Input.Title", "Buss och kväll"), ("Input.IsSensitive", "true"));

        Assert.NotNull((await Visitor.ParseAsync(nameless)).QuerySelector(".felruta a[href='#Input-Title']"));
        Assert.StartsWith("/arbetsyta/enkater/", begun.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Contains("Känsligt ämne", (await officer.PageAsync("/arbetsyta/paneler/omgangar")).QuerySelector(".fragelista")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_week_is_booked_accepted_refused_and_taken_anew()
    {
        var panel = await PanelAsync("veckor");
        using var officer = await web.StaffAsync(Role.Officer);
        var calendar = $"/arbetsyta/paneler/veckor/kalender?kvartal={NextWeek.Year}-{(NextWeek.Month - 1) / 3 + 1}";
        (string, string)[] wish = [("Input.Committee", "veckor-namnden"), ("Input.Week", Typed(NextWeek)), ("Input.Purpose", "Badhuset"), ("Input.Priority", "Wish")];

        await RedirectedAsync(officer.PressAsync(calendar, "Boka veckan", wish));
        using var twice = await officer.PressAsync(calendar, "Boka veckan", [.. wish.Take(2), ("Input.Purpose", "Biblioteket"), ("Input.Priority", "Wish")]);
        var taken = await Visitor.ParseAsync(twice);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        Assert.Contains("har redan vecka", taken.QuerySelector(".felruta a[href='#Input-Week']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Biblioteket", taken.QuerySelector("#Input-Purpose")!.GetAttribute("value"));
        Assert.True(string.CompareOrdinal(taken.QuerySelector("#Input-Week option[selected]")!.GetAttribute("value"), Typed(NextWeek)) > 0);

        await RedirectedAsync(officer.PressAsync(calendar, "Boka veckan", [.. wish.Take(2), ("Input.Purpose", "Biblioteket"), ("Input.Priority", "Decision")]));
        var page = await officer.PageAsync(calendar);
        Assert.Contains("Badhuset", page.QuerySelector("section[aria-labelledby=utan]")!.TextContent, StringComparison.Ordinal);
        var accept = page.QuerySelectorAll("button").Single(b => b.TextContent.StartsWith("Godkänn", StringComparison.Ordinal)).TextContent;
        await RedirectedAsync(officer.PressAsync(calendar, accept));
        var take = (await officer.PageAsync(calendar)).QuerySelectorAll("section[aria-labelledby=utan] button")[0].TextContent;
        await RedirectedAsync(officer.PressAsync(calendar, take));

        var states = await web.ReadAsync(db => db.Set<SlotBooking>().Where(b => b.PanelId == panel.Id).OrderBy(b => b.Purpose).Select(b => b.State).ToListAsync());
        Assert.Equal([SlotState.Asked, SlotState.Accepted], states);
        using var refused = await officer.PressAsync(calendar, (await officer.PageAsync(calendar)).QuerySelectorAll("button").Single(b => b.TextContent.StartsWith("Ge inte", StringComparison.Ordinal)).TextContent, ("Input.Reason", ""));
        Assert.Contains("Skriv varför", (await Visitor.ParseAsync(refused)).QuerySelector(".felruta")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_health_says_nothing_of_small_groups_and_what_to_do_about_them()
    {
        var panel = await PanelAsync("halsan");
        await DataAsync(async data =>
        {
            var members = await data.MembersAsync(panel, 34);
            await data.WaveAsync(panel, 1, members, answered: 4);
        });
        using var officer = await web.StaffAsync(Role.Officer);

        var page = await officer.PageAsync("/arbetsyta/paneler/halsan/halsa");
        var english = await officer.PageAsync("/en/arbetsyta/paneler/halsan/halsa");

        Assert.Equal(["34", "färre än 10", "–", "0"], page.QuerySelectorAll("section[aria-labelledby=h2] tbody td").Select(d => d.TextContent));
        Assert.Contains("Byarna: färre än 10 medlemmar", page.QuerySelector("section[aria-labelledby=h1]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Weak groups", english.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_are_worked_out_from_the_address()
    {
        await PanelAsync("brev");
        using var officer = await web.StaffAsync(Role.Officer);

        var page = await officer.PageAsync("/arbetsyta/paneler/brev?rekrytering.Platser=60&rekrytering.Andel=7,5");
        var wrong = await officer.PageAsync("/arbetsyta/paneler/brev?rekrytering.Platser=många&omgang=x");

        Assert.Contains("800 brev behövs", page.QuerySelector("section[aria-labelledby=brev]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(wrong.QuerySelector("section[aria-labelledby=brev] .feltext"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/avsluta")]
    [InlineData("/halsa")]
    [InlineData("/installningar")]
    [InlineData("/kalender")]
    [InlineData("/rekrytera")]
    public async Task What_is_not_there_is_not_found(string part)
    {
        using var officer = await web.StaffAsync(Role.Officer);

        using var response = await officer.GetAsync("/arbetsyta/paneler/finns-inte" + part);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static (string Name, string Value)[] Fields(string name) =>
    [
        ("Input.Kind", "Adult"), ("Input.Committee", "kultur"), ("Input.Name", name), ("Input.Purpose", "Du svarar på frågor."), ("Input.HowOften", "Fyra gånger om året"),
        ("Input.MinutesPerYear", "20"), ("Input.WhoMayJoin", "Alla"), ("Input.Youngest", "16"), ("Input.Recruitment", "Open"), ("Input.RecruitmentText", "Gå med när du vill."),
        ("Input.TermMonths", "24"), ("Input.InvitationsPerQuarter", "2"), ("Input.Consent", "Du kan lämna när du vill."), ("Input.ContactPhone", "0980-319 200"),
        ("Input.Strata[1].Key", "area"), ("Input.Strata[1].Name", "Område"), ("Input.Strata[1].Question", "Var bor du?"),
        ("Input.Strata[1].Categories", "Centrum; 5 200\nByarna; 800"), ("Input.Strata[1].Source", "Påhittad befolkning"), ("Input.Strata[0].Key", "age"),
        ("Input.Strata[0].Name", "Ålder"), ("Input.Strata[0].Categories", "16–44\n45+"),
    ];

    private static string Typed(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task RedirectedAsync(Task<HttpResponseMessage> sent)
    {
        using var response = await sent;
        Assert.True(response.StatusCode == HttpStatusCode.Found, $"{response.StatusCode}: {(await Visitor.ParseAsync(response)).QuerySelector(".felruta")?.TextContent}");
    }

    private async Task<Panel> PanelAsync(string slug)
    {
        Panel? panel = null;
        await DataAsync(async data => panel = await data.PanelAsync(TestData.PanelSettings(slug, oldest: null, perQuarter: 3), PanelKind.Adult, slug));
        return panel!;
    }

    private async Task DataAsync(Func<TestData, Task> work)
    {
        await using var scope = web.Services.CreateAsyncScope();
        await work(new TestData(scope.ServiceProvider));
    }
}
