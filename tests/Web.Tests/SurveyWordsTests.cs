using AngleSharp.Dom;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Medborgardialog.Web.Pages.Shared;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>The pages that surveys share with rådslag never call a survey a rådslag.</summary>
public class SurveyWordsTests(WebFixture web) : IClassFixture<WebFixture>
{
    private readonly List<(string Where, string Text)> _read = [];

    [Theory]
    [InlineData("", "rådslag")]
    [InlineData("/en", "consultation")]
    public async Task Whoever_answers_reads_of_a_survey(string language, string never)
    {
        var slug = language.Length > 0 ? "words" : "orden";
        var (survey, code) = await SurveyAsync(slug);
        survey = language + survey;
        using var visitor = web.Anonymous();
        await ReadAsync(visitor, survey);
        using var entered = await visitor.PostAsync(language + "/svara", null, ("kod", code));
        var respondent = new Respondent(visitor, survey);
        await ReadAsync(visitor, survey);
        var page = await respondent.BeginAsync();
        while (page.Contains("/fraga/", StringComparison.Ordinal))
        {
            await ReadAsync(visitor, page);
            page = await respondent.AnswerAsync(page, Answers(page[^1] - '0'));
        }

        await ReadAsync(visitor, survey + "/spara");
        await ReadAsync(visitor, page);
        foreach (var state in new[] { 3, 9 })
        {
            await web.ExecuteAsync($"UPDATE survey SET state = {state} WHERE slug = {slug}");
            await ReadSentAsync(respondent, page);
        }

        await web.ExecuteAsync($"UPDATE survey SET state = 2, answers_open_at = now() + interval '1 hour' WHERE slug = {slug}");
        await ReadSentAsync(respondent, page);
        await web.ExecuteAsync($"UPDATE survey SET answers_open_at = now() - interval '2 hours', closes_at = now() - interval '1 hour' WHERE slug = {slug}");
        await ReadSentAsync(respondent, page);
        await web.ExecuteAsync($"UPDATE survey SET closes_at = now() + interval '1 hour' WHERE slug = {slug}");
        var (_, receipt) = await respondent.SendAsync(page);
        _read.Add(("klart", Words(receipt)));
        await ReadAsync(visitor, survey);
        using var changing = await visitor.PostAsync(survey, survey + "?handler=Change");
        await ReadSentAsync(respondent, page);

        Assert.NotNull(receipt.QuerySelector(".kvitto-kod"));
        AssertNever(never);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    public async Task A_survey_that_is_stopped_says_so(int state)
    {
        var (survey, _) = await SurveyAsync($"stopp-{state}");
        await web.ExecuteAsync($"UPDATE survey SET state = {state} WHERE slug = {$"stopp-{state}"}");
        using var visitor = web.Anonymous();

        await ReadAsync(visitor, survey);
        var result = await visitor.PageAsync(survey + "/resultat");

        AssertNever("rådslag");
        Assert.Equal(state == 9, result.QuerySelector("h1")!.TextContent == "Enkäten är avbruten");
        Assert.Equal(state == 9, !Words(result).Contains("visas tidigast", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Hemtjänst", "hemtjänst")]
    [InlineData("LSS-boende", "LSS-boende")]
    [InlineData("IFO", "IFO")]
    [InlineData("", "")]
    public void A_name_within_a_sentence_keeps_its_abbreviation(string name, string within) => Assert.Equal(within, InSentence.Of(name));

    [Theory]
    [InlineData("Vad tycker du? Säg till.", "Vad tycker du?")]
    [InlineData("Nämnden vill veta. Mer text.", "Nämnden vill veta.")]
    [InlineData("Utan punkt", "Utan punkt.")]
    [InlineData("", "")]
    public void The_first_sentence_keeps_its_mark(string text, string first) => Assert.Equal(first, InSentence.First(text));

    [Fact]
    public async Task Whoever_gets_mail_in_another_language_can_change_it_on_every_page_that_it_leads_to()
    {
        var (survey, _) = await SurveyAsync("spraken");
        using var visitor = web.Anonymous();

        foreach (var page in new[] { survey, "/svara", "/svara/lank/okand", "/avregistrera/okand" })
        {
            Assert.Equal("/en" + page, (await visitor.PageAsync(page)).QuerySelector("main a[hreflang=en]")!.GetAttribute("href"));
            Assert.Equal(page, (await visitor.PageAsync("/en" + page)).QuerySelector("main a[hreflang=sv]")!.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task A_screen_and_who_writes_in_forms_read_of_no_radslag()
    {
        await using var scope = web.Services.CreateAsyncScope();
        await new TestData(scope.ServiceProvider).SurveyAsync(minimum: AssuranceLevel.None, slug: "skarmen");
        using var officer = await web.StaffAsync(Role.Officer);
        const string desk = "/arbetsyta/enkater/skarmen/registrera";
        const string kiosk = "/kiosk/enkater/skarmen";
        await ReadAsync(officer, desk);
        using var made = await officer.PostAsync(desk, desk + "?handler=Kiosk");

        await ReadAsync(officer, kiosk);
        await PressAsync(officer, kiosk, "Begin", ("svar", "{}"));
        var check = await PressAsync(officer, kiosk, "Go", ("svar", """{"nojd":["3"]}"""), ("till", "6"));
        check = await PressAsync(officer, kiosk, "Answer", ("svar", Hidden(check, "svar")), ("nr", "6"), ("text", "Tack"));
        await web.ExecuteAsync($"UPDATE survey SET state = 3 WHERE slug = 'skarmen'");
        var paused = await PressAsync(officer, kiosk, "Send", ("svar", Hidden(check, "svar")), ("nyckel", Hidden(check, "nyckel")));

        Assert.DoesNotContain("..", Words(paused), StringComparison.Ordinal);
        Assert.Contains("att svara just nu", Words(paused), StringComparison.Ordinal);
        AssertNever("rådslag");
    }

    private static Answer Answers(int number) => number switch
    {
        1 => new Answer(["3"], ""),
        2 or 3 => new Answer(["ja"], ""),
        4 => new Answer([], "7"),
        5 => new Answer(["b", "a"], ""),
        _ => new Answer([], "Tack"),
    };

    private static string Words(IDocument page) => page.QuerySelector("main")!.TextContent;

    private static string Hidden(IDocument page, string name) => page.QuerySelector($"input[name={name}]")!.GetAttribute("value")!;

    private void AssertNever(string word) =>
        Assert.All(_read, r => Assert.False(r.Text.Contains(word, StringComparison.OrdinalIgnoreCase), $"{r.Where}: {r.Text}"));

    private async Task ReadAsync(Visitor visitor, string url) => _read.Add((url, Words(await visitor.PageAsync(url))));

    private async Task ReadSentAsync(Respondent respondent, string check)
    {
        var (status, page) = await respondent.SendAsync(check);
        _read.Add(($"{check} {status}", Words(page)));
    }

    private async Task<IDocument> PressAsync(Visitor device, string kiosk, string handler, params (string, string)[] fields)
    {
        using var pressed = await device.PostAsync(kiosk, $"{kiosk}?handler={handler}", fields);
        var page = await Visitor.ParseAsync(pressed);
        _read.Add(($"{handler} {pressed.StatusCode}", Words(page)));
        return page;
    }

    private async Task<(string Address, string Code)> SurveyAsync(string slug)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var (_, _, code) = await new TestData(scope.ServiceProvider).SurveyByCodeAsync(slug);
        return ($"/enkater/{slug}", code.Shown);
    }
}
