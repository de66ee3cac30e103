using System.Net;
using AngleSharp.Dom;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Moderation;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>Moderation of Exempelby's talk by two people without script.</summary>
public class ModerationPagesTests(ExempelbyFixture web) : IClassFixture<ExempelbyFixture>
{
    private const string Queue = "/arbetsyta/moderering";

    [Fact]
    public async Task The_queue_puts_what_several_have_reported_first_and_can_be_narrowed()
    {
        using var maria = await web.StaffAsync("Maria Demolund");
        await CaseAsync("Ett inlägg som ingen har anmält", complaints: 0);
        await CaseAsync("Ett inlägg som två har anmält", complaints: 2);

        var all = await maria.PageAsync(Queue);
        var reported = await maria.PageAsync($"{Queue}?vy=anmalda&radslag=stortorget");

        Assert.Contains("Anmält av 2 läsare", all.QuerySelectorAll(".ko-rader > li")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Öppnat av en moderator", all.Body!.TextContent, StringComparison.Ordinal);
        Assert.All(reported.QuerySelectorAll(".ko-rader > li"), row => Assert.Contains("Anmält av", row.TextContent, StringComparison.Ordinal));
        Assert.True(reported.QuerySelectorAll(".ko-rader > li").Length >= 2);
    }

    [Fact]
    public async Task Hiding_needs_a_rule_and_a_reason_and_keeps_what_was_typed()
    {
        using var maria = await web.StaffAsync("Maria Demolund");
        var opened = await CaseAsync("Du är ju dum");

        using var noRule = await SendAsync(maria, opened, "Hide", ("skal", "Skriv om sakfrågan."));
        using var noReason = await SendAsync(maria, opened, "Hide", ("regel", "Attack"), ("skal", "  "));
        var (first, second) = (await Visitor.ParseAsync(noRule), await Visitor.ParseAsync(noReason));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (noRule.StatusCode, noReason.StatusCode));
        Assert.Equal("Skriv om sakfrågan.", first.QuerySelector("#skal")!.TextContent.Trim());
        Assert.NotNull(first.QuerySelector(".felruta a[href='#regel']"));
        Assert.True(second.QuerySelector("input[name=regel][value=Attack]")!.HasAttribute("checked"));
        Assert.NotNull(second.QuerySelector("#skal[aria-invalid=true]"));
        Assert.Equal(PostState.Visible, (await PostAsync(opened)).State);
    }

