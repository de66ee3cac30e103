using Medborgardialog.Domain.Ideas;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Browser.Tests.Looks;

/// <summary>The pages of ideas at each end of the ladder, for residents and for those who answer.</summary>
[Collection(Scenes.Readers)]
public class IdeaScreensTests(SharedBrowser browser, Scenes scenes)
{
    private const string Officer = "Maria Demolund";

    [Fact]
    public async Task What_everyone_reads_is_accessible_and_fits()
    {
        var scene = await scenes.GetAsync("svara");
        var paths = await PathsAsync(scene);
        var person = await scene.ReaderAsync(browser, "");
        foreach (var (path, name) in new[]
        {
            ("/ideer", "ideer"), ("/ideer?visa=klara", "ideer-klara"), ("/ideer?visa=nej", "ideer-nej"), (paths["Fler bänk"], "ide-klar"), (paths["Låna last"], "ide-provas"),
            (paths["Utegym i"], "ide-nej"), (paths["Belyst sk"], "ide-sen"), ("/ideer/ny", "ide-ny-utloggad"), ("/ideer/mina", "ide-mina-utloggad"), ("/en/ideer", "ideer-en"),
        })
        {
            await person.GoAsync(path);
            await Look.AssertIsGoodAsync(person, name);
        }
    }

    [Fact]
    public async Task Writing_one_is_accessible_and_fits()
    {
        await using var person = await (await scenes.GetAsync("svara")).NewcomerAsync(browser);
        await person.GoAsync("/ideer/ny");
        await person.PressAsync("Fortsätt");
        await person.SeesAsync("Skriv idén i en mening");
        await Look.AssertIsGoodAsync(person, "ide-ny-fel", ignoring: "422");
        await person.FillAsync("Idén i en mening", "Bänkar vid badet");
        await person.FillAsync("Berätta mer", "Den som väntar på sina barn kan sitta ner.");
        await person.PressAsync("Fortsätt");
        await person.SeesAsync("Finns den redan?");
        await Look.AssertIsGoodAsync(person, "ide-ny-lasigenom", ignoring: "422");
        await person.PressAsync("Skicka idén");
        await person.SeesAsync("Idén är inskickad");
        await Look.AssertIsGoodAsync(person, "ide-mina", ignoring: "422");
    }

    [Fact]
    public async Task The_officers_pages_are_accessible_and_fit()
    {
        var scene = await scenes.GetAsync("svara");
        var numbers = await scene.ReadAsync(db => db.Set<Idea>().AsNoTracking().ToDictionaryAsync(i => i.Title[..9], i => i.Number));
        var person = await scene.ReaderAsync(browser, Officer);
        foreach (var (path, name) in new[]
        {
            ("/arbetsyta/ideer", "arbete-ideer"), ($"/arbetsyta/ideer/{numbers["Vattenkra"]}", "arbete-ide-granska"), ($"/arbetsyta/ideer/{numbers["Odlingslå"]}", "arbete-ide-utreda"),
            ($"/arbetsyta/ideer/{numbers["Odlingslå"]}?till=5", "arbete-ide-nej"), ($"/arbetsyta/ideer/{numbers["Fler bänk"]}?till=6", "arbete-ide-tillbaka"),
        })
        {
            await person.GoAsync(path);
            await Look.AssertIsGoodAsync(person, name);
        }

        await person.GoAsync($"/arbetsyta/ideer/{numbers["Odlingslå"]}?till=4");
        await person.PressAsync("Spara och visa för alla");
        await person.SeesAsync("behöver rättas");
        await Look.AssertIsGoodAsync(person, "arbete-ide-fel", ignoring: "422");
    }

    private static Task<Dictionary<string, string>> PathsAsync(Scene scene) => scene.ReadAsync(async db =>
        (await db.Set<Idea>().AsNoTracking().ToListAsync()).ToDictionary(i => i.Title[..Math.Min(i.Title.Length, 9)].TrimEnd(), i => Application.Ideas.IdeaAddress.Path(i.Title, i.Number)));
}
