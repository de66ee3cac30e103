using System.Globalization;
using System.Net;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Ideas;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>Ideas from being written to being done, as persons without script send, read and answer them.</summary>
public partial class IdeaPagesTests(WebFixture web) : IClassFixture<WebFixture>
{
    private static readonly DateOnly Today = TimeProvider.System.SwedishToday();

    [Fact]
    public async Task An_idea_is_written_read_through_and_sent_and_a_moderator_lets_it_out()
    {
        var resident = new Resident($"{Guid.CreateVersion7():N}@exempelby.example", TimeProvider.System.GetUtcNow());
        resident.ChooseName("Ärla Åkerö");
        await web.AddAsync(resident);
        using var author = web.SignedIn(web.ResidentCookie(resident));
        var (title, key) = ("Drickskran vid lekplatsen", RandomId.New().ToString());
        (string, string)[] typed = [("nyckel", key), ("rubrik", title), ("text", "Barnen blir törstiga."), ("plats", "Centrum")];

        using var reviewed = await author.PostAsync("/ideer/ny", null, typed);
        var review = await Visitor.ParseAsync(reviewed);
        Assert.Equal("Läs igenom din idé", review.QuerySelector("h1")!.TextContent);
        Assert.Equal(title, review.QuerySelector("#din")!.TextContent);
        using var edited = await author.PostAsync("/ideer/ny", "/ideer/ny?handler=Edit", typed);
        Assert.Equal("Barnen blir törstiga.", (await Visitor.ParseAsync(edited)).QuerySelector("#text")!.TextContent.Trim());
        var mine = await RedirectedAsync(author.PostAsync("/ideer/ny", "/ideer/ny?handler=Send", typed));
        await RedirectedAsync(author.PostAsync("/ideer/ny", "/ideer/ny?handler=Send", typed));

        Assert.Equal("/ideer/mina", mine);
        var idea = await web.ReadAsync(db => db.Set<Idea>().AsNoTracking().SingleAsync(i => i.Title == title));
        var own = await author.PageAsync("/ideer/mina");
        Assert.Contains("Bara du och kommunen ser den", own.QuerySelector($"#ide-{idea.Number}")!.TextContent, StringComparison.Ordinal);
        using var anybody = web.Anonymous();
        using var unseen = await anybody.GetAsync($"/ideer/drickskran-vid-lekplatsen-{idea.Number}");
        Assert.Equal(HttpStatusCode.NotFound, unseen.StatusCode);

        using var moderator = await web.StaffAsync(Role.Moderator);
        await RedirectedAsync(moderator.PressAsync($"/arbetsyta/ideer/{idea.Number}", "Visa för alla"));
        Assert.Contains("Ett första svar kommer senast", await web.MailAsync(resident.Email, "visas nu"), StringComparison.Ordinal);
        using var elsewhere = await anybody.GetAsync($"/ideer/annat-namn-{idea.Number}");
        Assert.Equal($"/ideer/drickskran-vid-lekplatsen-{idea.Number}", elsewhere.Headers.Location?.OriginalString);
        var page = await anybody.PageAsync(elsewhere.Headers.Location!.OriginalString);
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("Ärla", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Steg 1 av 7: inskickad", page.QuerySelector("#stegen")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_what_was_typed_is_kept()
    {
        using var author = await web.ResidentAsync();

        using var empty = await author.PostAsync("/ideer/ny", null, ("nyckel", RandomId.New().ToString()), ("rubrik", new string('å', 91)), ("text", " "), ("plats", "Vid ån"), ("namn", "true"));
        using var numbered = await author.PostAsync("/ideer/ny", "/ideer/ny?handler=Send", ("nyckel", RandomId.New().ToString()), ("rubrik", "Fler bänkar"), ("text", "Ring 121212-1212"));

        var page = await Visitor.ParseAsync(empty);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Equal(["#rubrik", "#text"], page.QuerySelectorAll(".felruta a").Select(a => a.GetAttribute("href")!).Order(StringComparer.Ordinal));
        Assert.Equal(new string('å', 91), page.QuerySelector("#rubrik")!.GetAttribute("value"));
        Assert.Equal("Vid ån", page.QuerySelector("#plats")!.GetAttribute("value"));
        Assert.True(page.QuerySelector("#namn")!.HasAttribute("checked"));
        var refused = await Visitor.ParseAsync(numbered);
        Assert.Contains("personnummer", refused.QuerySelector(".felruta a[href='#text']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ring 121212-1212", refused.QuerySelector("#text")!.TextContent.Trim());
    }

    [Fact]
    public async Task What_is_there_already_is_shown_before_sending()
    {
        var earlier = await ShownAsync("Fler papperskorgar vid stranden");
        using var author = await web.ResidentAsync();

        using var reviewed = await author.PostAsync("/ideer/ny", null, ("nyckel", RandomId.New().ToString()), ("rubrik", "En papperskorg behövs"), ("text", "Det blåser skräp."));

        var link = (await Visitor.ParseAsync(reviewed)).QuerySelector("section[aria-labelledby=finns] a")!;
        Assert.Equal(("Fler papperskorgar vid stranden", $"/ideer/fler-papperskorgar-vid-stranden-{earlier.Number}"), (link.TextContent, link.GetAttribute("href")));
    }

    [Fact]
    public async Task Who_has_not_signed_in_is_led_to_it_and_staff_are_told_that_it_is_for_residents()
    {
        var idea = await ShownAsync("Cykelpump vid stationen");
        using var anybody = web.Anonymous();
        using var officer = await web.StaffAsync(Role.Officer);

        Assert.NotNull((await anybody.PageAsync("/ideer/ny")).QuerySelector("main a[href='/logga-in?till=%2Fideer%2Fny']"));
        Assert.NotNull((await anybody.PageAsync("/ideer/mina")).QuerySelector("main a[href='/logga-in?till=%2Fideer%2Fmina']"));
        Assert.NotNull((await anybody.PageAsync(Address(idea))).QuerySelector($"main a[href='/logga-in?till={Uri.EscapeDataString(Address(idea))}']"));
        Assert.Contains("för invånare", (await officer.PageAsync("/ideer/ny")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await officer.PageAsync(Address(idea))).QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Me_too_is_said_and_taken_back()
    {
        var idea = await ShownAsync("Solskydd vid sandlådan");
        using var neighbour = await web.ResidentAsync("Östen");

        await RedirectedAsync(neighbour.PressAsync(Address(idea), "Jag med"));
        var counted = (await neighbour.PageAsync(Address(idea))).QuerySelector("section[aria-labelledby=jagmed]")!.TextContent;
        await RedirectedAsync(neighbour.PressAsync(Address(idea), "Ta tillbaka mitt jag med"));
        var after = (await neighbour.PageAsync(Address(idea))).QuerySelector("section[aria-labelledby=jagmed]")!.TextContent;

        Assert.Contains("1 person säger jag med", counted, StringComparison.Ordinal);
        Assert.Contains("0 personer säger jag med", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Östen", counted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_takes_the_steps_and_everyone_reads_each_of_them()
    {
        var idea = await ShownAsync("Fler cykelställ vid biblioteket");
        using var officer = await web.StaffAsync(Role.Officer);
        var desk = $"/arbetsyta/ideer/{idea.Number}";

        await TakeAsync(officer, desk, 2, ("Input.Words", "Tack för en tydlig idé."));
        using var half = await officer.PressAsync(desk, "Spara och visa för alla", ("Input.Words", "Vi har tittat."), ("Input.For", "Fler cyklar."), ("Input.NextDay", Typed(Today)));
        var again = await Visitor.ParseAsync(half);
        await TakeAsync(officer, desk, 3, ("Input.Words", "Vi har tittat."), ("Input.For", "Fler cyklar."), ("Input.Against", "Det blir trångt."), ("Input.Outside", "En planerare"));
        await TakeAsync(officer, desk, 5, ("Input.Words", "Platsen ska byggas om."), ("Input.Decision", "No"));
        await TakeAsync(officer, desk, 3, ("Input.Words", "Ombygget blev inte av."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, half.StatusCode);
        Assert.Equal(["#Input-Against", "#Input-NextDay", "#Input-Outside"], again.QuerySelectorAll(".felruta a").Select(a => a.GetAttribute("href")!).Order(StringComparer.Ordinal));
        Assert.Equal("Fler cyklar.", again.QuerySelector("#Input-For")!.TextContent.Trim());
        Assert.Equal("Vi har tittat.", again.QuerySelector("#Input-Words")!.TextContent.Trim());
        Assert.All(again.QuerySelectorAll(".felruta a"), a => Assert.NotNull(again.QuerySelector(a.GetAttribute("href")!)!.Closest(".falt")!.QuerySelector(".feltext")));
        using var anybody = web.Anonymous();
        var page = await anybody.PageAsync(Address(idea));
        var lines = page.QuerySelectorAll("section[aria-labelledby=historik] h3").Select(h => h.TextContent);
        Assert.Equal(
            ["Steg 1: inskickad", "Steg 2: tack och första svar", "Steg 3: genomlyst", "Steg 5: beslut: ja, nej eller prövas", "Tillbaka till steg 3: genomlyst"], lines);
        Assert.Equal("Steg 3 av 7: genomlyst", page.QuerySelector("#stegen")!.TextContent);
        Assert.Contains("handläggare", page.QuerySelector("#rad-1")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Provquist", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Det blir trångt.", page.QuerySelector("#rad-2")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_first_answer_is_said_to_everyone_and_stands_first_at_work()
    {
        await ShownAsync("Ny gunga i Norrstrand");
        var idea = await ShownAsync("Bättre skyltar till badet");
        await web.ExecuteAsync($"UPDATE idea SET due_on = {Today.AddDays(-2)} WHERE id = {idea.Id}");
        using var anybody = web.Anonymous();
        using var officer = await web.StaffAsync(Role.Officer);

        var page = await anybody.PageAsync(Address(idea));
        var row = (await anybody.PageAsync("/ideer")).QuerySelector(".tradlista li")!;
        var queue = await officer.PageAsync("/arbetsyta/ideer");

        Assert.StartsWith("Sen: det första svaret skulle ha kommit", page.QuerySelector(".notis.obs p")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Bättre skyltar till badet", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sen: det första svaret", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("1 första svar är sent", queue.QuerySelector("h1")!.TextContent);
        Assert.Equal("Bättre skyltar till badet", queue.QuerySelector("section[aria-labelledby=stegen] li a")!.TextContent);
        await web.ExecuteAsync($"UPDATE idea SET due_on = {Today.AddDays(2)} WHERE id = {idea.Id}");
    }

    [Fact]
    public async Task Each_reads_and_answers_what_is_theirs_and_a_refusal_names_a_rule()
    {
        var idea = await ShownAsync("Köp min begagnade cykel");
        await web.AddAsync(new Committee("tekniska", "Tekniska nämnden", "TN"));
        using var moderator = await web.StaffAsync(Role.Moderator);
        using var officer = await web.StaffAsync(Role.Officer);
        var desk = $"/arbetsyta/ideer/{idea.Number}";

        var read = await moderator.PageAsync(desk);
        var answered = await officer.PageAsync(desk);
        await RedirectedAsync(officer.PressAsync(desk, "Spara", ("namnd", "tekniska")));
        using var anybody = web.Anonymous();
        var of = await anybody.PageAsync("/ideer?namnd=tekniska");
        using var ruleless = await moderator.PressAsync(desk, "Visa inte");
        await RedirectedAsync(moderator.PressAsync(desk, "Visa inte", ("regel", "Ads")));
        using var gone = await anybody.GetAsync(Address(idea));

        Assert.DoesNotContain(read.QuerySelectorAll("main button"), b => b.TextContent.Contains("Spara", StringComparison.Ordinal));
        Assert.DoesNotContain(answered.QuerySelectorAll("main button"), b => b.TextContent.Contains("Visa inte", StringComparison.Ordinal));
        Assert.Equal("Idéer till Tekniska nämnden", of.QuerySelector("h1")!.TextContent);
        Assert.Contains("Köp min begagnade cykel", of.QuerySelector(".tradlista")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await Visitor.ParseAsync(ruleless)).QuerySelector(".felruta a[href='#regel']"));
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Its_author_chooses_to_be_named_and_takes_it_back()
    {
        var resident = new Resident($"{Guid.CreateVersion7():N}@exempelby.example", TimeProvider.System.GetUtcNow());
        resident.ChooseName("Tora Tack");
        await web.AddAsync(resident);
        var idea = await ShownAsync("Kompost på torget", resident);
        using var author = web.SignedIn(web.ResidentCookie(resident));

        await RedirectedAsync(author.PressAsync("/ideer/mina", "Spara, Kompost på torget", ("namn", "true")));
        var wished = await author.PageAsync("/ideer/mina");
        await RedirectedAsync(author.PressAsync("/ideer/mina", "Ja, ta tillbaka, Kompost på torget"));
        using var anybody = web.Anonymous();
        using var gone = await anybody.GetAsync(Address(idea));

        Assert.True(wished.QuerySelector($"#ide-{idea.Number}-namn")!.HasAttribute("checked"));
        Assert.False(wished.QuerySelector($"#ide-{idea.Number}-mejl")!.HasAttribute("checked"));
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Contains("Du har tagit tillbaka idén", (await author.PageAsync(Address(idea))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static string Address(Idea idea) => Application.Ideas.IdeaAddress.Path(idea.Title, idea.Number);

    private static string Typed(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<string> RedirectedAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        Assert.True(response.StatusCode == HttpStatusCode.Found, $"{response.StatusCode}: {(await Visitor.ParseAsync(response)).QuerySelector(".felruta")?.TextContent}");
        return response.Headers.Location!.OriginalString;
    }

    private static Task<string> TakeAsync(Visitor officer, string desk, int step, params (string, string)[] fields) =>
        RedirectedAsync(officer.PressAsync($"{desk}?till={step}", "Spara och visa för alla", [.. fields, ("Input.NextDay", Typed(Today.AddDays(14)))]));

    private async Task<Idea> ShownAsync(string title, Resident? author = null)
    {
        author ??= new Resident($"{Guid.CreateVersion7():N}@exempelby.example", TimeProvider.System.GetUtcNow());
        var now = TimeProvider.System.GetUtcNow();
        var idea = Idea.Send(author.Id, new IdeaText(title, "Det vore bra för många.", ""), mayName: false, RandomId.New(), 0, now, Today).Value!;
        Assert.True(idea.Show(by: Guid.Empty, now).IsSuccess);
        await web.ReadAsync(async db =>
        {
            if (!await db.Set<Resident>().AnyAsync(r => r.Id == author.Id))
            {
                db.Add(author);
            }

            db.Add(idea);
            return await db.SaveChangesAsync();
        });
        return idea;
    }
}
