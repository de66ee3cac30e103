using System.Net;
using AngleSharp.Dom;
using Medborgardialog.Application.Calendar;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>A promise from the delivered report to the follow-up, day by day on the application's own clock; a resident sees each state.</summary>
public sealed class PromiseLoopTests : IAsyncLifetime
{
    private const string Secretary = "sekreterare@exempelby.example";
    private const string Chair = "ordforande@exempelby.example";
    private const string Director = "kommundirektor@exempelby.example";
    private const string Page = "/radslag/torget";
    private const string Room = "/namndrum/namnd-torget";
    private const string Answer = $"{Room}/svar/torget";

    private readonly ClockedFixture web = new();
    private Consultation _consultation = null!;

    /// <summary>The promised answer is forty days away.</summary>
    public async ValueTask InitializeAsync()
    {
        await web.InitializeAsync();
        await using var scope = web.Services.CreateAsyncScope();
        _consultation = await new TestData(scope.ServiceProvider).WithCommitteeAsync(promisedIn: 40);
        var committee = _consultation.CommitteeId!.Value;
        await web.AddAsync(
            new StaffMember(Guid.CreateVersion7(), "Karin Mallberg", "nämndsekreterare", Secretary, [new StaffRole(Role.CommitteeSecretary, committee)]),
            new StaffMember(Guid.CreateVersion7(), "Bengt Exempelström", "ordförande", Chair, [new StaffRole(Role.CommitteeMember, committee), new StaffRole(Role.CommitteeChair, committee)]),
            new StaffMember(Guid.CreateVersion7(), "Siv Provlund", "ledamot", "ledamot@exempelby.example", [new StaffRole(Role.CommitteeMember, committee)]));
    }

    public ValueTask DisposeAsync() => web.DisposeAsync();

    [Fact]
    public async Task Delivered_reminded_late_told_upwards_answered_and_followed_up_all_in_public()
    {
        Assert.Contains("Hos nämnden", await TextAsync(Page), StringComparison.Ordinal);
        Assert.Equal(0, await MorningAsync());

        web.Time.Advance(TimeSpan.FromDays(12));
        Assert.Equal(2, await MorningAsync());
        Assert.Equal(0, await MorningAsync());
        web.Time.Advance(TimeSpan.FromDays(23));
        Assert.Equal(2, await MorningAsync());
        Assert.Contains("5 dagar kvar", await web.MailAsync(Chair, "5 dagar kvar"), StringComparison.Ordinal);

        web.Time.Advance(TimeSpan.FromDays(6));
        foreach (var address in new[] { Page, $"{Page}/beslut", "/du-sa-vi-gjorde", "/namnder/namnd-torget" })
        {
            Assert.True((await TextAsync(address)).Contains("1 dag", StringComparison.Ordinal), address);
        }

        Assert.Equal(0, await MorningAsync());
        web.Time.Advance(TimeSpan.FromDays(19));
        Assert.DoesNotContain("Kommundirektören", await TextAsync($"{Page}/beslut"), StringComparison.Ordinal);
        Assert.Equal(1, await MorningAsync());
        Assert.Equal(0, await MorningAsync());
        Assert.Contains("dagar försenat", await web.MailAsync(Director), StringComparison.Ordinal);
        foreach (var address in new[] { Page, $"{Page}/beslut", "/du-sa-vi-gjorde", "/namnder/namnd-torget" })
        {
            Assert.True((await TextAsync(address)).Contains("Kommundirektören fick besked", StringComparison.Ordinal), address);
        }

        await AnswerAsync();
        var answered = await TextAsync($"{Page}/beslut");
        Assert.Contains("Nämnden bygger.", answered, StringComparison.Ordinal);
        Assert.DoesNotContain("Kommundirektören", answered, StringComparison.Ordinal);
        Assert.Contains("1 ja, 1 nej", await TextAsync("/namnder/namnd-torget"), StringComparison.Ordinal);

        await FollowUpAsync();
        Assert.Contains("Projekteringen har börjat.", await TextAsync($"{Page}/beslut"), StringComparison.Ordinal);
        Assert.Contains("Projekteringen har börjat.", await TextAsync("/namnder/namnd-torget"), StringComparison.Ordinal);
        Assert.Equal(0, await MorningAsync());
        Assert.Equal(5, web.Mailbox.Mails.Count(m => m.To is Secretary or Chair or Director));
    }

