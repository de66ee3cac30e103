using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>K7 in the workspace, by forms alone.</summary>
public class RegistrationPagesTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Two_people_type_a_form_decide_what_differs_and_get_the_receipt()
    {
        var (home, codes) = await DialogueAsync("pappret");
        using var first = await web.StaffAsync(Role.Officer);
        using var second = await web.StaffAsync(Role.Officer);
        var form = await BeginAsync(first, home);
        Assert.Equal($"{home}/1/blankett", form);

        var waits = await RegisterAsync(first, form, codes[0].Shown, ("v1", "a"), ("t3", "Mer träd"));
        Assert.Contains("inskriven en gång", waits.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(waits.QuerySelector("input[name=kod]"));
        Assert.Contains(codes[0].Selector, (await second.PageAsync($"{home}/1")).QuerySelector("#vantar ~ ul")!.TextContent, StringComparison.Ordinal);

        using var differs = await SendAsync(second, form, await CheckedAsync(second, form, codes[0].Shown, ("v1", "b"), ("t3", "Mer träd")));
        var page = differs.Headers.Location!.ToString();
        var shown = await second.PageAsync(page);
        Assert.Single(shown.QuerySelectorAll("fieldset"));
        using var open = await second.PostAsync(page, null, Hidden(shown, "nyckel"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, open.StatusCode);
        Assert.NotNull((await Visitor.ParseAsync(open)).QuerySelector(".felruta a[href='#d1-1']"));
        using var refused = await first.GetAsync(page);
        Assert.Equal(home, refused.Headers.Location!.ToString());

        using var decided = await second.PostAsync(page, null, Hidden(shown, "nyckel"), ("d1", "1"));
        var receipt = (await Visitor.ParseAsync(decided)).QuerySelector(".kodgrupper")!.TextContent;

        Assert.Matches("^([A-Z2-7]{4}-){4}[A-Z2-7]{4}$", receipt);
        Assert.True(decided.Headers.CacheControl!.NoStore);
        Assert.Equal(1, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM ballot WHERE receipt = {receipt} AND body -> 'val' = '[\"a\"]' AND door = 4"));
    }

    [Fact]
    public async Task What_is_wrong_is_said_by_question_with_everything_kept()
    {
        var (home, codes) = await DialogueAsync("felen-pa-papper");
        using var officer = await web.StaffAsync(Role.Officer);
        var form = await BeginAsync(officer, home);

        using var mistyped = await officer.PostAsync(form, $"{form}?handler=Start", ("kod", "7K4P"));
        var asked = await Visitor.ParseAsync(mistyped);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mistyped.StatusCode);
        Assert.Equal("7K4P", asked.QuerySelector("#kod")!.GetAttribute("value"));

        var started = await StartAsync(officer, form, codes[0].Shown);
        Assert.Equal(3, started.QuerySelectorAll("form.blankett > fieldset").Length);
        using var wrong = await officer.PostAsync(
            form, $"{form}?handler=Check", Hidden(started, "biljett"), ("v2", "trad"), ("v2", "lek"), ("v2", "bank"), ("t3", "Ett <b>ord</b>"));
        var shown = await Visitor.ParseAsync(wrong);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(["#v1-a", "#v2-trad"], shown.QuerySelectorAll(".felruta a").Select(a => a.GetAttribute("href")));
        Assert.All(shown.QuerySelectorAll(".felruta a"), a => Assert.NotNull(shown.QuerySelector(a.GetAttribute("href")!)));
        Assert.Equal(3, shown.QuerySelectorAll<IHtmlInputElement>("input[name=v2]").Count(i => i.IsChecked));
        Assert.Equal("Ett <b>ord</b>", shown.QuerySelector<IHtmlTextAreaElement>("#t3")!.Value);
    }

    [Fact]
    public async Task A_form_after_the_participants_own_answer_is_refused_and_a_ticket_is_for_one_officer()
    {
        var (home, codes) = await DialogueAsync("egna-svaret");
        using var officer = await web.StaffAsync(Role.Officer);
        using var other = await web.StaffAsync(Role.Officer);
        var form = await BeginAsync(officer, home, twice: false);
        using var resident = web.Anonymous();
        (await resident.PostAsync("/svara", null, ("kod", codes[0].Shown))).Dispose();
        (await resident.PostAsync("/radslag/egna-svaret/svara", null)).Dispose();
        (await resident.PostAsync("/radslag/egna-svaret/svara/fraga/1", null, ("val", "b"))).Dispose();
        var check = await resident.PageAsync("/radslag/egna-svaret/svara/kontrollera");
        (await resident.PostAsync("/radslag/egna-svaret/svara/kontrollera", null, Hidden(check, "svar"), Hidden(check, "nyckel"))).Dispose();

        var typed = await CheckedAsync(officer, form, codes[0].Shown, ("v1", "a"));
        using var stolen = await SendAsync(other, form, typed);
        using var refused = await SendAsync(officer, form, typed);

        Assert.Equal(HttpStatusCode.Conflict, stolen.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("har svarat själv", (await Visitor.ParseAsync(refused)).QuerySelector(".felruta")!.TextContent, StringComparison.Ordinal);
        var telephone = await RegisterAsync(officer, form, codes[1].Shown, ("v1", "a"));
        Assert.NotNull(telephone.QuerySelector(".kodgrupper"));
        Assert.Equal(0, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM ballot b JOIN consultation c ON c.id = b.consultation_id WHERE c.slug = 'egna-svaret' AND (b.body -> 'val' = '[\"a\"]') = (b.door = 2)"));
    }

    private async Task<(string Home, IReadOnlyList<LetterCode> Codes)> DialogueAsync(string slug)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var data = new TestData(scope.ServiceProvider);
        var frame = await data.FrameAsync(await data.ConsultationAsync(slug: slug), 2);
        return ($"/arbetsyta/radslag/{slug}/registrera", [.. frame.People.Select(p => p.Code)]);
    }

    private static async Task<string> BeginAsync(Visitor officer, string home, bool twice = true)
    {
        using var begun = await officer.PostAsync(home, $"{home}?handler=Begin", ("papper", twice ? "true" : "false"));
        Assert.Equal(HttpStatusCode.Found, begun.StatusCode);
        using var opened = await officer.PostAsync(home, $"{home}?handler=Batch", ("kanal", "Paper"));
        return opened.Headers.Location!.ToString();
    }

    private static async Task<IDocument> StartAsync(Visitor officer, string form, string code)
    {
        using var started = await officer.PostAsync(form, $"{form}?handler=Start", ("kod", code));
        return await Visitor.ParseAsync(started);
    }

    private static async Task<IDocument> CheckedAsync(Visitor officer, string form, string code, params (string, string)[] answers)
    {
        var started = await StartAsync(officer, form, code);
        using var typed = await officer.PostAsync(form, $"{form}?handler=Check", [Hidden(started, "biljett"), .. answers]);
        Assert.Equal(HttpStatusCode.OK, typed.StatusCode);
        return await Visitor.ParseAsync(typed);
    }

    private static Task<HttpResponseMessage> SendAsync(Visitor officer, string form, IDocument typed) =>
        officer.PostAsync(form, $"{form}?handler=Send", Hidden(typed, "biljett"), Hidden(typed, "svar"), Hidden(typed, "nyckel"));

    private static async Task<IDocument> RegisterAsync(Visitor officer, string form, string code, params (string, string)[] answers)
    {
        using var sent = await SendAsync(officer, form, await CheckedAsync(officer, form, code, answers));
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        return await Visitor.ParseAsync(sent);
    }

    private static (string, string) Hidden(IDocument page, string name) => (name, page.QuerySelector($"input[name={name}]")!.GetAttribute("value")!);
}
