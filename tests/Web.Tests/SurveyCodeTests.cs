using System.Net;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Web.Tests;

public class SurveyCodeTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task A_code_opens_the_survey_finds_what_was_begun_elsewhere_and_gives_one_answer_with_its_groups()
    {
        var (survey, code) = await SurveyAsync("koden");
        using var phone = web.Anonymous();
        using var library = web.Anonymous();

        var closed = await phone.PageAsync(survey);
        Assert.Equal(survey, await EnterAsync(phone, code));
        var first = new Respondent(phone, survey);
        await first.AnswerAllAsync(await first.BeginAsync(), Answers, pages: 2);
        await EnterAsync(library, code);
        var other = new Respondent(library, survey);
        var resumed = await other.BeginAsync();
        var (_, receipt) = await other.SendAsync(await other.AnswerAllAsync(resumed, Answers));

        Assert.NotNull(closed.QuerySelector("a.knapp[href$='/svara']"));
        Assert.Equal(survey + "/fraga/3", resumed);
        Assert.NotNull(receipt.QuerySelector(".kvitto-kod"));
        Assert.Equal(1, await web.CountAsync($"""
            SELECT count(*)::int AS "Value" FROM ballot b JOIN survey s ON s.id = b.consultation_id
            WHERE s.slug = 'koden' AND b.door = 2 AND b.about ->> 'age' = '16–24' AND b.about ->> 'unit' = 'norr' AND b.about -> 'area' IS NULL
            """));

        // The same code again: the answer is there and may be changed, not given twice.
        var again = await phone.PageAsync(survey);
        Assert.NotEmpty(again.QuerySelectorAll("form[action*='handler=Change']"));
    }

    [Fact]
    public async Task A_code_that_is_revoked_while_somebody_answers_sends_nothing_and_loses_nothing()
    {
        var (survey, code) = await SurveyAsync("aterkallad");
        using var visitor = web.Anonymous();
        await EnterAsync(visitor, code);
        var respondent = new Respondent(visitor, survey);
        var check = await respondent.AnswerAllAsync(await respondent.BeginAsync(), Answers);

        var shown = await visitor.PageAsync(check);
        string Value(string name) => shown.QuerySelector($"main input[name={name}]")!.GetAttribute("value")!;
        await web.ExecuteAsync($"UPDATE frame_person SET state = 1 WHERE selector = {code[..4]}");
        using var sent = await visitor.PostAsync("/svara", check, ("svar", Value("svar")), ("nyckel", Value("nyckel")));
        var page = await Visitor.ParseAsync(sent);

        Assert.Equal(HttpStatusCode.Forbidden, sent.StatusCode);
        Assert.Contains("Mycket", page.QuerySelector(".sammanfattning")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Koden som du kom in med gäller inte längre", page.QuerySelector(".ingress")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/svara']"));
        Assert.Equal(0, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM ballot b JOIN survey s ON s.id = b.consultation_id WHERE s.slug = 'aterkallad'"));
    }

    [Fact]
    public async Task Without_a_code_nothing_is_sent_to_a_survey_by_code()
    {
        var (survey, _) = await SurveyAsync("utankod");
        using var visitor = web.Anonymous();

        var start = await visitor.PageAsync(survey);
        var respondent = new Respondent(visitor, survey);
        await respondent.AnswerAsync(survey + "/fraga/1", Answers(1));
        var check = await visitor.PageAsync(survey + "/kontrollera");
        using var sent = await visitor.PostAsync(
            survey + "/kontrollera", null, ("svar", check.QuerySelector("input[name=svar]")!.GetAttribute("value")!), ("nyckel", check.QuerySelector("input[name=nyckel]")!.GetAttribute("value")!));

        Assert.Empty(start.QuerySelectorAll("main form:not([action])"));
        Assert.StartsWith("/svara?till=", sent.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private static Answer Answers(int number) => number switch
    {
        1 => new Answer(["3"], ""),
        2 => new Answer(["ja"], ""),
        3 => new Answer(["nej"], ""),
        4 => new Answer([], "7"),
        5 => new Answer(["b", "a"], ""),
        _ => new Answer([], "Tack"),
    };

    private static async Task<string> EnterAsync(Visitor visitor, string code)
    {
        using var sent = await visitor.PostAsync("/svara", null, ("kod", code));
        return sent.Headers.Location?.ToString() ?? $"{(int)sent.StatusCode}";
    }

    private async Task<(string Address, string Code)> SurveyAsync(string slug)
    {
        await using var scope = web.Services.CreateAsyncScope();
        BreakdownVariable Declared(string key, params string[] groups) =>
            new(key, key, BreakdownSource.Background, [.. groups.Select(g => new BreakdownCategory(g, g))], Ordered: false);
        var (_, _, code) = await new TestData(scope.ServiceProvider).SurveyByCodeAsync(slug, breakdowns: [Declared("age", "16–24", "25–44"), Declared("unit", "norr", "soder")]);
        return ($"/enkater/{slug}", code.Shown);
    }
}
