using System.Net;
using Medborgardialog.TestSupport;
using Xunit;

namespace Medborgardialog.Web.Tests;

public class ThemesPageTests(ExempelbyFixture web) : IClassFixture<ExempelbyFixture>
{
    private const string Page = "/arbetsyta/rapporter/stortorget/teman";

    [Fact]
    public async Task An_officer_adds_a_theme_and_says_what_a_post_is_about()
    {
        using var maria = await web.StaffAsync("Maria Demolund");
        using var added = await maria.PostAsync(Page, $"{Page}?handler=Add", ("Name", "Snöröjning"));
        var page = await maria.PageAsync(Page);
        var theme = page.QuerySelectorAll("label.val").First(l => l.TextContent.Contains("Snöröjning", StringComparison.Ordinal)).QuerySelector("input")!;
        var parts = theme.GetAttribute("value")!.Split('/');

        using var saved = await maria.PostAsync(Page, null, ("Posts", parts[0]), ("Ticked", theme.GetAttribute("value")!));

        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        page = await maria.PageAsync(Page);
        var ticked = page.QuerySelectorAll($"input[name=Ticked][value^='{parts[0]}']").Where(i => i.HasAttribute("checked")).ToList();
        Assert.Equal(theme.GetAttribute("value"), Assert.Single(ticked).GetAttribute("value"));
    }

    [Fact]
    public async Task A_theme_without_a_name_is_refused_with_a_sentence_by_the_field()
    {
        using var maria = await web.StaffAsync("Maria Demolund");

        using var response = await maria.PostAsync(Page, $"{Page}?handler=Add", ("Name", new string('x', 61)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await Visitor.ParseAsync(response);
        Assert.Equal(new string('x', 61), page.QuerySelector("#Name")!.GetAttribute("value"));
        Assert.Contains("högst 60 tecken", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
