using System.Net;
using System.Text.RegularExpressions;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Xunit;

namespace Medborgardialog.Web.Tests;

public partial class SignInTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task A_resident_signs_in_with_the_mailed_code_and_comes_back()
    {
        using var visitor = web.Anonymous();
        var address = NewAddress();

        using var asked = await visitor.PostAsync("/logga-in?till=%2Fdialoger", null, ("adress", address), ("till", "/dialoger"));
        using var entered = await visitor.PostAsync("/logga-in/kod", null, ("kod", await CodeAsync(address)));
        var afterCode = entered.Headers.Location!.ToString();
        using var named = await visitor.PostAsync(afterCode, null, ("namn", "Ärla Åkerö"), ("till", "/dialoger"));
        var page = await visitor.PageAsync("/dialoger");

        Assert.Equal("/logga-in/kod", asked.Headers.Location!.ToString());
        Assert.StartsWith("/logga-in/namn", afterCode, StringComparison.Ordinal);
        Assert.Equal("/dialoger", named.Headers.Location!.ToString());
        Assert.Contains("Ärla Åkerö", page.QuerySelector("a[href='/logga-ut']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_five_wrong_codes_the_right_one_is_refused()
    {
        using var visitor = web.Anonymous();
        var address = NewAddress();
        using var asked = await visitor.PostAsync("/logga-in", null, ("adress", address));
        var right = await CodeAsync(address);
        var wrong = right == "00000000" ? "11111111" : "00000000";

        for (var i = 0; i < SignInCode.MostTries; i++)
        {
            using var guess = await visitor.PostAsync("/logga-in/kod", null, ("kod", wrong));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, guess.StatusCode);
        }

        using var late = await visitor.PostAsync("/logga-in/kod", null, ("kod", right));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.False(visitor.HasCookie(web.CookieName));
    }

    [Fact]
    public async Task A_code_opens_nothing_after_ten_minutes()
    {
        using var visitor = web.Anonymous();
        var address = NewAddress();
        using var asked = await visitor.PostAsync("/logga-in", null, ("adress", address));
        var code = await CodeAsync(address);
        await web.ExecuteAsync($"UPDATE sign_in_code SET expires_at = expires_at - interval '11 minutes' WHERE email = {address}");

        using var late = await visitor.PostAsync("/logga-in/kod", null, ("kod", code));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.False(visitor.HasCookie(web.CookieName));
    }

    [Fact]
    public async Task A_code_opens_nothing_in_another_browser()
    {
        using var asking = web.Anonymous();
        using var other = web.Anonymous();
        var address = NewAddress();
        using var asked = await asking.PostAsync("/logga-in", null, ("adress", address));
        var code = await CodeAsync(address);
        using var othersOwn = await other.PostAsync("/logga-in", null, ("adress", NewAddress()));

        using var stolen = await other.PostAsync("/logga-in/kod", null, ("kod", code));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, stolen.StatusCode);
        Assert.False(other.HasCookie(web.CookieName));
    }

    [Fact]
    public async Task A_used_code_opens_nothing_again()
    {
        using var visitor = web.Anonymous();
        var address = NewAddress();
        using var asked = await visitor.PostAsync("/logga-in", null, ("adress", address));
        var ticket = visitor.Cookies.GetAllCookies().Single(c => c.Name == "inloggning").Value;
        var code = await CodeAsync(address);
        using var first = await visitor.PostAsync("/logga-in/kod", null, ("kod", code));

        using var again = new Visitor(web.Address, ("inloggning", ticket));
        using var second = await again.PostAsync("/logga-in/kod", null, ("kod", code));

        Assert.Equal(HttpStatusCode.Found, first.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
    }

    [Fact]
    public async Task Only_one_mail_a_minute_goes_to_an_address()
    {
        var address = NewAddress();
        for (var i = 0; i < 5; i++)
        {
            using var visitor = web.Anonymous();
            using var asked = await visitor.PostAsync("/logga-in", null, ("adress", address));
            Assert.Equal("/logga-in/kod", asked.Headers.Location!.ToString());
        }

        await CodeAsync(address);

        Assert.Equal(1, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM sign_in_code WHERE email = {address}"));
        Assert.Single(web.Mailbox.Mails, m => m.To == address);
    }

    [Fact]
    public async Task A_known_address_and_an_unknown_one_look_the_same()
    {
        var known = NewAddress();
        await web.AddAsync(new Resident(known, TimeProvider.System.GetUtcNow()));
        using var one = web.Anonymous();
        using var two = web.Anonymous();
        var unknown = NewAddress();

        using var first = await one.PostAsync("/logga-in", null, ("adress", known));
        using var second = await two.PostAsync("/logga-in", null, ("adress", unknown));

        Assert.Equal(first.StatusCode, second.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(await PageWithoutAsync(one, known), await PageWithoutAsync(two, unknown));
    }

    [Theory]
    [InlineData("https://ond.example/")]
    [InlineData("//ond.example")]
    [InlineData("/\\ond.example")]
    [InlineData("\\\\ond.example")]
    [InlineData("/\t/ond.example")]
    [InlineData("https:ond.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://localhost@ond.example/")]
    [InlineData(" //ond.example")]
    [InlineData("/\n/ond.example")]
    public async Task Signing_in_never_leads_away_from_here(string till)
    {
        using var visitor = await web.ResidentAsync();

        using var named = await visitor.PostAsync("/logga-in/namn", null, ("namn", "Östen Ö"), ("till", till));

        Assert.Equal(HttpStatusCode.Found, named.StatusCode);
        var target = new Uri(new Uri(web.Address), named.Headers.Location!);
        Assert.Equal(new Uri(web.Address).Authority, target.Authority);
        Assert.Equal("/", target.AbsolutePath);
    }

    [Fact]
    public async Task Nobody_takes_the_name_of_the_municipalitys_own()
    {
        await web.AddStaffAsync(Role.Officer);
        using var visitor = await web.ResidentAsync();

        using var named = await visitor.PostAsync("/logga-in/namn", null, ("namn", "åsa provquist"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, named.StatusCode);
    }

    [Fact]
    public async Task Markup_in_a_name_is_shown_as_text()
    {
        const string name = "<b id=x>Ä</b><script>";
        using var visitor = await web.ResidentAsync(name);

        var page = await visitor.PageAsync("/");

        Assert.Contains(name, page.QuerySelector("a[href='/logga-ut']")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#x"));
    }

    private static string NewAddress() => $"{Guid.CreateVersion7():N}@exempelby.example";

    private static async Task<string> PageWithoutAsync(Visitor visitor, string address)
    {
        var page = await visitor.PageAsync("/logga-in/kod");
        page.QuerySelector("input[name=__RequestVerificationToken]")?.Remove();
        return page.DocumentElement.OuterHtml.Replace(address, "", StringComparison.Ordinal);
    }

    private async Task<string> CodeAsync(string address) => Digits().Match(await web.MailAsync(address)).Value;

    [GeneratedRegex("[0-9]{8}", RegexOptions.None, 1000)]
    private static partial Regex Digits();
}
