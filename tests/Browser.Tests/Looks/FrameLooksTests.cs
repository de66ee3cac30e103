using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Browser.Tests.Looks;

/// <summary>No jobs run in it, so that what waits is seen waiting.</summary>
public sealed class FrameInstallation : WebFixture
{
    protected override IReadOnlyList<string> Settings => ["--Roles=web"];
}

/// <summary>Code entry and the officer's pages of a frame, in each of their states.</summary>
public class FrameLooksTests(SharedBrowser browser, FrameInstallation web) : IClassFixture<FrameInstallation>
{
    private const string Torget = "/arbetsyta/radslag/torget/urval";

    [Fact]
    public async Task Entering_a_code()
    {
        await using var person = await Person.AtAsync(browser, web);
        await person.GoAsync("/svara");
        await Look.AssertIsGoodAsync(person, "svara-med-kod");

        await person.FillAsync("Din kod", "7K4P-92MX-TQRG-ABCD-E");
        await person.PressAsync("Fortsätt");

        await person.SeesAsync("Något tecken är fel");
        await Look.AssertIsGoodAsync(person, "svara-med-kod-fel", ignoring: "422");
    }

    [Fact]
    public async Task A_file_with_errors_a_file_without_and_the_wait()
    {
        await AddAsync(people: 0, slug: "torget");
        await using var person = await OfficerAsync();
        await person.GoAsync(Torget);
        await Look.AssertIsGoodAsync(person, "urval-1-tomt");

        await UploadAsync(person, TestData.FrameHeader + "\nÅsa;Vägen 1;9810;Exempelby;1987-02-30;Öster\n;;98100;Exempelby;1987-02-03;Öster");
        await person.SeesAsync("Rätta i filen");
        await Look.AssertIsGoodAsync(person, "urval-2-fel", ignoring: "422");

        await UploadAsync(person, TestData.FrameCsv(200));
        await person.SeesAsync("Så här ser filen ut");
        await Look.AssertIsGoodAsync(person, "urval-3-kontrollerad", ignoring: "422");

        await person.PressAsync("Läs in urvalet");

        await person.SeesAsync("Arbetet står på tur");
        await Look.AssertIsGoodAsync(person, "urval-4-vantar", ignoring: "422");
        await person.Page.Locator("[data-framsteg] a").FocusAsync();
        await web.ExecuteAsync($"UPDATE long_task SET state = 1, done = 7, total = 20 WHERE state = 0");
        await person.SeesAsync("7 av 20");
        await web.ExecuteAsync($"UPDATE long_task SET state = 2 WHERE done = 7");
        await person.SeesAsync("Klart. Uppdatera sidan");
        Assert.Equal("Uppdatera", await person.Page.EvaluateAsync<string>("document.activeElement.textContent"));
    }

    [Fact]
    public async Task Letters_to_fetch_and_one_code()
    {
        var selector = await AddAsync(people: 40, slug: "badet");
        await using var person = await OfficerAsync();
        await person.GoAsync(Torget.Replace("torget", "badet", StringComparison.Ordinal));
        await Look.AssertIsGoodAsync(person, "urval-5-brev");

        await person.ClickAsync("Sök en kod");
        await person.FillAsync("Namn", "påhittad");
        await person.PressAsync("Sök på namn");
        await Look.AssertIsGoodAsync(person, "urval-6-namn");
        await person.FillAsync("Kodens fyra första tecken", selector);
        await person.PressAsync("Sök");
        await person.SeesAsync($"Koden {selector}");
        await Look.AssertIsGoodAsync(person, "urval-7-kod");
        await person.FillAsync("Skäl", "brevet kom bort");
        await person.PressAsync("Gör en ny kod");
        await person.SeesAsync("Den visas bara här");
        await Look.AssertIsGoodAsync(person, "urval-8-ny-kod");
    }

    private async Task<Person> OfficerAsync() =>
        await (await Person.AtAsync(browser, web)).WithSessionAsync(web, web.StaffCookie(await web.AddStaffAsync(Role.Officer)));

    /// <returns>Selector of the first, or empty.</returns>
    private async Task<string> AddAsync(int people, string slug)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var data = new TestData(scope.ServiceProvider);
        Consultation consultation = await data.ConsultationAsync(slug: slug);
        if (people == 0)
        {
            return "";
        }

        var frame = await data.FrameAsync(consultation, people);
        var now = TimeProvider.System.GetUtcNow();
        var task = new LongTask(IssueCodesHandler.Job, consultation.Id, Guid.CreateVersion7(), now);
        task.Finish(now);
        await web.AddAsync(new Domain.Frames.LetterFile(consultation.Id, people, new byte[2_400_000], now, DateOnly.FromDateTime(now.UtcDateTime)), task);
        return frame.People[0].Code.Selector;
    }

    private static async Task UploadAsync(Person person, string csv)
    {
        await person.Page.SetInputFilesAsync("input[type=file]", new Microsoft.Playwright.FilePayload { Name = "urval.csv", MimeType = "text/csv", Buffer = TestData.Utf8(csv) });
        await person.Page.Locator("#Input-Source").FillAsync("Folkbokföringen");
        await person.Page.Locator("#Input-ReferenceDate").FillAsync(TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await person.PressAsync("Kontrollera filen");
    }
}
