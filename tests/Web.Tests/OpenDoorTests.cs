using System.Net;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>An installation where a network may send five answers without proof in an hour, the first three unmarked.</summary>
public sealed class OpenDoorFixture : WebFixture
{
    protected override IReadOnlyList<string> Settings => ["--Roles=web", "--OpenAnswers:UnmarkedPerNetworkAndHour=3", "--OpenAnswers:MostPerNetworkAndHour=5"];
}

/// <summary>A survey that asks for no proof is answered by programs too (trust T25): they are told apart, and held back at last.</summary>
public class OpenDoorTests(OpenDoorFixture web) : IClassFixture<OpenDoorFixture>
{
    [Fact]
    public async Task What_looks_like_a_program_is_counted_apart_and_what_is_too_much_is_refused_with_everything_kept()
    {
        await using (var scope = web.Services.CreateAsyncScope())
        {
            await new TestData(scope.ServiceProvider).SurveyAsync(slug: "oppen", minimum: AssuranceLevel.None);
        }

        // A field that nobody sees has been filled in.
        Assert.Equal(HttpStatusCode.Found, await SendAsync("http://exempel.example"));
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(HttpStatusCode.Found, await SendAsync(""));
        }

        using var visitor = web.Anonymous();
        var check = await AnswerAsync(visitor);
        var form = await visitor.PageAsync(check);
        using var refused = await visitor.PostAsync(check, null, ("svar", Field(form, "svar")), ("nyckel", Field(form, "nyckel")));
        var said = await Visitor.ParseAsync(refused);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal(Field(form, "svar"), Field(said, "svar"));
        Assert.Contains("Vänta en stund", Assert.Single(said.QuerySelectorAll(".felruta li")).TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await CountAsync(AnswerDoor.Open));
        Assert.Equal(3, await CountAsync(AnswerDoor.Suspect));

        async Task<HttpStatusCode> SendAsync(string trap)
        {
            using var one = web.Anonymous();
            var path = await AnswerAsync(one);
            var page = await one.PageAsync(path);
            using var sent = await one.PostAsync(path, null, ("svar", Field(page, "svar")), ("nyckel", Field(page, "nyckel")), ("hemsida", trap));
            return sent.StatusCode;
        }
    }

    private static async Task<string> AnswerAsync(Visitor visitor)
    {
        var respondent = new Respondent(visitor, "/enkater/oppen");
        return await respondent.AnswerAllAsync(await respondent.BeginAsync(), n => n switch { 1 => new(["3"], ""), 2 => new(["nej"], ""), _ => Answer.Empty });
    }

    private static string Field(AngleSharp.Dom.IDocument page, string name) => page.QuerySelector($"main input[name={name}]")!.GetAttribute("value")!;

    private Task<int> CountAsync(AnswerDoor door) => web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM ballot WHERE door = {(int)door}");
}