    [Fact]
    public async Task A_post_is_hidden_counted_in_public_and_shown_again()
    {
        using var maria = await web.StaffAsync("Maria Demolund");
        using var anyone = web.Anonymous();
        var opened = await CaseAsync("Köp billiga balkonger hos mig");

        using var hidden = await SendAsync(maria, opened, "Hide", ("regel", "Ads"), ("skal", "Inlägget var reklam."));
        var log = await anyone.PageAsync("/radslag/stortorget/moderering");
        using var noReason = await SendAsync(maria, opened, "Restore", ("omskal", ""));
        using var restored = await SendAsync(maria, opened, "Restore", ("omskal", "Det var ett citat."));

        Assert.Equal(HttpStatusCode.Found, hidden.StatusCode);
        Assert.Contains("Reklam", log.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("balkonger", log.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noReason.StatusCode);
        Assert.Equal(HttpStatusCode.Found, restored.StatusCode);
        Assert.Equal((PostState.Visible, true), await PostAsync(opened) is var post ? (post.State, post.IsRestored) : default);
        var history = (await maria.PageAsync($"{Queue}/{opened:D}")).QuerySelector(".handelser-liten")!.TextContent;
        Assert.Contains("Inlägget var reklam.", history, StringComparison.Ordinal);
        Assert.Contains("Det var ett citat.", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_held_post_is_published_and_the_next_case_comes_up()
    {
        using var maria = await web.StaffAsync("Maria Demolund");
        var opened = await CaseAsync("Ring 070-174 06 13", held: true);

        using var published = await SendAsync(maria, opened, "Publish");
        using var next = await maria.GetAsync(published.Headers.Location!.ToString());
        var page = await Visitor.ParseAsync(next);

        Assert.Equal(PostState.Visible, (await PostAsync(opened)).State);
        Assert.Contains("är publicerat", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{Queue}/{opened:D}", page.QuerySelector(".senast a")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Two_moderators_never_decide_on_the_same_case_at_once()
    {
        using var maria = await web.StaffAsync("Maria Demolund");
        using var nils = await web.StaffAsync("Nils Mallqvist");
        var opened = await CaseAsync("Vem har det här?");
        var hers = await maria.PageAsync($"{Queue}/{opened:D}");

        using var refused = await SendAsync(nils, opened, "Hide", ("regel", "Attack"), ("skal", "Nils skäl"));
        var his = await Visitor.ParseAsync(refused);
        using var taken = await SendAsync(nils, opened, "Take");
        using var carriedOut = await SendAsync(nils, opened, "Hide", ("regel", "Attack"), ("skal", "Nils skäl"));
        using var late = await SendAsync(maria, opened, "Publish", [.. Seen(hers)]);
        using var later = await SendAsync(maria, opened, "Hide", [.. Seen(hers), ("regel", "Ads"), ("skal", "Marias skäl")]);
        var told = await Visitor.ParseAsync(later);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Maria Demolund har ärendet", his.QuerySelector(".felruta")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Nils skäl", his.QuerySelector("#skal")!.TextContent.Trim());
        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Found), (taken.StatusCode, carriedOut.StatusCode));
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (late.StatusCode, later.StatusCode));
        Assert.Contains("Nils Mallqvist hann besluta", told.QuerySelector(".felruta")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Marias skäl", told.QuerySelector("#skal")!.TextContent.Trim());
        Assert.True(told.QuerySelector("#dolj")!.HasAttribute("open"));
        Assert.Equal(HouseRule.Attack, (await PostAsync(opened)).HiddenRule);
    }

    [Fact]
    public async Task A_text_that_its_author_changed_meanwhile_is_read_anew_before_anything_is_decided()
    {
        using var maria = await web.StaffAsync("Maria Demolund");
        var opened = await CaseAsync("Du är dum");
        var before = await maria.PageAsync($"{Queue}/{opened:D}");
        var postId = (await PostAsync(opened)).Id;
        await web.ExecuteAsync($"UPDATE post SET text = 'Förslaget är dumt', edited_at = now() WHERE id = {postId}");

        using var refused = await SendAsync(maria, opened, "Hide", [.. Seen(before), ("regel", "Attack"), ("skal", "Skriv om saken.")]);
        var page = await Visitor.ParseAsync(refused);
        using var again = await SendAsync(maria, opened, "Hide", [.. Seen(page), ("regel", "Attack"), ("skal", "Skriv om saken.")]);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Förslaget är dumt", page.QuerySelector(".arende .text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Skriv om saken.", page.QuerySelector("#skal")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
    }

    [Fact]
    public async Task A_case_that_is_given_back_is_free_for_others()
    {
        using var maria = await web.StaffAsync("Maria Demolund");
        using var nils = await web.StaffAsync("Nils Mallqvist");
        var opened = await CaseAsync("Ett ärende att lämna tillbaka");
        await maria.PageAsync($"{Queue}/{opened:D}");
        var before = await nils.PageAsync($"{Queue}/{opened:D}");

        using var released = await SendAsync(maria, opened, "Release");
        var after = await nils.PageAsync($"{Queue}/{opened:D}");

        Assert.Contains("Maria Demolund har ärendet", before.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, released.StatusCode);
        Assert.Contains("Du har ärendet", after.Body!.TextContent, StringComparison.Ordinal);
    }

    private static IEnumerable<(string, string)> Seen(IDocument page) => new[] { "beslut", "andrad" }
        .Select(name => (name, page.QuerySelector($".atgarder input[name={name}]")!.GetAttribute("value")!));

    /// <summary>The form as it stands on the page now, unless the fields say what was seen earlier.</summary>
    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, Guid opened, string handler, params (string Name, string Value)[] fields)
    {
        var url = $"{Queue}/{opened:D}";
        var seen = fields.Any(f => f.Name == "beslut") ? [] : Seen(await visitor.PageAsync(url));
        return await visitor.PostAsync(url, $"{url}?handler={handler}", [.. seen, .. fields]);
    }

    private Task<Post> PostAsync(Guid opened) => web.ReadAsync(db => db.Set<ModerationCase>()
        .Where(c => c.Id == opened).Join(db.Set<Post>(), c => c.PostId, p => p.Id, (_, p) => p).AsNoTracking().SingleAsync());

    private Task<Guid> CaseAsync(string text, int complaints = 1, bool held = false) => web.ReadAsync(async db =>
    {
        var consultation = await db.Set<Consultation>().Where(c => c.Slug == "stortorget").Select(c => c.Id).SingleAsync();
        var thread = await db.Set<TalkThread>().SingleAsync(t => t.ConsultationId == consultation && t.Number == 5);
        var now = TimeProvider.System.GetUtcNow();
        var post = thread.Write(new Author(Guid.CreateVersion7(), "Någon", Title: null), text, replyTo: null, Guid.CreateVersion7(), held, now).Value!;
        var opened = new ModerationCase(post, held ? TextFlags.Of(text) : [], now);
        for (var i = 0; i < complaints; i++)
        {
            opened.AddComplaint();
            db.Add(new Complaint(post.Id, Guid.CreateVersion7(), "Läs det här", now));
        }

        db.AddRange(post, opened);
        await db.SaveChangesAsync();
        return opened.Id;
    });
}
