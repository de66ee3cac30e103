using Medborgardialog.Application.Calendar;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Medborgardialog.Browser.Tests.Loop;

/// <summary>
/// A committee's promise in real browsers on the application's own clock: delivered, reminded, late before everyone, answered, followed up. Beside it a
/// resident without JavaScript, who has nothing but the receipt and sees each state.
/// </summary>
public sealed class PromiseByClockTests(SharedBrowser browser) : IAsyncLifetime
{
    private const string Secretary = "sekreterare@exempelby.example";
    private const string Chair = "ordforande@exempelby.example";
    private const string Director = "kommundirektor@exempelby.example";

    private readonly ClockedLoop web = new();
    private Consultation _consultation = null!;
    private string _receipt = "";

    public async ValueTask InitializeAsync()
    {
        await web.InitializeAsync();
        _consultation = await DataAsync(data => data.ConsultationAsync());
        _receipt = await DataAsync(data => data.ReceiptAsync(_consultation.Id));
        var committee = _consultation.CommitteeId!.Value;
        await web.AddAsync(
            new StaffMember(Guid.CreateVersion7(), "Karin Mallberg", "nämndsekreterare", Secretary, [new StaffRole(Role.CommitteeSecretary, committee)]),
            new StaffMember(Guid.CreateVersion7(), "Bengt Exempelström", "ordförande", Chair, [new StaffRole(Role.CommitteeMember, committee), new StaffRole(Role.CommitteeChair, committee)]));
    }

    public ValueTask DisposeAsync() => web.DisposeAsync();

    [Fact]
    public async Task A_promise_is_reminded_of_late_before_all_answered_and_followed_up_and_a_receipt_leads_through_it()
    {
        await using var resident = await Person.AtAsync(browser, web, script: false);
        var story = new Story(browser, web, _consultation.Slug, _consultation.Title, Script: true, _ => { });
        Assert.Equal(["Klart", "Kommer", "Kommer", "Kommer", "Kommer", "Kommer", "Kommer"], await StatesAsync(resident));

        await DataAsync(async data =>
        {
            await data.CountAsync(_consultation.Id);
            await data.DeliverAsync(_consultation.Id);
            return true;
        });
        web.Time.Advance(TimeSpan.FromDays(3));
        Assert.Equal(["Klart", "Klart", "Klart", "Klart", "Pågår", "Kommer", "Kommer"], await StatesAsync(resident));
        Assert.Equal(2, await MorningAsync());
        web.Time.Advance(TimeSpan.FromDays(21));
        Assert.Equal(2, await MorningAsync());
        Assert.Contains("dagar kvar", await web.MailAsync(Chair, "6 dagar kvar"), StringComparison.Ordinal);

        web.Time.Advance(TimeSpan.FromDays(9));
        await SeesLateAsync(resident, "/radslag/torget", "/du-sa-vi-gjorde", "/namnder/namnd-torget");
        Assert.Equal("Sent", (await StatesAsync(resident))[4]);
        web.Time.Advance(TimeSpan.FromDays(12));
        Assert.Equal(1, await MorningAsync());
        Assert.Contains("försenat", await web.MailAsync(Director), StringComparison.Ordinal);
        await resident.GoAsync("/radslag/torget/beslut");
        await resident.SeesAsync("Kommundirektören fick besked");

        await AnswerAsync(story);
        Assert.Equal(["Klart", "Klart"], (await StatesAsync(resident)).Skip(4).Take(2));
        await resident.SeesAsync("Gatan är för smal för fler.");
        await FollowUpAsync(story);
        Assert.Equal("Klart", (await StatesAsync(resident))[6]);
        await resident.GoAsync("/radslag/torget/beslut");
        await resident.SeesAsync("Lastplatsen är klar.");
        Assert.Empty(resident.Complaints);
    }

    private static async Task SeesLateAsync(Person person, params string[] addresses)
    {
        foreach (var address in addresses)
        {
            await person.GoAsync(address);
            await person.SeesAsync("försenat");
        }
    }

    private async Task AnswerAsync(Story story)
    {
        await using var secretary = await StaffAsync("Karin Mallberg");
        await Committees.WriteAsync(story, secretary);
        await using var chair = await StaffAsync("Bengt Exempelström");
        await Committees.ApproveAsync(story, chair);
    }

    private async Task FollowUpAsync(Story story)
    {
        await using var secretary = await StaffAsync("Karin Mallberg");
        await secretary.GoAsync($"/namndrum/namnd-torget/svar/{story.Slug}");
        var count = await secretary.Page.Locator("details.folj-upp").CountAsync();
        for (var i = 0; i < count; i++)
        {
            var point = secretary.Page.Locator("details.folj-upp").Nth(i);
            await point.Locator("summary").ClickAsync();
            await point.GetByLabel("Läge", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Klart" });
            await point.GetByLabel("Vad har hänt?", new() { Exact = true }).FillAsync("Lastplatsen är klar.");
            await point.GetByRole(AriaRole.Button).ClickAsync();
            await secretary.SeesAsync("Läget är publicerat.");
        }

        Assert.True(count > 0);
        Assert.Empty(secretary.Complaints);
    }

    private async Task<Person> StaffAsync(string name)
    {
        var staff = await web.ReadAsync(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Set<StaffMember>(), s => s.Name == name));
        return await (await Person.AtAsync(browser, web)).WithSessionAsync(web, web.StaffCookie(staff));
    }

    /// <summary>The states of the steps, from the page of the receipt, as whoever has only that asks for them.</summary>
    private async Task<IReadOnlyList<string>> StatesAsync(Person resident)
    {
        await resident.GoAsync("/kvitto");
        await resident.FillAsync("Kvittokod", _receipt);
        await resident.PressAsync("Kontrollera");
        await Assertions.Expect(resident.Page.Locator(".spar")).ToBeVisibleAsync();
        return await resident.Page.Locator(".spar-lage .markor").AllTextContentsAsync();
    }

    /// <summary>The job of the morning; how many mails it put in the outbox.</summary>
    private async Task<int> MorningAsync()
    {
        await using var scope = web.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<RemindCommitteesHandler>().HandleAsync(new RemindCommitteesCommand(), TestContext.Current.CancellationToken)).Value!.Mails;
    }

    private async Task<T> DataAsync<T>(Func<TestData, Task<T>> work)
    {
        await using var scope = web.Services.CreateAsyncScope();
        return await work(new TestData(scope.ServiceProvider));
    }

    private sealed class ClockedLoop : LoopFixture
    {
        public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

        protected override string? Scenario => null;

        protected override TimeProvider Clock => Time;

        protected override IReadOnlyList<string> Settings => [$"--Committees:DirectorEmail={Director}", "--Roles=web"];
    }
}
