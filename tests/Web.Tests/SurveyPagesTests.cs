using System.Net;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.TestSupport;
using Xunit;

namespace Medborgardialog.Web.Tests;

public class SurveyPagesTests(ExempelbyFixture web) : IClassFixture<ExempelbyFixture>
{
    private const string Open = "/enkater/medborgarenkat-2026";
    private const string Counted = "/enkater/hemtjanst-2026";

    [Theory]
    [InlineData("")]
    [InlineData("/en")]
    public async Task An_open_survey_with_every_kind_of_question_is_answered_without_script(string language)
    {
        using var visitor = web.Anonymous();
        var respondent = new Respondent(visitor, language + Open);

        var first = await respondent.BeginAsync();
        var check = await respondent.AnswerAllAsync(first, Visits);
        var summary = await visitor.PageAsync(check);
        var (_, receipt) = await respondent.SendAsync(check);

        Assert.Equal($"{language}{Open}/kontrollera", check);
        var rows = summary.QuerySelectorAll(".sammanfattning > div").Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Equal(13, rows.Count);
        Assert.Contains(rows, r => r.Contains("17", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("2026-05-14", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains(language.Length > 0 ? "1. Care of the elderly" : "1. Äldreomsorg", StringComparison.Ordinal));
        Assert.NotNull(receipt.QuerySelector(".kvitto-kod"));
    }

    [Fact]
    public async Task Who_comes_again_in_the_same_browser_changes_the_answer_and_gives_no_second_one()
    {
        using var visitor = web.Anonymous();
        var respondent = new Respondent(visitor, Open);
        await respondent.SendAsync(await respondent.AnswerAllAsync(await respondent.BeginAsync(), Visits));
        var before = await BallotsAsync();

        var again = await visitor.PageAsync(Open);
        using var changing = await visitor.PostAsync(Open, Open + "?handler=Change");
        var (_, receipt) = await respondent.SendAsync(Open + "/kontrollera");

        Assert.NotEmpty(again.QuerySelectorAll("form[action*='handler=Change']"));
        Assert.Equal(Open + "/kontrollera", changing.Headers.Location!.ToString());
        Assert.Contains("ändrade svar", receipt.QuerySelector(".kvitto")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before, await BallotsAsync());
    }

    [Fact]
    public async Task A_begun_answer_is_resumed_on_another_device_in_another_language()
    {
        using var phone = web.Anonymous();
        using var library = web.Anonymous();
        var respondent = new Respondent(phone, Open);
        var stopped = await respondent.AnswerAllAsync(await respondent.BeginAsync(), Visits, pages: 4);

        var saved = await phone.PageAsync(Open + "/spara");
        using var made = await phone.PostAsync(Open + "/spara", Open + "/spara?handler=Code");
        var code = (await Visitor.ParseAsync(made)).QuerySelector(".kod")!.TextContent;
        using var wrong = await library.PostAsync(Open + "/spara", Open + "/spara?handler=Resume", ("kod", code[..^1] + "?"));
        using var resumed = await library.PostAsync($"/en{Open}/spara", $"/en{Open}/spara?handler=Resume", ("kod", code.ToLowerInvariant().Replace('-', ' ')));
        var question = await library.PageAsync(resumed.Headers.Location!.ToString());
        var other = new Respondent(library, "/en" + Open);
        var (_, receipt) = await other.SendAsync(await other.AnswerAllAsync(resumed.Headers.Location!.ToString(), Visits));

        Assert.Contains("sparade", saved.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal("/en" + stopped, resumed.Headers.Location!.ToString());
        Assert.Equal("When were you there last? (optional)", string.Join(' ', question.QuerySelector("h1")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.NotNull(receipt.QuerySelector(".kvitto-kod"));
    }

    [Fact]
    public async Task Questions_are_shown_in_the_chosen_language_and_say_so()
    {
        using var visitor = web.Anonymous();
        using var chosen = await visitor.PostAsync(Open, Open + "?handler=Language", ("sprak", "fi"));

        var question = await visitor.PageAsync(Open + "/fraga/1");

        Assert.Contains("Kuinka hyvä", question.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("fi", question.QuerySelector("fieldset")!.GetAttribute("lang"));
        Assert.Equal("sv", question.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_wrong_answer_comes_back_with_what_was_typed()
    {
        using var visitor = web.Anonymous();
        using var wrong = await visitor.PostAsync(Open + "/fraga/4", null, ("text", "tjugo ungefär"));

        var page = await Visitor.ParseAsync(wrong);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal("tjugo ungefär", page.QuerySelector("#text")!.GetAttribute("value"));
        Assert.Equal("#text", page.QuerySelector(".felsammanfattning a, [role=alert] a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_counted_survey_shows_its_result_with_intervals_and_says_what_is_protected()
    {
        using var visitor = web.Anonymous();

        var page = await visitor.PageAsync(Counted + "/resultat");

        Assert.Contains("368 av 563 inbjudna svarade (65 procent)", page.QuerySelector(".ingress")!.TextContent, StringComparison.Ordinal);
        var attached = page.QuerySelectorAll("#figur-1 tbody tr").Single(r => r.QuerySelector("th")!.TextContent == "Stannar gärna");
        Assert.Equal(["204", "55 %", "50–60"], attached.QuerySelectorAll("td").Select(c => c.TextContent));
        var unit = page.QuerySelectorAll("details.uppdelning table")[0];
        Assert.Contains("Provlyckan, Kooperativet Testbacken", unit.TextContent, StringComparison.Ordinal);
        Assert.Contains("ingens svar kan räknas ut", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sealed_result_is_shown_to_nobody()
    {
        foreach (var name in new[] { "", "Maria Demolund", "Omar Testare" })
        {
            using var visitor = await web.VisitorAsync(name);
            var page = await visitor.PageAsync(Open + "/resultat");

            Assert.Empty(page.QuerySelectorAll("figure, table"));
        }
    }

    [Fact]
    public async Task Units_are_compared_with_what_they_are_put_together_with_and_never_ranked_by_chance()
    {
        using var visitor = web.Anonymous();

        var page = await visitor.PageAsync("/jamfor/hemtjanst?enhet=norr&enhet=testbacken");
        var unknown = await visitor.PageAsync("/jamfor/vagar");

        var cards = page.QuerySelectorAll(".enhet").Select(c => c.TextContent).ToList();
        Assert.Equal(2, cards.Count);
        Assert.Contains("redovisas tillsammans med Provlyckan", cards[1], StringComparison.Ordinal);
        Assert.Equal(
            ["Hemtjänst Norr", "Provlyckan, Kooperativet Testbacken"], page.QuerySelectorAll("#figur-1 tbody th").Select(h => h.TextContent));
        Assert.Contains("inte statistiskt säkerställda", page.QuerySelectorAll(".fragesvar")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("finns inte", unknown.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Services_are_listed_and_more_units_than_are_shown_are_named()
    {
        using var visitor = web.Anonymous();

        var list = await visitor.PageAsync("/jamfor");
        var five = await visitor.PageAsync("/jamfor/hemtjanst?enhet=norr&enhet=soder&enhet=exempelomsorg&enhet=provlyckan&enhet=testbacken");

        Assert.NotNull(list.QuerySelector("main a[href='/jamfor/hemtjanst']"));
        Assert.Equal(4, five.QuerySelectorAll(".enhet").Length);
        var left = five.QuerySelectorAll(".enhetsval input[value]").Select(i => i.ParentElement!.TextContent.Trim()).Except(five.QuerySelectorAll(".enhet h3").Select(h => h.TextContent), StringComparer.Ordinal);
        Assert.Contains(Assert.Single(left), five.QuerySelector(".notis[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_result_page_shows_is_had_as_a_table_and_as_a_spreadsheet()
    {
        using var visitor = web.Anonymous();

        using var csv = await visitor.GetAsync(Counted + "/resultat?handler=data");
        using var sheet = await visitor.GetAsync(Counted + "/resultat?handler=sheet");
        using var sealedResult = await visitor.GetAsync(Open + "/resultat?handler=data");

        Assert.Contains("\"Stannar gärna\";204;368;55;50;60", await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("PK", (await sheet.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))[..2]);
        Assert.Equal(HttpStatusCode.NotFound, sealedResult.StatusCode);
    }

    [Fact]
    public async Task Editions_are_compared_in_words_and_others_stand_apart()
    {
        using var visitor = web.Anonymous();

        var page = await visitor.PageAsync(Counted + "/resultat");

        var attached = page.QuerySelectorAll("section[aria-labelledby=tidigare] .fragesvar").Single(a => a.TextContent.Contains("Stannar gärna", StringComparison.Ordinal));
        Assert.Equal(["2022", "2024", "2026"], attached.QuerySelectorAll("tbody th").Select(h => h.TextContent));
        Assert.Contains("Skillnaden mellan 2024 och 2026 är inte statistiskt säkerställd", attached.TextContent, StringComparison.Ordinal);
        Assert.Contains("Testerås 2026", page.QuerySelector("section[aria-labelledby=andra-kommuner]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_downloaded_by_officers_where_the_rules_said_so_and_it_is_noted()
    {
        await web.ExecuteAsync($"UPDATE survey SET row_export = true WHERE slug = 'hemtjanst-2026'");
        using var officer = await web.VisitorAsync("Maria Demolund");
        using var resident = await web.VisitorAsync("Ärla Åkerö");

        using var rows = await officer.PostAsync("/arbetsyta" + Counted, "/arbetsyta" + Counted + "?handler=Rows", ("format", "Csv"));
        using var refused = await resident.PostAsync("/arbetsyta" + Counted, "/arbetsyta" + Counted + "?handler=Rows", ("format", "Csv"));
        var lines = (await rows.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(369, lines.Length);
        Assert.DoesNotContain("unit", lines[0], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(1, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM audit_entry WHERE action = 'survey.exported'"));
    }

    /// <summary>Somebody who has visited the library: every kind of question is asked.</summary>
    private static Answer Visits(int number) => number switch
    {
        1 => new Answer(["4"], ""),
        2 => new Answer(["byarna"], ""),
        3 => new Answer(["ja"], ""),
        4 => new Answer([], "17"),
        5 => new Answer([], "14/5 2026"),
        6 or 7 or 8 => new Answer(["3"], ""),
        11 => new Answer(["omsorg", "skola"], ""),
        12 => new Answer(["b"], ""),
        13 => new Answer([], "Tunneln vid stationen"),
        14 => new Answer(["ingen"], ""),
        _ => new Answer([], "Fler bänkar"),
    };

    private Task<int> BallotsAsync() => web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM ballot WHERE door = 0");
}
