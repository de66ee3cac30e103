using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Medborgardialog.Application.Sends;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Sends;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>An installation that sends at any hour and writes text messages to a folder.</summary>
public sealed class SendingFixture : WebFixture
{
    public string SmsFolder { get; } = Path.Combine(Path.GetTempPath(), $"sms-{Guid.CreateVersion7():N}");

    protected override IReadOnlyList<string> Settings => ["--Sends:AnyHour=true", $"--Sms:Folder={SmsFolder}", "--Sends:SmsPartPrice=0.45"];

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Directory.Exists(SmsFolder))
        {
            Directory.Delete(SmsFolder, recursive: true);
        }
    }
}

/// <summary>Sends from the officer's page to the receiver's, with the real jobs and a mail server that refuses some.</summary>
public class SendPagesTests(SendingFixture web) : IClassFixture<SendingFixture>
{
    [Fact]
    public async Task An_invitation_is_looked_at_planned_sent_and_its_bounces_are_listed()
    {
        var page = await DialogueAsync("inbjudan", 4, i => i == 3 ? "studsar3@exempelby.example" : $"inbjuden{i}@exempelby.example");
        using var officer = await web.StaffAsync(Role.Officer);
        var fresh = await officer.PageAsync($"{page}/nytt");
        Assert.Equal(["Invitation"], fresh.QuerySelectorAll("input[name='Input.SendKind']").Select(i => i.GetAttribute("value")));

        var shown = await PostAsync(officer, page, "Preview", HttpStatusCode.OK, Fields());
        Assert.Contains("4 personer skulle få det nu", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Matches("till .•••@exempelby.example", shown.QuerySelector("section.notis")!.TextContent);
        Assert.DoesNotContain("Påhittad", shown.Body.TextContent, StringComparison.Ordinal);
        await PostAsync(officer, page, "Plan", HttpStatusCode.Found, Fields());
        await StartAsync();
        var done = await DoneAsync(officer, page, "Klart");

        Assert.Contains("Svara till", await web.MailAsync("inbjuden0@exempelby.example"), StringComparison.Ordinal);
        Assert.Contains("3 personer", Fact(done, "Skickat till"), StringComparison.Ordinal);
        Assert.Contains("1 person", Fact(done, "Kom inte fram till"), StringComparison.Ordinal);
        var bounces = await officer.PageAsync(done.QuerySelectorAll("main a").Single(a => a.TextContent.StartsWith("De som kanske", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Contains("Ärla Påhittad3|studsar3@exempelby.example|Kom inte fram|550", string.Join('|', bounces.QuerySelectorAll("tbody tr > *").Select(c => c.TextContent)), StringComparison.Ordinal);
        Assert.DoesNotContain(web.Mailbox.Mails, m => m.To.StartsWith("studsar", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_breaks_a_rule_comes_back_with_what_was_typed()
    {
        var page = await DialogueAsync("regler", 2);
        using var officer = await web.StaffAsync(Role.Officer);

        var early = await PostAsync(officer, page, "Plan", HttpStatusCode.UnprocessableEntity, [.. Fields(kind: SendKind.FirstReminder, text: "Min egen text {länk}")]);
        Assert.Contains("inget att påminna om", early.QuerySelector(".felruta")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Min egen text {länk}", early.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        var missing = await PostAsync(officer, page, "Preview", HttpStatusCode.UnprocessableEntity, Fields(text: "Ingen adress"));
        Assert.NotNull(missing.QuerySelector(".felruta a[href='#Input-Text']"));
        var never = await PostAsync(officer, page, "Plan", HttpStatusCode.UnprocessableEntity, Fields(at: "2026-03-29T02:30"));
        Assert.NotNull(never.QuerySelector(".felruta a[href='#Input-At']"));
        await PostAsync(officer, page, "Plan", HttpStatusCode.Found, Fields());
        var twice = await PostAsync(officer, page, "Plan", null, Fields());
        Assert.Contains("Det finns inget mer att skicka nu", twice.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM send s JOIN consultation c ON c.id = s.dialogue_id WHERE c.slug = 'regler'"));
    }

    [Fact]
    public async Task A_planned_send_is_stopped_with_a_button()
    {
        var page = await DialogueAsync("stopp", 2);
        using var officer = await web.StaffAsync(Role.Officer);
        await PostAsync(officer, page, "Plan", HttpStatusCode.Found, Fields());
        var form = (await officer.PageAsync(page)).QuerySelector("form[action*='handler=Stop']")!;

        using var stopped = await officer.PostAsync(page, form.GetAttribute("action"), ("send", form.QuerySelector("input[name=send]")!.GetAttribute("value")!));
        await StartAsync();

        var shown = await officer.PageAsync(page);
        Assert.Equal("Stoppat av en kommunikatör", Fact(shown, "Läge"));
        Assert.Null(shown.QuerySelector("form[action*='handler=Stop']"));
        Assert.DoesNotContain(web.Mailbox.Mails, m => m.To.StartsWith("stopp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Looking_at_a_link_does_nothing_and_its_button_lets_the_person_in()
    {
        var page = await DialogueAsync("lanken", 1);
        using var officer = await web.StaffAsync(Role.Officer);
        await PostAsync(officer, page, "Plan", HttpStatusCode.Found, Fields());
        await StartAsync();
        var mail = await web.MailAsync("lanken0@exempelby.example");
        var (link, stop) = (AddressOf(mail, "/svara/lank/"), AddressOf(mail, "/avregistrera/"));
        using var scanner = web.Anonymous();

        foreach (var address in new[] { link, stop })
        {
            for (var i = 0; i < 3; i++)
            {
                using var looked = await scanner.GetAsync(address);
                Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
                Assert.Equal(["no-referrer"], looked.Headers.GetValues("Referrer-Policy"));
                Assert.True(looked.Headers.CacheControl!.NoStore);
            }
        }

        Assert.False(scanner.HasCookie("svarskort"));
        Assert.Equal(0, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM frame_person WHERE wants_no_messages"));
        using var resident = web.Anonymous();
        using var entered = await resident.PostAsync(link, null);
        Assert.Equal("/radslag/lanken/svara", entered.Headers.Location?.ToString());
        Assert.True(resident.HasCookie("svarskort"));
        using var first = await resident.GetAsync("/radslag/lanken/svara");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using var unsubscribed = await resident.PostAsync(stop, null);
        Assert.Contains("Du får inga fler utskick", (await Visitor.ParseAsync(unsubscribed)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM frame_person WHERE wants_no_messages"));
        using var wrong = await resident.PostAsync($"/svara/lank/{LinkToken.New()}", null);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
    }

    [Fact]
    public async Task Text_messages_are_priced_by_parts_and_written_one_on_a_line()
    {
        var page = await DialogueAsync("smset", 3);
        using var officer = await web.StaffAsync(Role.Officer);
        var fields = Fields(channel: SendChannel.Sms, text: "Svara senast {stänger}: {länk}");

        var shown = await PostAsync(officer, page, "Preview", HttpStatusCode.OK, fields);
        Assert.Contains("1 sms-del till varje person. Kostar ungefär 1,35 kronor", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("•••", shown.QuerySelector("section.notis .meta")!.TextContent, StringComparison.Ordinal);
        await PostAsync(officer, page, "Plan", HttpStatusCode.Found, fields);
        await StartAsync();
        await DoneAsync(officer, page, "Klart");

        var lines = Directory.GetFiles(web.SmsFolder).SelectMany(File.ReadAllLines).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["070-174 0000", "070-174 0001", "070-174 0002"], lines.Select(l => l.GetProperty("to").GetString()).Order(StringComparer.Ordinal));
        Assert.All(lines, l => Assert.Contains("/svara/lank/", l.GetProperty("text").GetString()!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sample_is_drawn_on_the_page_and_its_seed_is_shown()
    {
        var page = await DialogueAsync("dragningen", 10);
        using var officer = await web.StaffAsync(Role.Officer);

        using var wrong = await officer.PostAsync(page, $"{page}?handler=Draw", ("Input.Size", "tio"), ("Input.Seed", "lotto0412"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal("tio", (await Visitor.ParseAsync(wrong)).QuerySelector("#Input-Size")!.GetAttribute("value"));
        using var drawn = await officer.PostAsync(page, $"{page}?handler=Draw", ("Input.Size", "4"), ("Input.Seed", "lotto0412"));

        var shown = (await officer.PageAsync(page)).Body!.TextContent;
        Assert.Contains("4 av 10 är dragna", shown, StringComparison.Ordinal);
        Assert.Contains("lotto0412", shown, StringComparison.Ordinal);
        var preview = await PostAsync(officer, page, "Preview", HttpStatusCode.OK, Fields());
        Assert.Contains("4 personer skulle få det nu", preview.Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<string> DialogueAsync(string slug, int people, Func<int, string>? email = null)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var data = new TestData(scope.ServiceProvider);
        await data.ReachableAsync(await data.ConsultationAsync(slug: slug), people, email ?? (i => $"{slug}{i}@exempelby.example"));
        return $"/arbetsyta/radslag/{slug}/utskick";
    }

    /// <summary>What happens every minute, now.</summary>
    private async Task StartAsync()
    {
        await using var scope = web.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StartDueSendsHandler>().HandleAsync(new StartDueSendsCommand(), TestContext.Current.CancellationToken);
    }

    private static (string Name, string Value)[] Fields(
        SendKind kind = SendKind.Invitation, SendChannel channel = SendChannel.Mail, string text = "Svara till {stänger}. {länk}", string at = "") =>
        [("Input.SendKind", kind.ToString()), ("Input.Channel", channel.ToString()), ("Input.Subject", "Vad tycker du?"), ("Input.Text", text), ("Input.At", at)];

    private static async Task<IDocument> PostAsync(Visitor officer, string page, string handler, HttpStatusCode? expected, (string Name, string Value)[] fields)
    {
        using var answer = await officer.PostAsync(page, $"{page}/nytt?handler={handler}", fields);
        Assert.Equal(expected ?? answer.StatusCode, answer.StatusCode);
        return await Visitor.ParseAsync(answer);
    }

    private static string Fact(IDocument page, string term) =>
        page.QuerySelectorAll("dl.fakta div").First(d => d.QuerySelector("dt")!.TextContent == term).QuerySelector("dd")!.TextContent;

    private static string AddressOf(string mail, string path)
    {
        var from = mail.IndexOf(path, StringComparison.Ordinal);
        return mail.Substring(from, path.Length + LinkToken.Length);
    }

    /// <summary>The page when a send on it has come to a state.</summary>
    private static async Task<IDocument> DoneAsync(Visitor officer, string page, string state)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await pause.WaitForNextTickAsync(patience.Token))
        {
            if (await officer.PageAsync(page) is { } shown && Fact(shown, "Läge") == state)
            {
                return shown;
            }
        }

        throw new InvalidOperationException("The send did not end.");
    }
}
