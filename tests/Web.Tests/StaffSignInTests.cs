using System.Net;
using AngleSharp.Html.Parser;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Infrastructure.Seeding;
using Medborgardialog.TestSupport;
using Xunit;

namespace Medborgardialog.Web.Tests;

public class StaffSignInTests(WebFixture web) : IClassFixture<WebFixture>
{
    private static readonly DemoAccount Account = DemoAccount.All.Single(a => a.UserName == "omar");

    [Fact]
    public async Task Staff_sign_in_through_the_provider_and_come_back()
    {
        await web.AddAsync(new StaffMember(Account.ObjectId, Account.Name, Account.Title, "omar@exempelby.example", [new(Role.Administrator)]));
        using var visitor = web.Anonymous();

        using var end = await ThroughProviderAsync(visitor, Account.UserName);
        using var page = await visitor.GetAsync("/system/anvandare");

        Assert.Equal("/system/anvandare", end.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task An_account_that_is_not_known_here_gets_nothing()
    {
        using var visitor = web.Anonymous();

        using var end = await ThroughProviderAsync(visitor, DemoAccount.All[0].UserName);
        using var page = await visitor.GetAsync("/arbetsyta");

        Assert.Equal(HttpStatusCode.Forbidden, end.StatusCode);
        Assert.Equal(HttpStatusCode.Found, page.StatusCode);
    }

    [Fact]
    public async Task An_answer_from_the_provider_is_worth_nothing_in_another_browser()
    {
        using var visitor = web.Anonymous();
        using var other = web.Anonymous();
        var answer = await AnswerOfProviderAsync(visitor, Account.UserName);

        using var stolen = await other.GetAsync(answer);
        using var changed = await visitor.GetAsync(answer.Replace("state=", "state=x", StringComparison.Ordinal));

        Assert.StartsWith("/logga-in/personal?avbrutet", stolen.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("/logga-in/personal?avbrutet", changed.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.False(other.HasCookie(web.CookieName));
        Assert.False(visitor.HasCookie(web.CookieName));
    }

    [Fact]
    public async Task Signing_in_from_an_English_page_comes_back_to_it()
    {
        using var visitor = web.Anonymous();

        using var response = await visitor.GetAsync("/en/logga-in/personal?handler=go&till=/arbetsyta");

        Assert.Equal("/logga-in/personal?handler=go&till=%2Fen%2Farbetsyta", response.Headers.Location!.ToString());
    }

    /// <returns>The answer of the page that ends the sign-in.</returns>
    private static async Task<HttpResponseMessage> ThroughProviderAsync(Visitor visitor, string userName)
    {
        var response = await visitor.GetAsync(await AnswerOfProviderAsync(visitor, userName));
        Assert.StartsWith("/logga-in/personal/klart", new Uri(new Uri("http://localhost"), response.Headers.Location!).PathAndQuery, StringComparison.Ordinal);
        var end = await visitor.GetAsync(response.Headers.Location!.ToString());
        response.Dispose();
        return end;
    }

    /// <returns>The address that the provider sends the browser back to, with its code.</returns>
    private static async Task<string> AnswerOfProviderAsync(Visitor visitor, string userName)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var outside = new HttpClient(handler);
        using var challenge = await visitor.GetAsync("/logga-in/personal?handler=go");
        var cancellationToken = TestContext.Current.CancellationToken;
        var picker = new HtmlParser().ParseDocument(await outside.GetStringAsync(challenge.Headers.Location, cancellationToken));
        var person = picker.QuerySelector($"a[href$='={userName}']") ?? picker.QuerySelector($"a[href*='={userName}']")!;
        using var chosen = await outside.GetAsync(new Uri(challenge.Headers.Location!, person.GetAttribute("href")), cancellationToken);
        return chosen.Headers.Location!.ToString();
    }
}
