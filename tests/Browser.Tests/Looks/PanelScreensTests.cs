using Xunit;

namespace Medborgardialog.Browser.Tests.Looks;

/// <summary>The panels of Exempelby, for those who look in, for members and for the moderator.</summary>
[Collection(Scenes.Readers)]
public class PanelScreensTests(SharedBrowser browser, Scenes scenes)
{
    private const string Nobody = "";
    private const string Young = "blaalg@exempelby.example";
    private const string Adult = "Ärla Åkerö";
    private const string Moderator = "Maria Demolund";
    private const string Panel = "/paneler/medborgarpanelen";
    private const string Youth = "/arbetsyta/paneler/ungdomspanelen";
    private const string Draw = "lottningar/pafyllning-av-medborgarpanelen";

    private static readonly (string Scenario, string Person, string[] Urls)[] All =
    [
        ("svara", Nobody, ["/paneler", Panel, $"{Panel}/ga-med", "/ungdom", "/ungdom/ga-med", "/ungdom/vardnadshavare", "/ungdom/hjalp", "/ungdom/resultat/2", "/lottningar", $"/{Draw}"]),
        ("svara", Young, ["/ungdom/hem", "/ungdom/omgang/3", "/ungdom/snack", "/ungdom/snack/1", "/ungdom/snack/3", "/ungdom/medlemskap", "/ungdom/lamna", "/ungdom/paverkat"]),
        ("svara", Adult, [$"{Panel}/hem"]),
        ("svara", Moderator, ["/arbetsyta/moderering/panel", Youth, $"{Youth}/kalender", $"{Youth}/halsa", $"/arbetsyta{Panel}/rekrytera", $"/arbetsyta/{Draw}"]),
        ("resultat", Nobody, ["/enkater/ungdomspanelen-3/resultat"]),
    ];

    public static TheoryData<string, string, string> Screens => [.. All.SelectMany(a => a.Urls.Select(u => (a.Scenario, a.Person, u)))];

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_screen_of_a_panel_is_accessible_and_fits(string scenario, string name, string url)
    {
        var scene = await scenes.GetAsync(scenario);
        var person = await scene.ReaderAsync(browser, name);

        var response = await person.GoAsync(url);

        Assert.Equal(200, response!.Status);
        await Look.AssertIsGoodAsync(person, $"panel-{scenario}-{(name.Length > 0 ? name.Split('@')[0] : "ingen")}-{url}");
    }
}
