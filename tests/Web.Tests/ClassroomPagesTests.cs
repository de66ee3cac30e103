using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>A class answers by forms alone, and by what its script would send.</summary>
public class ClassroomPagesTests(WebFixture web) : IClassFixture<WebFixture>
{
    /// <summary>Its check symbol is wrong.</summary>
    private const string BadCode = "7K4P-92MZ";

    [Fact]
    public async Task A_lesson_from_the_plan_to_the_absent_without_script()
    {
        await SurveyAsync("lektion");
        using var officer = await web.StaffAsync(Role.Officer);
        var (lesson, teacher) = await PlanAsync(officer, "lektion", "Alva E\nBo K\nCaj L");
        using var _ = teacher;
        var code = await OpenAsync(teacher);
        using var ticked = await teacher.PostAsync("/lektion", "/lektion?handler=Tick", ("har", "0"), ("har", "2"));
        using var pupil = web.Anonymous();

        var questions = await EnterAsync(pupil, code);
        var first = (await pupil.PageAsync(questions)).QuerySelector("#klass-borja")!.GetAttribute("href")!;
        var receipt = await AnswerByFormsAsync(pupil, "lektion");
        using var closed = await teacher.PostAsync("/lektion", "/lektion?handler=Close");
        var board = await teacher.PageAsync("/lektion");
        var shown = await officer.PageAsync(lesson);
        using var again = await officer.PostAsync(lesson, $"{lesson}?handler=Again", ("Input.Day", $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}"));
        var second = await officer.PageAsync(again.Headers.Location!.ToString());

        Assert.Equal("/enkater/lektion/fraga/1", first);
        Assert.Equal(1, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM ballot WHERE receipt = {receipt} AND door = 9"));
        Assert.Equal(1, await web.CountAsync($"SELECT (counts ->> (SELECT id::text || '.sent' FROM class_lesson WHERE id = {Guid.Parse(lesson[^36..])}))::int AS \"Value\" FROM class_tally WHERE survey_id = (SELECT id FROM survey WHERE slug = 'lektion')"));
        Assert.Contains("Färre än 5 svar", board.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 elev är inte här", board.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Bo K", shown.QuerySelector("#lista ~ ul li")!.TextContent);
        Assert.Equal(["Bo K"], second.QuerySelectorAll("#lista ~ ul li").Select(l => l.TextContent));
        Assert.Equal(2, (await officer.PageAsync(lesson)).QuerySelectorAll("#lista ~ details li").Length);
    }

    [Fact]
    public async Task What_the_device_sends_again_gives_the_same_receipt_and_needs_no_cookie()
    {
        await SurveyAsync("synk");
        using var officer = await web.StaffAsync(Role.Officer);
        var (_, teacher) = await PlanAsync(officer, "synk", "Alva E\nBo K");
        using var __ = teacher;
        using var pupil = web.Anonymous();
        var questions = await EnterAsync(pupil, await OpenAsync(teacher));
        var page = await pupil.PageAsync(questions);
        var ticket = page.QuerySelector("#klass")!.GetAttribute("data-biljett")!;
        using var another = web.Anonymous();

        var first = await SendAsync(another, ticket, """{"nojd":["2"],"sagt":["nej"],"svar":["ja"]}""");
        var again = await SendAsync(another, ticket, """{"nojd":["2"],"sagt":["nej"],"svar":["ja"]}""");
        var changed = await SendAsync(another, ticket, """{"nojd":["1"]}""");
        var made = await SendAsync(another, "påhittad", """{"nojd":["1"]}""");
        var wrong = await SendAsync(another, ticket, """{"nojd":["fel"]}""");
        using var back = await pupil.GetAsync(questions);

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal(first, again);
        Assert.Equal(HttpStatusCode.Conflict, changed.Status);
        Assert.Equal(HttpStatusCode.Conflict, made.Status);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "nojd"), (wrong.Status, wrong.Told));
        Assert.Equal(1, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM ballot b JOIN survey s ON s.id = b.consultation_id WHERE s.slug = 'synk' AND NOT body ? 'svar'"));
        Assert.Equal("/klass", back.Headers.Location!.ToString());
        Assert.False(another.HasCookie("svarskort"));
    }

    [Fact]
    public async Task Every_question_is_on_the_page_once_with_its_logic()
    {
        await SurveyAsync("fragor");
        using var officer = await web.StaffAsync(Role.Officer);
        var (_, teacher) = await PlanAsync(officer, "fragor", "Alva E");
        using var __ = teacher;
        using var pupil = web.Anonymous();

        var page = await pupil.PageAsync(await EnterAsync(pupil, await OpenAsync(teacher)));
        var questions = JsonSerializer.Deserialize<JsonElement>(page.QuerySelector("#klass")!.GetAttribute("data-fragor")!);

        Assert.Equal(6, page.QuerySelectorAll("template[data-nr]").Length);
        Assert.Equal(["nojd", "sagt", "svar", "antal", "ordning", "mer"], questions.EnumerateArray().Select(q => q.GetProperty("key").GetString()));
        Assert.Equal("""{"if":"choice","question":"sagt","choices":["ja"]}""", questions[2].GetProperty("if").GetRawText());
        Assert.False(questions[0].TryGetProperty("if", out _));
    }

    [Fact]
    public async Task Whoever_takes_over_the_device_meets_nothing_of_the_one_before()
    {
        await SurveyAsync("delad");
        using var officer = await web.StaffAsync(Role.Officer);
        var (_, teacher) = await PlanAsync(officer, "delad", "Alva E\nBo K");
        using var __ = teacher;
        var code = await OpenAsync(teacher);
        using var device = web.Anonymous();
        await EnterAsync(device, code);
        var first = await AnswerByFormsAsync(device, "delad");

        await EnterAsync(device, code);
        using var sent = await device.GetAsync("/enkater/delad/klart");
        using var check = await device.GetAsync("/enkater/delad/kontrollera");
        var second = await AnswerByFormsAsync(device, "delad");
        using var full = await device.PostAsync("/klass", null, ("kod", code));

        Assert.NotEqual(HttpStatusCode.OK, sent.StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, check.StatusCode);
        Assert.NotEqual(first, second);
        Assert.Equal(2, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM ballot b JOIN survey s ON s.id = b.consultation_id WHERE s.slug = 'delad'"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, full.StatusCode);
    }

    [Fact]
    public async Task A_wrong_code_keeps_what_was_typed_and_a_wrong_link_opens_nothing()
    {
        using var visitor = web.Anonymous();

        using var wrong = await visitor.PostAsync("/klass", null, ("kod", BadCode));
        using var link = await visitor.PostAsync("/lektion/0123456789abcdef0123456789abcdef", null);
        var none = await visitor.PageAsync("/lektion");
        var said = await Visitor.ParseAsync(wrong);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(BadCode, said.QuerySelector("#kod")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, link.StatusCode);
        Assert.Contains("Ingen lektion", none.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_worker_may_serve_the_pages_of_a_class_and_the_sheet_shows_the_code()
    {
        await SurveyAsync("blad");
        using var officer = await web.StaffAsync(Role.Officer);
        var (lesson, teacher) = await PlanAsync(officer, "blad", "Alva E");
        using var __ = teacher;

        using var worker = await officer.GetAsync("/dist/klassvakt.js");
        var sheet = await officer.PageAsync(lesson + "/blad");
        var board = await teacher.PageAsync("/lektion");

        Assert.Equal("/", Assert.Single(worker.Headers.GetValues("Service-Worker-Allowed")));
        Assert.Equal(board.QuerySelector(".klasskod")!.TextContent, sheet.QuerySelector(".klasskod")!.TextContent);
        Assert.NotEmpty(sheet.QuerySelector(".klassqr path")!.GetAttribute("d")!);
    }

    private async Task SurveyAsync(string slug)
    {
        await using var scope = web.Services.CreateAsyncScope();
        await new TestData(scope.ServiceProvider).SurveyAsync(slug: slug);
    }

    private async Task<(string Lesson, Visitor Teacher)> PlanAsync(Visitor officer, string slug, string list)
    {
        var home = $"/arbetsyta/enkater/{slug}/klassrum";
        using var planned = await officer.PostAsync(home, null, ("Input.Name", "7A"), ("Input.Day", $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}"), ("Input.List", list));
        var lesson = planned.Headers.Location!.ToString();
        using var made = await officer.PostAsync(lesson, $"{lesson}?handler=Link");
        var link = new Uri((await Visitor.ParseAsync(made)).QuerySelector(".radbrytning")!.TextContent).PathAndQuery;
        var teacher = web.Anonymous();
        using var swapped = await teacher.PostAsync(link, null);
        Assert.Equal("/lektion", swapped.Headers.Location!.ToString());
        return (lesson, teacher);
    }

    private static async Task<string> OpenAsync(Visitor teacher)
    {
        using var opened = await teacher.PostAsync("/lektion", "/lektion?handler=Open");
        return (await teacher.PageAsync("/lektion")).QuerySelector(".klasskod")!.TextContent;
    }

    private static async Task<string> EnterAsync(Visitor pupil, string code)
    {
        using var entered = await pupil.PostAsync("/klass", null, ("kod", code.ToLowerInvariant()));
        return entered.Headers.Location!.ToString();
    }

    /// <summary>The ordinary flow; the receipt.</summary>
    private static async Task<string> AnswerByFormsAsync(Visitor pupil, string slug)
    {
        var respondent = new Respondent(pupil, $"/enkater/{slug}");
        var check = await respondent.AnswerAllAsync(await respondent.BeginAsync(), n => n switch { 1 => new(["3"], ""), 2 => new(["nej"], ""), _ => Answer.Empty });
        var page = await pupil.PageAsync(check);
        using var sent = await pupil.PostAsync(check, null, ("svar", Field(page, "svar")), ("nyckel", Field(page, "nyckel")));
        return (await pupil.PageAsync(sent.Headers.Location!.ToString())).QuerySelector(".kodgrupper")!.TextContent;
    }

    private static string Field(IDocument page, string name) => page.QuerySelector($"input[name={name}]")!.GetAttribute("value")!;

    /// <summary>As the script sends it; the receipt, or what it is told.</summary>
    private static async Task<(HttpStatusCode Status, string Told)> SendAsync(Visitor visitor, string ticket, string sheet)
    {
        using var content = JsonContent.Create(new { biljett = ticket, svar = sheet });
        await content.LoadIntoBufferAsync();
        using var response = await visitor.Http.PostAsync(new Uri("/klass/skicka", UriKind.Relative), content);
        var told = JsonSerializer.Deserialize<Dictionary<string, string>>(await response.Content.ReadAsStringAsync())!;
        return (response.StatusCode, told.GetValueOrDefault("kvitto") ?? told.GetValueOrDefault("fraga") ?? "");
    }
}
