using System.Net;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.TestSupport;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>S15: the pages about the service.</summary>
public class AboutTests(WebFixture web) : IClassFixture<WebFixture>
{
    private static readonly string[] Pages =
        ["/om", "/om/samtalsregler", "/om/sa-raknar-vi", "/om/personuppgifter", "/om/tillganglighet", "/om/demo", "/hjalp", "/kontakt"];

    [Theory]
    [InlineData("", "sv")]
    [InlineData("/en", "en")]
    public async Task Every_page_is_whole_and_keeps_the_language(string prefix, string language)
    {
        using var anyone = web.Anonymous();
        foreach (var address in Pages)
        {
            using var response = await anyone.GetAsync(prefix + address);
            var page = await Visitor.ParseAsync(response);
            var main = page.QuerySelector("main")!;

            Assert.Equal((HttpStatusCode.OK, language), (response.StatusCode, page.DocumentElement.GetAttribute("lang")));
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.DoesNotContain("info.", main.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("{0}", main.TextContent, StringComparison.Ordinal);
            Assert.All(main.QuerySelectorAll("a[href^='/']"), a => Assert.StartsWith(prefix + "/", a.GetAttribute("href"), StringComparison.Ordinal));
            Assert.NotNull(page.QuerySelector(".demo"));
        }
    }

    [Fact]
    public async Task The_footer_of_the_start_page_leads_to_them()
    {
        using var anyone = web.Anonymous();

        var links = (await anyone.PageAsync("/")).QuerySelectorAll("footer a[href]").Select(a => a.GetAttribute("href")).ToList();

        Assert.Empty(Pages.Except(links));
    }

    [Fact]
    public async Task The_rules_of_talk_are_those_that_moderators_can_name()
    {
        using var anyone = web.Anonymous();

        var page = await anyone.PageAsync("/om/samtalsregler");

        Assert.Equal(Enum.GetValues<HouseRule>().Length, page.QuerySelectorAll(".regler dt").Length);
    }

    [Fact]
    public async Task The_example_of_counting_merges_and_rounds_as_the_text_says()
    {
        using var anyone = web.Anonymous();

        var page = await anyone.PageAsync("/om/sa-raknar-vi");
        var rows = page.QuerySelectorAll("table")[1].QuerySelectorAll("tbody tr").Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent).ToList()).ToList();

        Assert.Equal(["34", "61", "88", "41", "6"], rows.Select(r => r[0]));
        Assert.Equal(["65–79"], rows.Where(r => r[1] == "–").Select(r => r[2].Replace("Visas tillsammans med ", "", StringComparison.Ordinal)));
        Assert.All(rows.Where(r => r[1] != "–"), r => Assert.Equal(0, int.Parse(r[1], System.Globalization.CultureInfo.InvariantCulture) % 3));
    }

    [Fact]
    public async Task Contact_facts_come_from_the_settings()
    {
        using var anyone = web.Anonymous();

        var text = (await anyone.PageAsync("/kontakt")).QuerySelector(".kontakt")!.TextContent;

        Assert.Contains("medborgardialog@exempelby.example", text, StringComparison.Ordinal);
        Assert.Contains("Medborgarkontoret", text, StringComparison.Ordinal);
    }
}
