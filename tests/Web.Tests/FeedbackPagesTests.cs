using System.Net;
using AngleSharp.Dom;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Reports;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>The committee's answer from the late promise to the mail, through the pages. Each test begins with a fresh, late Exempelby.</summary>
public class FeedbackPagesTests : IAsyncLifetime
{
    private const string Room = "/namndrum/samhallsbyggnadsnamnden";
    private const string Answer = $"{Room}/svar/stortorget";
    private const string Decision = "/radslag/stortorget/beslut";

    private readonly ScenarioFixture web = new("försenat");

    public ValueTask InitializeAsync() => web.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return web.DisposeAsync();
    }

    [Fact]
    public async Task The_pages_say_by_themselves_that_the_answer_is_late()
    {
        using var anonymous = web.Anonymous();
        foreach (var address in new[] { "/radslag/stortorget", Decision, "/du-sa-vi-gjorde", "/namnder/samhallsbyggnadsnamnden" })
        {
            var page = await anonymous.PageAsync(address);

            Assert.True(page.QuerySelector("main")!.TextContent.Contains("7 dagar försenat", StringComparison.Ordinal), address);
        }
    }

    [Fact]
    public async Task The_room_is_closed_for_others_and_leads_straight_to_ones_own()
    {
        using var karin = await web.StaffAsync("Karin Mallberg");
        using var outsider = await OtherSecretaryAsync();

        using var way = await karin.GetAsync("/namndrum");
        using var others = await outsider.GetAsync(Room);
        using var othersAnswer = await outsider.GetAsync(Answer);
        using var missing = await karin.GetAsync($"{Room}/svar/finns-inte");

        Assert.Equal(Room, way.Headers.Location!.ToString());
        Assert.All([others, othersAnswer, missing], r => Assert.Equal(HttpStatusCode.NotFound, r.StatusCode));
        var room = await karin.PageAsync(Room);
        Assert.Equal("7 dagar försenat", room.QuerySelectorAll("li").Single(l => l.QuerySelector("a[href$='/svar/stortorget']") is not null).QuerySelector(".status.fel")!.TextContent);
    }

    [Fact]
    public async Task The_form_begins_with_a_point_per_theme_and_keeps_everything_when_something_is_missing()
    {
        using var karin = await web.StaffAsync("Karin Mallberg");
        var page = await karin.PageAsync(Answer);
        var fields = Fields(page);
        Assert.Equal(9, fields.Count(f => f.Name.EndsWith(".Heading", StringComparison.Ordinal)));

        using var sent = await karin.PostAsync(Answer, Answer, [.. Set(fields, ("Input.Summary", "Nämnden bygger <b>Gröna torget</b>.")), ("gor", "skicka")]);
        var refused = await Visitor.ParseAsync(sent);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        Assert.Contains(refused.QuerySelectorAll(".fellista a"), a => a.GetAttribute("href") == "#Input-Points-0--Decision");
        Assert.Equal("Nämnden bygger <b>Gröna torget</b>.", refused.QuerySelector("#Input-Summary")!.TextContent.Trim());
        Assert.All(refused.QuerySelectorAll(".fellista a"), a => Assert.NotNull(refused.QuerySelector(a.GetAttribute("href")!)));
        Assert.Equal(FeedbackState.Draft, (await SavedAsync())!.State);
    }

    [Fact]
    public async Task Points_are_added_and_taken_away_and_texts_that_are_too_long_come_back()
    {
        using var karin = await web.StaffAsync("Karin Mallberg");
        using var added = await karin.PostAsync(Answer, Answer, [.. Fields(await karin.PageAsync(Answer)), ("gor", "punkt")]);
        var withTen = Fields(await karin.PageAsync(Answer));
        using var removed = await karin.PostAsync(Answer, Answer, [.. withTen, ("gor", "bort-9")]);
        var nine = await karin.PageAsync(Answer);

        using var tooLong = await karin.PostAsync(Answer, Answer, [.. Set(Fields(nine), ("Input.Points[0].WeDo", new string('å', 201))), ("gor", "spara")]);
        var refused = await Visitor.ParseAsync(tooLong);

        Assert.EndsWith("#p9", added.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(10, withTen.Count(f => f.Name.EndsWith(".Heading", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Found, removed.StatusCode);
        Assert.Equal(9, nine.QuerySelectorAll("input[name$='.Heading']").Length);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.StatusCode);
        Assert.Equal(new string('å', 201), refused.QuerySelector("#Input-Points-0--WeDo")!.TextContent.Trim());
        Assert.Contains("1 tecken för lång", refused.QuerySelector("#Input-Points-0--WeDo-fel")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_slower_of_two_secretaries_sees_both_texts_and_saves_again()
    {
        using var karin = await web.StaffAsync("Karin Mallberg");
        using var second = await web.StaffAsync("Karin Mallberg");
        var seen = Fields(await second.PageAsync(Answer));
        using var first = await karin.PostAsync(Answer, Answer, [.. Set(Fields(await karin.PageAsync(Answer)), ("Input.Summary", "Karins text")), ("gor", "spara")]);

        using var stale = await second.PostAsync(Answer, Answer, [.. Set(seen, ("Input.Summary", "Den andras text")), ("gor", "spara")]);
        var both = await Visitor.ParseAsync(stale);
        using var again = await second.PostAsync(Answer, Answer, [.. Fields(both), ("gor", "spara")]);

        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("Karins text", both.QuerySelector(".nu-sparat")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Den andras text", both.QuerySelector("#Input-Summary")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
        Assert.Equal("Den andras text", (await SavedAsync())!.Summary);
    }

    [Fact]
    public async Task The_secretary_writes_the_chair_approves_everyone_reads_and_who_follows_is_mailed_once()
    {
        var resident = new Resident("bevakar@exempelby.example", TimeProvider.System.GetUtcNow().AddDays(-3));
        resident.ChooseName("Bevakaren");
        await web.AddAsync(resident);
        using var follower = web.SignedIn(web.ResidentCookie(resident));
        using var followed = await follower.PostAsync("/radslag/stortorget", "/radslag/stortorget/bevaka", ("till", "/radslag/stortorget"), ("bevaka", "ja"));
        using var karin = await web.StaffAsync("Karin Mallberg");
        using var bengt = await web.StaffAsync("Bengt Exempelström");
        using var siv = await web.StaffAsync("Siv Provlund");

        using var sent = await karin.PostAsync(Answer, Answer, [.. Complete(Fields(await karin.PageAsync(Answer))), ("gor", "skicka")]);
        var forChair = await bengt.PageAsync(Answer);

        // Their own pages have no such form, so the token is that of another.
        using var karinApproves = await karin.PostAsync("/logga-ut", $"{Answer}?handler=Approve", Version(forChair));
        using var sivApproves = await siv.PostAsync("/logga-ut", $"{Answer}?handler=Approve", Version(forChair));
        using var approved = await bengt.PostAsync(Answer, $"{Answer}?handler=Approve", Version(forChair));
        using var anonymous = web.Anonymous();
        var page = await anonymous.PageAsync(Decision);

        Assert.Equal("/radslag/stortorget", followed.Headers.Location!.ToString());
        Assert.Equal(Room, sent.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Forbidden, karinApproves.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, sivApproves.StatusCode);
        Assert.Equal(HttpStatusCode.Found, approved.StatusCode);
        Assert.Equal(9, page.QuerySelectorAll(".punkt").Length);
        Assert.Contains("Nämnden bygger.", page.QuerySelector(".ingress")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nämnden bygger.", await web.MailAsync(resident.Email), StringComparison.Ordinal);
        Assert.Single(web.Mailbox.Mails, m => m.To == resident.Email);
    }

    [Fact]
    public async Task After_publication_the_secretary_follows_up_and_a_note_is_needed()
    {
        await using var answered = await ScenarioFixture.StartAsync("besvarat");
        using var karin = await answered.StaffAsync("Karin Mallberg");
        var page = await karin.PageAsync(Answer);
        var point = page.QuerySelector("input[name='Follow.Point']")!.GetAttribute("value")!;

        using var silent = await karin.PostAsync(Answer, $"{Answer}?handler=Follow", Version(page), ("Follow.Point", point), ("Follow.Status", "Underway"), ("Follow.Note", ""), ("Follow.When", "maj 2028"));
        var refused = await Visitor.ParseAsync(silent);
        using var told = await karin.PostAsync(Answer, $"{Answer}?handler=Follow", Version(page), ("Follow.Point", point), ("Follow.Status", "Underway"), ("Follow.Note", "Projekteringen har börjat."), ("Follow.When", "maj 2028"));
        using var anonymous = answered.Anonymous();
        var decision = await anonymous.PageAsync(Decision);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Equal("maj 2028", refused.QuerySelector("#Follow-When")!.GetAttribute("value"));
        Assert.NotNull(refused.QuerySelector("#Follow-Note-fel"));
        Assert.Equal(HttpStatusCode.Found, told.StatusCode);
        Assert.Contains("Projekteringen har börjat.", decision.QuerySelector(".sido")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Pågår · klart maj 2028", decision.QuerySelector(".punkt")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_ends_what_is_answered_and_everyone_reads_why()
    {
        const string run = "/arbetsyta/radslag/stortorget/hantera";
        await using var answered = await ScenarioFixture.StartAsync("besvarat");
        using var early = await web.StaffAsync("Maria Demolund");
        using var maria = await answered.StaffAsync("Maria Demolund");
        using var karin = await answered.StaffAsync("Karin Mallberg");
        var choices = await maria.PageAsync(run);
        (string, string)[] form = [.. Fields(await maria.PageAsync($"{run}?gor=Archive")), ("gor", "Archive")];

        using var tooEarly = await early.GetAsync($"{run}?gor=Archive");
        using var silent = await maria.PostAsync($"{run}?gor=Archive", run, form);
        using var done = await maria.PostAsync($"{run}?gor=Archive", run, [.. Set(form, ("Input.Reason", "Torget är byggt."))]);
        using var followed = await karin.GetAsync(Answer);
        using var anonymous = answered.Anonymous();
        var page = await anonymous.PageAsync("/radslag/stortorget/spelregler");

        Assert.Contains(choices.QuerySelectorAll(".uppgifter a"), a => a.TextContent == "Avsluta");
        Assert.Equal(run, tooEarly.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        Assert.Equal(HttpStatusCode.OK, followed.StatusCode);
        Assert.Contains("Torget är byggt.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await maria.PageAsync($"{run}?gor=Archive")).QuerySelectorAll("form [name='gor'][value=Archive]"));
        using var again = await maria.PostAsync($"{run}?gor=Notice", run, [.. Set(form, ("Input.Reason", "En gång till."))]);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task Who_has_not_signed_in_is_sent_to_do_so_and_back_again()
    {
        using var anonymous = web.Anonymous();
        var page = await anonymous.PageAsync("/radslag/stortorget");
        var button = page.QuerySelector(".bevaka a")!.GetAttribute("href")!;

        var follow = await anonymous.PageAsync(button);
        using var posted = await anonymous.PostAsync("/", "/radslag/stortorget/bevaka", ("bevaka", "ja"));

        Assert.StartsWith("/logga-in?till=%2Fradslag%2Fstortorget%2Fbevaka", follow.QuerySelector("main a.knapp")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.True(posted.StatusCode is HttpStatusCode.Found or HttpStatusCode.BadRequest);
        Assert.Equal(0, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM consultation_following"));
    }

    [Fact]
    public async Task A_short_address_leads_to_the_answer_and_nowhere_before_there_is_one()
    {
        using var anonymous = web.Anonymous();

        using var answered = await anonymous.GetAsync("/du-sa-vi-gjorde/badbrygga-i-norrstrand");
        using var late = await anonymous.GetAsync("/du-sa-vi-gjorde/stortorget");

        Assert.Equal("/radslag/badbrygga-i-norrstrand/beslut", answered.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    private async Task<Visitor> OtherSecretaryAsync()
    {
        var committee = await web.ReadAsync(db => db.Set<Domain.Organisation.Committee>().SingleAsync(c => c.ShortName == "KFN"));
        var staff = new StaffMember(Guid.CreateVersion7(), "Sara Provmark", "nämndsekreterare", "", [new StaffRole(Role.CommitteeSecretary, committee.Id)]);
        await web.AddAsync(staff);
        return web.SignedIn(web.StaffCookie(staff));
    }

    private Task<DecisionFeedback?> SavedAsync() => web.ReadAsync(db =>
        db.Set<DecisionFeedback>().AsNoTracking().SingleOrDefaultAsync(f => db.Set<Domain.Consultations.Consultation>().Any(c => c.Id == f.DialogueId && c.Slug == "stortorget")));

    private static (string Name, string Value) Version(IDocument page) =>
        ("Version", page.QuerySelector("input[name=Version]")?.GetAttribute("value") ?? "0");

    /// <summary>What a browser would send of the answer's form.</summary>
    private static List<(string Name, string Value)> Fields(IDocument page) =>
    [
        .. page.QuerySelectorAll("input[name='Version'], input[name^='Input.'], textarea[name^='Input.']")
            .Where(e => e.GetAttribute("type") != "radio" || e.HasAttribute("checked"))
            .Select(e => (e.GetAttribute("name")!, e.LocalName == "textarea" ? e.TextContent.TrimStart('\n') : e.GetAttribute("value") ?? ""))
            .DistinctBy(f => f.Item1),
    ];

    private static IEnumerable<(string Name, string Value)> Set(IEnumerable<(string Name, string Value)> fields, params (string Name, string Value)[] values) =>
        fields.Where(f => values.All(v => v.Name != f.Name)).Concat(values);

    private static IEnumerable<(string Name, string Value)> Complete(List<(string Name, string Value)> fields)
    {
        var points = fields.Count(f => f.Name.EndsWith(".Heading", StringComparison.Ordinal));
        return Set(fields,
        [
            .. Enumerable.Range(0, points).SelectMany(i => new[] { ($"Input.Points[{i}].Decision", "No"), ($"Input.Points[{i}].Why", "Det ryms inte.") }),
            ("Input.Summary", "Nämnden bygger."), ("Input.Changed", "ja"), ("Input.ChangedWhat", "Värmeslingor."), ("Input.MeetingDay", "2026-11-20"), ("Input.Paragraph", "§ 7"),
        ]);
    }
}
