using System.Net;
using AngleSharp.Dom;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Frames;
using Medborgardialog.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>Two of the tests spend the network's tries, so each has an installation of its own.</summary>
public sealed class CodeEntryFixture : WebFixture
{
    public const int WrongTries = 12;

    protected override IReadOnlyList<string> Settings => ["--Roles=web", $"--Codes:WrongPerNetworkAndHour={WrongTries}"];

    public async Task<(Consultation Consultation, IReadOnlyList<(FramePerson Person, LetterCode Code)> People)> FrameAsync(
        string slug, int people = 1, Func<DateTimeOffset, Schedule>? schedule = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var data = new TestData(scope.ServiceProvider);
        var consultation = await data.ConsultationAsync(slug: slug, schedule: schedule?.Invoke(TimeProvider.System.GetUtcNow()));
        return (consultation, (await data.FrameAsync(consultation, people)).People);
    }
}

public class CodeEntryTests(CodeEntryFixture web) : IClassFixture<CodeEntryFixture>
{
    [Fact]
    public async Task Looking_at_the_page_spends_no_code_and_shows_none()
    {
        var (_, people) = await web.FrameAsync("hamtad");
        var code = people[0].Code.Shown;
        using var visitor = web.Anonymous();

        foreach (var address in new[] { $"/svara?kod={code}", $"/svara?Code={code}", $"/svara/?{code}" })
        {
            using var got = await visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, got.StatusCode);
            Assert.Equal("no-referrer", Assert.Single(got.Headers.GetValues("Referrer-Policy")));
            Assert.DoesNotContain(code, await got.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
        }

        Assert.False(visitor.HasCookie("svarskort"));
        Assert.Equal(0, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM code_try WHERE key = {people[0].Code.Selector}"));
        Assert.Equal(HttpStatusCode.Found, (await EnterAsync(visitor, code)).Status);
    }

    [Fact]
    public async Task The_right_code_is_swapped_for_a_sealed_cookie_and_leads_to_the_answer()
    {
        var (_, people) = await web.FrameAsync("bytt");
        using var visitor = web.Anonymous();

        using var sent = await visitor.PostAsync("/svara", null, ("kod", people[0].Code.Shown.ToLowerInvariant().Replace('-', ' ')));

        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        Assert.Equal("/radslag/bytt/svara", sent.Headers.Location!.ToString());
        var cookie = Assert.Single(sent.Headers.GetValues("Set-Cookie"), c => c.StartsWith("svarskort=", StringComparison.Ordinal));
        Assert.Contains("path=/; samesite=lax; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(people[0].Person.Id.ToString("N"), cookie.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Each_reason_has_its_text_and_what_was_typed_stays()
    {
        var early = await web.FrameAsync("tidigt", schedule: now => new Schedule(now.AddDays(-1), now.AddDays(2), now.AddDays(9), now.AddDays(10), DateOnly.FromDateTime(now.UtcDateTime).AddDays(50)));
        var late = await web.FrameAsync("sent", schedule: now => new Schedule(now.AddDays(-9), now.AddDays(-9), now.AddDays(-1), now.AddDays(1), DateOnly.FromDateTime(now.UtcDateTime).AddDays(50)));
        using var visitor = web.Anonymous();

        foreach (var (typed, text) in new[]
        {
            ("", "Skriv koden från brevet"), ("7K4P", "Något tecken är fel"), (LetterCode.New().Shown, "Koden gäller inte"),
            (early.People[0].Code.Shown, "Svaren öppnar"), (late.People[0].Code.Shown, "Tiden att svara är slut"),
        })
        {
            var (status, page) = await EnterAsync(visitor, typed);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            Assert.Contains(text, page.QuerySelector(".felruta a[href='#kod']")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(typed, page.QuerySelector("#kod")!.GetAttribute("value"));
            Assert.Equal("true", page.QuerySelector("#kod")!.GetAttribute("aria-invalid"));
            Assert.False(visitor.HasCookie("svarskort"));
        }
    }

    /// <summary>Trust T05: the answer to a wrong code is the same to the byte, apart from the form's token and what was typed.</summary>
    [Fact]
    public async Task Unknown_wrong_and_revoked_codes_get_the_same_bytes()
    {
        var (_, people) = await web.FrameAsync("lika", 2);
        await web.ExecuteAsync($"UPDATE frame_person SET state = 1 WHERE id = {people[1].Person.Id}");
        using var visitor = web.Anonymous();
        var bodies = new HashSet<string>(StringComparer.Ordinal);

        foreach (var code in new[] { LetterCode.New(), new LetterCode(people[0].Code.Selector, LetterCode.New().Secret), people[1].Code })
        {
            var (_, page) = await EnterAsync(visitor, code.Shown);
            page.QuerySelector("input[name=__RequestVerificationToken]")!.Remove();
            bodies.Add(page.DocumentElement.OuterHtml.Replace(code.Shown, "", StringComparison.Ordinal));
        }

        Assert.Single(bodies);
    }

    private static async Task<(HttpStatusCode Status, IDocument Page)> EnterAsync(Visitor visitor, string code)
    {
        using var sent = await visitor.PostAsync("/svara", null, ("kod", code));
        return (sent.StatusCode, await Visitor.ParseAsync(sent));
    }
}

public class CodeNetworkTests(CodeEntryFixture web) : IClassFixture<CodeEntryFixture>
{
    [Fact]
    public async Task A_network_that_has_guessed_its_share_is_to_wait_and_right_codes_are_free()
    {
        var (_, people) = await web.FrameAsync("torget");
        using var visitor = web.Anonymous();
        for (var i = 0; i < CodeEntryFixture.WrongTries + 5; i++)
        {
            using var right = await visitor.PostAsync("/svara", null, ("kod", people[0].Code.Shown));
            Assert.Equal(HttpStatusCode.Found, right.StatusCode);
        }

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < CodeEntryFixture.WrongTries + 2; i++)
        {
            using var wrong = await visitor.PostAsync("/svara", null, ("kod", LetterCode.New().Shown));
            answers.Add(wrong.StatusCode);
        }

        using var after = await visitor.PostAsync("/svara", null, ("kod", people[0].Code.Shown));
        Assert.Equal(CodeEntryFixture.WrongTries, answers.Count(s => s == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(2, answers.Count(s => s == HttpStatusCode.TooManyRequests));
        Assert.Equal(HttpStatusCode.TooManyRequests, after.StatusCode);
    }
}
