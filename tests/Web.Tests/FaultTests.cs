using System.Net;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>S32: whatever goes wrong, a page says what happened, what is kept and where to go.</summary>
public class FaultTests(ExempelbyFixture web) : IClassFixture<ExempelbyFixture>
{
    [Theory]
    [InlineData("")]
    [InlineData("/en")]
    public async Task An_address_that_leads_nowhere_shows_what_is_open(string language)
    {
        using var anyone = web.Anonymous();

        using var missing = await anyone.GetAsync($"{language}/radslag/finns-inte");
        var page = await Visitor.ParseAsync(missing);

        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.NotNull(page.QuerySelector($"main a[href='{language}/radslag/stortorget']"));
        Assert.NotNull(page.QuerySelector($"main a[href='{language}/dialoger']"));
    }

    [Theory]
    [InlineData("/arbetsyta/moderering", "moderatorer")]
    [InlineData("/arbetsyta/radslag", "kommunikatörer")]
    [InlineData("/system/anvandare", "systemförvaltaren")]
    public async Task A_closed_page_says_whom_it_is_for_and_who_one_is(string address, string whom)
    {
        using var resident = await web.ResidentAsync("Åke Ärlig");

        using var closed = await resident.GetAsync(address);
        var text = (await Visitor.ParseAsync(closed)).QuerySelector("main")!.TextContent;

        Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
        Assert.Contains(whom, text, StringComparison.Ordinal);
        Assert.Contains("Åke Ärlig", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/utseende")]
    [InlineData("/logga-in")]
    [InlineData("/kvitto")]
    public async Task A_form_with_null_characters_is_refused_calmly_with_a_way_back(string address)
    {
        using var anyone = web.Anonymous();
        using var form = new StringContent("tema=a%00b&adress=a%00b&kvittokod=a%00b", System.Text.Encoding.ASCII, "application/x-www-form-urlencoded");

        using var refused = await anyone.Http.PostAsync(new Uri(address, UriKind.Relative), form, TestContext.Current.CancellationToken);
        var page = await Visitor.ParseAsync(refused);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Ingenting har sparats", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"main a[href='{address}']"));
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_refused_calmly()
    {
        using var anyone = web.Anonymous();
        using var body = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");

        using var refused = await anyone.Http.PostAsync(new Uri("/utseende", UriKind.Relative), body, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task A_form_that_has_been_open_for_too_long_is_given_back_and_can_be_sent_again()
    {
        using var administrator = await web.StaffAsync(Role.Administrator);
        var staff = await web.AddStaffAsync();
        var address = $"/system/anvandare/{staff.Id}?handler=Give";
        const string reason = "Ersätter en kollega som är föräldraledig <i>till maj</i>";

        using var refused = await SendAsync(administrator, address, "same-origin", ("roll", "Officer"), ("skal", reason), ("__RequestVerificationToken", "gammal"));
        var page = await Visitor.ParseAsync(refused);
        var form = page.QuerySelector("main form[method=post]")!;
        var fields = form.QuerySelectorAll("input").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)).ToArray();
        using var again = await SendAsync(administrator, form.GetAttribute("action")!, "same-origin", fields);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(reason, page.QuerySelector("main blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(address, form.GetAttribute("action"));
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData(null)]
    public async Task A_form_from_somewhere_else_is_never_given_back(string? from)
    {
        using var administrator = await web.StaffAsync(Role.Administrator);
        var staff = await web.AddStaffAsync();

        using var refused = await SendAsync(administrator, $"/system/anvandare/{staff.Id}?handler=Give", from, ("roll", "Administrator"), ("skal", "En sida någon annanstans ville det"));
        var page = await Visitor.ParseAsync(refused);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Null(page.QuerySelector("main form"));
        Assert.DoesNotContain("någon annanstans", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_officer_wrote_while_signed_out_is_on_the_page_and_can_be_sent_again()
    {
        using var gone = web.Anonymous();
        const string address = "/arbetsyta/radslag/stortorget/hantera";

        using var refused = await SendAsync(gone, address, "same-origin", ("Input.Reason", "Bilden av alternativ B var en äldre skiss."), ("gor", "Notice"));
        var page = await Visitor.ParseAsync(refused);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("Bilden av alternativ B var en äldre skiss.", page.QuerySelector("main blockquote")!.TextContent);
        Assert.Equal(address, page.QuerySelector("main form")!.GetAttribute("action"));
        Assert.NotNull(page.QuerySelector("main a[href='/logga-in/personal'][target=_blank]"));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(413)]
    [InlineData(418)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Every_fault_has_its_status_a_title_a_way_on_and_the_demo_line_in_both_languages(int code)
    {
        using var anyone = web.Anonymous();
        foreach (var (language, demo) in new[] { ("", "Demo – påhittat innehåll"), ("/en", "Demo – invented content") })
        {
            using var response = await anyone.GetAsync($"{language}/fel/{code}");
            var page = await Visitor.ParseAsync(response);

            Assert.Equal(code, (int)response.StatusCode);
            Assert.DoesNotContain("fault.", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.True(page.QuerySelectorAll("main a[href]").Length >= 2, $"{code}: no way on");
            Assert.Contains(demo, page.QuerySelector(".demo")!.TextContent, StringComparison.Ordinal);
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, string address, string? from, params (string Name, string Value)[] fields)
    {
        // The cookie that goes with the token of the page.
        await visitor.PageAsync("/system/anvandare/ny");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative));
        request.Content = new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)));
        if (from is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", from);
        }

        return await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
