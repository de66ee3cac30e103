using System.Net;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>What some units ask beside the core (N4) as officers and readers meet it, and the public spelregler of a survey (K11).</summary>
public class SurveyAddOnPagesTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task An_officer_chooses_the_units_that_ask_and_walks_through_as_a_user_of_one()
    {
        var now = TimeProvider.System.GetUtcNow();
        var draft = new Survey("utkast-enheter", "Hur är hemtjänsten?", Guid.CreateVersion7(), now);
        draft.WriteTexts("Hur är hemtjänsten?", "", "Vi vill veta.", "", "Hemtjänst");
        draft.Declare([TestData.Units]);
        var questionnaire = new Questionnaire(draft.Id);
        draft.Ask(questionnaire, [TestData.SurveyQuestions[1] with { ShowIf = null }], null);
        await web.AddAsync(draft, questionnaire);
        using var officer = await web.StaffAsync(Role.Officer);
        const string Home = "/arbetsyta/enkater/utkast-enheter";

        var form = await officer.PageAsync(Home + "/bygg/fraga");
        var version = form.QuerySelector("main [name=Version]")!.GetAttribute("value")!;
        (string, string)[] fields =
        [
            ("Version", version), ("Input.Kind", "YesNo"), ("Input.Text", "Smakar maten?"), ("Input.Choices", "Ja\nNej"), ("Input.Decimals", "0"), ("Input.AskedOf", "norr"),
        ];
        using var refused = await officer.PostAsync(Home + "/bygg/fraga", null, [.. fields, ("Input.Indicator", "mat")]);
        var again = await Visitor.ParseAsync(refused);
        using var added = await officer.PostAsync(Home + "/bygg/fraga", null, fields);
        var list = await officer.PageAsync(Home + "/bygg/fragor");
        var test = await officer.PageAsync(Home + "/testa");
        using var asNorr = await officer.PostAsync(Home + "/testa", null, ("gor", "hoppa"), ("hoppa", "2"), ("enhet", "norr"));
        using var asSoder = await officer.PostAsync(Home + "/testa", null, ("gor", "hoppa"), ("hoppa", "2"), ("enhet", "soder"));

        Assert.Equal(["norr", "soder"], form.QuerySelectorAll("#Input-AskedOf input").Select(i => i.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("#Input-AskedOf", again.QuerySelector(".felruta a")!.GetAttribute("href"));
        Assert.NotNull(again.QuerySelector("#Input-AskedOf input[value=norr][checked]"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Contains("bara Hemtjänst Norr", list.QuerySelector(".fragelista")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["", "norr", "soder"], test.QuerySelectorAll("#enhet option").Select(o => o.GetAttribute("value")));
        Assert.Single(test.QuerySelectorAll("#hoppa option"));
        Assert.StartsWith("Smakar maten?", Heading(await Visitor.ParseAsync(asNorr)), StringComparison.Ordinal);
        Assert.StartsWith("Har du sagt till?", Heading(await Visitor.ParseAsync(asSoder)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_meets_what_a_unit_asked_under_that_unit_and_the_rules_that_say_so()
    {
        await using (var scope = web.Services.CreateAsyncScope())
        {
            await new TestData(scope.ServiceProvider).AnsweredAddOnsAsync(slug: "svarad");
        }

        var stored = await web.ReadAsync(db => db.Set<Survey>().AsNoTracking().SingleAsync(s => s.Slug == "svarad"));
        await web.AddAsync(new AuditEntry(null, "Maria Prov, enhetschef", "survey.postponed", stored.Id, "Posten var sen.", TimeProvider.System.GetUtcNow()));
        using var visitor = web.Anonymous();

        var result = await visitor.PageAsync("/enkater/svarad/resultat");
        var compared = await visitor.PageAsync("/jamfor/hemtjanst");
        var start = await visitor.PageAsync("/enkater/svarad");
        var rules = await visitor.PageAsync("/enkater/svarad/spelregler");
        var english = await visitor.PageAsync("/en/enkater/svarad/spelregler");
        using var download = await visitor.GetAsync("/enkater/svarad/spelregler.json");
        var file = await download.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        var section = result.QuerySelectorAll("section").Single(s => s.QuerySelector("h2")?.TextContent == "Frågor som Hemtjänst Norr ställde");
        Assert.Contains("Hur smakar maten från Norrs kök?", section.TextContent, StringComparison.Ordinal);
        Assert.Contains("median 4", section.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, result.QuerySelectorAll("h3").Count(h => h.TextContent.Contains("Norrs kök", StringComparison.Ordinal)));
        Assert.DoesNotContain("Norrs kök", compared.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(start.QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/enkater/svarad/spelregler");
        Assert.Contains("(bara Hemtjänst Norr)", rules.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Posten var sen.", rules.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("(only Hemtjänst Norr)", english.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(stored.ManifestHash, Convert.ToHexStringLower(SHA256.HashData(file)));
        Assert.Equal(stored.ManifestHash, rules.QuerySelector(".kodrad")!.TextContent);
        Assert.Contains("\"enheter\":[\"norr\"]", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_has_no_public_rules_and_an_e_ID_is_offered_only_to_keep_what_was_chosen()
    {
        var draft = new Survey("utkast-legitimation", "Hur är det?", Guid.CreateVersion7(), TimeProvider.System.GetUtcNow());
        await web.AddAsync(draft, new Questionnaire(draft.Id));
        using var officer = await web.StaffAsync(Role.Officer);
        using var visitor = web.Anonymous();
        const string Who = "/arbetsyta/enkater/utkast-legitimation/bygg/vilka";

        using var rules = await visitor.GetAsync("/enkater/utkast-legitimation/spelregler");
        var offered = await officer.PageAsync(Who);
        await web.ReadAsync(db => db.Database.ExecuteSqlAsync($"UPDATE survey SET minimum_assurance = {(int)AssuranceLevel.EId} WHERE slug = 'utkast-legitimation'"));
        var chosen = await officer.PageAsync(Who);

        Assert.Equal(HttpStatusCode.NotFound, rules.StatusCode);
        Assert.Equal(["Email", "LetterCode", "None"], Levels(offered).Order(StringComparer.Ordinal));
        Assert.Contains("EId", Levels(chosen));
        Assert.Contains("ingen e-legitimation är ansluten", chosen.QuerySelector("#Input-Minimum")!.TextContent, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Levels(IDocument page) => page.QuerySelectorAll("#Input-Minimum input").Select(i => i.GetAttribute("value")!);

    private static string Heading(IDocument page) => page.QuerySelector(".testruta h2")!.TextContent.Trim();
}