    private async Task AnswerAsync()
    {
        using var karin = await web.StaffAsync("Karin Mallberg");
        var form = Fields(await karin.PageAsync(Answer));
        var filled = form.Where(f => f.Name is "Version" || f.Name.EndsWith(".Id", StringComparison.Ordinal) || f.Name.EndsWith(".ThemeId", StringComparison.Ordinal)
            || f.Name.EndsWith(".Heading", StringComparison.Ordinal) || f.Name.EndsWith(".YouSaid", StringComparison.Ordinal));
        using var sent = await karin.PostAsync(
            Answer, Answer,
            [
                .. filled, ("Input.Points[0].Decision", "Yes"), ("Input.Points[0].WeDo", "Bygger."), ("Input.Points[0].When", "november 2030"), ("Input.Points[0].Responsible", "Gatuchefen"),
                ("Input.Points[1].Decision", "No"), ("Input.Points[1].Why", "Det ryms inte."), ("Input.Summary", "Nämnden bygger."), ("Input.Changed", "ja"),
                ("Input.ChangedWhat", "Slingor."), ("Input.MeetingDay", "2026-11-20"), ("Input.Paragraph", "§ 7"), ("gor", "skicka"),
            ]);
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        using var bengt = await web.StaffAsync("Bengt Exempelström");
        var version = (await bengt.PageAsync(Answer)).QuerySelector("input[name=Version]")!.GetAttribute("value")!;
        using var approved = await bengt.PostAsync(Answer, $"{Answer}?handler=Approve", ("Version", version));
        Assert.Equal(HttpStatusCode.Found, approved.StatusCode);
    }

    private async Task FollowUpAsync()
    {
        using var karin = await web.StaffAsync("Karin Mallberg");
        var page = await karin.PageAsync(Answer);
        using var told = await karin.PostAsync(
            Answer, $"{Answer}?handler=Follow", ("Version", page.QuerySelector("input[name=Version]")!.GetAttribute("value")!),
            ("Follow.Point", page.QuerySelector("input[name='Follow.Point']")!.GetAttribute("value")!), ("Follow.Status", "Underway"), ("Follow.Note", "Projekteringen har börjat."), ("Follow.When", ""));
        Assert.Equal(HttpStatusCode.Found, told.StatusCode);
    }

    /// <summary>The job of the morning; how many mails it put in the outbox.</summary>
    private async Task<int> MorningAsync()
    {
        await using var scope = web.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<RemindCommitteesHandler>().HandleAsync(new RemindCommitteesCommand(), TestContext.Current.CancellationToken)).Value!.Mails;
    }

    private async Task<string> TextAsync(string address)
    {
        using var anonymous = web.Anonymous();
        return (await anonymous.PageAsync(address)).QuerySelector("main")!.TextContent;
    }

    private static List<(string Name, string Value)> Fields(IDocument page) =>
    [
        .. page.QuerySelectorAll("input[name='Version'], input[name^='Input.'], textarea[name^='Input.']")
            .Select(e => (e.GetAttribute("name")!, e.LocalName == "textarea" ? e.TextContent.TrimStart('\n') : e.GetAttribute("value") ?? ""))
            .DistinctBy(f => f.Item1),
    ];

    private sealed class ClockedFixture : WebFixture
    {
        public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

        protected override TimeProvider Clock => Time;

        protected override IReadOnlyList<string> Settings => [$"--Committees:DirectorEmail={Director}", "--Roles=web"];
    }
}
