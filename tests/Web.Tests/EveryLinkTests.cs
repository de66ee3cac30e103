using Xunit;

namespace Medborgardialog.Web.Tests;

public class EveryLinkTests(ExempelbyFixture web) : IClassFixture<ExempelbyFixture>
{
    public static TheoryData<string> People => ExempelbyFixture.People;

    [Theory]
    [MemberData(nameof(People))]
    public async Task No_link_leads_nowhere_and_no_page_fails(string name)
    {
        using var visitor = await web.VisitorAsync(name);

        var (broken, pages) = await ExempelbyFixture.WalkAsync(visitor);

        Assert.True(broken.Count == 0, string.Join(Environment.NewLine, broken));
        Assert.NotEmpty(pages);
    }
}
