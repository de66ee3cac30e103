using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>The officers' pages of the ledger with the real job behind them, and what other systems send with a key.</summary>
public class LedgerPagesTests(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Import = "/arbetsyta/underlag/importera";
    private const string Header = "period;verksamhet;från;väg;till;orsak;antal;brukare";

    [Fact]
    public async Task From_a_pasted_file_to_the_ledger_and_out_of_it_again()
    {
        await UnitsAsync("Färdtjänst");
        using var officer = await web.StaffAsync(Role.Officer);

        using var sent = await CheckAsync(officer, $"{Header}\n2026-03;Färdtjänst;norr-färdtjänst;annan utförare;;tider;3;210");
        var page = sent.Headers.Location!.ToString();
        Assert.Equal("2", (await officer.PageAsync(page)).QuerySelector("tbody td.tal")!.TextContent.Trim());
        Assert.False(await web.ReadAsync(db => db.Set<EvidenceRow>().AnyAsync(r => r.Service == "Färdtjänst")));
        (await officer.PressAsync(page, "Läs in")).Dispose();
        var source = await ImportedAsync(officer, page);

        var ledger = await officer.PageAsync(source);
        Assert.Equal(2, ledger.QuerySelectorAll("table tbody tr").Length);
        Assert.Equal("Byten, Färdtjänst", ledger.QuerySelector("h1")!.TextContent);
        Assert.Equal(1, (await officer.PageAsync($"{source}?slag=ExitInternal")).QuerySelectorAll("table tbody tr").Length);
        Assert.Contains("Byten, Färdtjänst", (await officer.PageAsync("/arbetsyta/underlag")).Body!.TextContent, StringComparison.Ordinal);

        using var silent = await officer.PostAsync($"{source}?dra=1", $"{source}?handler=Withdraw", ("dra", "1"), ("skal", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.NotNull((await Visitor.ParseAsync(silent)).QuerySelector("#skal[aria-invalid=true]"));
        (await officer.PostAsync($"{source}?dra=1", $"{source}?handler=Withdraw", ("dra", "1"), ("skal", "Filen gällde en annan kommun"))).Dispose();
        Assert.Contains("Filen gällde en annan kommun", (await officer.PageAsync(source)).QuerySelector(".notis.obs")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_stand_by_row_and_column_with_what_was_pasted_kept()
    {
        await UnitsAsync("Skolskjuts");
        using var officer = await web.StaffAsync(Role.Officer);

        using var sent = await CheckAsync(officer, $"{Header}\n2026-03;Skolskjuts;Öster;lämnar;;;1;210");
        var page = await Visitor.ParseAsync(sent);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        Assert.Equal("2|från|Verksamheten har ingen enhet som heter ”Öster”.", string.Join('|', page.QuerySelector("tbody tr")!.Children.Select(c => c.TextContent)));
        Assert.Contains("Öster", page.QuerySelector("#Input-Text")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".felruta a[href='#Input-Text']"));
    }

    [Fact]
    public async Task Another_system_sends_rows_with_a_key_that_is_shown_once()
    {
        await UnitsAsync("Matdistribution");
        using var administrator = await web.StaffAsync(Role.Administrator);
        using var made = await administrator.PostAsync("/system/nycklar", "/system/nycklar?handler=Make", ("namn", "Verksamhetssystemet"));
        var secret = (await Visitor.ParseAsync(made)).QuerySelector(".notis code")!.TextContent;
        Assert.DoesNotContain(secret, (await administrator.PageAsync("/system/nycklar")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await web.ReadAsync(db => db.Set<ApiKey>().CountAsync(k => k.Hash == secret || k.Begins == secret)));

        object[] right = [new Dictionary<string, object> { ["period"] = "2026-03", ["verksamhet"] = "Matdistribution", ["från"] = "norr-matdistribution", ["väg"] = "flyttar", ["antal"] = 2, ["brukare"] = 90 }];
        object[] wrong = [.. right, new Dictionary<string, object> { ["period"] = "2026-03", ["verksamhet"] = "Matdistribution", ["från"] = "väster", ["väg"] = "flyttar", ["antal"] = 2, ["brukare"] = 90 }];
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync("", "switching", right)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(secret[..^1] + "x", "switching", right)).Status);

        var (status, type, refused) = await SendAsync(secret, "switching", wrong);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "application/problem+json"), (status, type));
        Assert.Equal((1, "från"), (refused.GetProperty("errors")[0].GetProperty("row").GetInt32(), refused.GetProperty("errors")[0].GetProperty("field").GetString()));
        Assert.Equal(2, (await SendAsync(secret, "switching?dryRun=true", right)).Body.GetProperty("services")[0].GetProperty("added").GetInt32());
        Assert.False(await web.ReadAsync(db => db.Set<EvidenceRow>().AnyAsync(r => r.Service == "Matdistribution")));
        Assert.Equal(2, (await SendAsync(secret, "switching", right)).Body.GetProperty("services")[0].GetProperty("added").GetInt32());
        Assert.Equal(2, (await SendAsync(secret, "switching", right)).Body.GetProperty("services")[0].GetProperty("unchanged").GetInt32());
        Assert.Equal(2, await web.ReadAsync(db => db.Set<EvidenceRow>().CountAsync(r => r.Service == "Matdistribution")));
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(secret, "complaints", "hej")).Status);

        var key = await web.ReadAsync(db => db.Set<ApiKey>().SingleAsync(k => k.Name == "Verksamhetssystemet"));
        using var revoked = await administrator.PostAsync($"/system/nycklar?sparra={key.Id}", "/system/nycklar?handler=Revoke", ("sparra", key.Id.ToString()));
        Assert.Equal(HttpStatusCode.Found, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(secret, "switching", right)).Status);
        var actions = await web.ReadAsync(db => db.Set<AuditEntry>().Where(a => a.SubjectId == key.Id).OrderBy(a => a.At).Select(a => a.Action).ToListAsync());
        Assert.Equal(["apiKey.created", "apiKey.revoked"], actions);
        Assert.Equal(2, await web.ReadAsync(db => db.Set<AuditEntry>().CountAsync(a => a.Action == "evidence.received" && a.ActorName == "Verksamhetssystemet")));
    }

    private async Task<(HttpStatusCode Status, string? Type, JsonElement Body)> SendAsync(string key, string to, object rows)
    {
        using var http = new HttpClient { BaseAddress = new Uri(web.Address) };
        if (key.Length > 0)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        using var answer = await http.PostAsJsonAsync($"/api/v1/evidence/{to}", rows, TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.StatusCode == HttpStatusCode.Unauthorized ? default : await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    private static async Task<HttpResponseMessage> CheckAsync(Visitor officer, string text)
    {
        var page = await officer.PageAsync(Import);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("Switching"), "Input.Kind" }, { new StringContent(text, Encoding.UTF8), "Input.Text" },
            { new StringContent(page.QuerySelector("form[enctype] input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
        };
        return await officer.Http.PostAsync(new Uri($"{Import}?handler=Check", UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for the job, as the page does, and gives the address of the source.</summary>
    private static async Task<string> ImportedAsync(Visitor officer, string page)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await pause.WaitForNextTickAsync(patience.Token))
        {
            if ((await officer.PageAsync(page)).QuerySelector("tbody th a") is { } source)
            {
                return source.GetAttribute("href")!;
            }
        }

        throw new InvalidOperationException("The import did not end.");
    }

    private Task UnitsAsync(string service) => web.AddAsync(
        new ServiceUnit(service, $"norr-{service.ToLowerInvariant()}", $"{service} Norr", UnitForm.Municipal, ""));
}
