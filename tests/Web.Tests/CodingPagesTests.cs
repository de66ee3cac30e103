using System.Net;
using AngleSharp.Dom;
using Medborgardialog.Application.Themes;
using Medborgardialog.Domain.Themes;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>The demo's free texts about home care, and the pages where an officer codes.</summary>
public class CodingPagesTests(ExempelbyFixture web) : IClassFixture<ExempelbyFixture>
{
    private const string Demo = "Fritext om hemtjänsten 2026";

    [Fact]
    public async Task The_demo_has_the_themes_and_the_numbers_of_its_171_texts()
    {
        var coded = await CodedAsync();

        Assert.Equal((171, 171), (coded.Writers, coded.Inputs));
        Assert.Equal(
            [
                ("Tider som inte hålls", 62), ("Bemötande, beröm", 57), ("Ny personal", 48), ("Svar uteblir", 31), ("Utevistelse och sällskap", 22),
                ("Val av utförare", 19), ("Språk och förståelse", 14),
            ],
            coded.Themes.Select(t => (t.Name, t.Persons!.Value)));
        Assert.Equal([36, 33, 28, 18, 13, 11, 8], coded.Themes.Select(t => t.Percent!.Value));
        Assert.Equal(94, coded.CoveragePercent);
        Assert.InRange(coded.Agreement!.MeanKappa!.Value, 0.6, 0.95);
        Assert.Equal(35, coded.Agreement.Texts);
        Assert.Equal(2, coded.Agreement.Differing - coded.Agreement.Settled);
    }

    [Fact]
    public async Task Quotes_of_the_demo_have_their_numbers_and_units_and_the_voice_against()
    {
        var themes = (await CodedAsync()).Themes.ToDictionary(t => t.Name);

        Assert.Equal(["Fritext 118, Söder"], themes["Ny personal"].Quotes.Select(q => q.Source));
        Assert.Equal("Alltid samma två. Det är trygghet.", themes["Ny personal"].Opposing!.Text);
        Assert.Equal("Fritext 154, Söder", themes["Svar uteblir"].Opposing!.Source);
        Assert.Equal(["Fritext 204, Norr", "Fritext 061, Exempelomsorg"], themes["Tider som inte hålls"].Quotes.Select(q => q.Source));
        Assert.All(themes.Values.SelectMany(t => t.Quotes), q => Assert.Equal("Nils Mallqvist, kommunikatör", q.CheckedBy));

        // Eight answers of one unit are told together with the next larger; who is neither for nor against would be one.
        Assert.Contains("Fritext 019, Provlyckan, Kooperativet Testbacken", themes["Bemötande, beröm"].Quotes.Select(q => q.Source));
        Assert.Null(themes["Val av utförare"].For);
    }

