using System.Diagnostics;
using System.Globalization;
using Medborgardialog.Domain.Ballots;
using Microsoft.Playwright;
using Xunit;

namespace Medborgardialog.Browser.Tests.Loop;

/// <summary>What the residents do: talk, answer, change their answer, read.</summary>
internal static class Residents
{
    /// <summary>Two people write to each other; with script each sees the other's words without reloading.</summary>
    public static async Task TalkAsync(Story story, Person rut, Person sten)
    {
        const string first = "Barnen cyklar till skolan här, så jag vill ha bort bilarna.";
        const string second = "Jag kör varor till affären varje morgon. Var ska jag stå?";
        const string third = "Det hade jag inte tänkt på. Lastplatsen i förslag B löser det.";
        await rut.GoAsync($"{story.Public}/diskussion");
        await rut.ClickAsync("Starta en tråd");
        await rut.FillAsync("Rubrik", "Bilar eller inte?");
        await rut.FillAsync("Första inlägget", first);
        await rut.PressAsync("Starta en tråd");
        await rut.SeesAsync(first);
        await sten.GoAsync($"{story.Public}/diskussion");
        await sten.ClickAsync("Bilar eller inte?");
        await sten.SeesAsync(first);
        if (story.Script)
        {
            await LiveAsync(rut);
            await LiveAsync(sten);
            await rut.Page.GetByLabel("Visa nya inlägg direkt").CheckAsync();
        }

        await WriteAsync(story, sten, second, rut, pill: false);
        await WriteAsync(story, rut, third, sten, pill: true);
    }

    public static async Task AnswerAsync(Story story, Person person, string option, string text)
    {
        await person.GoAsync(story.Public);
        await person.GoAsync($"{story.Public}/svara");
        await person.PressAsync("Börja");
        await person.TickAsync(option);
        await person.PressAsync("Fortsätt");
        await person.Page.Locator("#text").FillAsync(text);
        await person.PressAsync("Fortsätt");
        await person.SeesAsync("Inget är skickat än.");
        await person.PressAsync("Skicka mitt svar");
        await person.SeesHeadingAsync("Tack, ditt svar är mottaget");
    }

    /// <summary>Stops before sending, on the page where everything is checked.</summary>
    public static async Task ChangeAsync(Story story, Person person, string option)
    {
        await person.GoAsync($"{story.Public}/svara");
        await person.PressAsync("Ändra mitt svar");
        await person.Page.GetByRole(AriaRole.Link, new() { Name = "Ändra ditt val" }).ClickAsync();
        await person.TickAsync(option);
        await person.PressAsync("Fortsätt");
        await person.SeesHeadingAsync("Kontrollera dina svar");
        await person.SeesAsync(option);
    }

    /// <summary>Others, who answer over HTTP with the same form. Gives what each of them has answered.</summary>
    public static async Task<IReadOnlyList<string>> OthersAnswerAsync(Story story)
    {
        string[] choices = ["a", "a", "b", "a", "inget", "b", "a", "vetinte", "a", "b", "a", "inget", "b", "vetinte", "a", "b", "a", "b"];
        foreach (var (choice, index) in choices.Select((c, i) => (c, i)))
        {
            using var visitor = await story.Web.ResidentAsync($"Invånare {(index + 1).ToString(CultureInfo.InvariantCulture)}");
            var sheet = new AnswerSheet();
            sheet.Set("val", new Answer([choice], ""));
            using var sent = await visitor.PostAsync(
                $"{story.Public}/svara", $"{story.Public}/svara/kontrollera", ("svar", sheet.ToJson()), ("nyckel", Convert.ToHexString(Guid.CreateVersion7().ToByteArray())));
            Assert.EndsWith("/svara/klart", sent.Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        return choices;
    }

    /// <summary>Label and count of each row of the table under the first figure.</summary>
    public static async Task<Dictionary<string, string>> ReadResultAsync(Story story, Person person)
    {
        // The page shows the result as soon as the box is sealed, which a job does right after the second of closing.
        await person.ReloadUntilAsync($"{story.Public}/resultat", page => page.Locator("table tbody tr"));
        var rows = await person.Page.Locator("table").First.Locator("tbody tr").AllAsync();
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var cells = await row.Locator("th, td").AllTextContentsAsync();
            read[cells[0]] = cells[1];
        }

        return read;
    }

    private static Task LiveAsync(Person person) => Assertions.Expect(person.Page.Locator("#lage")).ToContainTextAsync("Live", new() { Timeout = 60_000 });

    private static async Task WriteAsync(Story story, Person writer, string text, Person reader, bool pill)
    {
        await writer.FillAsync("Ditt inlägg", text);
        var watch = Stopwatch.StartNew();
        await writer.PressAsync("Skicka inlägg");
        if (!story.Script)
        {
            await SeesPostAsync(writer, text);
            await reader.Page.ReloadAsync();
        }
        else if (pill)
        {
            await reader.Page.Locator("#pill").ClickAsync();
        }

        await SeesPostAsync(reader, text);
        story.Say($"{(story.Script ? "Live" : "After a reload")}: read by the other {watch.ElapsedMilliseconds} ms after it was sent{(pill && story.Script ? ", by the pill" : "")}");
        await SeesPostAsync(writer, text);
    }

    private static Task SeesPostAsync(Person person, string text) =>
        Assertions.Expect(person.Page.Locator("#lista").GetByText(text)).ToBeVisibleAsync(new() { Timeout = 60_000 });
}
