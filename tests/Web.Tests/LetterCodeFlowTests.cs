using System.Net;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Medborgardialog.Web.Security;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>Whoever answers with a code from a letter: pauses, long breaks and computers that others use too.</summary>
public class LetterCodeFlowTests(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Done = "Jag är klar på den här datorn";

    [Fact]
    public async Task Who_answers_after_the_pass_has_run_out_types_the_code_again_and_finds_everything()
    {
        var (survey, code) = await SurveyAsync("lang-paus");
        using var visitor = web.Anonymous();
        await EnterAsync(visitor, "/svara", code);
        var respondent = new Respondent(visitor, survey);
        var third = await respondent.AnswerAllAsync(await respondent.BeginAsync(), Answers, pages: 2);

        visitor.Forget(AnswerPasses.Cookie);
        using var looked = await visitor.GetAsync(third);
        using var third1 = await visitor.PostAsync("/svara", third, ("val", "nej"));
        using var fourth = await visitor.PostAsync("/svara", survey + "/fraga/4", ("text", "7"));
        using var first = await visitor.PostAsync("/svara", survey + "/fraga/1", ("val", "2"), ("tillbaka", "kontrollera"));
        var changed = first.Headers.Location!.ToString();
        var asked = await visitor.PageAsync(third1.Headers.Location!.ToString());
        var back = await EnterAsync(visitor, third1.Headers.Location!.ToString(), code);
        var check = await visitor.PageAsync(survey + "/kontrollera");

        Assert.All([looked.Headers.Location!.ToString(), third1.Headers.Location!.ToString()], l => Assert.Equal("/svara?till=" + Uri.EscapeDataString(third), l));
        Assert.StartsWith("/svara?till=", changed, StringComparison.Ordinal);
        Assert.Contains("är kvar", asked.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(third, back);
        Assert.Equal(["Sådär", "Ja", "Nej", "7", "Inte besvarad", "Inte besvarad"], check.QuerySelectorAll(".sammanfattning dd:not(.andra)").Select(d => d.TextContent.Trim()));
    }

    [Fact]
    public async Task When_the_code_is_exchanged_whoever_holds_the_old_pass_reads_nothing_and_the_owner_goes_on()
    {
        await using var scope = web.Services.CreateAsyncScope();
        var (_, person, code) = await new TestData(scope.ServiceProvider).SurveyByCodeAsync("utbytt");
        const string survey = "/enkater/utbytt";
        using var thief = web.Anonymous();
        using var owner = web.Anonymous();
        await EnterAsync(thief, "/svara", code.Shown);
        await EnterAsync(owner, "/svara", code.Shown);
        var respondent = new Respondent(owner, survey);
        await respondent.SendAsync(await respondent.AnswerAllAsync(await respondent.BeginAsync(), Answers));
        using var officer = await web.StaffAsync(Role.Officer);
        using var reissued = await officer.PostAsync("/arbetsyta/enkater/utbytt/urval/kod", "/arbetsyta/enkater/utbytt/urval/kod?handler=Reissue", ("Selector", code.Selector), ("Reason", "brevet kom bort"));
        Assert.Equal(1, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM frame_person WHERE id = {person.Id} AND selector <> {code.Selector}"));

        var start = await thief.PageAsync(survey);
        using var change = await thief.PostAsync("/svara", survey + "?handler=Change");
        using var check = await thief.GetAsync(survey + "/kontrollera");
        using var question = await owner.GetAsync(survey + "/klart");

        Assert.Empty(start.QuerySelectorAll("form[action*='handler=Change']"));
        Assert.Contains("gäller inte längre", start.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/svara", change.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, check.StatusCode);
        Assert.Equal(HttpStatusCode.Found, question.StatusCode);
    }

    [Fact]
    public async Task What_was_filled_in_while_the_code_was_away_waits_for_its_owner_alone()
    {
        var (survey, code) = await SurveyAsync("tva-koder");
        var (other, _) = await SurveyAsync("annan-enkat");
        using var visitor = web.Anonymous();
        await EnterAsync(visitor, "/svara", code);
        var respondent = new Respondent(visitor, survey);
        var check = await respondent.AnswerAllAsync(await respondent.BeginAsync(), Answers);
        var page = await visitor.PageAsync(check);
        string Value(string name) => page.QuerySelector($"main input[name={name}]")!.GetAttribute("value")!;
        visitor.Forget(AnswerPasses.Cookie);

        using var sent = await visitor.PostAsync("/svara", check, ("svar", Value("svar")), ("nyckel", Value("nyckel")));
        var back = await EnterAsync(visitor, sent.Headers.Location!.ToString(), code);
        var elsewhere = await EnterAsync(visitor, "/svara?till=" + Uri.EscapeDataString(other + "/fraga/1"), code);
        var (_, receipt) = await respondent.SendAsync(back);

        Assert.Equal((check, survey), (back, elsewhere));
        Assert.NotNull(receipt.QuerySelector(".kvitto-kod"));
    }

    [Fact]
    public async Task A_letter_finds_what_is_begun_on_another_device_also_after_answers_without_the_code()
    {
        var (survey, code) = await SurveyAsync("fore-koden");
        using var phone = web.Anonymous();
        using var library = web.Anonymous();
        await EnterAsync(phone, "/svara", code);
        var first = new Respondent(phone, survey);
        await first.AnswerAllAsync(await first.BeginAsync(), Answers, pages: 2);

        (await library.PostAsync("/svara", survey + "/fraga/1", ("val", "1"))).Dispose();
        (await library.PostAsync("/svara", survey + "/fraga/4", ("text", "9"))).Dispose();
        await EnterAsync(library, "/svara", code);
        var check = await library.PageAsync(survey + "/kontrollera");

        Assert.Equal(["Mycket", "Ja", "Inte besvarad", "9"], check.QuerySelectorAll(".sammanfattning dd:not(.andra)").Take(4).Select(d => d.TextContent.Trim()));
    }

    [Fact]
    public async Task The_next_person_at_a_shared_computer_finds_nothing_of_who_said_they_were_done()
    {
        var (survey, code) = await SurveyAsync("delad-kod");
        await using var scope = web.Services.CreateAsyncScope();
        await new TestData(scope.ServiceProvider).SurveyAsync(minimum: AssuranceLevel.None, slug: "delad-oppen");
        foreach (var (start, begin) in new[] { (survey, code), ("/enkater/delad-oppen", "") })
        {
            using var visitor = web.Anonymous();
            if (begin.Length > 0)
            {
                await EnterAsync(visitor, "/svara", begin);
            }

            var respondent = new Respondent(visitor, start);
            var (_, receipt) = await respondent.SendAsync(await respondent.AnswerAllAsync(await respondent.BeginAsync(), Answers));
            using var kept = await visitor.GetAsync(start + "/klart");
            using var left = await visitor.PressAsync(start + "/klart", Done);
            var next = await visitor.PageAsync(start);
            using var answers = await visitor.GetAsync(start + "/kontrollera");
            using var again = await visitor.GetAsync(start + "/klart");

            Assert.NotNull(receipt.QuerySelector(".kvitto-kod"));
            Assert.True(kept.Headers.CacheControl!.NoStore);
            Assert.Equal(start, left.Headers.Location!.ToString());
            Assert.Contains("har glömt dina svar", next.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
            Assert.Empty(next.QuerySelectorAll("form[action*='handler=Change']"));
            Assert.DoesNotContain("Fortsätt svara", next.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.All([answers, again], r => Assert.Equal(HttpStatusCode.Found, r.StatusCode));
        }
    }

    [Fact]
    public async Task Who_pauses_at_a_shared_computer_leaves_nothing_there_and_finds_it_by_the_code()
    {
        var (survey, code) = await SurveyAsync("delad-paus");
        using var visitor = web.Anonymous();
        await EnterAsync(visitor, "/svara", code);
        var respondent = new Respondent(visitor, survey);
        var third = await respondent.AnswerAllAsync(await respondent.BeginAsync(), Answers, pages: 2);

        using var left = await visitor.PressAsync(survey + "/spara", Done);
        var closed = await visitor.PageAsync(survey);
        await EnterAsync(visitor, "/svara", code);

        Assert.NotNull(closed.QuerySelector("main a.knapp[href='/svara']"));
        Assert.Equal(third, await respondent.BeginAsync());
    }

    [Fact]
    public async Task Only_who_has_begun_is_asked_to_go_on()
    {
        var (survey, code) = await SurveyAsync("forsta-gangen");
        using var visitor = web.Anonymous();
        await EnterAsync(visitor, "/svara", code);

        var first = await visitor.PageAsync(survey);
        var nothing = await visitor.PageAsync(survey + "/spara");
        var respondent = new Respondent(visitor, survey);
        await respondent.AnswerAllAsync(await respondent.BeginAsync(), Answers, pages: 1);
        var again = await visitor.PageAsync(survey);

        Assert.DoesNotContain("Fortsätt svara", first.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("sparade", nothing.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Fortsätt svara", again.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AssuranceLevel.Email)]
    [InlineData(AssuranceLevel.EId)]
    public async Task A_survey_that_asks_for_more_says_what_and_leads_there_and_back(AssuranceLevel level)
    {
        var slug = $"niva-{(int)level}";
        await using var scope = web.Services.CreateAsyncScope();
        await new TestData(scope.ServiceProvider).SurveyAsync(minimum: level, slug: slug);
        using var visitor = web.Anonymous();

        var start = await visitor.PageAsync("/enkater/" + slug);

        Assert.NotNull(start.QuerySelector($"main a[href='/logga-in?till=%2Fenkater%2F{slug}']"));
        Assert.DoesNotContain("koden", start.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_signed_in_by_mail_is_led_to_the_code_where_one_is_needed()
    {
        var (survey, code) = await SurveyAsync("inloggad");
        using var resident = await web.ResidentAsync();
        (await resident.PostAsync("/svara", survey + "/fraga/1", ("val", "3"))).Dispose();
        var check = await resident.PageAsync(survey + "/kontrollera");
        string Value(string name) => check.QuerySelector($"main input[name={name}]")!.GetAttribute("value")!;

        using var sent = await resident.PostAsync(survey + "/kontrollera", null, ("svar", Value("svar")), ("nyckel", Value("nyckel")));
        var back = await EnterAsync(resident, sent.Headers.Location!.ToString(), code);

        Assert.Equal(survey + "/kontrollera", back);
        Assert.Contains("Mycket", (await resident.PageAsync(back)).QuerySelector(".sammanfattning")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_came_with_a_code_is_not_asked_for_an_address()
    {
        await using var scope = web.Services.CreateAsyncScope();
        var data = new TestData(scope.ServiceProvider);
        var (_, code) = (await data.FrameAsync(await data.ConsultationAsync(slug: "med-kod"))).People[0];
        using var anyone = web.Anonymous();
        using var holder = web.Anonymous();
        await EnterAsync(holder, "/svara", code.Shown);

        var without = await anyone.PageAsync("/radslag/med-kod/svara");
        var with = await holder.PageAsync("/radslag/med-kod/svara");

        Assert.Contains("bekräftar din e-post", without.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("e-post", with.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
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

    private static async Task<string> EnterAsync(Visitor visitor, string page, string code)
    {
        using var sent = await visitor.PostAsync(page, null, ("kod", code));
        return sent.Headers.Location?.ToString() ?? $"{(int)sent.StatusCode}";
    }

    private async Task<(string Address, string Code)> SurveyAsync(string slug)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var (_, _, code) = await new TestData(scope.ServiceProvider).SurveyByCodeAsync(slug);
        return ($"/enkater/{slug}", code.Shown);
    }
}
