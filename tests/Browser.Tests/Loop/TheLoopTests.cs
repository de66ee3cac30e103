using Xunit;

namespace Medborgardialog.Browser.Tests.Loop;

/// <summary>The main job from end to end: a rådslag from draft to the committee's answer, each person in a browser of their own.</summary>
public class TheLoopTests(SharedBrowser browser, LoopFixture web, ITestOutputHelper output) : IClassFixture<LoopFixture>
{
    private const string None = "Inget av förslagen";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_draft_to_the_committees_answer(bool script)
    {
        var story = new Story(
            browser, web, script ? "kvarngatan" : "hamngatan", script ? "Hur ska Kvarngatan byggas om?" : "Hur ska Hamngatan byggas om?", script, output.WriteLine);
        await using var maria = await story.StaffAsync("Maria Demolund");
        await Officers.BuildAsync(story, maria);
        await using (var nils = await story.StaffAsync("Nils Mallqvist"))
        {
            await Officers.ApproveAsync(story, maria, nils);
        }

        var (email, tally) = (script ? "rut@exempelby.example" : "ruta@exempelby.example", new Dictionary<string, int>(StringComparer.Ordinal));
        await using var rut = await story.ResidentAsync("Rut Provare", email);
        await ConsultAsync(story, rut, tally);
        await AssertResultAsync(story, rut, tally);

        await Officers.DeliverReportAsync(story, maria);
        await Closing.WasSealedAsync(story);
        await CommitteeAnswersAsync(story);

        var mail = await web.MailAsync(email, "har svarat");
        Assert.Contains($"{story.Public}/beslut", mail, StringComparison.Ordinal);
        await rut.GoAsync("/du-sa-vi-gjorde");
        await rut.SeesAsync(Committees.Summary);
        await rut.GoAsync($"{story.Public}/beslut");
        await rut.SeesAsync(Committees.Heading);
        Assert.Equal("", string.Join(Environment.NewLine, rut.Complaints));
        Assert.Equal("", string.Join(Environment.NewLine, maria.Complaints));
    }

    /// <summary>Talk, answers and a changed answer up to the second of closing. Counts by itself what is in the box.</summary>
    private static async Task ConsultAsync(Story story, Person rut, Dictionary<string, int> tally)
    {
        await rut.GoAsync(story.Public);
        await rut.PressAsync("Bevaka");
        await using var sten = await story.ResidentAsync("Sten Försök", story.Script ? "sten@exempelby.example" : "stena@exempelby.example");
        await Residents.AnswerAsync(story, rut, Story.FirstOption, "Att barnen kommer fram.");
        await Residents.AnswerAsync(story, sten, Story.FirstOption, "Varorna.");
        await Residents.TalkAsync(story, rut, sten);

        await Residents.ChangeAsync(story, rut, Story.SecondOption);
        await rut.PressAsync("Skicka mitt svar");
        await rut.SeesHeadingAsync("Ditt svar är ändrat");
        var others = await Residents.OthersAnswerAsync(story);
        await Residents.ChangeAsync(story, sten, Story.SecondOption);

        await Closing.CloseAsync(story);
        await sten.PressAsync("Skicka mitt svar");
        await sten.SeesHeadingAsync("Svaret skickades inte");
        await sten.SeesAsync(Story.SecondOption);

        tally[Story.FirstOption] = others.Count(c => c == "a") + 1;
        tally[Story.SecondOption] = others.Count(c => c == "b") + 1;
        tally[None] = others.Count(c => c == "inget");
        Assert.DoesNotContain(sten.Complaints, c => !c.Contains("409", StringComparison.Ordinal));
    }

    private static async Task AssertResultAsync(Story story, Person reader, Dictionary<string, int> tally)
    {
        var shown = await Residents.ReadResultAsync(story, reader);

        Assert.Equal(
            tally.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key}: {t.Value}"),
            shown.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key}: {s.Value}"));
    }

    private static async Task CommitteeAnswersAsync(Story story)
    {
        await using var karin = await story.StaffAsync("Karin Mallberg");
        await Committees.WriteAsync(story, karin);
        await using var bengt = await story.StaffAsync("Bengt Exempelström");
        await Committees.ApproveAsync(story, bengt);
        Assert.Equal("", string.Join(Environment.NewLine, karin.Complaints));
        Assert.Equal("", string.Join(Environment.NewLine, bengt.Complaints));
    }
}
