using System.Net;
using Medborgardialog.TestSupport;
using Xunit;

namespace Medborgardialog.Web.Tests;

public class ReadersCacheTests(ExempelbyFixture web) : IClassFixture<ExempelbyFixture>
{
    private const string Talk = "/radslag/stortorget/diskussion";

    [Theory]
    [InlineData("/")]
    [InlineData("/radslag/stortorget")]
    [InlineData(Talk)]
    public async Task Whoever_only_reads_is_given_no_cookie(string url)
    {
        using var visitor = web.Anonymous();

        using var response = await visitor.GetAsync(url);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    /// <summary>A page lives for a second, so on a slow machine the next reader may come too late for it; not all fifty.</summary>
    [Fact]
    public async Task Readers_share_one_page_of_a_thread()
    {
        using var visitor = web.Anonymous();
        var list = await visitor.PageAsync(Talk);
        var thread = list.QuerySelector($".tradlista a[href^='{Talk}/']")!.GetAttribute("href")!;

        Assert.True(await IsSharedAsync(visitor, thread));
    }

    [Fact]
    public async Task Whoever_is_signed_in_gets_a_page_of_her_own()
    {
        using var reader = web.Anonymous();
        using var resident = await web.ResidentAsync();
        var list = await reader.PageAsync(Talk);
        var thread = list.QuerySelector($".tradlista a[href^='{Talk}/']")!.GetAttribute("href")!;
        Assert.True(await IsSharedAsync(reader, thread));

        Assert.False(await IsSharedAsync(resident, thread));
    }

    private static async Task<bool> IsSharedAsync(Visitor visitor, string url)
    {
        for (var i = 0; i < 50; i++)
        {
            using var response = await visitor.GetAsync(url);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            if (response.Headers.Age is not null)
            {
                return true;
            }
        }

        return false;
    }
}
