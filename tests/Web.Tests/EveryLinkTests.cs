using Xunit;

namespace Medborgardialog.Web.Tests;

[Collection(WalkedExempelby.Name)]
public class EveryLinkTests(ExempelbyFixture web)
{
    public static TheoryData<string> People => ExempelbyFixture.People;

    [Theory]
    [MemberData(nameof(People))]
    public async Task No_link_leads_nowhere_and_no_page_fails(string name)
    {
        var (broken, pages) = await web.WalkAsync(name);

        Assert.True(broken.Count == 0, string.Join(Environment.NewLine, broken));
        Assert.NotEmpty(pages);
    }
}
