using System.Globalization;
using Xunit;

namespace Medborgardialog.Browser.Tests.Looks;

/// <summary>Every screen that an address leads to, in the scenarios where it looks different, for those who see it.</summary>
[Collection(Scenes.Readers)]
public class ScreensTests(SharedBrowser browser, Scenes scenes)
{
    private const string Nobody = "";
    private const string Resident = "Ärla Åkerö";
    private const string Officer = "Maria Demolund";
    private const string Administrator = "Omar Testare";
    private const string Secretary = "Karin Mallberg";
    private const string Chair = "Bengt Exempelström";
    private const string Missing = "/finns-inte";
    private const string Torget = "/radslag/stortorget";
    private const string Asked = "/enkater/medborgarenkat-2026";
    private const string Work = "/arbetsyta/radslag/stortorget";

    private static readonly (string Scenario, string Person, string[] Urls)[] All =
    [
        ("svara", Nobody,
        [
            "/", "/dialoger", Torget, $"{Torget}/bakgrund", $"{Torget}/alternativ/a", $"{Torget}/jamfor", $"{Torget}/spelregler", $"{Torget}/resultat",
            $"{Torget}/svara", "/svara", "/en/svara", "/kvitto", "/rapporter", "/logga-in", "/logga-in/personal", "/utveckling/brev", Missing, $"/en{Torget}",
            $"{Torget}/moderering", "/du-sa-vi-gjorde", "/du-sa-vi-gjorde?lage=Done", "/du-sa-vi-gjorde/belysning-vid-kvarnbacken", "/radslag/badbrygga-i-norrstrand/beslut",
            "/namnder", "/namnder/samhallsbyggnadsnamnden", "/om", "/om/sa-raknar-vi", "/om/samtalsregler", "/om/tillganglighet",
            "/om/personuppgifter", "/om/demo", "/hjalp", "/kontakt",
            "/enkater", Asked, $"{Asked}/fraga/4", $"{Asked}/fraga/6", $"{Asked}/fraga/11", $"{Asked}/fraga/12", $"{Asked}/spara", $"{Asked}/resultat",
            "/enkater/hemtjanst-2026/resultat", "/enkater/hemtjanst-2026/spelregler", "/jamfor/hemtjanst",
        ]),
        ("svara", Resident, [Torget, $"{Torget}/svara", "/logga-ut", "/arbetsyta"]),
        ("svara", Officer,
        [
            "/arbetsyta", "/arbetsyta/radslag", "/arbetsyta/radslag/ny", Work, $"{Work}/publicera", $"{Work}/hantera", $"{Work}/hantera?gor=Notice",
            $"{Work}/hantera?gor=Postpone", $"{Work}/bygg/alternativ/a", $"{Work}/bygg/fragor/val", "/arbetsyta/rapporter",
            $"{Work}/urval", $"{Work}/urval/kod", $"{Work}/deltagande", "/arbetsyta/enkater/medborgarenkat-2026/deltagande", "/arbetsyta/moderering",
        ]),
        ("svara", Secretary, ["/namndrum", "/namndrum/samhallsbyggnadsnamnden"]),
        ("svara", Administrator, ["/system/anvandare", "/system/anvandare/ny"]),
        ("samtal", Nobody, ["/", Torget, $"{Torget}/svara"]),
        ("stängt", Nobody, ["/", Torget, $"{Torget}/svara", $"{Torget}/resultat"]),
        ("resultat", Nobody, ["/", Torget, $"{Torget}/resultat"]),
        ("resultat", Officer, ["/arbetsyta/rapporter", "/arbetsyta/rapporter/stortorget", "/arbetsyta/rapporter/stortorget/teman"]),
        ("försenat", Nobody, ["/", Torget, $"{Torget}/resultat", "/rapporter"]),
        ("försenat", Chair, ["/namndrum", "/namndrum/samhallsbyggnadsnamnden", "/namndrum/samhallsbyggnadsnamnden/svar/stortorget"]),
        ("besvarat", Nobody, ["/", Torget, $"{Torget}/resultat", $"{Torget}/beslut", "/rapporter"]),
        ("besvarat", Secretary, ["/namndrum/samhallsbyggnadsnamnden", "/namndrum/samhallsbyggnadsnamnden/svar/stortorget", "/namndrum/samhallsbyggnadsnamnden/svar/stortorget/loftet"]),
    ];

    public static TheoryData<string, string, string> Screens => [.. All.SelectMany(a => a.Urls.Select(u => (a.Scenario, a.Person, u)))];

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_screen_is_accessible_and_fits_and_keeps_to_itself(string scenario, string name, string url)
    {
        var scene = await scenes.GetAsync(scenario);
        var person = await scene.ReaderAsync(browser, name);
        var response = await person.GoAsync(url);

        var refusal = url == Missing ? 404 : name == Resident && url == "/arbetsyta" ? 403 : (int?)null;
        Assert.Equal(refusal ?? 200, response!.Status);
        await Look.AssertIsGoodAsync(person, $"{scenario}-{(name.Length > 0 ? name : "ingen")}-{url}", refusal?.ToString(CultureInfo.InvariantCulture));
    }
}
