using System.Net;
using AngleSharp.Dom;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>K7: a public screen, by forms alone.</summary>
public class KioskTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task An_answer_leaves_no_cookie_no_draft_and_nothing_in_any_store_of_the_browser()
    {
        await DialogueAsync("skarmen");
        using var device = await KioskAsync("skarmen");
        const string start = "/kiosk/radslag/skarmen";
        var before = await StartedAsync(device, start);

        var question = await PressAsync(device, start, "Begin");
        question = await PressAsync(device, start, "Answer", Hidden(question, "svar"), ("nr", "1"), ("val", "a"));
        question = await PressAsync(device, start, "Answer", Hidden(question, "svar"), ("nr", "2"), ("val", "trad"));
        var check = await PressAsync(device, start, "Answer", Hidden(question, "svar"), ("nr", "3"), ("text", "Mer träd"));
        using var sent = await device.PostAsync(start, $"{start}?handler=Send", Hidden(check, "svar"), Hidden(check, "nyckel"));
        using var again = await device.PostAsync(start, $"{start}?handler=Send", Hidden(check, "svar"), Hidden(check, "nyckel"));
        var done = await Visitor.ParseAsync(sent);

        var receipt = done.QuerySelector(".kodgrupper")!.TextContent;
        Assert.Equal(receipt, (await Visitor.ParseAsync(again)).QuerySelector(".kodgrupper")!.TextContent);
        Assert.Contains($"<noscript><meta http-equiv=\"refresh\" content=\"180;url={start}\"></noscript>", await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(("160", "180"), (done.QuerySelector("#vantar")!.GetAttribute("data-varna"), done.QuerySelector("#vantar")!.GetAttribute("data-slut")));
        Assert.True(sent.Headers.CacheControl!.NoStore);
        Assert.False(sent.Headers.Contains("Set-Cookie"));
        Assert.Equal(before, Held(device));
        Assert.Equal(1, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM ballot WHERE receipt = {receipt} AND door = 6"));
        Assert.Equal(0, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM answer_draft"));
        var next = await device.PageAsync(start);
        Assert.DoesNotContain(receipt, next.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(next.QuerySelector("form[action*=Begin] button"));
    }

    [Fact]
    public async Task Every_step_goes_back_by_itself_without_script_and_asks_first_with_it()
    {
        await DialogueAsync("ensam");
        using var device = await KioskAsync("ensam");
        const string start = "/kiosk/radslag/ensam";

        using var shown = await device.PostAsync(start, $"{start}?handler=Begin");
        var html = await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var question = await Visitor.ParseAsync(shown);

        Assert.Contains($"<noscript><meta http-equiv=\"refresh\" content=\"180;url={start}\"></noscript>", html, StringComparison.Ordinal);
        Assert.Equal(("160", "180"), (question.QuerySelector("#vantar")!.GetAttribute("data-varna"), question.QuerySelector("#vantar")!.GetAttribute("data-slut")));
        using var wrong = await device.PostAsync(start, $"{start}?handler=Answer", Hidden(question, "svar"), ("nr", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.NotNull((await Visitor.ParseAsync(wrong)).QuerySelector(".felruta a[href='#v-a']"));
    }

    [Fact]
    public async Task The_language_is_chosen_at_the_start_and_whoever_comes_next_begins_in_Swedish()
    {
        await using var scope = web.Services.CreateAsyncScope();
        var finnish = new Question
        {
            Key = "nojd", Kind = QuestionKind.YesNo, Section = "Nöjd", Text = "Är du nöjd?", Headline = true, Choices = [new("ja", "Ja"), new("nej", "Nej")],
            Languages = new Dictionary<string, QuestionWords>(StringComparer.Ordinal) { ["fi"] = new("Oletko tyytyväinen?", "Tyytyväinen", "", new Dictionary<string, string>(StringComparer.Ordinal) { ["ja"] = "Kyllä", ["nej"] = "Ei" }, new Dictionary<string, string>(StringComparer.Ordinal)) },
        };
        await new TestData(scope.ServiceProvider).SurveyAsync(minimum: AssuranceLevel.None, slug: "sprak", questions: [finnish], languages: ["fi"]);
        const string start = "/kiosk/enkater/sprak";
        using var device = await web.StaffAsync(Role.Officer);
        using var made = await device.PostAsync("/arbetsyta/enkater/sprak/registrera", "/arbetsyta/enkater/sprak/registrera?handler=Kiosk");

        using var begun = await device.PressAsync(start, "Suomi");
        var question = await Visitor.ParseAsync(begun);
        var check = await PressAsync(device, start, "Answer", Hidden(question, "svar"), Hidden(question, "sprak"), ("nr", "1"), ("val", "ja"));
        using var english = await device.PressAsync(start, "English");
        var page = await Visitor.ParseAsync(english);

        Assert.Contains("Oletko tyytyväinen?", question.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kyllä", check.QuerySelector(".sammanfattning")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("fi", Hidden(check, "sprak").Item2);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(start, page.QuerySelector("header .lank-knapp")!.GetAttribute("href"));
        Assert.Equal(start, page.QuerySelector("#vantar")!.GetAttribute("data-till"));
    }

    [Fact]
    public async Task Where_there_are_codes_the_answer_belongs_to_the_code()
    {
        await using var scope = web.Services.CreateAsyncScope();
        var data = new TestData(scope.ServiceProvider);
        var (_, code) = (await data.FrameAsync(await data.ConsultationAsync(slug: "kodad"))).People[0];
        using var device = await KioskAsync("kodad");
        const string start = "/kiosk/radslag/kodad";
        foreach (var choice in new[] { "a", "b" })
        {
            var page = await PressAsync(device, start, "Begin");
            page = await PressAsync(device, start, "Answer", Hidden(page, "svar"), ("nr", "1"), ("val", choice));
            page = await PressAsync(device, start, "Answer", Hidden(page, "svar"), ("nr", "2"));
            page = await PressAsync(device, start, "Answer", Hidden(page, "svar"), ("nr", "3"), ("text", ""));
            using var without = await device.PostAsync(start, $"{start}?handler=Send", Hidden(page, "svar"), Hidden(page, "nyckel"), ("kod", "fel"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
            Assert.Equal("fel", (await Visitor.ParseAsync(without)).QuerySelector("#kod")!.GetAttribute("value"));
            using var sent = await device.PostAsync(start, $"{start}?handler=Send", Hidden(page, "svar"), Hidden(page, "nyckel"), ("kod", code.Shown));
            Assert.NotNull((await Visitor.ParseAsync(sent)).QuerySelector(".kodgrupper"));
        }

        Assert.Equal(1, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM ballot b JOIN consultation c ON c.id = b.consultation_id WHERE c.slug = 'kodad' AND b.body -> 'val' = '[\"b\"]'"));
    }

    [Fact]
    public async Task A_public_screen_shows_nothing_else_and_only_staff_who_sign_in_end_it()
    {
        await DialogueAsync("lasta");
        using var device = await KioskAsync("lasta");

        foreach (var elsewhere in new[] { "/", "/radslag/lasta", "/logga-in", "/arbetsyta", "/en/kvitto" })
        {
            using var led = await device.GetAsync(elsewhere);
            Assert.EndsWith("/kiosk/radslag/lasta", led.Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        using var end = await device.GetAsync("/arbetsyta/kiosk");
        Assert.Equal("/logga-in/personal?till=%2Farbetsyta%2Fkiosk", end.Headers.Location!.ToString());
        device.Remember(web.CookieName, web.StaffCookie(await web.AddStaffAsync(Role.Officer)));
        (await device.PostAsync("/arbetsyta/kiosk", null)).Dispose();
        Assert.False(device.HasCookie("skarm"));
        using var home = await device.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
    }

    [Fact]
    public async Task Any_other_device_has_no_such_page_and_one_screen_is_for_one_dialogue()
    {
        await DialogueAsync("ena");
        await DialogueAsync("andra");
        using var anyone = web.Anonymous();
        using var none = await anyone.GetAsync("/kiosk/radslag/ena");
        using var device = await KioskAsync("ena");
        using var other = await device.GetAsync("/kiosk/radslag/andra");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (none.StatusCode, other.StatusCode));
    }

    private async Task DialogueAsync(string slug)
    {
        await using var scope = web.Services.CreateAsyncScope();
        await new TestData(scope.ServiceProvider).ConsultationAsync(slug: slug);
    }

    /// <summary>The officer's browser, which is nobody's afterwards.</summary>
    private async Task<Visitor> KioskAsync(string slug)
    {
        var device = await web.StaffAsync(Role.Officer);
        var page = $"/arbetsyta/radslag/{slug}/registrera";
        using var made = await device.PostAsync(page, $"{page}?handler=Kiosk");
        Assert.Equal($"/kiosk/radslag/{slug}", made.Headers.Location!.ToString());
        Assert.False(device.HasCookie(web.CookieName));
        return device;
    }

    private static async Task<IReadOnlyList<string>> StartedAsync(Visitor device, string start)
    {
        await device.PageAsync(start);
        return Held(device);
    }

    private static IReadOnlyList<string> Held(Visitor device) => [.. device.Cookies.GetAllCookies().Select(c => $"{c.Path} {c.Name}={c.Value}").Order()];

    private static async Task<IDocument> PressAsync(Visitor device, string start, string handler, params (string, string)[] fields)
    {
        using var pressed = await device.PostAsync(start, $"{start}?handler={handler}", fields);
        Assert.Equal(HttpStatusCode.OK, pressed.StatusCode);
        return await Visitor.ParseAsync(pressed);
    }

    private static (string, string) Hidden(IDocument page, string name) => (name, page.QuerySelector($"input[name={name}]")!.GetAttribute("value")!);
}
