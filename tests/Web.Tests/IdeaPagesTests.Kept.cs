using System.Net;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Ideas;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>What must not be lost: an idea written when the session had ended, one that was refused, and one that nobody has read in time.</summary>
public partial class IdeaPagesTests
{
    [Fact]
    public async Task Someone_signed_out_meanwhile_keeps_the_whole_idea_on_the_page_and_after_signing_in()
    {
        using var author = await web.ResidentAsync();
        var (text, session) = (string.Join('\n', Enumerable.Repeat("Det är långt mellan bänkarna längs ån.", 52))[..2000], author.Cookies.GetAllCookies().Single(c => c.Name == web.CookieName).Value);
        author.Forget(web.CookieName);
        author.Http.DefaultRequestHeaders.Add("Origin", author.Http.BaseAddress!.GetLeftPart(UriPartial.Authority));

        using var sent = await author.PostAsync("/ideer/ny", "/ideer/ny?handler=Send", ("nyckel", RandomId.New().ToString()), ("rubrik", "Bänkar vid ån"), ("text", text), ("plats", "Centrum"), ("namn", "true"));
        var kept = await Visitor.ParseAsync(sent);
        author.Remember(web.CookieName, session);
        var again = await author.PageAsync("/ideer/ny");

        Assert.Equal(HttpStatusCode.Conflict, sent.StatusCode);
        Assert.NotNull(kept.QuerySelector("main a[href='/logga-in?till=%2Fideer%2Fny']"));
        foreach (var page in new[] { kept, again })
        {
            Assert.Equal("Bänkar vid ån", page.QuerySelector("#rubrik")!.GetAttribute("value"));
            Assert.Equal(text, page.QuerySelector("#text")!.TextContent.ReplaceLineEndings("\n").Trim());
            Assert.Equal("Centrum", page.QuerySelector("#plats")!.GetAttribute("value"));
            Assert.True(page.QuerySelector("#namn")!.HasAttribute("checked"));
        }

        Assert.False(await web.ReadAsync(db => db.Set<Idea>().AnyAsync(i => i.Title == "Bänkar vid ån")));
    }

    [Fact]
    public async Task A_form_from_another_site_sends_no_idea()
    {
        using var author = await web.ResidentAsync();
        using var anybody = web.Anonymous();
        anybody.Http.DefaultRequestHeaders.Add("Origin", "https://annan.example");
        using var form = new FormUrlEncodedContent([new("nyckel", RandomId.New().ToString()), new("rubrik", "Smugglad"), new("text", "Utan nyckel.")]);

        using var tokenless = await author.Http.PostAsync(new Uri("/ideer/ny?handler=Send", UriKind.Relative), form, TestContext.Current.CancellationToken);
        using var foreign = await anybody.PostAsync("/ideer/ny", null, ("rubrik", "Smugglad"), ("text", "Från annat håll."));

        Assert.Equal(HttpStatusCode.BadRequest, tokenless.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
    }

    [Fact]
    public async Task What_one_moderator_refused_is_found_again_by_its_number_and_shown_by_another()
    {
        var idea = await ShownAsync("Loppis på parkeringen");
        using var first = await web.StaffAsync(Role.Moderator);
        var desk = $"/arbetsyta/ideer/{idea.Number}";
        await RedirectedAsync(first.PressAsync(desk, "Visa inte", ("regel", "Ads")));
        using var second = await web.StaffAsync(Role.Moderator);

        var queue = await second.PageAsync("/arbetsyta/ideer");
        var own = await first.PageAsync(desk);
        await RedirectedAsync(second.PressAsync(desk, "Visa för alla"));

        var row = Assert.Single(queue.QuerySelectorAll("section[aria-labelledby=nekade] li"), l => l.QuerySelector($"a[href='{desk}']") is not null);
        Assert.Contains($"Nummer {idea.Number}", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(own.QuerySelectorAll("main button"), b => b.TextContent == "Visa för alla");
        Assert.Contains("En annan moderator", own.QuerySelector("section[aria-labelledby=granska]")!.TextContent, StringComparison.Ordinal);
        using var anybody = web.Anonymous();
        Assert.Equal("Loppis på parkeringen", (await anybody.PageAsync(Address(idea))).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_late_idea_that_nobody_has_read_is_counted_and_called_late()
    {
        using var author = await web.ResidentAsync();
        using var sent = await author.PostAsync("/ideer/ny", "/ideer/ny?handler=Send", ("nyckel", RandomId.New().ToString()), ("rubrik", "Oläst och sen"), ("text", "Ingen har läst den."));
        var idea = await web.ReadAsync(db => db.Set<Idea>().AsNoTracking().SingleAsync(i => i.Title == "Oläst och sen"));
        await web.ExecuteAsync($"UPDATE idea SET due_on = {Today.AddDays(-2)} WHERE id = {idea.Id}");
        using var officer = await web.StaffAsync(Role.Officer);

        var queue = await officer.PageAsync("/arbetsyta/ideer");
        await web.ExecuteAsync($"UPDATE idea SET due_on = {Today.AddDays(2)} WHERE id = {idea.Id}");

        Assert.Equal("1 första svar är sent", queue.QuerySelector("h1")!.TextContent);
        Assert.Contains("Första svaret är sent", queue.QuerySelector("section[aria-labelledby=vantar] li")!.TextContent, StringComparison.Ordinal);
    }
}
