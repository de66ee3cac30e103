using System.Net;
using Medborgardialog.TestSupport;
using Xunit;

namespace Medborgardialog.Web.Tests;

public class SignInTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task The_start_page_is_open_to_everyone()
    {
        using var visitor = web.Anonymous();

        using var response = await visitor.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
