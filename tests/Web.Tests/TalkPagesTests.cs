using System.Diagnostics;
using System.Net;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Moderation;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Web.Tests;

public class TalkPagesTests(WebFixture web) : TalkTest(web), IClassFixture<WebFixture>
{
    [Fact]
    public async Task A_post_is_sent_and_read_by_others_with_its_markup_shown_as_text()
    {
        var at = await OpenThreadAsync();
        using var writer = await Web.ResidentAsync("Kvarn<b>backaren");
        using var reader = Web.Anonymous();

        using var sent = await WriteAsync(writer, at.Page, "Rad ett\n<script>alert(1)</script>");
        var page = await reader.PageAsync(at.Page);

        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        Assert.Equal($"{at.Page}?till=1#inlagg-1", sent.Headers.Location!.ToString());
        Assert.Equal("Rad ett\n<script>alert(1)</script>", page.QuerySelector("#inlagg-1 .text")!.TextContent);
        Assert.Equal("Kvarn<b>backaren", page.QuerySelector("#inlagg-1 .namn")!.TextContent);
    }

    [Fact]
    public async Task The_same_form_sent_twice_gives_one_post_and_the_same_place()
    {
        var at = await OpenThreadAsync();
        using var writer = await Web.ResidentAsync();
        var key = Guid.CreateVersion7().ToString();

        using var first = await WriteAsync(writer, at.Page, "Gör gatan bilfri.", key);
        using var second = await WriteAsync(writer, at.Page, "Gör gatan bilfri.", key);

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await Web.ReadAsync(db => db.Set<Post>().CountAsync(p => p.ThreadId == at.ThreadId)));
    }

    [Fact]
    public async Task A_comment_is_shown_under_its_post()
    {
        var at = await OpenThreadAsync(posts: 2);
        using var writer = await Web.ResidentAsync();

        var form = await writer.PageAsync(at.Page + "?kommentera=1");
        using var sent = await SendAsync(writer, at.Page, Filled(form, "Instämmer.", replyTo: 1));
        var page = await writer.PageAsync(at.Page);

        Assert.Equal("1", form.QuerySelector("input[name=kommentera]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        Assert.NotNull(page.QuerySelector("#lista > li[data-nr='1'] > .kommentarer > li[data-nr='3'] #inlagg-3"));
    }

    [Theory]
    [InlineData("   ", "Skriv något innan du skickar")]
    [InlineData("1501", "Texten är 1 tecken för lång. Den får vara högst 1500 tecken.")]
    public async Task A_text_that_cannot_be_sent_comes_back_with_the_reason_by_the_field(string typed, string reason)
    {
        var at = await OpenThreadAsync();
        using var writer = await Web.ResidentAsync();
        var text = typed == "1501" ? new string('å', 1501) : typed;

        using var refused = await WriteAsync(writer, at.Page, text);
        var page = await Visitor.ParseAsync(refused);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(reason, page.QuerySelector(".felruta a[href='#text']")!.TextContent);
        Assert.EndsWith(reason, page.QuerySelector("#text-fel")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(text, page.QuerySelector("textarea[name=text]")!.TextContent.TrimStart('\n'));
    }

    [Fact]
    public async Task Someone_signed_out_meanwhile_signs_in_and_finds_the_text_again()
    {
        var at = await OpenThreadAsync();
        using var writer = await Web.ResidentAsync();
        var session = writer.Cookies.GetAllCookies().Single(c => c.Name == Web.CookieName).Value;
        var form = Filled(await writer.PageAsync(at.Page), "Det här tog lång tid att skriva.");

        writer.Forget(Web.CookieName);
        using var sent = await SendAsync(writer, at.Page, form);
        writer.Remember(Web.CookieName, session);
        var page = await writer.PageAsync(at.Page);

        Assert.StartsWith("/logga-in?till=", sent.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("Det här tog lång tid att skriva.", page.QuerySelector("textarea[name=text]")!.TextContent.TrimStart('\n'));
        Assert.False(await Web.ReadAsync(db => db.Set<Post>().AnyAsync(p => p.ThreadId == at.ThreadId)));
    }

    [Fact]
    public async Task A_form_from_another_site_is_refused_for_those_who_are_signed_out_too()
    {
        var at = await OpenThreadAsync();
        using var visitor = Web.Anonymous();
        visitor.Http.DefaultRequestHeaders.Add("Origin", "https://annan.example");

        using var refused = await visitor.PostAsync(at.Page, null, ("text", "Hej"), ("nyckel", Guid.CreateVersion7().ToString()));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task A_talk_that_closed_meanwhile_says_so_and_gives_the_text_back()
    {
        var at = await OpenThreadAsync();
        using var writer = await Web.ResidentAsync();
        var form = Filled(await writer.PageAsync(at.Page), "Just när det stängde.");

        await Web.ExecuteAsync($"UPDATE consultation SET closes_at = clock_timestamp() - interval '1 second' WHERE id = {at.ConsultationId}");
        using var refused = await SendAsync(writer, at.Page, form);
        var page = await Visitor.ParseAsync(refused);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Samtalet är avslutat", page.QuerySelector("#skriv")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Just när det stängde.", page.QuerySelector("textarea[readonly]")!.TextContent.TrimStart('\n'));
        Assert.Null(page.QuerySelector("button[name=reaktion]"));
    }

    [Fact]
    public async Task A_talk_that_has_not_opened_does_not_exist()
    {
        var now = TimeProvider.System.GetUtcNow();
        var at = await OpenThreadAsync(new Schedule(now.AddDays(1), now.AddDays(2), now.AddDays(9), now.AddDays(10), DateOnly.FromDateTime(now.AddDays(40).DateTime)));
        using var visitor = Web.Anonymous();

        using var list = await visitor.GetAsync(at.Page[..at.Page.LastIndexOf('/')]);
        using var thread = await visitor.GetAsync(at.Page);

        Assert.Equal(HttpStatusCode.NotFound, list.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, thread.StatusCode);
    }

    [Fact]
    public async Task The_number_decides_and_a_wrong_name_leads_to_the_right_one()
    {
        var at = await OpenThreadAsync(posts: 1);
        using var visitor = Web.Anonymous();

        using var moved = await visitor.GetAsync(at.Page.Replace("parkering-for-handeln", "nagot-annat", StringComparison.Ordinal) + "?ordning=nyast");
        using var missing = await visitor.GetAsync(at.Page.Replace("-1", "-7", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.MovedPermanently, moved.StatusCode);
        Assert.Equal(at.Page + "?ordning=nyast", moved.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Theory]
    [InlineData("?till=52", "Sida 2 av 2", 52)]
    [InlineData("?sida=2&ordning=nyast", "Sida 2 av 2", 1)]
    [InlineData("?till=1&ordning=nyast", "Sida 2 av 2", 1)]
    [InlineData("?sida=99", "Sida 2 av 2", 52)]
    public async Task A_post_is_found_on_its_page(string query, string page, int number)
    {
        var at = await OpenThreadAsync(posts: 52);
        using var visitor = Web.Anonymous();

        var document = await visitor.PageAsync(at.Page + query);

        Assert.Contains(page, document.QuerySelector("nav[aria-label=Sidor]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(document.QuerySelector($"#inlagg-{number}"));
        Assert.Equal(2, document.QuerySelectorAll("#lista > li").Length);
    }

    [Fact]
    public async Task What_is_new_since_a_number_is_a_page_and_a_part_of_the_same_posts()
    {
        var at = await OpenThreadAsync(posts: 5);
        using var visitor = Web.Anonymous();

        var page = await visitor.PageAsync(at.Page + "?efter=3");
        var part = await visitor.PageAsync(at.Page + "?efter=3&del=lista");

        Assert.Equal(["4", "5"], page.QuerySelectorAll("#lista > li").Select(li => li.GetAttribute("data-nr")));
        Assert.Equal(page.QuerySelector("#lista")!.InnerHtml, part.QuerySelector("ol[data-sekvens='5']")!.InnerHtml);
        Assert.Null(part.QuerySelector("main"));
    }

    [Fact]
    public async Task A_reaction_is_given_and_taken_back_and_is_pressed_for_its_owner_alone()
    {
        var at = await OpenThreadAsync(posts: 1);
        using var me = await Web.ResidentAsync();
        using var other = await Web.ResidentAsync("Någon Annan");

        using var given = await ReactAsync("1-bra");
        var (mine, others) = (await me.PageAsync(at.Page), await other.PageAsync(at.Page));
        using var taken = await ReactAsync("1-bra-av");
        var after = await me.PageAsync(at.Page);

        Assert.Equal(HttpStatusCode.Found, given.StatusCode);
        Assert.Equal("Bra poäng 1", mine.QuerySelector("button[value='1-bra-av'][aria-pressed=true]")!.TextContent);
        Assert.Equal("Bra poäng 1", others.QuerySelector("button[value='1-bra'][aria-pressed=false]")!.TextContent);
        Assert.Equal("Bra poäng 0", after.QuerySelector("button[value='1-bra'][aria-pressed=false]")!.TextContent);

        Task<HttpResponseMessage> ReactAsync(string value) => me.PostAsync(at.Page, at.Page + "?handler=React", ("reaktion", value));
    }

    [Fact]
    public async Task Reacting_without_being_signed_in_leads_to_signing_in_and_back_to_the_post()
    {
        var at = await OpenThreadAsync(posts: 1);
        using var visitor = Web.Anonymous();

        using var sent = await SendAsync(visitor, at.Page + "?handler=React", ("reaktion", "1-tank"));

        Assert.Equal($"/logga-in?till={Uri.EscapeDataString(at.Page + "?till=1#inlagg-1")}", sent.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_held_post_is_seen_by_its_author_alone()
    {
        var at = await OpenThreadAsync();
        using var writer = await Web.ResidentAsync();
        using var reader = Web.Anonymous();

        using var sent = await WriteAsync(writer, at.Page, "Ring mig på 070-123 45 67.");
        var (own, others) = (await writer.PageAsync(at.Page), await reader.PageAsync(at.Page));

        Assert.Contains("Väntar på granskning", own.QuerySelector("#inlagg-1")!.TextContent, StringComparison.Ordinal);
        Assert.Null(others.QuerySelector("#inlagg-1"));
        Assert.Contains("Ingen har skrivit än", others.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hidden_post_is_a_tombstone_and_its_text_is_nowhere()
    {
        var at = await OpenThreadAsync(posts: 1);
        using var visitor = Web.Anonymous();

        await HideAsync(at, 1, HouseRule.Personal);
        using var response = await visitor.GetAsync(at.Page);
        var html = await response.Content.ReadAsStringAsync(CancellationToken);

        Assert.Contains("Inlägget är dolt av moderator", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Inlägg 1.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ones_own_post_is_edited_and_says_so()
    {
        var at = await OpenThreadAsync();
        using var writer = await Web.ResidentAsync();
        using var sent = await WriteAsync(writer, at.Page, "Gör gatan bilfri.");
        var link = (await writer.PageAsync(at.Page)).QuerySelector("#inlagg-1 .eget-val a")!.GetAttribute("href")!;
        var form = $"{at.Page[..at.Page.LastIndexOf('/')]}/{link}";

        using var edited = await writer.PostAsync(form, null, ("text", "Gör gatan bilfri på helger."));
        var page = await writer.PageAsync(at.Page);

        Assert.Equal($"{at.Page}?till=1#inlagg-1", edited.Headers.Location!.ToString());
        Assert.Equal("Gör gatan bilfri på helger.", page.QuerySelector("#inlagg-1 .text")!.TextContent);
        Assert.Contains("ändrat", page.QuerySelector("#inlagg-1 .meta")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_of_a_post_hidden_meanwhile_keeps_what_was_typed_and_nobody_else_may_edit()
    {
        var at = await OpenThreadAsync();
        using var writer = await Web.ResidentAsync();
        using var other = await Web.ResidentAsync("Någon Annan");
        using var sent = await WriteAsync(writer, at.Page, "Gör gatan bilfri.");
        var token = (await writer.PageAsync(at.Page + "/1/andra")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        await HideAsync(at, 1, HouseRule.Attack);
        using var refused = await SendAsync(writer, at.Page + "/1/andra", ("text", "Mildare."), ("__RequestVerificationToken", token));
        using var others = await other.GetAsync(at.Page + "/1/andra");

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("Mildare.", (await Visitor.ParseAsync(refused)).QuerySelector("textarea")!.TextContent.TrimStart('\n'));
        Assert.Equal(HttpStatusCode.Forbidden, others.StatusCode);
    }

    [Fact]
    public async Task A_post_is_reported_and_a_moderator_opens_it_as_a_case()
    {
        var at = await OpenThreadAsync(posts: 1);
        using var reader = await Web.ResidentAsync();
        using var moderator = await Web.StaffAsync(Role.Moderator);

        using var reported = await reader.PostAsync(at.Page + "/1/anmal", null, ("text", "Stämmer inte."));
        var button = (await moderator.PageAsync(at.Page)).QuerySelector("button[form=moderera]")!;
        using var opened = await moderator.PostAsync(at.Page, at.Page + "?handler=Moderate", ("inlagg", button.GetAttribute("value")!));
        var theCase = await Web.ReadAsync(db => db.Set<ModerationCase>().SingleAsync(c => c.ThreadId == at.ThreadId));

        Assert.Equal(HttpStatusCode.Found, reported.StatusCode);
        Assert.Equal($"/arbetsyta/moderering/{theCase.Id:D}", opened.Headers.Location!.ToString());
        Assert.Null((await reader.PageAsync(at.Page)).QuerySelector("[form=moderera]"));
    }

    [Fact]
    public async Task A_thread_is_started_with_its_first_post_and_listed()
    {
        var at = await OpenThreadAsync();
        var list = at.Page[..at.Page.LastIndexOf('/')];
        using var writer = await Web.ResidentAsync();
        var key = (await writer.PageAsync(list + "/ny")).QuerySelector("input[name=nyckel]")!.GetAttribute("value")!;

        using var wrong = await writer.PostAsync(list + "/ny", null, ("rubrik", ""), ("text", "Kan vi få en?"), ("nyckel", key));
        using var unreadable = await writer.PostAsync(list + "/ny", null, ("rubrik", "Lekplats"), ("text", "Kan\0vi"), ("nyckel", key));
        using var started = await writer.PostAsync(list + "/ny", null, ("rubrik", "Lekplats\u0001 för små"), ("text", "Kan vi få en?"), ("nyckel", key));
        var page = await writer.PageAsync(list);

        Assert.Equal(HttpStatusCode.BadRequest, unreadable.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal("Kan vi få en?", (await Visitor.ParseAsync(wrong)).QuerySelector("textarea[name=text]")!.TextContent.TrimStart('\n'));
        Assert.Equal($"{list}/lekplats-for-sma-2#inlagg-1", started.Headers.Location!.ToString());
        Assert.Equal("Lekplats för små", page.QuerySelector(".tradlista h3")!.TextContent);
    }

    [Fact]
    public async Task Readers_who_share_a_page_see_a_change_at_once_and_never_what_is_somebodys_own()
    {
        var at = await OpenThreadAsync(posts: 1);
        using var reader = Web.Anonymous();
        using var writer = await Web.ResidentAsync();

        var before = await reader.PageAsync(at.Page);
        using var sent = await WriteAsync(writer, at.Page, "Nytt.");
        var own = await writer.PageAsync(at.Page);
        var after = await reader.PageAsync(at.Page);

        Assert.Null(before.QuerySelector("#inlagg-2"));
        Assert.NotNull(own.QuerySelector("#inlagg-2 .eget-val"));
        Assert.NotNull(after.QuerySelector("#inlagg-2"));
        Assert.Null(after.QuerySelector(".eget-val"));
        Assert.Null(after.QuerySelector("main input[name=__RequestVerificationToken]"));
    }

    [Theory]
    [InlineData("/diskussion/parkering-for-handeln-1", 2)]
    [InlineData("/diskussion/parkering-for-handeln-1?efter=3&del=lista", 2)]
    [InlineData("/diskussion", 4)]
    [InlineData("", 3)]
    public async Task Pages_ask_the_database_the_same_few_times_however_many_posts(string below, int most)
    {
        var at = await OpenThreadAsync(posts: 30);
        using var visitor = Web.Anonymous();
        var trace = ActivityTraceId.CreateRandom();
        var statements = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.Source.Name == "Npgsql" && activity.TraceId == trace)
                {
                    Interlocked.Increment(ref statements);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        visitor.Http.DefaultRequestHeaders.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");

        using var response = await visitor.GetAsync(at.Page[..at.Page.IndexOf("/diskussion", StringComparison.Ordinal)] + below);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.InRange(statements, 1, most);
    }
}