    [Fact]
    public async Task The_excerpt_shows_the_text_alone_to_everyone_while_the_coding_is_released()
    {
        var coded = await CodedAsync();
        var path = coded.Themes.Single(t => t.Name == "Ny personal").Quotes[0].Path;
        using var anybody = web.Anonymous();
        using var maria = await web.StaffAsync("Maria Demolund");

        var page = await anybody.PageAsync(path);
        using var unknown = await anybody.GetAsync($"/rapporter/utdrag/{Guid.CreateVersion7():D}");
        using var opened = await maria.PressAsync($"/arbetsyta/teman/{coded.SetId:D}/resultat", "Öppna igen");
        using var meanwhile = await anybody.GetAsync(path);
        using var released = await maria.PressAsync($"/arbetsyta/teman/{coded.SetId:D}/resultat", "Fastställ kodningen");

        var main = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Det kommer nya ansikten varje vecka. Jag hinner inte lära mig namnen förrän de byts.", main, StringComparison.Ordinal);
        Assert.Contains("Fritext 118, Söder", main, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("blockquote"));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, meanwhile.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, released.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task An_officer_begins_adds_a_theme_codes_a_text_and_goes_on_with_the_next()
    {
        using var maria = await web.StaffAsync("Maria Demolund");
        var home = await BeginAsync(maria, "Samtalet om torget");
        using var added = await maria.PostAsync($"{home}/tema", null, ("Input.Name", "Lindarna"), ("Input.Description", "Träden på torget."));
        var page = await maria.PageAsync(home);
        var (number, next) = (Value(page, "Number"), Value(page, "Next"));
        var theme = page.QuerySelector("input[name='Marks.Ticked']")!.GetAttribute("value")!;

        using var coded = await maria.PostAsync(home, $"{home}?vy=okodade&text={number}", ("Number", number), ("Next", next), ("Marks.Ticked", theme), ($"Marks.Stances[{theme}]", "Against"), ("Language", "fi"));

        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Contains($"text={next}", coded.Headers.Location!.ToString(), StringComparison.Ordinal);
        page = await maria.PageAsync($"{home}?vy=alla&text={number}");
        Assert.True(page.QuerySelector("input[name='Marks.Ticked']")!.HasAttribute("checked"));
        Assert.Equal("Against", page.QuerySelector("select[name^='Marks.Stances'] option[selected]")!.GetAttribute("value"));
        Assert.Equal("fi", page.QuerySelector("blockquote")!.GetAttribute("lang"));
        Assert.Contains("kodad av Maria Demolund", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll(".koda-lista [data-nummer]"), r => r.GetAttribute("data-nummer") == number && !r.TextContent.Contains("Lindarna", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_of_the_list_puts_a_text_in_a_theme_and_takes_it_out_again()
    {
        using var maria = await web.StaffAsync("Maria Demolund");
        var home = await BeginAsync(maria, "Samtalet med tangenter");
        using var added = await maria.PostAsync($"{home}/tema", null, ("Input.Name", "Lindarna"));
        var page = await maria.PageAsync(home);
        var theme = page.QuerySelector("input[name='Marks.Ticked']")!.GetAttribute("value")!;

        using var first = await maria.PostAsync(home, $"{home}?handler=Toggle", ("Number", Value(page, "Number")), ("tema", theme));
        using var second = await maria.PostAsync(home, $"{home}?handler=Toggle", ("Number", Value(page, "Number")), ("tema", theme));

        Assert.Contains("\"names\":\"Lindarna\"", await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("\"names\":\"\"", await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_where_it_stands_and_nothing_typed_is_lost()
    {
        using var maria = await web.StaffAsync("Maria Demolund");
        var home = await BeginAsync(maria, "Samtalet med fel");

        using var nameless = await maria.PostAsync($"{home}/tema", null, ("Input.Name", ""), ("Input.Wants", "Behåll lindarna."));
        using var share = await maria.PostAsync($"{home}/andra", $"{home}/andra?handler=Draw", ("Percent", "5"));
        var dialogue = (await maria.PageAsync("/arbetsyta/teman/ny")).QuerySelectorAll("#dialog option").First(o => o.TextContent.Contains("Stortorget", StringComparison.Ordinal)).GetAttribute("value");
        using var empty = await maria.PostAsync($"/arbetsyta/teman/ny?dialog={dialogue}", null, ("Name", "Utan källor"));

        var page = await Visitor.ParseAsync(nameless);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
        Assert.Contains("Skriv något, högst 60 tecken", page.QuerySelector(".felfalt")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Behåll lindarna.", page.QuerySelector("#Input-Wants")!.TextContent.Trim());
        Assert.Contains("mellan 10 och 100 procent", (await Visitor.ParseAsync(share)).QuerySelector(".felfalt")!.TextContent, StringComparison.Ordinal);
        page = await Visitor.ParseAsync(empty);
        Assert.Contains("Välj minst en fråga eller tråd", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Utan källor", page.QuerySelector("#Name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Without_something_that_proposes_names_no_page_speaks_of_it()
    {
        using var maria = await web.StaffAsync("Maria Demolund");
        var home = await BeginAsync(maria, "Samtalet med förslag");

        var page = await maria.PageAsync($"{home}/forslag");

        Assert.NotEmpty(page.QuerySelectorAll(".koda-grupp"));
        Assert.All(page.QuerySelectorAll(".koda-grupp h2"), h => Assert.Contains("förslag", h.TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("språkmodell", page.DocumentElement.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(page.QuerySelectorAll("a[href*='namn=']"));
        var group = page.QuerySelector(".koda-grupp form")!;
        var fields = group.QuerySelectorAll("input[name=Numbers]").Select(i => ("Numbers", i.GetAttribute("value")!)).Append(("Name", "Ur ett förslag"));
        using var put = await maria.PostAsync($"{home}/forslag", group.GetAttribute("action"), [.. fields]);
        Assert.Equal(HttpStatusCode.Redirect, put.StatusCode);
        Assert.Contains("Ur ett förslag", (await maria.PageAsync(home)).QuerySelector(".koda-temalista")!.TextContent, StringComparison.Ordinal);
    }

    private static string Value(IDocument page, string name) => page.QuerySelector($"#koda-form input[name={name}]")!.GetAttribute("value") ?? "";

    /// <summary>A coding of the whole talk about the square.</summary>
    private static async Task<string> BeginAsync(Visitor officer, string name)
    {
        var page = await officer.PageAsync("/arbetsyta/teman/ny");
        var dialogue = page.QuerySelectorAll("#dialog option").First(o => o.TextContent.Contains("Stortorget", StringComparison.Ordinal)).GetAttribute("value");
        page = await officer.PageAsync($"/arbetsyta/teman/ny?dialog={dialogue}");
        var threads = page.QuerySelectorAll("input[name=Threads]").Select(i => ("Threads", i.GetAttribute("value")!)).ToList();
        using var begun = await officer.PostAsync($"/arbetsyta/teman/ny?dialog={dialogue}", null, [("Name", name), .. threads]);
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        return begun.Headers.Location!.ToString();
    }

    private async Task<CodedThemes> CodedAsync()
    {
        var survey = await web.ReadAsync(db => db.Set<CodingSet>().AsNoTracking().Where(s => s.Title == Demo).Select(s => s.DialogueId).SingleAsync());
        await using var scope = web.Services.CreateAsyncScope();
        return Assert.Single(await scope.ServiceProvider.GetRequiredService<ListCodedThemesHandler>().HandleAsync(new(survey), TestContext.Current.CancellationToken));
    }
}
