using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Panels;
using Medborgardialog.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Browser.Tests.Looks;

/// <summary>The officers' pages of panels: list, form, overview, calendar and health, empty and in use.</summary>
public class PanelDeskScreensTests(SharedBrowser browser, FrameInstallation web) : IClassFixture<FrameInstallation>
{
    private const string Panel = "/arbetsyta/paneler/ungdomspanelen";
    private static readonly DateOnly Week = SlotBooking.MondayOf(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date)).AddDays(7);

    [Fact]
    public async Task A_panel_in_use()
    {
        await FillAsync();
        await using var person = await OfficerAsync();
        await person.GoAsync("/arbetsyta/paneler");
        await Look.AssertIsGoodAsync(person, "paneler-1-lista");

        await person.GoAsync(Panel + "?rekrytering.Platser=60&rekrytering.Andel=8");
        await Look.AssertIsGoodAsync(person, "paneler-2-oversikt");

        await person.GoAsync(Panel + "/halsa");
        await Look.AssertIsGoodAsync(person, "paneler-3-halsa");

        await person.GoAsync(Panel + "/kalender");
        await Look.AssertIsGoodAsync(person, "paneler-4-kalender");
        await person.Page.Locator("summary:has-text('Ändra')").First.ClickAsync();
        await Look.AssertIsGoodAsync(person, "paneler-5-kalender-andra");

        await person.GoAsync(Panel + "/installningar");
        await Look.AssertIsGoodAsync(person, "paneler-6-installningar");

        await person.GoAsync("/arbetsyta/enkater/ungdomspanelen-4/godkann");
        await Look.AssertIsGoodAsync(person, "paneler-10-godkann");
        await person.GoAsync("/arbetsyta/enkater/ungdomspanelen-4/publicera");
        await Look.AssertIsGoodAsync(person, "paneler-11-checklista");

        await person.GoAsync(Panel + "/avsluta");
        await Look.AssertIsGoodAsync(person, "paneler-7-avsluta");
    }

    [Fact]
    public async Task A_form_with_faults()
    {
        await using var person = await OfficerAsync();
        await person.GoAsync("/arbetsyta/paneler/ny");
        await Look.AssertIsGoodAsync(person, "paneler-8-ny");

        await person.PressAsync("Spara som utkast");
        await person.SeesAsync("behöver rättas");
        await Look.AssertIsGoodAsync(person, "paneler-9-ny-fel", ignoring: "422");
    }

    private async Task<Person> OfficerAsync() =>
        await (await Person.AtAsync(browser, web)).WithSessionAsync(web, web.StaffCookie(await web.AddStaffAsync(Role.Officer)));

    private async Task FillAsync()
    {
        await using var scope = web.Services.CreateAsyncScope();
        var data = new TestData(scope.ServiceProvider);
        var panel = await data.PanelAsync(TestData.PanelSettings(seats: 150, perQuarter: 3));
        var members = await data.MembersAsync(panel, (14, "Centrum", 40), (16, "Centrum", 35), (19, "Norrstrand", 22), (14, "Byarna", 4));
        await data.WaveAsync(panel, 1, members, answered: 74, returned: true);
        await data.WaveAsync(panel, 2, members, answered: 68, returned: false);
        await data.WaveAsync(panel, 3, [.. members.Take(90)], answered: 31);
        await data.ReviewedWaveAsync(panel, 4);
        var own = panel.CommitteeId;
        var accepted = Slot(panel, own, Week, "Trygghet på kvällen", SlotPriority.Planned);
        Assert.True(accepted.Accept("Maria Demolund", Now).IsSuccess);
        var refused = Slot(panel, own, Week, "Nytt badhus", SlotPriority.Wish);
        Assert.True(refused.Refuse("Maria Demolund", "Panelen har just fått frågor om trygghet.", Now).IsSuccess);
        await web.AddAsync(accepted, refused, Slot(panel, own, Week.AddDays(21), "Bussarna till gymnasiet", SlotPriority.Decision));
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static SlotBooking Slot(Panel panel, Guid committee, DateOnly week, string purpose, SlotPriority priority) =>
        SlotBooking.Ask(panel.Id, new SlotWish(committee, week, null, purpose, priority), "Maria Demolund", Now).Value!;
}
