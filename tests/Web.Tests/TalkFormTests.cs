using AngleSharp.Html.Dom;
using Xunit;

namespace Medborgardialog.Web.Tests;

public class TalkFormTests(ExempelbyFixture web) : IClassFixture<ExempelbyFixture>
{
    private const string Talk = "/radslag/stortorget/diskussion";

    [Fact]
    public async Task A_resident_writes_a_post_with_the_forms_own_address_and_sees_it()
    {
        using var resident = await web.ResidentAsync();
        var threads = await resident.PageAsync(Talk);
        var address = threads.QuerySelector("main h3 a")!.GetAttribute("href")!;
        var page = await resident.PageAsync(address);
        var form = (IHtmlFormElement)page.QuerySelector("#skrivform")!;
        const string text = "Sätt en klocka på torget också.";

        using var answer = await resident.PostAsync(
            address, form.GetAttribute("action"), ("nyckel", form.QuerySelector("[name=nyckel]")!.GetAttribute("value")!), ("text", text));

        var after = await resident.PageAsync(answer.Headers.Location!.OriginalString);
        Assert.Contains(after.QuerySelectorAll("#lista .text"), p => p.TextContent == text);
    }

    [Theory]
    [InlineData("Maria Demolund")]
    [InlineData("Ärla Åkerö")]
    public async Task Every_form_and_link_of_a_thread_leads_somewhere_on_this_site(string name)
    {
        using var visitor = await web.VisitorAsync(name);
        var threads = await visitor.PageAsync(Talk);

        var page = await visitor.PageAsync(threads.QuerySelector("main h3 a")!.GetAttribute("href")!);

        Assert.NotEmpty(page.QuerySelectorAll("form[method=post]"));
        Assert.DoesNotContain(page.QuerySelectorAll("[action^='~'], [href^='~']"), _ => true);
    }
}
