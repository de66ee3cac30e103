using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Browser.Tests.Looks;

/// <summary>A lesson as officer, teacher and pupil see it.</summary>
public class ClassroomLooksTests(SharedBrowser browser, WebFixture web) : IClassFixture<WebFixture>
{
    private const string Home = "/arbetsyta/enkater/skolan/klassrum";

    [Fact]
    public async Task A_lesson_is_planned_held_and_followed_up()
    {
        await using (var scope = web.Services.CreateAsyncScope())
        {
            await new TestData(scope.ServiceProvider).SurveyAsync(slug: "skolan");
        }

        await using var officer = await (await Person.AtAsync(browser, web)).WithSessionAsync(web, web.StaffCookie(await web.AddStaffAsync(Role.Officer)));
        var (lesson, link) = await PlanAsync(officer);
        await using var teacher = await Person.AtAsync(browser, web);
        var code = await TeachAsync(teacher, link);
        await AnswerAsync(code);
        await teacher.PressAsync("Stäng lektionen");
        await Look.AssertIsGoodAsync(teacher, "klassrum-8-larare-stangd");
        await officer.GoAsync(lesson);
        await Look.AssertIsGoodAsync(officer, "klassrum-9-franvarande", ignoring: "422");
        await officer.PressAsync("Fråga de frånvarande igen");
        await officer.SeesAsync("De frånvarande har flyttats");
        await officer.GoAsync(Home);
        await Look.AssertIsGoodAsync(officer, "klassrum-10-lektioner", ignoring: "422");
    }

    private static async Task<(string Lesson, string Link)> PlanAsync(Person officer)
    {
        await officer.GoAsync(Home);
        await officer.PressAsync("Planera lektionen");
        await officer.SeesAsync("Skriv klassens namn");
        await Look.AssertIsGoodAsync(officer, "klassrum-1-fel", ignoring: "422");
        await officer.FillAsync("Klass", "7A");
        await officer.Page.Locator("#Input-List").FillAsync("Alva E\nBo K\nCaj L\nDag M\nElla N\nFia O\nGun P");
        await officer.PressAsync("Planera lektionen");
        await officer.SeesAsync("Lektionen är planerad");
        var lesson = officer.Page.Url;
        await officer.PressAsync("Gör en länk");
        await officer.SeesAsync("Kopiera länken nu");
        await Look.AssertIsGoodAsync(officer, "klassrum-2-lektion", ignoring: "422");
        var link = (await officer.Page.Locator(".kod.radbrytning").TextContentAsync())!;
        await officer.GoAsync(lesson + "/blad");
        await Look.AssertIsGoodAsync(officer, "klassrum-3-blad", ignoring: "422");
        return (lesson, link);
    }

    /// <summary>Opens the lesson and ticks who is there; the code on the board.</summary>
    private static async Task<string> TeachAsync(Person teacher, string link)
    {
        await teacher.GoAsync(link);
        await Look.AssertIsGoodAsync(teacher, "klassrum-4-lararens-lank");
        await teacher.PressAsync("Fortsätt");
        await teacher.PressAsync("Öppna lektionen");
        await teacher.TickAsync("Alva E");
        await teacher.TickAsync("Caj L");
        await teacher.PressAsync("Spara närvaron");
        await teacher.SeesAsync("Närvaron är sparad");
        await Look.AssertIsGoodAsync(teacher, "klassrum-5-larare");
        return (await teacher.Page.Locator(".klasskod").TextContentAsync())!;
    }

    private async Task AnswerAsync(string code)
    {
        await using var pupil = await Person.AtAsync(browser, web);
        await pupil.GoAsync("/klass");
        await Look.AssertIsGoodAsync(pupil, "klassrum-6-elev-1-kod");
        await pupil.FillAsync("Klassens kod", code);
        await pupil.PressAsync("Fortsätt");
        await pupil.SeesAsync("Alla frågor finns nu här");
        await Look.AssertIsGoodAsync(pupil, "klassrum-6-elev-2-start");
        await pupil.ClickAsync("Börja");
        await pupil.SeesHeadingAsync("Hur nöjd är du?");
        await Look.AssertIsGoodAsync(pupil, "klassrum-6-elev-3-fraga");
        await pupil.PressAsync("Fortsätt");
        await pupil.TickAsync("Ja");
        await pupil.PressAsync("Fortsätt");
        await pupil.PressAsync("Fortsätt");
        await pupil.Page.Locator("#text").FillAsync("tre");
        await pupil.PressAsync("Fortsätt");
        await Look.AssertIsGoodAsync(pupil, "klassrum-6-elev-4-fel");
        await pupil.Page.Locator("#text").FillAsync("3");
        await pupil.PressAsync("Fortsätt");
        await pupil.PressAsync("B");
        await Look.AssertIsGoodAsync(pupil, "klassrum-6-elev-5-rangordning");
        await pupil.PressAsync("Fortsätt");
        await pupil.PressAsync("Fortsätt");
        await pupil.SeesHeadingAsync("Kontrollera dina svar");
        await Look.AssertIsGoodAsync(pupil, "klassrum-6-elev-6-kontroll");
        await pupil.Page.Context.SetOfflineAsync(true);
        await pupil.PressAsync("Skicka mitt svar");
        await pupil.SeesAsync("Sparat på den här enheten");
        pupil.Forget();
        await Look.AssertIsGoodAsync(pupil, "klassrum-7-elev-1-vantar");
        await pupil.Page.Context.SetOfflineAsync(false);
        await pupil.SeesAsync("Tack! Ditt svar är skickat");
        pupil.Forget();
        await Look.AssertIsGoodAsync(pupil, "klassrum-7-elev-2-klart");
    }
}
