using System.Net;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>What surveys are compared with over time and between units, as officers put it in.</summary>
public class SurveySeriesTests(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Units = "/arbetsyta/enkater/enheter";
    private const string Programmes = "/arbetsyta/enkater/program";

    [Fact]
    public async Task A_unit_is_added_changed_and_commented_by_its_provider()
    {
        using var officer = await web.StaffAsync(Role.Officer);
        await using (var scope = web.Services.CreateAsyncScope())
        {
            await new TestData(scope.ServiceProvider).SurveyAsync(slug: "enheterna");
        }

        using var empty = await officer.PostAsync(Units, null, ("Input.Service", "Hemtjänst"), ("Input.Name", " "), ("Input.RunBy", "Municipal"));
        using var added = await officer.PostAsync(Units, null, ("Input.Service", "Hemtjänst"), ("Input.Name", "Åsens hemtjänst"), ("Input.RunBy", "Independent"));
        using var again = await officer.PostAsync(Units, null, ("Input.Service", "Hemtjänst"), ("Input.Name", "Åsens hemtjänst"), ("Input.RunBy", "Municipal"));
        var form = await officer.PageAsync(Units + "?andra=asens-hemtjanst");
        using var changed = await officer.PostAsync(
            Units, null, ("Changed", "asens-hemtjanst"), ("Input.Service", "Hemtjänst"), ("Input.Name", "Åsens hemtjänst AB"), ("Input.RunBy", "Independent"), ("Input.Contact", "0980-1"));
        const string comments = "/arbetsyta/enkater/enheterna/kommentarer";
        using var tooLong = await officer.PostAsync(comments, null, ("unit", "asens-hemtjanst"), ("text", new string('å', 601)));
        using var said = await officer.PostAsync(comments, null, ("unit", "asens-hemtjanst"), ("text", "Vi har bytt system."));
        var shown = await officer.PageAsync(comments);
        using var unsaid = await officer.PostAsync(comments, null, ("unit", "asens-hemtjanst"), ("text", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Equal(HttpStatusCode.Found, added.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Equal("Åsens hemtjänst", form.QuerySelector("input[name='Input.Name']")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Found, changed.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.StatusCode);
        Assert.Equal(601, (await Visitor.ParseAsync(tooLong)).QuerySelector("textarea")!.TextContent.Length);
        Assert.Equal("Vi har bytt system.", shown.QuerySelector("textarea")!.TextContent);
        Assert.Equal(0, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM unit_comment"));
        var unit = await web.ReadAsync(db => db.Set<ServiceUnit>().AsNoTracking().SingleAsync());
        Assert.Equal(("Åsens hemtjänst AB", UnitForm.Independent, "0980-1"), (unit.Name, unit.Form, unit.Contact));
    }

    [Fact]
    public async Task A_programme_gets_figures_from_before_and_a_wrong_line_is_named_and_kept()
    {
        using var officer = await web.StaffAsync(Role.Officer);
        using var created = await officer.PostAsync(Programmes, null, ("Name", "Brukarundersökning"));
        using var twice = await officer.PostAsync(Programmes, null, ("Name", "Brukarundersökning"));
        const string page = Programmes + "/brukarundersokning";
        const string good = "trygg; 2024; 81,5; 352; alla; Är du trygg?; Enkät 2024;\ntrygg; 2024; 77; 1200; öppen; Är du trygg?; Grannens enkät; Grannköping";

        using var wrong = await officer.PostAsync(page, null, ("Figures", good + "\ntrygg; 2022; 101; 5; alla; Är du trygg?; Enkät 2022;"));
        using var unreadable = await officer.PostAsync(page, null, ("Figures", good + "\ntrygg; 2022"));
        using var saved = await officer.PostAsync(page, null, ("Figures", good));
        var shown = await officer.PageAsync(page);

        Assert.Equal(page, created.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        foreach (var refused in new[] { wrong, unreadable })
        {
            var said = await Visitor.ParseAsync(refused);
            Assert.Contains("Rad 3", Assert.Single(said.QuerySelectorAll(".felruta li")).TextContent, StringComparison.Ordinal);
            Assert.StartsWith(good, said.QuerySelector("textarea")!.TextContent.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Found, saved.StatusCode);
        Assert.Equal(good, shown.QuerySelector("textarea")!.TextContent.ReplaceLineEndings("\n"));
        var figures = await web.ReadAsync(db => db.Set<HistoricFigure>().AsNoTracking().OrderBy(f => f.Place).ToListAsync());
        Assert.Equal([("", 0.815, SampleDesign.TotalSurvey), ("Grannköping", 0.77, SampleDesign.Open)], figures.Select(f => (f.Place, f.Share, f.Design)));
    }

    [Fact]
    public async Task What_was_written_is_read_by_officers_when_the_result_is_public_and_enough_wrote()
    {
        await using var scope = web.Services.CreateAsyncScope();
        var survey = await new TestData(scope.ServiceProvider).SurveyAsync(slug: "orden", minimum: AssuranceLevel.None);
        for (var i = 0; i < 12; i++)
        {
            using var visitor = web.Anonymous();
            var respondent = new Respondent(visitor, "/enkater/orden");
            await respondent.SendAsync(await respondent.AnswerAllAsync(
                await respondent.BeginAsync(), n => n switch { 1 => new(["3"], ""), 2 => new(["nej"], ""), 6 => new([], $"Ord nummer {i}"), _ => Domain.Ballots.Answer.Empty }));
        }

        using var officer = await web.StaffAsync(Role.Officer);
        using var before = await officer.GetAsync("/arbetsyta/enkater/orden/ordsvar");
        await web.ExecuteAsync($"UPDATE survey SET closes_at = clock_timestamp() - interval '1 minute', results_at = clock_timestamp() - interval '1 minute' WHERE id = {survey.Id}");
        await web.Services.GetRequiredService<Application.Ballots.IBallotBox>().SealAsync(survey.Id, TestContext.Current.CancellationToken);
        var page = await officer.PageAsync("/arbetsyta/enkater/orden/ordsvar");

        Assert.DoesNotContain("Ord nummer", await before.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(12, page.QuerySelectorAll(".ordsvar li").Length);
    }
}
