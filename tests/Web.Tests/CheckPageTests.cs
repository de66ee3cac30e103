using System.Net;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>The page before sending, where answers are changed and something may be missing.</summary>
public class CheckPageTests(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Survey = "/enkater/hemtjanst";

    [Fact]
    public async Task A_change_that_opens_a_question_leads_to_it_and_what_is_missing_is_named()
    {
        await using var scope = web.Services.CreateAsyncScope();
        await new TestData(scope.ServiceProvider).SurveyAsync(minimum: AssuranceLevel.None, questions: [Asked("sagt", "Har du sagt till?"), Asked("svar", "Fick du svar?") with { ShowIf = new ChoiceIs("sagt", ["ja"]) }, Asked("igen", "Gör du det igen?")]);
        using var visitor = web.Anonymous();
        var respondent = new Respondent(visitor, Survey);
        var check = await respondent.AnswerAllAsync(await respondent.BeginAsync(), _ => new Answer(["nej"], ""));

        var rows = (await visitor.PageAsync(check)).QuerySelectorAll(".sammanfattning dt").Select(d => d.TextContent).ToList();
        using var changed = await visitor.PostAsync(Survey + "/fraga/1?tillbaka=kontrollera", null, ("tillbaka", "kontrollera"), ("val", "ja"));
        var (status, page) = await respondent.SendAsync(check);
        var link = page.QuerySelector(".felruta a")!;
        var there = page.QuerySelector(link.GetAttribute("href")!)!.GetAttribute("href")!;
        using var answered = await visitor.PostAsync(there, null, ("tillbaka", "kontrollera"), ("val", "ja"));
        var (_, receipt) = await respondent.SendAsync(check);

        Assert.Equal(["Har du sagt till?", "Gör du det igen?"], rows);
        Assert.Equal(Survey + "/fraga/2?tillbaka=kontrollera", changed.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Fick du svar?", link.TextContent, StringComparison.Ordinal);
        Assert.Equal(Survey + "/fraga/2?tillbaka=kontrollera", there);
        Assert.Equal(check, answered.Headers.Location!.ToString());
        Assert.NotNull(receipt.QuerySelector(".kvitto-kod"));
    }

    /// <summary>As a survey that was brought in has them: many questions in one section.</summary>
    private static Question Asked(string key, string text) => new()
    {
        Key = key, Kind = QuestionKind.YesNo, Section = "Om kontakten", Text = text, Required = true, Headline = key == "sagt", Choices = [new("ja", "Ja"), new("nej", "Nej")],
    };
}
