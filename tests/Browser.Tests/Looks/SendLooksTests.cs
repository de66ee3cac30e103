using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Sends;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Browser.Tests.Looks;

/// <summary>The officer's pages of sends, from the empty form over the preview to one that is under way.</summary>
public class SendLooksTests(SharedBrowser browser, FrameInstallation web) : IClassFixture<FrameInstallation>
{
    [Fact]
    public async Task A_send_is_written_seen_beforehand_planned_and_followed()
    {
        await using var person = await OfficerAsync();
        var sends = await AddAsync("torget");
        await person.GoAsync(sends);
        await Look.AssertIsGoodAsync(person, "utskick-1-inga");

        await person.GoAsync(sends + "/nytt");
        await Look.AssertIsGoodAsync(person, "utskick-2-nytt");
        await person.Page.Locator("#Input-Text").FillAsync("");
        await person.PressAsync("Förhandsgranska");
        await person.SeesAsync("behöver rättas");
        await Look.AssertIsGoodAsync(person, "utskick-3-fel", ignoring: "422");

        await person.Page.Locator("#Input-Subject").FillAsync("Vad tycker du om torget?");
        await person.Page.Locator("#Input-Text").FillAsync("Svara till {stänger}: {länk}\n\n{kontakt}");
        await person.PressAsync("Förhandsgranska");
        await person.SeesAsync("Så här blir det");
        await Look.AssertIsGoodAsync(person, "utskick-4-forhandsvisning", ignoring: "422");
        await person.PressAsync("Planera utskicket");
        await person.SeesAsync("Inbjudan");
        await Look.AssertIsGoodAsync(person, "utskick-5-planerat", ignoring: "422");
    }

    [Fact]
    public async Task A_send_under_way_can_be_stopped_and_shows_what_came_back()
    {
        await using var person = await OfficerAsync();
        var sends = await AddAsync("badet");
        Send send;
        await using (var scope = web.Services.CreateAsyncScope())
        {
            var consultation = await web.ReadAsync(db => db.Set<Consultation>().SingleAsync(c => c.Slug == "badet"));
            send = await new TestData(scope.ServiceProvider).RunningAsync(consultation);
        }

        await person.GoAsync(sends);
        await person.SeesAsync("Stoppa");
        await Look.AssertIsGoodAsync(person, "utskick-6-pagar");
        await person.GoAsync($"{sends}/{send.Id:N}");
        await Look.AssertIsGoodAsync(person, "utskick-7-studsar");
        await person.GoAsync(sends);
        await person.PressAsync("Stoppa Inbjudan");
        await Look.AssertIsGoodAsync(person, "utskick-8-stoppat");
    }

    private async Task<Person> OfficerAsync() =>
        await (await Person.AtAsync(browser, web)).WithSessionAsync(web, web.StaffCookie(await web.AddStaffAsync(Role.Officer)));

    private async Task<string> AddAsync(string slug)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var data = new TestData(scope.ServiceProvider);
        Consultation consultation = await data.ConsultationAsync(slug: slug);
        await data.ReachableAsync(consultation, 40);
        return $"/arbetsyta/radslag/{slug}/utskick";
    }
}
