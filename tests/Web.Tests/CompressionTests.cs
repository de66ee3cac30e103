using System.Net;
using Xunit;

namespace Medborgardialog.Web.Tests;

public class CompressionTests(ExempelbyFixture web) : IClassFixture<ExempelbyFixture>
{
    [Theory]
    [InlineData("/", "br")]
    [InlineData("/radslag/stortorget", "br")]
    [InlineData("/en/radslag/stortorget", "br")]
    [InlineData("/radslag/stortorget/svara", null)]
    [InlineData("/en/radslag/stortorget/svara/fraga/1", null)]
    [InlineData("/kvitto", null)]
    [InlineData("/logga-in", null)]
    public async Task Public_pages_are_compressed_over_https_and_pages_with_secrets_are_not(string url, string? encoding)
    {
        using var visitor = web.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(url, UriKind.Relative));
        request.Headers.Add("Accept-Encoding", "gzip, br");
        request.Headers.Add("X-Forwarded-Proto", "https");

        using var response = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
    }

    [Fact]
    public async Task The_style_sheet_is_sent_compressed()
    {
        using var visitor = web.Anonymous();
        var page = await visitor.PageAsync("/");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!, UriKind.Relative));
        request.Headers.Add("Accept-Encoding", "gzip");

        using var response = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("gzip", Assert.Single(response.Content.Headers.ContentEncoding));
    }
}
