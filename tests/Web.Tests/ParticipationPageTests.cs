using System.Net;
using AngleSharp.Dom;
using Medborgardialog.Application.Participation;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Sends;
using Medborgardialog.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>S26, read as a person without script does.</summary>
public class ParticipationPageTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task The_page_says_who_takes_part_and_who_is_missing()
    {
        await AnsweredAsync("vilka");
        using var officer = await web.StaffAsync(Role.Officer);

        var page = await officer.PageAsync("/arbetsyta/radslag/vilka/deltagande");

        Assert.Equal("Deltagande: Centrum svarar mest, Byarna minst", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(
            ["har börjat 75", "har skickat sitt svar 75", "av 300 personer som får svara 25 %", "har ändrat sitt svar färre än 10"],
            page.QuerySelectorAll("dl.talrad div").Select(d => $"{d.QuerySelector("dt")!.TextContent} {d.QuerySelector("dd")!.TextContent}"));
        Assert.Equal(["80 år och äldre|15|100|15 %|Papper genom hemtjänsten, telefon", "Byarna|15|100|15 %|Bostadsbolaget, byalaget, skylt på plats, text på fler språk"], Rows(page, "#d1t").Take(2).Order(StringComparer.Ordinal));
        Assert.Equal("/arbetsyta/radslag/vilka/utskick/nytt", page.QuerySelector("a.knapp")!.GetAttribute("href"));
        var ages = page.QuerySelector("figure#d-age")!;
        Assert.Equal(["16–24 år|30|40 %|33 %", "25–44 år|30|40 %|33 %", "80 år och äldre|15|20 %|33 %"], Rows(ages, "caption"));
        Assert.Equal("Viss snedhet: 13 %. Så stor del av deltagarna skulle behöva tillhöra en annan grupp.", ages.QuerySelector(".figur-lasning")!.TextContent);
        Assert.Contains("Folkbokföringen, påhittat uttag", ages.QuerySelector(".figur-kalla")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Webb med kod|60|80", "Papper|15|20"], Rows(page, "section[aria-labelledby=d4] caption"));
    }

    [Fact]
    public async Task Days_are_bars_with_what_was_sent_over_them_and_a_table()
    {
        var id = await AnsweredAsync("dagar");
        await web.ExecuteAsync($"UPDATE consultation SET answers_open_at = now() - interval '5 days' WHERE id = {id}");
        await web.ExecuteAsync($"UPDATE participation SET day = day - 3 WHERE consultation_id = {id}");
        await web.ExecuteAsync($"UPDATE send SET started_at = now() - interval '3 days' WHERE dialogue_id = {id}");
        using var officer = await web.StaffAsync(Role.Officer);

        var figure = (await officer.PageAsync("/arbetsyta/radslag/dagar/deltagande")).QuerySelector("figure#d-dag")!;

        Assert.Equal(5, figure.QuerySelectorAll("svg.bred rect").Length);
        Assert.Contains("påminnelse 1", figure.QuerySelector("svg.bred desc")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["0|öppnar", "0|", "75|påminnelse 1", "0|", "0|"], Rows(figure, "caption").Select(r => r[(r.IndexOf('|', StringComparison.Ordinal) + 1)..]));
    }

    [Fact]
    public async Task With_few_answers_there_are_counts_alone()
    {
        var (id, people) = await DialogueAsync("fataliga");
        await AnswerAsync(id, people.Take(29));
        await ReleaseAsync();
        using var officer = await web.StaffAsync(Role.Officer);

        var page = await officer.PageAsync("/arbetsyta/radslag/fataliga/deltagande");

        Assert.Equal("Deltagande", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Med färre än 30 svar visas bara antal", page.QuerySelector(".notis")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("figure, main table"));
        Assert.Contains("29", page.QuerySelectorAll("dl.talrad dd").Select(d => d.TextContent));
    }

    [Fact]
    public async Task A_survey_has_the_same_page_and_it_is_found_from_the_workspace()
    {
        await using (var scope = web.Services.CreateAsyncScope())
        {
            await new TestData(scope.ServiceProvider).SurveyAsync(slug: "delta");
        }

        using var officer = await web.StaffAsync(Role.Officer);
        var survey = await officer.PageAsync("/arbetsyta/enkater/delta");
        var link = survey.QuerySelector("main a[href$='/deltagande']")!.GetAttribute("href")!;
        var page = await officer.PageAsync(link);
        var english = await officer.PageAsync($"/en{link}");

        Assert.Equal("/arbetsyta/enkater/delta/deltagande", link);
        Assert.Equal("Deltagande", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("0", page.QuerySelector("dl.talrad dd")!.TextContent);
        Assert.Equal("Participation", english.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("/arbetsyta/radslag/finns-inte/deltagande")]
    [InlineData("/arbetsyta/annat/vilka/deltagande")]
    public async Task What_is_not_there_is_not_found(string url)
    {
        using var officer = await web.StaffAsync(Role.Officer);

        using var response = await officer.GetAsync(url);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task The_page_needs_the_same_few_statements_however_many_have_answered()
    {
        var id = await AnsweredAsync("fragor");
        using var officer = await web.StaffAsync(Role.Officer);
        using var counter = new StatementCounter();
        const string Url = "/arbetsyta/radslag/fragor/deltagande";
        await officer.PageAsync(Url);
        var before = (await counter.OfAsync(() => officer.PageAsync(Url))).Count;
        await AnswerAsync(id, Enumerable.Range(0, 40).Select(_ => Domain.Common.RandomId.New()));

        var after = (await counter.OfAsync(() => officer.PageAsync(Url))).Count;

        Assert.InRange(before, 1, 6);
        Assert.Equal(before, after);
    }

    /// <summary>75 of 300 have answered: 30, 30 and 15 of each hundred.</summary>
    private async Task<Guid> AnsweredAsync(string slug)
    {
        var (id, people) = await DialogueAsync(slug);
        await AnswerAsync(id, people.Take(30).Concat(people.Skip(100).Take(30)));
        await AnswerAsync(id, people.Skip(200).Take(15), AnswerDoor.Paper);
        await AnswerAsync(id, people.Take(9));
        await ReleaseAsync();
        await using var scope = web.Services.CreateAsyncScope();
        var data = new TestData(scope.ServiceProvider);
        var consultation = await web.ReadAsync(db => Task.FromResult(db.Set<Domain.Consultations.Consultation>().Single(c => c.Id == id)));
        await data.RunningAsync(consultation, SendKind.FirstReminder);
        return id;
    }

    private async Task<(Guid Id, IReadOnlyList<Guid> People)> DialogueAsync(string slug)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var data = new TestData(scope.ServiceProvider);
        var consultation = await data.ConsultationAsync(slug: slug);
        return (consultation.Id, await data.PeopleAsync(consultation.Id, ("16–24", "Centrum", 100), ("25–44", "Centrum", 100), ("80+", "Byarna", 100)));
    }

    private async Task AnswerAsync(Guid id, IEnumerable<Guid> people, AnswerDoor door = AnswerDoor.LetterCode)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var data = new TestData(scope.ServiceProvider);
        foreach (var person in people)
        {
            await data.AnswerAsync(id, person, door);
        }
    }

    private async Task ReleaseAsync()
    {
        await using var scope = web.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ReleaseParticipationHandler>().HandleAsync(new ReleaseParticipationCommand(), TestContext.Current.CancellationToken);
    }

    /// <summary>The body of the table whose caption is found, cells with a line between.</summary>
    private static List<string> Rows(IParentNode within, string caption) =>
        [.. within.QuerySelector(caption)!.Closest("table")!.QuerySelectorAll("tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent)))];
}
