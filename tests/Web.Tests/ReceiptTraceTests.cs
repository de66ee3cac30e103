using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Reports;
using Medborgardialog.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>A receipt from the answer to the kept promise, on the application's own clock, and what it must not say.</summary>
public sealed partial class ReceiptTraceTests : IAsyncLifetime
{
    private const string Page = "/kvitto";
    private readonly ClockedFixture web = new();

    public ValueTask InitializeAsync() => web.InitializeAsync();

    public ValueTask DisposeAsync() => web.DisposeAsync();

    [Fact]
    public async Task A_receipt_leads_step_by_step_to_what_was_decided_and_done()
    {
        var consultation = await DataAsync(data => data.ConsultationAsync());
        var receipt = await DataAsync(data => data.ReceiptAsync(consultation.Id));
        Assert.Equal(["Klart", "Kommer", "Kommer", "Kommer", "Kommer", "Kommer", "Kommer"], States(await CheckAsync(receipt)));

        web.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal("Pågår", States(await CheckAsync(receipt))[1]);
        await DataAsync(data => data.CountAsync(consultation.Id));
        Assert.Equal(["Klart", "Klart", "Pågår", "Pågår", "Kommer", "Kommer", "Kommer"], States(await CheckAsync(receipt)));

        await DataAsync(data => data.DeliverAsync(consultation.Id));
        var sealedStill = await CheckAsync(receipt);
        Assert.Equal("Pågår", States(sealedStill)[2]);
        Assert.Empty(sealedStill.QuerySelectorAll(".spar a"));

        web.Time.Advance(TimeSpan.FromDays(2));
        var reported = await CheckAsync(receipt);
        Assert.Equal(["Klart", "Klart", "Klart", "Klart", "Pågår", "Kommer", "Kommer"], States(reported));
        Assert.Equal(["Parkering", "Halka"], reported.QuerySelectorAll(".spar-teman li").Select(l => l.TextContent));
        Assert.NotNull(reported.QuerySelector(".spar a[href='/rapporter/sbn-2026-9']"));
        Assert.NotNull(reported.QuerySelector(".spar a[href='/radslag/torget/resultat']"));

        web.Time.Advance(TimeSpan.FromDays(30));
        var late = await CheckAsync(receipt);
        Assert.Equal("Sent", States(late)[4]);
        Assert.Contains("Svaret är försenat. Antal dagar: 3.", Steps(late)[4].TextContent, StringComparison.Ordinal);

        await DataAsync(data => data.AnswerAsync(consultation.Id));
        var answered = await CheckAsync(receipt);
        Assert.Equal(["Klart", "Klart", "Kommer"], States(answered)[4..]);
        Assert.Contains("Nej", Steps(answered)[5].TextContent, StringComparison.Ordinal);
        Assert.Contains("31 platser försvinner.", Steps(answered)[5].TextContent, StringComparison.Ordinal);
        Assert.Contains("rösta om det efter 30 november 2030", answered.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(answered.QuerySelector("input[name=hollet]"));

        await DataAsync(data => data.FollowUpAsync(consultation.Id, PointStatus.Underway));
        Assert.Contains("Pågår · klart november 2030", Steps(await CheckAsync(receipt))[6].TextContent, StringComparison.Ordinal);
        await DataAsync(data => data.FollowUpAsync(consultation.Id, PointStatus.Done));
        var done = await CheckAsync(receipt);
        Assert.Equal("Klart", States(done)[6]);
        Assert.Equal(3, done.QuerySelectorAll("input[name=hollet]").Length);
    }

    [Fact]
    public async Task What_was_stopped_is_not_called_done_and_what_is_late_says_since_when()
    {
        var (consultation, receipts) = await DataAsync(data => data.PromisedAsync(answers: 1, when: "november 2020"));
        web.Time.Advance(TimeSpan.FromDays(4));
        await DataAsync(data => data.FollowUpAsync(consultation.Id, PointStatus.Underway));
        var late = Steps(await CheckAsync(receipts[0]))[6].QuerySelector(".spar-lage")!.TextContent;
        await DataAsync(data => data.FollowUpAsync(consultation.Id, PointStatus.Stopped));
        var stopped = Steps(await CheckAsync(receipts[0]))[6];

        Assert.StartsWith("Sent", late.Trim(), StringComparison.Ordinal);
        Assert.Contains("senast 30 november 2020", late, StringComparison.Ordinal);
        Assert.Equal("Avslutat", stopped.QuerySelector(".markor")!.TextContent);
        Assert.Contains("Något av det stoppades", stopped.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Two who chose and wrote differently; what is made equal is the receipt, and the form tokens, which are random in every page.</summary>
    [Fact]
    public async Task The_pages_of_two_receipts_are_the_same_in_every_byte_but_the_receipt()
    {
        var consultation = await DataAsync(data => data.ConsultationAsync());
        var one = await DataAsync(data => data.ReceiptAsync(consultation.Id, "a"));
        var other = await DataAsync(data => data.ReceiptAsync(consultation.Id, "b", "Behåll parkeringen vid kyrkan."));
        await SameAsync(one, other);
        await DataAsync(data => data.CountAsync(consultation.Id));
        await DataAsync(data => data.DeliverAsync(consultation.Id));
        web.Time.Advance(TimeSpan.FromDays(4));
        await SameAsync(one, other);
        await DataAsync(data => data.AnswerAsync(consultation.Id, "maj 2020"));
        await SameAsync(one, other);

        // Nor does it show who has voted, or what.
        using var voted = await VoteAsync(one, ("hollet", "Broken"));
        await SameAsync(one, other);
        Assert.DoesNotContain("Behåll parkeringen", await TextAsync(other), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_code_has_no_trace_and_a_replaced_answer_no_vote()
    {
        var person = RandomId.New();
        var consultation = await DataAsync(data => data.ConsultationAsync());
        var replaced = await DataAsync(data => data.ReceiptAsync(consultation.Id, "a", participant: person));
        await DataAsync(data => data.ReceiptAsync(consultation.Id, "b", participant: person));
        await DataAsync(data => data.CountAsync(consultation.Id));
        await DataAsync(data => data.DeliverAsync(consultation.Id));
        await DataAsync(data => data.AnswerAsync(consultation.Id, "maj 2020"));

        var unknown = await CheckAsync("AAAA-BBBB-CCCC-DDDD-EEEE");
        var old = await CheckAsync(replaced);
        using var refused = await VoteAsync(replaced, ("hollet", "Kept"));

        Assert.Null(unknown.QuerySelector(".spar"));
        Assert.NotNull(old.QuerySelector(".spar"));
        Assert.Contains("ersatt av ett senare svar", old.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(old.QuerySelector("input[name=hollet]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Fact]
    public async Task Ten_votes_make_a_quota_that_everyone_sees_where_the_answer_stands()
    {
        var (_, receipts) = await DataAsync(data => data.PromisedAsync(answers: 10));
        web.Time.Advance(TimeSpan.FromDays(3));
        using var silent = await VoteAsync(receipts[0], ("varfor", "Därför att."));
        var refused = await Visitor.ParseAsync(silent);
        foreach (var receipt in receipts.Take(9))
        {
            using var voted = await VoteAsync(receipt, ("hollet", "Kept"), ("varfor", "Bra."));
            Assert.Contains("Tack.", (await Visitor.ParseAsync(voted)).QuerySelector(".notis.bra")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Contains("visas när minst 10 har röstat", await PublicAsync("/du-sa-vi-gjorde"), StringComparison.Ordinal);
        using var last = await VoteAsync(receipts[9], ("hollet", "Broken"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Equal("Därför att.", refused.QuerySelector("#varfor")!.TextContent.Trim());
        Assert.NotNull(refused.QuerySelector("#hollet-fel"));
        foreach (var address in new[] { "/du-sa-vi-gjorde", "/radslag/torget/beslut", "/namnder/namnd-torget" })
        {
            Assert.True((await PublicAsync(address)).Contains("9 av 10 tycker att löftet hölls", StringComparison.Ordinal), address);
        }

        Assert.DoesNotContain("Bra.", await PublicAsync("/du-sa-vi-gjorde"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_author_of_a_post_sees_its_themes_and_the_point_that_answers_it_and_nobody_else_finds_the_page()
    {
        var consultation = await DataAsync(data => data.ConsultationAsync());
        var author = new Resident("forfattare@exempelby.example", web.Time.GetUtcNow());
        author.ChooseName("Provskribenten");
        await web.AddAsync(author);
        var thread = TalkThread.Start(consultation.Id, 1, "Halkan", optionLetter: null, author.Id, web.Time.GetUtcNow()).Value!;
        var post = thread.Write(new Author(author.Id, "Provskribenten", Title: null), "Det är halt vid bänkarna.", null, Guid.CreateVersion7(), held: false, web.Time.GetUtcNow()).Value!;
        post.Tag([TestData.Themes[1].Id]);
        await web.AddAsync(thread, post);
        await DataAsync(data => data.CountAsync(consultation.Id));
        await DataAsync(data => data.DeliverAsync(consultation.Id));
        await DataAsync(data => data.AnswerAsync(consultation.Id));
        using var mine = web.SignedIn(web.ResidentCookie(author));
        using var nobody = web.Anonymous();
        var follow = (await mine.PageAsync("/radslag/torget/diskussion/halkan-1")).QuerySelector("a[href$='/1/folj']");
        Assert.NotNull(follow);
        const string address = "/radslag/torget/diskussion/halkan-1/1/folj";

        var before = await mine.PageAsync(address);
        web.Time.Advance(TimeSpan.FromDays(4));
        using var later = web.SignedIn(web.ResidentCookie(author));
        using var other = await web.ResidentAsync();
        var page = await later.PageAsync(address);
        using var others = await other.GetAsync(address);
        using var anonymous = await nobody.GetAsync(address);

        Assert.DoesNotContain("Halka.", before.QuerySelector(".spar")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Mottaget", "Granskat", "I rapporten", "Teman", "Nämndens svar", "Beslut", "Det som lovades"], page.QuerySelectorAll(".spar h3").Select(h => h.TextContent));
        Assert.Contains("Ditt inlägg hör till: Halka.", page.QuerySelector(".spar")!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll(".spar-punkter li"), l => l.TextContent.Contains("Svarar på det du skrev om", StringComparison.Ordinal));
        await web.ExecuteAsync($"UPDATE post SET state = {(int)PostState.Hidden}, hidden_rule = {(int)HouseRule.Ads}, hidden_at = now() WHERE id = {post.Id}");
        var hidden = (await later.PageAsync(address)).QuerySelector(".spar")!;
        Assert.Equal(["Mottaget", "Granskat"], hidden.QuerySelectorAll("h3").Select(h => h.TextContent));
        Assert.Contains("vägen slutar här", hidden.TextContent, StringComparison.Ordinal);
        Assert.Empty(hidden.QuerySelectorAll("a"));
        Assert.Equal(HttpStatusCode.NotFound, others.StatusCode);
        Assert.StartsWith("/logga-in?till=", anonymous.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private async Task SameAsync(string one, string other) => Assert.Equal(await TextAsync(one), await TextAsync(other));

    /// <summary>Status, headers and body, with the receipt and what is random left out.</summary>
    private async Task<string> TextAsync(string receipt)
    {
        using var visitor = web.Anonymous();
        using var response = await visitor.PostAsync(Page, Page, ("kvittokod", receipt));
        var headers = response.Headers.Concat(response.Content.Headers).Where(h => h.Key is not ("Date" or "Set-Cookie")).Select(h => $"{h.Key}: {string.Join(", ", h.Value)}");
        var body = await response.Content.ReadAsStringAsync();
        return Token().Replace($"{(int)response.StatusCode}\n{string.Join('\n', headers.Order(StringComparer.Ordinal))}\n{body}", "").Replace(receipt, "", StringComparison.Ordinal);
    }

    private async Task<IDocument> CheckAsync(string receipt)
    {
        using var visitor = web.Anonymous();
        using var response = await visitor.PostAsync(Page, Page, ("kvittokod", receipt));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await Visitor.ParseAsync(response);
    }

    private async Task<HttpResponseMessage> VoteAsync(string receipt, params (string, string)[] fields)
    {
        using var visitor = web.Anonymous();
        return await visitor.PostAsync(Page, $"{Page}?handler=Promise", [("kvittokod", receipt), .. fields]);
    }

    private async Task<string> PublicAsync(string address)
    {
        using var visitor = web.Anonymous();
        return (await visitor.PageAsync(address)).QuerySelector("main")!.TextContent;
    }

    private async Task<T> DataAsync<T>(Func<TestData, Task<T>> make)
    {
        await using var scope = web.Services.CreateAsyncScope();
        return await make(new TestData(scope.ServiceProvider));
    }

    private Task<bool> DataAsync(Func<TestData, Task> make) => DataAsync(async data =>
    {
        await make(data);
        return true;
    });

    private static IReadOnlyList<IElement> Steps(IDocument page) => [.. page.QuerySelectorAll(".spar-steg")];

    private static string[] States(IDocument page) => [.. page.QuerySelectorAll(".spar-steg > .spar-lage .markor").Select(m => m.TextContent)];

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex Token();

    private sealed class ClockedFixture : WebFixture
    {
        public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

        protected override TimeProvider Clock => Time;

        protected override IReadOnlyList<string> Settings => ["--Roles=web"];
    }
}
