using System.Net;
using System.Text;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>A survey definition from another system becomes a draft, and the officer reads what became different.</summary>
public class SurveyImportTests(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Import = "/arbetsyta/enkater/importera";
    private static readonly LssText New = new(Old: false);

    [Fact]
    public async Task A_file_becomes_a_draft_with_a_list_of_what_is_different()
    {
        using var officer = await web.StaffAsync(Role.Officer);
        var file = New.Survey(
            New.Question("10", "Y", "yn", "Yes?") + New.Question("11", "N", "num", "How many?", relevance: "yn == \"Y\"")
            + New.Question("12", "|", "upload", "Which picture?") + New.Question("13", "L", "list", "Which one?", ["A1", "A2"], relevance: "count(that.m) > 1"));

        using var sent = await UploadAsync(officer, file, "Inläst enkät");
        var list = sent.Headers.Location!.ToString();
        (await officer.PageAsync(list)).Dispose();
        var page = await officer.PageAsync(list);
        var draft = page.QuerySelector("main a.knapp")!.GetAttribute("href")!;
        var home = await officer.PageAsync(draft);
        var questions = await officer.PageAsync(draft + "/bygg/fragor");

        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        Assert.NotNull(home.QuerySelector($"main a[href='{list}']"));
        Assert.DoesNotContain("import.", home.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/arbetsyta/enkater/inlast-enkat", draft);
        var said = page.QuerySelectorAll("main ul.uppgifter li").Select(l => l.QuerySelector("b")!.TextContent).ToList();
        Assert.Contains(said, s => s.Contains("upload", StringComparison.Ordinal));
        Assert.Contains(said, s => s.Contains("list", StringComparison.Ordinal));
        Assert.DoesNotContain(said, s => s.Contains("num", StringComparison.Ordinal));
        Assert.DoesNotContain("import.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("How many?", questions.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Which picture?", questions.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_that_is_cut_is_told()
    {
        using var officer = await web.StaffAsync(Role.Officer);
        var title = string.Join(' ', Enumerable.Repeat("långtord", 12));

        using var sent = await UploadAsync(officer, New.Survey(New.Question("10", "Y", "yn", "Yes?")), title);
        var page = await officer.PageAsync(sent.Headers.Location!.ToString());

        Assert.Contains(title, page.QuerySelector("main ul.uppgifter")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<document><questions>", "går inte att läsa")]
    [InlineData("<?xml version=\"1.0\"?><document><LimeSurveyDocType>Group</LimeSurveyDocType></document>", "")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><document>&b;</document>", "")]
    public async Task A_file_that_is_none_gets_an_error_keeps_the_title_and_makes_nothing(string file, string words)
    {
        using var officer = await web.StaffAsync(Role.Officer);
        var before = await web.ReadAsync(db => db.Set<Survey>().CountAsync());

        using var sent = await UploadAsync(officer, file, "Ska stå kvar");
        var page = await Visitor.ParseAsync(sent);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        Assert.Equal("Ska stå kvar", page.QuerySelector("input[name=rubrik]")!.GetAttribute("value"));
        var error = Assert.Single(page.QuerySelectorAll(".felruta li")).TextContent;
        Assert.Contains(words, error, StringComparison.Ordinal);
        Assert.DoesNotContain("import.", error, StringComparison.Ordinal);
        Assert.Equal(before, await web.ReadAsync(db => db.Set<Survey>().CountAsync()));
    }

    /// <summary>Two real definitions, where they lie beside the project.</summary>
    [Theory]
    [InlineData("ls205_sample_survey_english.lss")]
    [InlineData("ls6_sample_survey_multilingual_fr_de_en_it_ru.lss")]
    public async Task A_sample_survey_becomes_a_draft_with_its_list(string name)
    {
        var path = SampleSurveys.Find(name);
        Assert.SkipWhen(path is null, SampleSurveys.Missing);
        using var officer = await web.StaffAsync(Role.Officer);

        using var sent = await UploadAsync(officer, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), "");
        var list = await officer.PageAsync(sent.Headers.Location!.ToString());
        var questions = await officer.PageAsync(list.QuerySelector("main a.knapp")!.GetAttribute("href")! + "/bygg/fragor");

        Assert.NotEmpty(list.QuerySelectorAll("main ul.uppgifter li"));
        Assert.DoesNotContain("import.", list.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.True(questions.QuerySelectorAll("main a[href*='/bygg/fragor/']").Length > 10);
    }

    [Fact]
    public async Task Without_a_file_the_page_asks_for_one()
    {
        using var officer = await web.StaffAsync(Role.Officer);

        using var sent = await officer.PostAsync(Import, null, ("rubrik", "Min enkät"));
        var page = await Visitor.ParseAsync(sent);

        Assert.Equal("Min enkät", page.QuerySelector("input[name=rubrik]")!.GetAttribute("value"));
        Assert.Equal("Välj en fil", Assert.Single(page.QuerySelectorAll(".felruta li")).TextContent.Trim());
    }

    private static async Task<HttpResponseMessage> UploadAsync(Visitor officer, string file, string title)
    {
        var token = (await officer.PageAsync(Import)).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var parts = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(title), "rubrik" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "fil", "enkät.lss" },
        };
        return await officer.Http.PostAsync(new Uri(Import, UriKind.Relative), parts, TestContext.Current.CancellationToken);
    }
}
