using System.Net;
using Medborgardialog.Domain.Draws;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Panels;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>From a draw to a panel's letters, and from a booked week to an approved wave, through the pages.</summary>
public class PanelRecruitPagesTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Those_who_were_drawn_become_the_panels_list_and_get_letters()
    {
        var (panel, draw) = await DrawnAsync("lottpanelen", "Vårens lottning");
        using var officer = await web.StaffAsync(Role.Officer);
        var page = $"/arbetsyta/paneler/{panel.Slug}/rekrytera";

        var before = await officer.PageAsync(page);
        var half = await officer.PageAsync(page + "?andel=50");
        var wrong = await officer.PageAsync(page + "?andel=många");
        using var sent = await officer.PressAsync(page, "Bjud in de lottade", ("Draw", draw.Slug));

        Assert.Contains("12 personer", before.QuerySelector("#Draw")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ungefär 4 blir medlemmar", before.QuerySelector("#Draw")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ungefär 6 blir medlemmar", half.QuerySelector("#Draw")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(wrong.QuerySelector("#andel-fel"));
        Assert.Equal("många", wrong.QuerySelector("#andel")!.GetAttribute("value"));
        Assert.Equal((HttpStatusCode.Found, $"/arbetsyta/paneler/{panel.Slug}/urval"), (sent.StatusCode, sent.Headers.Location?.OriginalString));

        var list = await officer.PageAsync($"/arbetsyta/paneler/{panel.Slug}/urval");
        Assert.Contains("Lottningen Vårens lottning", list.QuerySelector("section[aria-labelledby=urvalet]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("12 lottade är inbjudna", list.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(list.QuerySelector("form[action*='Letters']"));
        var people = await PeopleAsync(panel);
        Assert.Equal(12, people.Count);
        Assert.All(people, p => Assert.True(p.Contact is { HasAddress: true } && p.Area is "Centrum" or "Öster" && AgeBand.Parse(p.AgeBand) is not null));
    }

    [Fact]
    public async Task A_list_whose_letters_are_out_is_replaced_only_when_somebody_says_so()
    {
        var (panel, draw) = await DrawnAsync("bytet", "Höstens lottning");
        using var officer = await web.StaffAsync(Role.Officer);
        var page = $"/arbetsyta/paneler/{panel.Slug}/rekrytera";
        using var first = await officer.PressAsync(page, "Bjud in de lottade", ("Draw", draw.Slug));
        await web.ReadAsync(db => db.Database.ExecuteSqlAsync($"UPDATE frame SET codes_issued_at = now() WHERE dialogue_id = {panel.Id}"));
        await web.ReadAsync(db => db.Database.ExecuteSqlAsync($"UPDATE frame_person p SET selector = n.selector FROM (SELECT f.id, 'K' || lpad(row_number() OVER (ORDER BY f.id)::text, 3, '0') AS selector FROM frame_person f JOIN frame ON frame.id = f.frame_id WHERE frame.dialogue_id = {panel.Id}) n WHERE p.id = n.id"));
        var old = await PeopleAsync(panel);

        using var refused = await officer.PressAsync(page, "Bjud in de lottade", ("Draw", draw.Slug));
        var said = await Visitor.ParseAsync(refused);
        var kept = await PeopleAsync(panel);
        using var replaced = await officer.PressAsync(page, "Bjud in de lottade", ("Draw", draw.Slug), ("ReplaceOld", "true"));
        using var unknown = await officer.PressAsync(page, "Bjud in de lottade", ("Draw", "finns-inte"));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Brev från den förra listan har gått ut", said.QuerySelector(".felruta")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(draw.Slug, said.QuerySelector("input[name=Draw][checked]")!.GetAttribute("value"));
        Assert.Equal(old.Select(p => p.Id).Order(), kept.Select(p => p.Id).Order());
        Assert.Equal(HttpStatusCode.Found, replaced.StatusCode);
        var now = await PeopleAsync(panel);
        Assert.Equal(old.Select(p => p.Id).Order(), now.Select(p => p.Id).Order());
        Assert.All(now, p => Assert.Null(p.Selector));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Whoever_has_joined_by_a_letter_gets_no_second_way_in_and_the_address_is_erased()
    {
        var (panel, draw) = await DrawnAsync("en-vag-in", "Sommarens lottning");
        using var officer = await web.StaffAsync(Role.Officer);
        var page = $"/arbetsyta/paneler/{panel.Slug}/rekrytera";
        using var first = await officer.PressAsync(page, "Bjud in de lottade", ("Draw", draw.Slug));
        var joined = (await PeopleAsync(panel))[0];
        await DataAsync(async data =>
        {
            var member = await data.MembersAsync(panel, 1, age: 30);
            await web.ExecuteAsync($"UPDATE panel_membership SET drawn_person = {joined.Id} WHERE id = {member[0].Id}");
        });

        using var again = await officer.PressAsync(page, "Bjud in de lottade", ("Draw", draw.Slug));

        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
        var now = await PeopleAsync(panel);
        Assert.Equal(11, now.Count);
        Assert.DoesNotContain(joined.Id, now.Select(p => p.Id));
    }

    [Fact]
    public async Task A_wave_without_a_week_is_not_approved_and_the_page_says_what_to_do()
    {
        Panel? panel = null;
        await DataAsync(async data =>
        {
            panel = await data.PanelAsync(TestData.PanelSettings("Veckopanelen", oldest: null), PanelKind.Adult, "veckopanelen");
            await data.ReviewedWaveAsync(panel, 1);
        });
        using var officer = await web.StaffAsync(Role.Officer);
        const string Approval = "/arbetsyta/enkater/veckopanelen-1/godkann";

        var list = await officer.PageAsync("/arbetsyta/enkater/veckopanelen-1/publicera");
        using var refused = await officer.PostAsync(Approval, Approval + "?handler=Save", ("Version", await VersionAsync(officer, Approval)));
        var said = await Visitor.ParseAsync(refused);
        var overview = await officer.PageAsync("/arbetsyta/paneler/veckopanelen");
        var book = overview.QuerySelector(".fragelista a[href*='kalender']")!.GetAttribute("href")!;
        var calendar = await officer.PageAsync(book);
        using var booked = await officer.PressAsync(
            book, "Boka veckan", ("Input.Committee", "veckopanelen-namnden"), ("Input.Week", calendar.QuerySelector("#Input-Week option[selected]")!.GetAttribute("value")!), ("Input.Purpose", "Bussarna"),
            ("Input.Wave", calendar.QuerySelector("#Input-Wave option[selected]")!.GetAttribute("value")!), ("Input.Priority", "Planned"));
        var ready = await officer.PageAsync(Approval);
        using var approved = await officer.PostAsync(Approval, Approval + "?handler=Save", ("Version", await VersionAsync(officer, Approval)));

        Assert.Contains("inte är bokad", list.QuerySelector("a[href*='kalender']")!.Closest("li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Ingen har bokat panelen för vecka", said.QuerySelector(".felruta")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, booked.StatusCode);
        Assert.NotNull(ready.QuerySelector(".uppgifter .status.klar"));
        Assert.Equal(HttpStatusCode.Found, approved.StatusCode);
        Assert.Equal([SlotState.Accepted], await web.ReadAsync(db => db.Set<SlotBooking>().Where(b => b.PanelId == panel!.Id).Select(b => b.State).ToListAsync()));
    }

    [Fact]
    public async Task Nothing_begins_before_a_button_is_pressed_and_the_member_sees_which_waves_are_answered()
    {
        Guid? id = null;
        await DataAsync(async data =>
        {
            var panel = await data.PanelAsync(TestData.PanelSettings("Börjapanelen", oldest: null), PanelKind.Adult, "borjapanelen");
            id = (await data.MembersAsync(panel, 1))[0].ResidentId;
            await data.WaveAsync(panel, 1);
        });
        using var member = web.SignedIn(web.ResidentCookie(await web.ReadAsync(db => db.Set<Resident>().SingleAsync(r => r.Id == id))));
        const string Wave = "/paneler/borjapanelen/omgang/1";

        using var entered = await member.PostAsync(Wave, null);
        using var looked = await member.GetAsync("/enkater/borjapanelen-1");
        var begunByLooking = member.HasCookie("utkast");
        var drafts = await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM answer_draft");
        using var begun = await member.PostAsync(Wave, "/enkater/borjapanelen-1");
        var own = await member.PageAsync("/paneler/borjapanelen/medlemskap");

        Assert.Equal((HttpStatusCode.TemporaryRedirect, "/enkater/borjapanelen-1"), (entered.StatusCode, entered.Headers.Location?.OriginalString));
        Assert.Equal((HttpStatusCode.Found, Wave), (looked.StatusCode, looked.Headers.Location?.OriginalString));
        Assert.False(begunByLooking);
        Assert.Equal(0, drafts);
        Assert.Equal("/enkater/borjapanelen-1/fraga/1", begun.Headers.Location?.OriginalString);
        Assert.True(member.HasCookie("utkast"));
        Assert.Equal("Du har inte svarat än", own.QuerySelector("section[aria-labelledby=svar] dd")!.TextContent);
    }

    private static async Task<string> VersionAsync(Visitor officer, string page) => (await officer.PageAsync(page)).QuerySelector("input[name=Version]")!.GetAttribute("value")!;

    private async Task<(Panel Panel, PanelDraw Draw)> DrawnAsync(string slug, string name)
    {
        (Panel, PanelDraw)? made = null;
        await DataAsync(async data => made = (
            await data.PanelAsync(TestData.PanelSettings(slug, oldest: null), PanelKind.Adult, slug), await data.DrawAsync(PanelDrawState.Drawn, name)));
        return made!.Value;
    }

    private Task<List<FramePerson>> PeopleAsync(Panel panel) =>
        web.ReadAsync(db => db.Set<FramePerson>().AsNoTracking().Where(p => db.Set<Frame>().Any(f => f.Id == p.FrameId && f.DialogueId == panel.Id)).ToListAsync());

    private async Task DataAsync(Func<TestData, Task> work)
    {
        await using var scope = web.Services.CreateAsyncScope();
        await work(new TestData(scope.ServiceProvider));
    }
}
