using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>The officers' survey builder as a person with a browser without script meets it.</summary>
public class SurveyBuilderTests(WebFixture web) : IClassFixture<WebFixture>
{
    private const string List = "/arbetsyta/enkater";

    [Fact]
    public async Task A_survey_is_built_checked_published_by_two_and_answered()
    {
        var committee = new Committee("omsorg-bygg", "Omsorgsnämnden", "ON");
        await web.AddAsync(committee);
        using var first = await web.StaffAsync(Role.Officer);
        using var second = await web.StaffAsync(Role.Officer);
        var home = await CreateAsync(first, "Hur är det på badet?");
        var opens = TimeProvider.System.GetUtcNow().AddHours(-30);
        string Time(int days) => opens.AddDays(days).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

        var tooEarly = await first.PageAsync(home + "/publicera");
        await SaveAsync(first, home + "/bygg/texter", "?handler=Save", ("Input.Title", "Hur är det på badet?"), ("Input.ShortTitle", "Badet"), ("Input.Why", "Nämnden vill veta."));
        await SaveAsync(first, home + "/bygg/vilka", "", ("Input.Eligibility", "Alla"), ("Input.Design", "Open"), ("Input.Minimum", "None"), ("Input.Mode", "Confidential"));
        await SaveAsync(first, home + "/bygg/namnd", "", ("Input.CommitteeId", committee.Id.ToString()), ("Input.ContactName", "Lena"), ("Input.ContactPhone", "0980-319 200"));
        await SaveAsync(first, home + "/bygg/tider", "", ("Input.AnswersOpenAt", Time(0)), ("Input.ClosesAt", Time(21)), ("Input.ResultsAt", Time(22)), ("Input.PromisedAt", Time(60)[..10]));
        await SaveAsync(first, home + "/bygg/kanaler", "", ("Input.OtherWays", "Ring så skriver vi."), ("Input.PrivacyText", "Vi räknar svaren."));
        await SaveAsync(first, home + "/bygg/fraga", "", ("Input.Kind", "YesNo"), ("Input.Text", "Har du varit på badet?"), ("Input.Section", "Varit"), ("Input.Choices", "Ja\nNej"), ("Input.Decimals", "0"));
        await SaveAsync(
            first, home + "/bygg/fraga", "",
            ("Input.Kind", "Scale"), ("Input.Text", "Hur rent var det?"), ("Input.Section", "Rent"), ("Input.Choices", "Mycket [+]\nGanska [+]\nInte alls\nVet inte [-]"), ("Input.Headline", "true"), ("Input.Decimals", "0"));
        await SaveAsync(first, home + "/logik", "", ("fraga", "fraga-2"), ("Condition", "1 är Ja"));
        var logic = await first.PageAsync(home + "/logik");
        var ready = await first.PageAsync(home + "/publicera");
        await SaveAsync(first, home + "/publicera", "");
        var own = await first.PageAsync(home + "/godkann");
        var waiting = await second.PageAsync("/arbetsyta");
        await SaveAsync(second, home + "/godkann", "?handler=Save");
        using var visitor = web.Anonymous();
        var respondent = new Respondent(visitor, "/enkater/hur-ar-det-pa-badet");
        var check = await respondent.AnswerAllAsync(await respondent.BeginAsync(), n => new Answer([n == 1 ? "ja" : "ganska"], ""));
        var (_, receipt) = await respondent.SendAsync(check);

        Assert.Equal(6, tooEarly.QuerySelectorAll(".felruta li").Length);
        Assert.Empty(tooEarly.QuerySelectorAll("main form[method=post]"));
        Assert.Contains("Visa fråga 2 om fråga 1 är Ja.", logic.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(ready.QuerySelectorAll(".felruta"));
        Assert.DoesNotContain(own.QuerySelectorAll("form"), f => f.GetAttribute("action")?.Contains("Save", StringComparison.Ordinal) == true);
        Assert.Contains(waiting.QuerySelectorAll("a"), a => a.GetAttribute("href") == home + "/godkann");
        Assert.NotNull(receipt.QuerySelector(".kvitto-kod"));
        var stored = await web.ReadAsync(db => db.Set<Survey>().AsNoTracking().SingleAsync(s => s.Slug == "hur-ar-det-pa-badet"));
        Assert.Equal(SurveyState.Published, stored.State);
        Assert.NotEqual(stored.SentForReviewBy, stored.ApprovedBy);
    }

    [Fact]
    public async Task A_changed_kind_shows_its_fields_and_keeps_everything_typed()
    {
        using var officer = await web.StaffAsync(Role.Officer);
        var page = await CreateAsync(officer, "Typer") + "/bygg/fraga";

        using var number = await officer.PostAsync(
            page, null, ("visa", "1"), ("Input.Kind", "Number"), ("Input.Text", "Hur många?"), ("Input.Choices", "Ja [+]\nVet inte [-]"), ("Input.Items", "Ett\nTvå"), ("Input.Decimals", "0"));
        var asNumber = await Visitor.ParseAsync(number);
        using var battery = await officer.PostAsync(
            page, null, ("visa", "1"), ("Input.Kind", "Battery"), ("Input.Text", "Hur många?"), ("Input.Choices", Value(asNumber, "Input.Choices")), ("Input.Items", Value(asNumber, "Input.Items")),
            ("Input.Lowest", "1,5"), ("Input.Decimals", "0"));
        var asBattery = await Visitor.ParseAsync(battery);

        Assert.Equal(HttpStatusCode.OK, number.StatusCode);
        Assert.NotNull(asNumber.QuerySelector("input#Input-Lowest"));
        Assert.Null(asNumber.QuerySelector("textarea#Input-Items"));
        Assert.Equal("Ja [+]\nVet inte [-]", Value(asNumber, "Input.Choices"));
        Assert.Equal("Ett\nTvå", Value(asBattery, "Input.Items"));
        Assert.NotNull(asBattery.QuerySelector("textarea#Input-Items"));
        Assert.Equal("1,5", Value(asBattery, "Input.Lowest"));
        Assert.Equal("Ett", asBattery.QuerySelector("[inert] h2")!.TextContent.Split('(')[0].Trim());
        Assert.Empty(asBattery.QuerySelectorAll(".felruta"));
    }

    [Fact]
    public async Task A_refused_question_comes_back_with_what_was_typed_and_links_to_the_field()
    {
        using var officer = await web.StaffAsync(Role.Officer);
        var page = await CreateAsync(officer, "Fel i formulär") + "/bygg/fraga";
        var version = Value(await officer.PageAsync(page), "Version");

        using var refused = await officer.PostAsync(page, null, ("Version", version), ("Input.Kind", "Single"), ("Input.Text", "Vad?"), ("Input.Choices", "Bara ett"), ("Input.Decimals", "0"));
        using var unreadable = await officer.PostAsync(
            page, null, ("Version", version), ("Input.Kind", "Number"), ("Input.Text", ""), ("Input.Lowest", "många"), ("Input.Decimals", "x"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var shown = await Visitor.ParseAsync(refused);
        Assert.Equal("#Input-Choices", shown.QuerySelector(".felruta a")!.GetAttribute("href"));
        Assert.Equal("Bara ett", Value(shown, "Input.Choices"));
        Assert.Equal(["#Input-Text", "#Input-Lowest", "#Input-Decimals"], (await Visitor.ParseAsync(unreadable)).QuerySelectorAll(".felruta a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_form_older_than_what_is_saved_comes_back_with_both_texts()
    {
        using var officer = await web.StaffAsync(Role.Officer);
        var home = await CreateAsync(officer, "Två skriver");
        var page = home + "/bygg/kanaler";
        var old = Value(await officer.PageAsync(page), "Version");
        await SaveAsync(officer, page, "", ("Input.OtherWays", "Den andras text"), ("Input.PrivacyText", ""));

        using var stale = await officer.PostAsync(page, null, ("Version", old), ("Input.OtherWays", "Min text"), ("Input.PrivacyText", ""));

        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var shown = await Visitor.ParseAsync(stale);
        Assert.Equal("Min text", Value(shown, "Input.OtherWays"));
        Assert.Contains("Den andras text", shown.QuerySelector(".nu-sparat")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logic_that_cannot_be_read_says_where_and_broken_moves_are_refused_by_name()
    {
        using var officer = await web.StaffAsync(Role.Officer);
        var home = await CreateAsync(officer, "Logik");
        await SaveAsync(officer, home + "/bygg/fraga", "", ("Input.Kind", "YesNo"), ("Input.Text", "Sagt till?"), ("Input.Choices", "Ja\nNej"), ("Input.Decimals", "0"));
        await SaveAsync(officer, home + "/bygg/fraga", "", ("Input.Kind", "YesNo"), ("Input.Text", "Fått svar?"), ("Input.Choices", "Ja\nNej"), ("Input.Decimals", "0"));
        var version = Value(await officer.PageAsync(home + "/logik?fraga=fraga-2"), "Version");

        using var wrong = await officer.PostAsync(home + "/logik?fraga=fraga-2", null, ("Version", version), ("fraga", "fraga-2"), ("Condition", "1 är kanske"));
        await SaveAsync(officer, home + "/logik", "", ("fraga", "fraga-2"), ("Condition", "1 är ja"));
        version = Value(await officer.PageAsync(home + "/bygg/fragor"), "Version");
        using var moved = await officer.PostAsync(home + "/bygg/fragor", home + "/bygg/fragor?handler=Up", ("Version", version), ("key", "fraga-2"));
        using var removed = await officer.PostAsync(home + "/bygg/fragor/fraga", home + "/bygg/fragor/fraga?handler=Remove", ("Version", version));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var shown = await Visitor.ParseAsync(wrong);
        Assert.Contains("Tecken 6", shown.QuerySelector(".felruta a[href='#Condition']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1 är kanske", Value(shown, "Condition"));
        foreach (var refused in new[] { moved, removed })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains("”Sagt till?” behövs av villkoret för ”Fått svar?”", (await Visitor.ParseAsync(refused)).QuerySelector(".felruta")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_walk_through_the_draft_follows_the_logic_in_each_language_and_keeps_nothing()
    {
        using var officer = await web.StaffAsync(Role.Officer);
        var home = await CreateAsync(officer, "Provgång");
        await SaveAsync(officer, home + "/bygg/texter", "?handler=Languages", ("Languages", "fi"));
        await SaveAsync(
            officer, home + "/bygg/fraga", "",
            ("Input.Kind", "YesNo"), ("Input.Text", "Sagt till?"), ("Input.Choices", "Ja\nNej"), ("Input.Decimals", "0"), ("Input.Languages[0].Tag", "fi"), ("Input.Languages[0].Text", "Sanoitko?"), ("Input.Languages[0].Choices", "Kyllä\nEi"));
        await SaveAsync(officer, home + "/bygg/fraga", "", ("Input.Kind", "LongText"), ("Input.Text", "Vad sa du?"), ("Input.Decimals", "0"));
        await SaveAsync(officer, home + "/bygg/fraga", "", ("Input.Kind", "Number"), ("Input.Text", "Hur många gånger?"), ("Input.Decimals", "0"));
        await SaveAsync(officer, home + "/logik", "", ("fraga", "fraga-2"), ("Condition", "1 är ja"));
        var ballots = await web.CountAsync($"""select count(*)::int as "Value" from ballot""");

        var start = await officer.PageAsync(home + "/testa");
        using var no = await officer.PostAsync(home + "/testa", null, ("nu", "1"), ("gor", "vidare"), ("val", "nej"));
        var afterNo = await Visitor.ParseAsync(no);
        using var yes = await officer.PostAsync(home + "/testa", null, ("nu", "1"), ("gor", "vidare"), ("val", "ja"), ("sprak", "fi"));
        var afterYes = await Visitor.ParseAsync(yes);
        using var wrong = await officer.PostAsync(home + "/testa", null, ("nu", "3"), ("gor", "vidare"), ("text", "tre"), ("svar", "fraga |nej"));
        using var jump = await officer.PostAsync(home + "/testa", null, ("gor", "hoppa"), ("hoppa", "1"), ("sprak", "fi"), ("svar", "fraga |nej"));
        using var end = await officer.PostAsync(home + "/testa", null, ("nu", "3"), ("gor", "vidare"), ("text", "3"), ("svar", "fraga |nej"), ("svar", "finns inte"), ("svar", "trasig"));

        Assert.Equal("Sagt till?", Heading(start));
        Assert.Equal("Hur många gånger?", Heading(afterNo));
        Assert.Equal("fraga |nej", afterNo.QuerySelector("input[name=svar]")!.GetAttribute("value"));
        Assert.Equal("Vad sa du?", Heading(afterYes));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal("tre", Value(await Visitor.ParseAsync(wrong), "text"));
        var finnish = await Visitor.ParseAsync(jump);
        Assert.Equal("Sanoitko?", Heading(finnish));
        Assert.Equal("nej", finnish.QuerySelector("input[name=val][checked]")!.GetAttribute("value"));
        Assert.Equal(["Sagt till?Nej", "Hur många gånger?3"], (await Visitor.ParseAsync(end)).QuerySelectorAll("main dl > div").Select(d => d.TextContent.Trim()));
        Assert.Equal(ballots, await web.CountAsync($"""select count(*)::int as "Value" from ballot"""));
    }

    [Fact]
    public async Task A_question_is_put_into_the_bank_and_taken_into_another_survey()
    {
        using var officer = await web.StaffAsync(Role.Officer);
        var one = await CreateAsync(officer, "Bank ett");
        var two = await CreateAsync(officer, "Bank två");
        await SaveAsync(officer, one + "/bygg/fraga", "", ("Input.Kind", "YesNo"), ("Input.Text", "Är du trygg?"), ("Input.Choices", "Ja\nNej"), ("Input.Decimals", "0"));

        await SaveAsync(officer, one + "/bygg/fragor/fraga", "?handler=Bank", ("BankKey", "trygg"));
        await SaveAsync(officer, two + "/fragebank", "", ("key", "trygg"), ("number", "1"));

        var questions = await officer.PageAsync(two + "/bygg/fragor");
        Assert.Contains("1. Är du trygg?", questions.QuerySelector(".fragelista")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("trygg, version 1", (await officer.PageAsync(two + "/bygg/fragor/trygg")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enter_goes_on_in_the_walk_and_saves_in_the_editor()
    {
        using var officer = await web.StaffAsync(Role.Officer);
        var home = await CreateAsync(officer, "Enter");
        await SaveAsync(officer, home + "/bygg/fraga", "", ("Input.Kind", "Number"), ("Input.Text", "Hur många?"), ("Input.Decimals", "0"));

        var walk = (await officer.PageAsync(home + "/testa")).QuerySelector(".testlage button")!;
        var editor = (await officer.PageAsync(home + "/bygg/fragor/fraga")).QuerySelector("form[enctype] button")!;

        Assert.Equal("vidare", walk.GetAttribute("value"));
        Assert.Null(editor.GetAttribute("name"));
    }

    [Fact]
    public async Task The_buttons_beside_a_question_move_bank_and_remove_it()
    {
        using var officer = await web.StaffAsync(Role.Officer);
        var home = await CreateAsync(officer, "Knappar");
        foreach (var text in new[] { "Ett?", "Två?" })
        {
            await SaveAsync(officer, home + "/bygg/fraga", "", ("Input.Kind", "YesNo"), ("Input.Text", text), ("Input.Choices", "Ja\nNej"), ("Input.Decimals", "0"));
        }

        foreach (var button in new[] { "Flytta ner", "Flytta upp", "Lägg i frågebanken", "Ta bort fråga 1" })
        {
            var page = home + "/bygg/fragor/fraga";
            using var pressed = await officer.PressAsync(page, button, ("BankKey", "knappar"));
            Assert.True(pressed.StatusCode == HttpStatusCode.Redirect, $"{button}: {pressed.StatusCode}");
        }

        Assert.Equal("Två?", (await officer.PageAsync(home + "/bygg/fragor")).QuerySelector(".fragelista a")!.TextContent.Split(". ")[^1].Trim());
    }

    [Fact]
    public async Task Breakdowns_are_written_as_lines_and_come_back_as_they_were()
    {
        using var officer = await web.StaffAsync(Role.Officer);
        var home = await CreateAsync(officer, "Indelningar");
        await SaveAsync(officer, home + "/bygg/fraga", "", ("Input.Kind", "YesNo"), ("Input.Text", "Nöjd?"), ("Input.Section", "Nöjd"), ("Input.Choices", "Ja\nNej\nVet inte [-]"), ("Input.Decimals", "0"));
        const string lines = "unit = Enhet\n- norr = Norr = 138\n- soder = Söder\n\nage = Ålder >\n- 65 = 65–79\n- 80 = 80 och äldre\n\nfraga";

        await SaveAsync(officer, home + "/bygg/indelningar", "", ("Input.Text", lines));
        var shown = Value(await officer.PageAsync(home + "/bygg/indelningar"), "Input.Text");
        using var wrong = await officer.PostAsync(home + "/bygg/indelningar", null, ("Version", Value(await officer.PageAsync(home), "Version")), ("Input.Text", "- ensam"));

        Assert.Equal(lines + " = Nöjd\n- ja = Ja\n- nej = Nej", shown);
        Assert.NotEqual(HttpStatusCode.InternalServerError, wrong.StatusCode);
        var stored = await web.ReadAsync(db => db.Set<Survey>().AsNoTracking().SingleAsync(s => s.Slug == "indelningar"));
        Assert.Equal([BreakdownSource.Background, BreakdownSource.Background, BreakdownSource.Question], stored.Breakdowns.Select(b => b.Source));
        Assert.Equal([false, true, false], stored.Breakdowns.Select(b => b.Ordered));
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("\u202Eabc\u2066 = {0} %s")]
    [InlineData("'; DROP TABLE survey; -- [+] [-] = = >")]
    [InlineData("9999999999999999999")]
    [InlineData("<script>alert(1)</script>")]
    public async Task No_form_of_a_draft_fails_on_bad_input(string bad)
    {
        using var officer = await web.StaffAsync(Role.Officer);
        var home = await CreateAsync(officer, $"Hårda ord {Guid.CreateVersion7():N}");
        await SaveAsync(officer, home + "/bygg/texter", "?handler=Languages", ("Languages", "fi"));
        await SaveAsync(officer, home + "/bygg/fraga", "", ("Input.Kind", "YesNo"), ("Input.Text", "Nöjd?"), ("Input.Choices", "Ja\nNej"), ("Input.Decimals", "0"));
        var failures = new List<string>();

        foreach (var page in new[] { "/bygg/texter", "/bygg/vilka", "/bygg/namnd", "/bygg/tider", "/bygg/kanaler", "/bygg/indelningar", "/bygg/fraga", "/bygg/fragor/fraga", "/logik?fraga=fraga", "/testa" })
        {
            foreach (var form in (await officer.PageAsync(home + page)).QuerySelectorAll<IHtmlFormElement>("main form"))
            {
                // The version is read again: an earlier form may have been accepted.
                var version = Value(await officer.PageAsync(home + "/bygg/kanaler"), "Version");
                var fields = form.QuerySelectorAll("[name]").Select(f => f.GetAttribute("name")!).Where(n => n.Length > 0 && n[0] != '_').Distinct(StringComparer.Ordinal)
                    .Select(n => (n, n == "Version" ? version : n == "fraga" ? "fraga" : n == "Input.Kind" ? "Battery" : bad)).ToArray();
                using var sent = await officer.PostAsync(home + page, form.GetAttribute("action") is { Length: > 0 } to ? to : home + page, fields);
                var body = await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                if (sent.StatusCode >= HttpStatusCode.InternalServerError || body.Contains("<script>alert(1)", StringComparison.Ordinal))
                {
                    failures.Add($"{page} {form.GetAttribute("action")}: {sent.StatusCode}");
                }
            }
        }

        Assert.Empty(failures);
    }

    private static string Heading(IDocument page) => page.QuerySelector(".testruta h2")!.TextContent.Split('(')[0].Trim();

    private static string Value(IDocument page, string name) => page.QuerySelector($"main [name='{name}']") is { } field
        ? field.LocalName == "textarea" ? field.TextContent : field.GetAttribute("value") ?? ""
        : "";

    private static async Task<string> CreateAsync(Visitor officer, string title)
    {
        using var created = await officer.PostAsync(List + "/ny", null, ("Input.Title", title), ("Input.Slug", ""));
        return created.Headers.Location!.ToString();
    }

    /// <summary>Sends a form with the version that its page shows; fails unless it was carried out.</summary>
    private static async Task SaveAsync(Visitor officer, string page, string handler, params (string Name, string Value)[] fields)
    {
        var form = page.EndsWith("/logik", StringComparison.Ordinal) ? $"{page}?fraga={fields[0].Value}" : page;
        var version = Value(await officer.PageAsync(form), "Version");

        using var saved = await officer.PostAsync(form, page + handler, [("Version", version), .. fields]);
        Assert.True(saved.StatusCode == HttpStatusCode.Redirect, $"{page}: {saved.StatusCode} {(await Visitor.ParseAsync(saved)).QuerySelector(".felruta")?.TextContent}");
    }
}
