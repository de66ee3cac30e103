using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>The officers' pages of draws with the real job behind them, and what anybody sees.</summary>
public class DrawPagesTests(WebFixture web) : IClassFixture<WebFixture>
{
    private const string New = "/arbetsyta/lottningar/ny";

    [Fact]
    public async Task From_two_files_to_a_panel_with_a_replacement()
    {
        using var officer = await web.StaffAsync(Role.Officer);
        using var colleague = await web.StaffAsync(Role.Officer);
        using var anybody = web.Anonymous();

        using var sent = await UploadAsync(officer, TestData.DrawPeople(120), TestData.DrawQuotas, "Panelen om bron");
        var page = sent.Headers.Location!.ToString();
        Assert.Equal("/arbetsyta/lottningar/panelen-om-bron", page);
        await FollowAsync(officer, page, "Räkna fram chanserna", ("Minutes", "5"));
        var computed = await DoneAsync(officer, page);
        Assert.Contains("Bevisat", computed.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(computed.QuerySelector("figure svg"));
        using var early = await anybody.GetAsync("/lottningar/panelen-om-bron");
        Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);

        var soon = TimeProvider.System.GetUtcNow().AddHours(2).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        await FollowAsync(officer, page, "Lås och publicera", ("SeedSource", "Tolv tärningskast"), ("SeedFrom", soon), ("InputIsOpen", "true"));
        var published = await anybody.PageAsync("/lottningar/panelen-om-bron");
        Assert.Contains((await DrawAsync("panelen-om-bron")).PortfolioFingerprint, published.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Ärla Påhittad", published.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null((await officer.PageAsync(page)).QuerySelector("#Seed"));

        await web.ExecuteAsync($"UPDATE panel_draw SET published_at = now() - interval '1 hour', seed_from = now() - interval '1 minute' WHERE slug = 'panelen-om-bron'");
        await FollowAsync(officer, page, "Skriv in fröet", ("Seed", TestData.DrawSeed), ("Witness", "Kim Vittnesson"));
        Assert.Null((await officer.PageAsync(page)).QuerySelector("#Seed"));
        Assert.DoesNotContain(TestData.DrawSeed, (await colleague.PageAsync(page)).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(TestData.DrawSeed, (await anybody.PageAsync("/lottningar/panelen-om-bron")).Body!.TextContent, StringComparison.Ordinal);
        await FollowAsync(colleague, page, "Lotta panelen", ("Seed", TestData.DrawSeed));

        var drawn = await DrawAsync("panelen-om-bron");
        Assert.Equal(12, (await officer.PageAsync(page)).QuerySelectorAll("section[aria-labelledby=panelen] tbody tr").Length);
        await FollowAsync(officer, page, "Lotta en ersättare", ("Number", drawn.Panel[0]), ("Reason", "Ringde 12 januari"));
        var end = await anybody.PageAsync("/lottningar/panelen-om-bron");
        Assert.Contains($"{drawn.Panel[0]} tackade nej och ersätts av", end.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"--seed '{TestData.DrawSeed}'", end.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        foreach (var link in end.QuerySelectorAll("a[download]"))
        {
            using var file = await anybody.GetAsync(link.GetAttribute("href")!);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        }
    }

    [Fact]
    public async Task Errors_stand_in_a_table_by_file_row_and_column_with_what_was_typed_kept()
    {
        using var officer = await web.StaffAsync(Role.Officer);

        using var sent = await UploadAsync(officer, TestData.DrawPeople(30).Replace("kvinna;16–29", "kvinna;gammal", StringComparison.Ordinal), TestData.DrawQuotas, "Panelen med fel");
        var shown = await Visitor.ParseAsync(sent);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        Assert.Equal("De som kan lottas|2|ålder|”gammal” finns inte bland kvoterna", string.Join('|', shown.QuerySelector("tbody tr")!.Children.Select(c => c.TextContent)));
        Assert.NotNull(shown.QuerySelector(".felruta a[href='#Input-Respondents']"));
        Assert.Equal(("Panelen med fel", "12", "adress, postnummer", "nr", "5"), (Value("Name"), Value("Size"), Value("Household"), Value("IdColumn"), Value("Limit")));
        Assert.False(await web.ReadAsync(db => db.Set<PanelDraw>().AnyAsync(d => d.Slug == "panelen-med-fel")));

        string? Value(string field) => shown.QuerySelector($"#Input-{field}")!.GetAttribute("value");
    }

    [Theory]
    [InlineData("", "12", "#Input-Name", "Skriv ett namn")]
    [InlineData("Panelen", "tolv", "#Input-Size", "Skriv antalet platser")]
    public async Task A_field_that_is_wrong_is_pointed_at(string name, string size, string field, string sentence)
    {
        using var officer = await web.StaffAsync(Role.Officer);

        using var sent = await UploadAsync(officer, TestData.DrawPeople(30), TestData.DrawQuotas, name, size);

        var link = (await Visitor.ParseAsync(sent)).QuerySelector($".felruta a[href='{field}']");
        Assert.Contains(sentence, link!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draw_that_is_being_computed_shows_its_gap_again_after_a_reload_and_without_script()
    {
        var draw = await AddAsync(PanelDrawState.Checked, "Panelen som räknas");
        var task = new LongTask(Application.Draws.StartDrawHandler.Job, draw.Id, Guid.Empty, TimeProvider.System.GetUtcNow());
        task.Report("draw.step.compute", 3, 10, TimeProvider.System.GetUtcNow());
        await web.AddAsync(task, new DrawProgress(draw.Id));
        await web.ExecuteAsync($"UPDATE draw_progress SET level = 2, fixed = 3, groups = 10, panels = 44, floor = 0.0661, bound = 0.0683 WHERE draw_id = {draw.Id}");
        using var officer = await web.StaffAsync(Role.Officer);

        using var shown = await officer.GetAsync($"/arbetsyta/lottningar/{draw.Slug}");
        var html = await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var part = (await Visitor.ParseAsync(shown)).QuerySelector("[data-framsteg]")!;

        Assert.Contains("3 av 10 grupper klara, 44 paneler prövade. Lägsta chans i steget: 6,61 % nu, 6,83 % är det högsta möjliga", part.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/arbetsyta/lottningar/{draw.Slug}", part.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("<noscript><meta http-equiv=\"refresh\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotas_that_cannot_be_kept_are_told_in_plain_words_with_a_button()
    {
        var draw = await AddAsync(PanelDrawState.Impossible, "Panelen som inte går", TestData.DrawQuotas.Replace("kön;kvinna;5;7\nkön;man;5;7", "kön;kvinna;8;8\nkön;man;5;7", StringComparison.Ordinal));
        using var officer = await web.StaffAsync(Role.Officer);
        var page = $"/arbetsyta/lottningar/{draw.Slug}";

        Assert.Matches("kön, (kvinna|man): från (8|5–7) till [4-8]", (await officer.PageAsync(page)).Body!.TextContent);
        await FollowAsync(officer, page, "Ändra kvoterna så och försök igen");

        Assert.Contains("nytt försök med ändrade kvoter", (await officer.PageAsync(page)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found()
    {
        using var officer = await web.StaffAsync(Role.Officer);

        foreach (var address in new[] { "/arbetsyta/lottningar/finns-inte", "/lottningar/finns-inte", "/lottningar/finns-inte/panel.csv" })
        {
            using var answer = await officer.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private async Task<PanelDraw> AddAsync(PanelDrawState state, string name, string quotas = TestData.DrawQuotas)
    {
        await using var scope = web.Services.CreateAsyncScope();
        return await new TestData(scope.ServiceProvider).DrawAsync(state, name, quotas);
    }

    private Task<PanelDraw> DrawAsync(string slug) => web.ReadAsync(db => db.Set<PanelDraw>().AsNoTracking().SingleAsync(d => d.Slug == slug));

    private static async Task FollowAsync(Visitor visitor, string page, string button, params (string Name, string Value)[] fields)
    {
        using var sent = await visitor.PressAsync(page, button, fields);
        Assert.True(sent.StatusCode == HttpStatusCode.Found, $"{button}: {sent.StatusCode} {(await Visitor.ParseAsync(sent)).QuerySelector(".felruta")?.TextContent}");
    }

    private static async Task<HttpResponseMessage> UploadAsync(Visitor officer, string people, string quotas, string name, string size = "12")
    {
        var token = (await officer.PageAsync(New)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var parts = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(name), "Input.Name" }, { new StringContent(size), "Input.Size" },
            { new StringContent("adress, postnummer"), "Input.Household" }, { new StringContent("nr"), "Input.IdColumn" }, { new StringContent("5"), "Input.Limit" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(people)), "Input.Respondents", "svarande.csv" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(quotas)), "Input.Categories", "kvoter.csv" },
        };
        return await officer.Http.PostAsync(new Uri(New, UriKind.Relative), parts, TestContext.Current.CancellationToken);
    }

    /// <summary>The page when the job behind it has ended.</summary>
    private static async Task<IDocument> DoneAsync(Visitor officer, string page)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await pause.WaitForNextTickAsync(patience.Token))
        {
            if (await officer.PageAsync(page) is { } shown && shown.QuerySelector("[data-framsteg]") is null)
            {
                return shown;
            }
        }

        throw new InvalidOperationException("The job did not end.");
    }
}
