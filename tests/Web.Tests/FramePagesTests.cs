using System.Net;
using System.Text;
using AngleSharp.Dom;
using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>The officer's pages, with the real jobs behind them.</summary>
public class FramePagesTests(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Columns = "namn;adress;postnummer;ort;födelsedatum";

    private static string Today => TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_file_is_checked_brought_in_printed_fetched_and_let_go_of()
    {
        var page = await DialogueAsync("resan");
        using var officer = await web.StaffAsync(Role.Officer);

        using var @checked = await UploadAsync(officer, page, TestData.FrameCsv(12));
        Assert.Equal(HttpStatusCode.Found, @checked.StatusCode);
        Assert.Contains("12 personer läses in", (await officer.PageAsync(page)).Body!.TextContent, StringComparison.Ordinal);

        await PressAsync(officer, page, "Import");
        Assert.Contains("12 personer", (await DoneAsync(officer, page)).QuerySelector(".meta")!.TextContent, StringComparison.Ordinal);

        await PressAsync(officer, page, "Letters");
        var printed = await DoneAsync(officer, page);
        Assert.Contains("12 brev", printed.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(printed.QuerySelector("input[type=file]"));

        using var pdf = await PressAsync(officer, page, "Fetch");
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(await pdf.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.True(pdf.Headers.CacheControl!.NoStore);

        await PressAsync(officer, page, "Forget");
        Assert.Contains("Namn och adresser raderade", (await officer.PageAsync(page)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM audit_entry WHERE action = 'frame.lettersFetched'"));
        Assert.Equal(0, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM frame_person p JOIN frame f ON f.id = p.frame_id JOIN consultation c ON c.id = f.dialogue_id WHERE c.slug = 'resan' AND p.contact IS NOT NULL"));
    }

    [Fact]
    public async Task A_page_with_a_job_under_way_leaves_focus_alone_and_can_be_renewed_by_hand()
    {
        var page = await DialogueAsync("jobbet");
        using var officer = await web.StaffAsync(Role.Officer);
        var dialogue = await web.ReadAsync(db => db.Set<Consultation>().Where(c => c.Slug == "jobbet").Select(c => c.Id).SingleAsync());
        await web.AddAsync(new LongTask(IssueCodesHandler.Job, dialogue, Guid.Empty, TimeProvider.System.GetUtcNow()));

        using var shown = await officer.GetAsync(page);
        var html = await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var busy = await Visitor.ParseAsync(shown);

        Assert.Contains("<noscript><meta http-equiv=\"refresh\" content=\"60\"></noscript>", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("http-equiv=\"refresh\"").Length);
        var part = busy.QuerySelector("[data-framsteg]")!;
        Assert.NotEmpty(part.Id!);
        Assert.Equal(page, part.QuerySelector("a")!.GetAttribute("href"));
        Assert.Null(part.GetAttribute("role"));
    }

    [Fact]
    public async Task Errors_stand_in_a_table_by_line_and_column_with_what_was_typed_kept()
    {
        var page = await DialogueAsync("felen");
        using var officer = await web.StaffAsync(Role.Officer);

        using var sent = await UploadAsync(officer, page, $"{Columns}\nÅsa Öhr;Vägen 1;98100;Exempelby;1987-02-30\n;Vägen 2;98100;Exempelby;1987-02-03");
        var shown = await Visitor.ParseAsync(sent);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        Assert.Equal(
            ["2|födelsedatum|Inte ett datum som finns. Skriv som 1987-03-02", "3|namn|Saknas"],
            shown.QuerySelectorAll("tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent))));
        Assert.NotNull(shown.QuerySelector(".felruta a[href='#Input-File']"));
        Assert.Equal("Folkbokföringen", shown.QuerySelector("#Input-Source")!.GetAttribute("value"));
        Assert.DoesNotContain("Åsa Öhr", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(shown.QuerySelector("form[action*=Import]"));
    }

    [Theory]
    [InlineData("namn;adress\nx;y", "Kolumner saknas: postnummer, ort, födelsedatum. Första raden i filen har: namn, adress")]
    [InlineData("", "Välj en fil")]
    public async Task A_wrong_file_is_one_sentence(string file, string sentence)
    {
        var page = await DialogueAsync($"fil{file.Length}");
        using var officer = await web.StaffAsync(Role.Officer);

        using var sent = await UploadAsync(officer, page, file);

        Assert.Contains(sentence, (await Visitor.ParseAsync(sent)).QuerySelector(".felruta")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_code_is_exchanged_and_shown_once()
    {
        var page = await DialogueAsync("kodbyte", people: 1);
        var before = (await web.ReadAsync(db => db.Set<FramePerson>().AsNoTracking().Where(p => db.Set<Frame>().Any(f => f.Id == p.FrameId)).OrderByDescending(p => p.CodeIssuedAt).FirstAsync())).Selector!;
        using var officer = await web.StaffAsync(Role.Officer);

        using var listed = await officer.PostAsync($"{page}/kod", $"{page}/kod?handler=Name", ("Name", "påhittad0"));
        Assert.Equal(before, (await Visitor.ParseAsync(listed)).QuerySelector("button[name=Selector]")!.GetAttribute("value"));
        using var found = await officer.PostAsync($"{page}/kod", $"{page}/kod?handler=Find", ("Selector", before.ToLowerInvariant()));
        Assert.Contains($"Koden {before}", (await Visitor.ParseAsync(found)).Body!.TextContent, StringComparison.Ordinal);
        using var refused = await officer.PostAsync($"{page}/kod", $"{page}/kod?handler=Reissue", ("Selector", before), ("Reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var made = await officer.PostAsync($"{page}/kod", $"{page}/kod?handler=Reissue", ("Selector", before), ("Reason", "brevet kom bort"));

        var code = (await Visitor.ParseAsync(made)).QuerySelector(".kodgrupper")!.TextContent;
        Assert.True(made.Headers.CacheControl!.NoStore);
        using var resident = web.Anonymous();
        using var entered = await resident.PostAsync("/svara", null, ("kod", code));
        Assert.Equal("/radslag/kodbyte/svara", entered.Headers.Location?.ToString());
        using var gone = await officer.PostAsync($"{page}/kod", $"{page}/kod?handler=Revoke", ("Selector", before), ("Reason", "finns inte"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, gone.StatusCode);
        using var revoked = await officer.PostAsync($"{page}/kod", $"{page}/kod?handler=Revoke", ("Selector", code), ("Reason", "har flyttat"));
        Assert.Equal(HttpStatusCode.Found, revoked.StatusCode);
    }

    [Fact]
    public async Task A_dialogue_of_no_known_kind_is_not_found()
    {
        using var officer = await web.StaffAsync(Role.Officer);

        foreach (var address in new[] { "/arbetsyta/radslag/finns-inte/urval", "/arbetsyta/paneler/torget/urval", "/arbetsyta/radslag/finns-inte/urval/kod" })
        {
            using var answer = await officer.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private async Task<string> DialogueAsync(string slug, int people = 0)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var data = new TestData(scope.ServiceProvider);
        var consultation = await data.ConsultationAsync(slug: slug);
        if (people > 0)
        {
            await data.FrameAsync(consultation, people);
        }

        return $"/arbetsyta/radslag/{slug}/urval";
    }

    private static async Task<HttpResponseMessage> UploadAsync(Visitor officer, string page, string file)
    {
        var token = (await officer.PageAsync(page)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var parts = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("Folkbokföringen"), "Input.Source" },
            { new StringContent(Today), "Input.ReferenceDate" }, { new StringContent("16"), "Input.Youngest" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "Input.File", "urval.csv" },
        };
        return await officer.Http.PostAsync(new Uri($"{page}?handler=Check", UriKind.Relative), parts, TestContext.Current.CancellationToken);
    }

    private static async Task<HttpResponseMessage> PressAsync(Visitor officer, string page, string handler)
    {
        var form = (await officer.PageAsync(page)).QuerySelector($"form[action*='handler={handler}']")!;
        return await officer.PostAsync(page, form.GetAttribute("action"), [.. form.QuerySelectorAll("input[name=draft]").Select(i => ("draft", i.GetAttribute("value")!))]);
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
