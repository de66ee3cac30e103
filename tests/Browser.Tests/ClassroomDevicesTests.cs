using System.Globalization;
using Medborgardialog.Domain.Classrooms;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Medborgardialog.Browser.Tests;

/// <summary>
/// A class with devices of their own, half of which lose the network in the lesson. Four here; <c>DEVICES=30</c> makes it a whole class.
/// </summary>
public class ClassroomDevicesTests(SharedBrowser browser, WebFixture web) : IClassFixture<WebFixture>
{
    private static readonly int Devices = int.TryParse(Environment.GetEnvironmentVariable("DEVICES"), CultureInfo.InvariantCulture, out var devices) ? devices : 4;

    [Fact]
    public async Task Half_a_class_loses_the_network_and_each_device_answers_once()
    {
        var code = await LessonAsync("natlos", Devices);
        var devices = new List<Person>();
        var synced = 0;
        for (var i = 0; i < Devices; i++)
        {
            var device = await EnterAsync(code);
            device.Page.Response += (_, r) => Interlocked.Add(ref synced, r.Url.EndsWith("/klass/skicka", StringComparison.Ordinal) && r.Ok ? 1 : 0);
            devices.Add(device);
        }

        foreach (var (device, i) in devices.Select((d, i) => (d, i)))
        {
            await device.SeesAsync("Alla frågor finns nu här");
            if (i % 2 == 1)
            {
                await device.Page.Context.SetOfflineAsync(true);

                // Somebody reloads to see whether it helps.
                await device.Page.ReloadAsync();
            }

            await AnswerAsync(device, i);
            await device.SeesAsync(i % 2 == 1 ? "Sparat på den här enheten, skickas när nätet är tillbaka." : "Tack! Ditt svar är skickat");
        }

        Assert.Equal((Devices + 1) / 2, await CountAsync("natlos"));
        foreach (var device in devices.Where((_, i) => i % 2 == 1))
        {
            await device.Page.Context.SetOfflineAsync(false);
        }

        foreach (var device in devices)
        {
            await device.SeesAsync("Tack! Ditt svar är skickat");
            Assert.Equal("0 0", await LeftAsync(device));
        }

        Assert.Equal(Devices, await CountAsync("natlos"));
        Assert.Equal(Devices, synced);
        Assert.Equal(Devices, await web.CountAsync($"SELECT count(DISTINCT body ->> 'mer')::int AS \"Value\" FROM ballot b JOIN survey s ON s.id = b.consultation_id WHERE s.slug = 'natlos' AND door = 9 AND body -> 'sagt' = '[\"nej\"]' AND NOT body ? 'svar' AND body ->> 'mer' LIKE 'natlos %'"));
        Assert.Equal(Devices, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM ballot_cast c JOIN survey s ON s.id = c.consultation_id WHERE s.slug = 'natlos'"));
        foreach (var device in devices)
        {
            await device.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_reply_that_is_lost_and_two_tabs_make_one_answer()
    {
        var code = await LessonAsync("flikar", 3);
        await using var device = await EnterAsync(code);
        await device.SeesAsync("Alla frågor finns nu här");
        var lost = 0;
        await device.Page.Context.RouteAsync("**/klass/skicka", async route =>
        {
            // The answer arrives, and what is said back does not.
            if (Interlocked.Increment(ref lost) == 1)
            {
                await route.FetchAsync();
                await route.AbortAsync();
                return;
            }

            await route.ContinueAsync();
        });

        await AnswerAsync(device, 7);
        await device.SeesAsync("Sparat på den här enheten");
        Assert.Equal(1, await CountAsync("flikar"));
        var tab = await device.Page.Context.NewPageAsync();
        await tab.GotoAsync($"{web.Address}/klass");
        await Assertions.Expect(tab.Locator("#klass-vantar")).ToContainTextAsync("är nu skickat");
        await device.PressAsync("Försök skicka nu");
        await device.SeesAsync("Tack! Ditt svar är skickat");

        Assert.Equal(1, await CountAsync("flikar"));
        Assert.Equal(2, lost);
        Assert.Equal("0 0", await LeftAsync(device));
    }

    [Fact]
    public async Task Logic_and_checks_run_on_the_device()
    {
        var code = await LessonAsync("logik", 2);
        await using var device = await EnterAsync(code);
        await device.SeesAsync("Alla frågor finns nu här");
        await device.Page.Context.SetOfflineAsync(true);
        await device.ClickAsync("Börja");
        await device.TickAsync("Vet inte");
        await device.PressAsync("Fortsätt");
        await device.TickAsync("Ja");
        await device.PressAsync("Fortsätt");
        await device.SeesHeadingAsync("Fick du svar?");
        await device.PressAsync("Tillbaka");
        await device.TickAsync("Nej");
        await device.PressAsync("Fortsätt");
        await device.SeesHeadingAsync("Hur många gånger?");
        await device.Page.Locator("#text").FillAsync("101");
        await device.PressAsync("Fortsätt");
        await device.SeesAsync("Skriv ett tal från 0 till 100");
        await device.Page.Locator("#text").FillAsync("2 0");
        await device.PressAsync("Fortsätt");
        await device.PressAsync("B");
        await device.PressAsync("A");
        await device.PressAsync("Upp A");
        await device.PressAsync("Fortsätt");
        await device.PressAsync("Fortsätt");
        await device.SeesHeadingAsync("Kontrollera dina svar");
        await device.PressAsync("Skicka mitt svar");
        await device.SeesAsync("Sparat på den här enheten");
        await device.Page.Context.SetOfflineAsync(false);
        await device.SeesAsync("Tack! Ditt svar är skickat");

        Assert.Equal(1, await web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM ballot b JOIN survey s ON s.id = b.consultation_id WHERE s.slug = 'logik' AND body = '{{\"nojd\":[\"vetinte\"],\"sagt\":[\"nej\"],\"antal\":\"20\",\"ordning\":[\"a\",\"b\"],\"mer\":[]}}'::jsonb"));
    }

    private static async Task AnswerAsync(Person device, int number)
    {
        await device.ClickAsync("Börja");
        await device.TickAsync("Sådär");
        await device.PressAsync("Fortsätt");
        await device.TickAsync("Nej");
        await device.PressAsync("Fortsätt");
        await device.SeesHeadingAsync("Hur många gånger?");
        await device.PressAsync("Fortsätt");
        await device.PressAsync("Fortsätt");
        await device.Page.Locator("#text").FillAsync(string.Create(CultureInfo.InvariantCulture, $"natlos {number}"));
        await device.PressAsync("Fortsätt");
        await device.PressAsync("Skicka mitt svar");
    }

    /// <summary>Answers and caches that are left on the device.</summary>
    private static Task<string> LeftAsync(Person device) => device.Page.EvaluateAsync<string>("""
        () => new Promise(done => {
            const base = indexedDB.open('klass');
            base.onsuccess = () => {
                const all = base.result.transaction('svar').objectStore('svar').getAll();
                all.onsuccess = async () => done(`${all.result.length} ${(await caches.keys()).length}`);
            };
        })
        """);

    private async Task<Person> EnterAsync(string code)
    {
        var device = await Person.AtAsync(browser, web);
        await device.GoAsync("/klass");
        await device.FillAsync("Klassens kod", code);
        await device.PressAsync("Fortsätt");
        return device;
    }

    private Task<int> CountAsync(string slug) =>
        web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM ballot b JOIN survey s ON s.id = b.consultation_id WHERE s.slug = {slug}");

    /// <summary>A lesson that is open; its code.</summary>
    private async Task<string> LessonAsync(string slug, int pupils)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var survey = await new TestData(scope.ServiceProvider).SurveyAsync(slug: slug, minimum: AssuranceLevel.LetterCode);
        var now = TimeProvider.System.GetUtcNow();
        var lesson = ClassLesson.Plan(survey.Id, "7A", DateOnly.FromDateTime(now.UtcDateTime), "", pupils, Guid.Empty, now).Value!;
        lesson.Open(now, now.AddHours(5), now.AddHours(20));
        await web.AddAsync(lesson);
        return new ClassCode(lesson.Code!).Shown;
    }
}
