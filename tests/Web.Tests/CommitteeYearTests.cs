using System.Globalization;
using System.Net;
using Medborgardialog.Domain.Goals;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>The calendar, the goals, the plans and the page of a committee, in Exempelby and through the pages.</summary>
public sealed class CommitteeYearTests : IAsyncLifetime
{
    private const string Room = "/namndrum/vard-och-omsorgsnamnden";
    private const string Public = "/namnder/vard-och-omsorgsnamnden";
    private const string Kfn = "/namnder/kultur-och-fritidsnamnden";

    private readonly ScenarioFixture web = new("svara");

    public ValueTask InitializeAsync() => web.InitializeAsync();

    public ValueTask DisposeAsync() => web.DisposeAsync();

    [Fact]
    public async Task A_late_survey_is_said_to_be_late_wherever_it_is_named()
    {
        foreach (var address in new[] { "/enkater/biblioteket-2026", "/enkater/biblioteket-2026/beslut", "/enkater/biblioteket-2026/resultat", "/du-sa-vi-gjorde", Kfn })
        {
            var text = await TextAsync(address);

            Assert.True(text.Contains("20 dagar försenat", StringComparison.Ordinal), address);
            Assert.True(text.Contains("Kommundirektören fick besked", StringComparison.Ordinal), address);
        }

        using var anonymous = web.Anonymous();
        var page = await anonymous.PageAsync(Kfn);
        Assert.Equal("Försenade svar", page.QuerySelector("section h2")!.TextContent);
        Assert.Contains("1 ja", page.QuerySelector("section[aria-labelledby=answered]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_day_for_a_survey_needs_a_reason_and_both_are_shown()
    {
        const string Run = "/arbetsyta/enkater/biblioteket-2026/hantera";
        using var maria = await web.StaffAsync("Maria Demolund");
        var version = (await maria.PageAsync($"{Run}?gor=Promise")).QuerySelector("input[name=Version]")!.GetAttribute("value")!;
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        using var silent = await maria.PostAsync($"{Run}?gor=Promise", Run, ("Version", version), ("gor", "Promise"), ("Input.PromisedAt", day), ("Input.Reason", ""));
        using var told = await maria.PostAsync($"{Run}?gor=Promise", Run, ("Version", version), ("gor", "Promise"), ("Input.PromisedAt", day), ("Input.Reason", "Nämnden vill se sommarens siffror."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Equal(HttpStatusCode.Found, told.StatusCode);
        var shown = await TextAsync("/enkater/biblioteket-2026/beslut");
        Assert.Contains("Nämnden vill se sommarens siffror.", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("försenat", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Kommundirektören", shown, StringComparison.Ordinal);
        Assert.Contains("Nämnden vill se sommarens siffror.", await TextAsync("/enkater/biblioteket-2026/spelregler"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secretary_writes_the_calendar_and_bad_days_come_back_as_typed()
    {
        using var gunilla = await web.StaffAsync("Gunilla Provgren");
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(25).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (string, string)[] lead = [("Input.Papers", "7"), ("Input.Report", "10"), ("Input.CutOff", "12")];

        using var wrong = await gunilla.PostAsync($"{Room}/kalender", $"{Room}/kalender", [("Input.Days", "nästa tisdag"), .. lead]);
        using var past = await gunilla.PostAsync($"{Room}/kalender", $"{Room}/kalender", [("Input.Days", "2020-01-01"), .. lead]);
        using var order = await gunilla.PostAsync($"{Room}/kalender", $"{Room}/kalender", ("Input.Days", day), ("Input.Papers", "14"), ("Input.Report", "10"), ("Input.CutOff", "12"));
        using var right = await gunilla.PostAsync($"{Room}/kalender", $"{Room}/kalender", [("Input.Days", day), .. lead]);

        Assert.All([wrong, past, order], r => Assert.Equal(HttpStatusCode.UnprocessableEntity, r.StatusCode));
        Assert.Equal("nästa tisdag", (await Visitor.ParseAsync(wrong)).QuerySelector("#Input-Days")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.Found, right.StatusCode);
        var page = await gunilla.PageAsync($"{Room}/kalender");
        Assert.Equal(day, page.QuerySelector("#Input-Days")!.TextContent.Trim());
        Assert.Contains("Brukarundersökning om hemtjänsten 2026", page.QuerySelector("section[aria-labelledby=moten]")!.TextContent, StringComparison.Ordinal);

        using var none = await gunilla.PostAsync($"{Room}/kalender", $"{Room}/kalender", [("Input.Days", ""), .. lead]);
        Assert.Contains("Inget möte ryms", (await gunilla.PageAsync($"{Room}/kalender")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_reads_the_calendar_and_others_do_not_find_it()
    {
        using var tomas = await web.StaffAsync("Tomas Mallner");
        using var karin = await web.StaffAsync("Karin Mallberg");

        var read = await tomas.PageAsync($"{Room}/kalender");
        using var posted = await tomas.PostAsync("/logga-ut", $"{Room}/kalender", ("Input.Days", ""), ("Input.Papers", "7"), ("Input.Report", "14"), ("Input.CutOff", "28"));

        Assert.Null(read.QuerySelector("#Input-Days"));
        Assert.Equal(HttpStatusCode.Forbidden, posted.StatusCode);
        foreach (var part in new[] { "kalender", "mal", "atgarder" })
        {
            using var others = await karin.GetAsync($"{Room}/{part}");
            Assert.Equal(HttpStatusCode.NotFound, others.StatusCode);
        }
    }

    [Fact]
    public async Task The_meeting_that_the_secretary_chooses_is_the_one_that_stands()
    {
        using var gunilla = await web.StaffAsync("Gunilla Provgren");
        var last = (await web.ReadAsync(db => db.Set<Committee>().SingleAsync(c => c.ShortName == "VON"))).Meetings[^1].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        using var unknown = await gunilla.PostAsync($"{Room}/kalender", $"{Room}/kalender?handler=Choose", ("dialog", "hemtjanst-2026"), ("mote", "2031-01-01"));
        using var chosen = await gunilla.PostAsync($"{Room}/kalender", $"{Room}/kalender?handler=Choose", ("dialog", "hemtjanst-2026"), ("mote", last));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.Found, chosen.StatusCode);
        Assert.Contains("Det valda mötet är efter den lovade dagen", (await gunilla.PageAsync($"{Room}/kalender")).QuerySelector("#d-hemtjanst-2026")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goals_show_the_latest_figure_its_source_and_the_months_that_are_missing()
    {
        using var anonymous = web.Anonymous();
        var page = await anonymous.PageAsync($"{Public}/mal");
        var satisfied = page.QuerySelector("#mal-nojd-hemtjanst")!;

        Assert.Contains("Brukare, Hemtjänst", satisfied.TextContent, StringComparison.Ordinal);
        Assert.Matches(@"\d+ %", satisfied.QuerySelector(".malsiffror b")!.TextContent);
        Assert.Equal("/enkater/hemtjanst-2026/resultat", satisfied.QuerySelector(".malsiffror a")!.GetAttribute("href"));
        Assert.Contains("Saknas", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(12, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM goal"));
    }

    [Fact]
    public async Task The_secretary_notes_the_month_and_what_was_said_before_stays()
    {
        using var gunilla = await web.StaffAsync("Gunilla Provgren");
        var month = GoalNote.MonthOf(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)).AddMonths(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (string, string)[] about = [("Input.Goal", "nojd-hemtjanst"), ("Input.Month", month)];

        using var empty = await gunilla.PostAsync($"{Room}/mal", $"{Room}/mal", [.. about, ("Input.State", ""), ("Input.Text", "Det går framåt.")]);
        using var noted = await gunilla.PostAsync($"{Room}/mal", $"{Room}/mal", [.. about, ("Input.State", "Partly"), ("Input.Text", "Det går framåt.")]);
        using var again = await gunilla.PostAsync($"{Room}/mal", $"{Room}/mal", [.. about, ("Input.State", "OnTheWay"), ("Input.Text", "Nu är det klart.")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("Det går framåt.", (await Visitor.ParseAsync(empty)).QuerySelector("#Input-Text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
        var text = await TextAsync($"{Public}/mal");
        Assert.True(text.IndexOf("Nu är det klart.", StringComparison.Ordinal) < text.IndexOf("Det går framåt.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plans_stand_late_first_and_are_followed_up_in_public()
    {
        using var gunilla = await web.StaffAsync("Gunilla Provgren");
        var page = await gunilla.PageAsync($"{Room}/atgarder");
        var form = page.QuerySelectorAll("form").First(f => f.QuerySelector("input[name='Follow.Plan']") is not null);
        (string, string)[] plan =
        [
            ("Follow.Plan", form.QuerySelector("input[name='Follow.Plan']")!.GetAttribute("value")!), ("Follow.Version", form.QuerySelector("input[name='Follow.Version']")!.GetAttribute("value")!),
            ("Follow.Status", "Done"),
        ];

        using var silent = await gunilla.PostAsync($"{Room}/atgarder", $"{Room}/atgarder?handler=Follow", [.. plan, ("Follow.Note", "")]);
        using var told = await gunilla.PostAsync($"{Room}/atgarder", $"{Room}/atgarder?handler=Follow", [.. plan, ("Follow.Note", "Alla enheter använder rutinen.")]);
        using var stale = await gunilla.PostAsync($"{Room}/atgarder", $"{Room}/atgarder?handler=Follow", [.. plan, ("Follow.Note", "En gång till.")]);

        Assert.Equal("20 dagar försenat", page.QuerySelector(".uppgifter .status")!.TextContent);
        Assert.Contains("/underlag/f", page.QuerySelector(".uppgifter a[href*='/rapporter/']")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Equal(HttpStatusCode.Found, told.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("Alla enheter använder rutinen.", await TextAsync(Public), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_is_added_for_a_finding_and_a_number_that_is_not_there_is_refused()
    {
        using var gunilla = await web.StaffAsync("Gunilla Provgren");
        (string, string)[] plan =
        [
            ("Input.Finding", "Många väntar länge"), ("Input.Measure", "Anställer två till"), ("Input.Responsible", "Verksamhetschefen"), ("Input.Start", "2030-01-01"), ("Input.Due", "2030-06-01"),
        ];

        using var unknown = await gunilla.PostAsync($"{Room}/atgarder", $"{Room}/atgarder", [.. plan, ("Input.Report", "VON 2020:7"), ("Input.Figure", "f1")]);
        using var backwards = await gunilla.PostAsync($"{Room}/atgarder", $"{Room}/atgarder", [.. plan[..4], ("Input.Due", "2029-06-01")]);
        using var added = await gunilla.PostAsync($"{Room}/atgarder", $"{Room}/atgarder", plan);

        Assert.All([unknown, backwards], r => Assert.Equal(HttpStatusCode.UnprocessableEntity, r.StatusCode));
        Assert.Equal("Många väntar länge", (await Visitor.ParseAsync(unknown)).QuerySelector("#Input-Finding")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.Found, added.StatusCode);
        Assert.Contains("Anställer två till", await TextAsync(Public), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_writes_a_goal_and_chooses_who_follows_it_by_what()
    {
        using var omar = await web.StaffAsync("Omar Testare");
        var page = await omar.PageAsync("/administration/mal/nytt");
        var measure = page.QuerySelectorAll("input[name='Input.Measures']").First(m => m.GetAttribute("value")!.EndsWith("|Hemtjänst", StringComparison.Ordinal)).GetAttribute("value")!;
        var committee = page.QuerySelectorAll("label").First(l => l.TextContent.Contains("Vård", StringComparison.Ordinal)).QuerySelector("input")!.GetAttribute("value")!;

        using var nobody = await omar.PostAsync("/administration/mal/nytt", null, ("Input.Version", "0"), ("Input.Text", "Alla hörs"), ("Input.IsActive", "true"));
        using var written = await omar.PostAsync(
            "/administration/mal/nytt", null, ("Input.Version", "0"), ("Input.Text", "Alla hörs"), ("Input.IsActive", "true"), ("Input.Committees", committee), ("Input.Measures", measure));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.StatusCode);
        Assert.Equal(HttpStatusCode.Found, written.StatusCode);
        Assert.Contains("Alla hörs", await TextAsync($"{Public}/mal"), StringComparison.Ordinal);
    }

    private async Task<string> TextAsync(string address)
    {
        using var anonymous = web.Anonymous();
        return (await anonymous.PageAsync(address)).QuerySelector("main")!.TextContent;
    }
}
